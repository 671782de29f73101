import { describe, expect, it } from 'vitest';
import { ellipsePath } from './normal.ts';
import type { Normal2 } from '../types.ts';

const edges = { left: 10, right: 210, top: 5, bottom: 105 };
/** Corners as fractions of the axes. */
const corners = (normal: Normal2, sigmas: number) =>
  [...ellipsePath(normal, sigmas, edges).matchAll(/([\d.-]+),([\d.-]+)/g)].map(([, x, y]) => [
    (Number(x) - 10) / 200,
    (105 - Number(y)) / 100,
  ]);

describe('ellipsePath', () => {
  it('lies at the asked Mahalanobis distance everywhere, upwards being up', () => {
    const normal: Normal2 = { mean: [0.4, 0.6], covariance: [0.04, 0.015, 0.015, 0.01] };
    const [a, b, , c] = normal.covariance;
    const determinant = a * c - b * b;
    const points = corners(normal, 2);
    expect(points.length).toBeGreaterThan(40);
    for (const [x, y] of points) {
      const [u, v] = [x - 0.4, y - 0.6];
      expect(Math.sqrt((c * u * u - 2 * b * u * v + a * v * v) / determinant)).toBeCloseTo(2, 1);
    }
  });
  it('reaches exactly σ along an axis: its bounding box is that of the marginals', () => {
    const points = corners({ mean: [0.5, 0.5], covariance: [0.0225, -0.01, -0.01, 0.04] }, 1);
    expect(Math.max(...points.map(([x]) => x)) - 0.5).toBeCloseTo(0.15, 2);
    expect(Math.max(...points.map(([, y]) => y)) - 0.5).toBeCloseTo(0.2, 2);
  });
  it('survives a distribution that has collapsed', () => {
    for (const [x, y] of corners({ mean: [0.3, 0.2], covariance: [0, 0, 0, 0] }, 2)) {
      expect([x, y]).toEqual([expect.closeTo(0.3), expect.closeTo(0.2)]);
    }
  });
});
