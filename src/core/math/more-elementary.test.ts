import { describe, expect, it } from 'vitest';
import { stream } from '../rng.ts';
import { acos, asin, atan, cbrt, cosh, hypot, sigmoid, sinh, tan } from './more-elementary.ts';

/** Relative error in units of 2⁻⁵². */
const error = (value: number, reference: number) =>
  Object.is(value, reference) ? 0 : Math.abs(value - reference) / (Math.abs(reference) * 2 ** -52);

const cases: [string, (x: number) => number, (x: number) => number, (u: number) => number][] = [
  ['tan', tan, Math.tan, (u) => (u - 0.5) * 40],
  ['atan', atan, Math.atan, (u) => (u - 0.5) * 12],
  ['atan far out', atan, Math.atan, (u) => 10 ** (40 * u - 20)],
  ['asin', asin, Math.asin, (u) => 2 * u - 1],
  ['acos', acos, Math.acos, (u) => 2 * u - 1],
  ['sinh', sinh, Math.sinh, (u) => (u - 0.5) * 1420],
  ['sinh near 0', sinh, Math.sinh, (u) => (u - 0.5) * 0.1],
  ['cosh', cosh, Math.cosh, (u) => (u - 0.5) * 1420],
  ['cbrt', cbrt, Math.cbrt, (u) => (u < 0.5 ? -1 : 1) * 10 ** (600 * u - 300)],
  [
    'sigmoid',
    sigmoid,
    (x) => (x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x))),
    (u) => (u - 0.5) * 1400,
  ],
];

describe('further elementary functions', () => {
  it.each(cases)('%s agrees with the engine', (name, ours, engine, map) => {
    const rng = stream('more-elementary', name);
    for (let i = 0; i < 20_000; i++) {
      const x = map(rng.next());
      expect(error(ours(x), engine(x)), `${name}(${x})`).toBeLessThanOrEqual(8);
    }
  });

  it('says the same at the ends and outside of where a function is defined', () => {
    for (const x of [0, -0, 1, -1, Infinity, -Infinity, NaN, 2, -2, 1e300, -1e300, 5e-324]) {
      for (const [name, ours, engine] of cases) {
        if (name === 'tan' && Math.abs(x) > 1e10) continue;
        const [mine, theirs] = [ours(x), engine(x)];
        const same = Object.is(mine, theirs) || error(mine, theirs) <= 8;
        expect(same, `${name}(${x}) = ${mine}, not ${theirs}`).toBe(true);
      }
    }
  });

  it('adds squares that would overflow', () => {
    expect(hypot(3e300, 4e300)).toBeCloseTo(5e300, -290);
    expect(hypot(3, -4, 12)).toBe(13);
    expect([hypot(), hypot(0), hypot(-2), hypot(Infinity, 1)]).toEqual([0, 0, 2, Infinity]);
    expect(hypot(NaN, Infinity)).toBeNaN();
  });
});
