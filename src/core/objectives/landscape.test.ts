/** A draw has the covariance of its kernel, its stated optimum is its lowest value, and every number is another one. */
import { describe, expect, it } from 'vitest';
import { kernels } from '../surrogate/kernels.ts';
import { stream, uniformPoint } from '../rng.ts';
import { defaults } from '../params.ts';
import { landscape, lengthscalesOf } from './landscape.ts';
import { drawFeatures, valueOf } from './random-features.ts';

const make = (params: object) => landscape.create({ ...defaults(landscape.params), ...params });

describe('the draw', () => {
  it.each([1, 2, 3])('has mean 0 and the covariance of Matérn-5/2, in %d dimensions', (d) => {
    const lengthscales = lengthscalesOf(d, 0.25, d > 1);
    const from = new Array<number>(d).fill(0.4);
    const places = [0, 0.1, 0.25, 0.5].flatMap((step) =>
      Array.from({ length: d }, (_, j) => from.map((u, k) => (k === j ? u + step : u))),
    );
    const draws = 4000;
    const sums = places.map(() => ({ product: 0, square: 0, value: 0 }));
    for (let draw = 0; draw < draws; draw++) {
      const features = drawFeatures(lengthscales, stream('covariance', d, draw));
      const here = valueOf(features, from);
      for (const [i, place] of places.entries()) {
        const there = valueOf(features, place);
        sums[i].product += here * there;
        sums[i].square += (here * there) ** 2;
        sums[i].value += there;
      }
    }
    for (const [i, place] of places.entries()) {
      const s = place.reduce((sum, u, j) => sum + ((u - from[j]) / lengthscales[j]) ** 2, 0);
      const { product, square, value } = sums[i];
      const mean = product / draws;
      const error = Math.sqrt((square / draws - mean * mean) / draws);
      expect(Math.abs(mean - kernels.matern52.value(s)), `${place.join()}`).toBeLessThan(4 * error);
      expect(Math.abs(value / draws)).toBeLessThan(4 / Math.sqrt(draws));
    }
  });

  it('has the slope that it says', () => {
    const features = drawFeatures([0.2, 0.3], stream('slope'));
    const gradient = new Float64Array(2);
    valueOf(features, [0.3, 0.6], gradient);
    const h = 1e-6;
    expect(gradient[0]).toBeCloseTo(
      (valueOf(features, [0.3 + h, 0.6]) - valueOf(features, [0.3 - h, 0.6])) / (2 * h),
      6,
    );
    expect(gradient[1]).toBeCloseTo(
      (valueOf(features, [0.3, 0.6 + h]) - valueOf(features, [0.3, 0.6 - h])) / (2 * h),
      6,
    );
  });
});

describe('the stated optimum', () => {
  it.each([1, 2, 3])('is undercut nowhere that is looked at, in %d dimensions', (knobs) => {
    const rng = stream('landscape optimum', knobs);
    for (let number = 1; number <= 12; number++) {
      const { value, optimum } = make({
        ...{ knobs, number, unimportant: number % 4 === 0 },
        smoothness: [0.15, 0.25, 0.5, 1][number % 4],
      });
      for (let look = 0; look < 1500; look++) {
        expect(value(uniformPoint(knobs, rng))).toBeGreaterThanOrEqual(optimum.value - optimum.tolerance);
      }
      // Closely around it.
      for (let look = 0; look < 100; look++) {
        const near = optimum.at[0].map((u) => Math.min(1, Math.max(0, u + 0.02 * (rng.next() - 0.5))));
        expect(value(near)).toBeGreaterThanOrEqual(optimum.value - optimum.tolerance);
      }
    }
  });
});

it('is found where the lowest places of a grid lie in another valley, or on an edge between two of them', () => {
  // As low as a grid of 600 × 600 went; the search that began at a grid's own valleys stayed above.
  for (const [number, smoothness, lowest] of [[815, 1, -16.6437]] as const) {
    const { optimum } = make({ knobs: 2, number, smoothness });
    expect(optimum.value).toBeLessThan(lowest + 1e-3);
  }
});

it('every number is another landscape, at another height; the same is the same again', () => {
  const lows = Array.from({ length: 60 }, (_, i) => make({ number: i + 1 }).optimum.value);
  expect(new Set(lows).size).toBe(60);
  expect(Math.max(...lows) - Math.min(...lows)).toBeGreaterThan(50);
  // More have been made since than are remembered.
  for (let i = 61; i < 130; i++) make({ number: i });
  expect(make({ number: 1 }).optimum.value).toBe(lows[0]);
});

it('the unimportant one changes little', () => {
  const spread = (axis: number) => {
    let sum = 0;
    for (let number = 1; number <= 60; number++) {
      const { value, optimum } = make({ unimportant: true, number });
      const at = (u: number) => value([0.5, 0.5].map((c, j) => (j === axis ? u : c)));
      const all = [0, 0.25, 0.5, 0.75, 1].map(at);
      sum += (Math.max(...all) - Math.min(...all)) / Math.abs(at(0.5) - optimum.value + 1e-9);
    }
    return sum;
  };
  expect(spread(1)).toBeLessThan(spread(0) / 3);
});
