/** Kinks and waves that a coarse search for kinks does not see, each where its formula has it. */
import { describe, expect, it } from 'vitest';
import { bbob } from './suite.ts';

const INSTANCES = [1, 2, 3];
const at = (f: number, instance: number) => {
  const { value, optimum } = bbob(f, 2, instance);
  /** Along one direction through the minimiser. */
  const along = (t: number, angle = 0.7) =>
    value([optimum.at[0] + t * Math.cos(angle), optimum.at[1] + t * Math.sin(angle)]);
  return { value, optimum, along };
};

describe.each([17, 18])('f%i', (f) => {
  it('stands on a cone: the slope towards the optimum does not die out', () => {
    for (const instance of INSTANCES) {
      const { along, optimum } = at(f, instance);
      for (const h of [1e-3, 1e-5, 1e-7, 1e-9]) {
        for (const side of [h, -h]) expect((along(side) - optimum.value) / h).toBeGreaterThan(0.5);
      }
    }
  });
});

it('f19 is smooth below the length of its waves: second differences fall with the square of the step', () => {
  for (const instance of INSTANCES) {
    const { along } = at(19, instance);
    for (const place of [0.3, 1.1, 2.2]) {
      const bend = (h: number) => Math.abs(along(place - h) - 2 * along(place) + along(place + h)) / h;
      expect(bend(1e-7)).toBeLessThan(0.3 * bend(1e-6));
    }
  }
});

it('f16 has waves down to its last term, far finer than anything that a search resolves', () => {
  for (const instance of INSTANCES) {
    const { along } = at(16, instance);
    const bend = (h: number) => {
      const places = Array.from({ length: 200 }, (_, i) => 0.5 + i * 0.00137);
      return Math.max(...places.map((t) => Math.abs(along(t - h) - 2 * along(t) + along(t + h)) / h));
    };
    // Halved as often as from 1e-3 to 1e-5, the bends of a smooth function would be a hundredth.
    expect(bend(1e-5)).toBeGreaterThan(0.3 * bend(1e-3));
  }
});

it('f24 has a kink where its two bowls meet', () => {
  for (const instance of INSTANCES) {
    const { value, optimum } = bbob(24, 2, instance);
    const signs = optimum.at.map(Math.sign);
    const s = 1 - 0.5 / (Math.sqrt(22) - 4.1);
    const [near, far] = [2.5, -Math.sqrt((2.5 * 2.5 - 1) / s)];
    // On the diagonal through the optimum, 2x = h: 2 (h − near)² = 2 + 2 s (h − far)².
    const excess = (h: number) => 2 * (h - near) ** 2 - 2 - 2 * s * (h - far) ** 2;
    let [lo, hi] = [far, near];
    for (let step = 0; step < 100; step++) {
      const middle = (lo + hi) / 2;
      if (excess(middle) > 0) lo = middle;
      else hi = middle;
    }
    const line = (h: number) => value(signs.map((sign) => (sign * h) / 2));
    const slope = (from: number, to: number) => (line(to) - line(from)) / (to - from);
    const jump = slope(lo, lo + 1e-7) - slope(lo - 1e-7, lo);
    const expected = 4 * (lo - near) - 4 * s * (lo - far);
    expect(Math.abs(expected)).toBeGreaterThan(1);
    expect(jump).toBeCloseTo(expected, 1);
  }
});
