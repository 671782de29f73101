import { describe, expect, it } from 'vitest';
import { stream } from '../../../rng.ts';
import { shepard } from './shepard.ts';

const rng = stream('shepard-test');
const cloud = (n: number, d: number) => ({
  points: Float64Array.from({ length: n * d }, () => rng.next()),
  y: Array.from({ length: n }, () => rng.normal()),
});
const at = (points: Float64Array, d: number, i: number) => points.slice(i * d, (i + 1) * d);

describe.each([3, 4, 5, 6])('weights by inverse distance in %i dimensions', (d) => {
  it.each([2, 3, 7, 60])('are exact at each of %i trials, and never beyond the best or the worst', (n) => {
    const { points, y } = cloud(n, d);
    const { value } = shepard(points, d, y);
    for (let i = 0; i < n; i++) expect(value(at(points, d, i))).toBe(y[i]);
    for (let k = 0; k < 400; k++) {
      const v = value(Array.from({ length: d }, () => rng.next()));
      expect(v).toBeGreaterThanOrEqual(Math.min(...y));
      expect(v).toBeLessThanOrEqual(Math.max(...y));
    }
  });

  it('have no jump: along lines, halving the step halves the largest difference', () => {
    const { points, y } = cloud(40, d);
    const { value } = shepard(points, d, y);
    const largest = (steps: number) => {
      let most = 0;
      for (let line = 0; line < 12; line++) {
        const from = at(points, d, line);
        const to = at(points, d, line + 12);
        let before = NaN;
        for (let k = 0; k <= steps; k++) {
          const v = value(from.map((u, j) => u + (k / steps) * (to[j] - u)));
          if (k > 0) most = Math.max(most, Math.abs(v - before));
          before = v;
        }
      }
      return most;
    };
    const [coarse, fine] = [largest(4000), largest(8000)];
    expect(fine).toBeLessThan(0.75 * coarse);
    expect(coarse).toBeLessThan(0.05);
  });
});

describe('weights by inverse distance', () => {
  it('are numbers beside a trial, however near, and with losses near the end of floating point', () => {
    const points = Float64Array.from([0.5, 0.5, 0.5, 0.1, 0.2, 0.3, 0.9, 0.8, 0.7]);
    const { value } = shepard(points, 3, [1e300, -1e300, 1e300]);
    for (const e of [1e-3, 1e-9, 1e-16, 1e-160, 1e-300, 0]) {
      const v = value([0.1 + e, 0.2, 0.3]);
      expect(Math.abs(v)).toBeLessThanOrEqual(1e300);
    }
    const origin = shepard(Float64Array.from([0, 0, 0, 1, 1, 1]), 3, [1, 2]);
    for (const e of [1e-3, 1e-100, 1e-155, 1e-200, 5e-324]) expect(origin.value([e, 0, 0])).toBeCloseTo(1, 4);
  });

  it('keep to what lies near: a far trial has no say', () => {
    const near = [0.1, 0.1, 0.1, 0.2, 0.1, 0.1, 0.1, 0.2, 0.1, 0.1, 0.1, 0.2, 0.2, 0.2, 0.1, 0.2, 0.1, 0.2];
    const { value } = shepard(Float64Array.from([...near, 0.95, 0.95, 0.95]), 3, [1, 1, 1, 1, 1, 1, 99]);
    expect(value([0.15, 0.15, 0.15])).toBe(1);
  });

  it('answer 500 questions about 2,000 trials of six hyperparameters well within a second', () => {
    const { points, y } = cloud(2000, 6);
    const { value } = shepard(points, 6, y);
    const began = performance.now();
    for (let k = 0; k < 500; k++) value(Array.from({ length: 6 }, () => rng.next()));
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
