import { describe, expect, it } from 'vitest';
import { stream } from '../../../rng.ts';
import { triangulate } from './triangulation.ts';

const scattered = (label: string, n: number) => {
  const rng = stream('triangulation-test', label);
  return Float64Array.from({ length: 2 * n }, rng.next);
};
const heights = (points: Float64Array, f: (u: number, v: number) => number) =>
  Array.from({ length: points.length / 2 }, (_, i) => f(points[2 * i], points[2 * i + 1]));

describe('a triangulated surface', () => {
  it('is a plane where the points lie on one, and has every point’s own value', () => {
    const points = scattered('plane', 300);
    const plane = (u: number, v: number) => 3 * u - 2 * v + 1;
    const z = heights(points, plane);
    const { value } = triangulate(points, z);
    z.forEach((height, i) => expect(value(points[2 * i], points[2 * i + 1])).toBe(height));
    const rng = stream('triangulation-test', 'inside');
    for (let n = 0; n < 2000; n++) {
      const [u, v] = [0.2 + 0.6 * rng.next(), 0.2 + 0.6 * rng.next()];
      expect(value(u, v)).toBeCloseTo(plane(u, v), 12);
    }
  });

  it('never leaves the range of its points, and does not depend on what was asked before', () => {
    const points = scattered('rough', 2000);
    const rough = stream('triangulation-test', 'heights');
    const z = heights(points, () => rough.normal());
    const [least, most] = [Math.min(...z), Math.max(...z)];
    const [one, other] = [triangulate(points, z), triangulate(points, z)];
    const asked = scattered('asked', 3000);
    const answers = Array.from({ length: 3000 }, (_, i) => one.value(asked[2 * i], asked[2 * i + 1]));
    for (let i = 2999; i >= 0; i--) {
      expect(other.value(asked[2 * i], asked[2 * i + 1])).toBe(answers[i]);
      expect(answers[i]).toBeGreaterThanOrEqual(least);
      expect(answers[i]).toBeLessThanOrEqual(most);
    }
  });

  it('goes on level beyond its hull: the nearest point of it counts', () => {
    const square = Float64Array.of(0.25, 0.25, 0.75, 0.25, 0.75, 0.75, 0.25, 0.75);
    const { value } = triangulate(square, [0, 4, 8, 4]);
    expect(value(0, 0)).toBe(0);
    expect(value(1, 1)).toBe(8);
    expect(value(0.5, 0)).toBeCloseTo(2, 12);
    expect(value(1, 0.5)).toBeCloseTo(6, 12);
    expect(value(0.5, 0.25)).toBeCloseTo(2, 12);
  });

  it('takes points on one line, two points, and one', () => {
    const line = triangulate(Float64Array.of(0.2, 0.2, 0.8, 0.8, 0.5, 0.5), [1, 3, 0]);
    expect(line.value(0.5, 0.5)).toBe(0);
    expect(line.value(0.35, 0.35)).toBeCloseTo(0.5, 12);
    expect(line.value(0.45, 0.25)).toBeCloseTo(0.5, 12);
    expect([line.value(0, 0), line.value(1, 1)]).toEqual([1, 3]);
    expect(line.joined(0, 2) && !line.joined(0, 1)).toBe(true);
    expect(triangulate(Float64Array.of(0, 1, 1, 1), [2, 4]).value(0.5, 0)).toBe(3);
    expect(triangulate(Float64Array.of(0.3, 0.3), [7]).value(0.9, 0)).toBe(7);
  });

  it('takes a full grid, whose every square may be cut either way', () => {
    const side = Array.from({ length: 21 }, (_, i) => i / 20);
    const points = Float64Array.from(side.flatMap((u) => side.flatMap((v) => [u, v])));
    const bowl = (u: number, v: number) => (u - 0.35) ** 2 + (v - 0.65) ** 2;
    const z = heights(points, bowl);
    const { value } = triangulate(points, z);
    for (let n = 0; n < 500; n++) {
      const [u, v] = [(n * 0.618034) % 1, (n * 0.414214) % 1];
      expect(Math.abs(value(u, v) - bowl(u, v))).toBeLessThan(0.0013);
    }
  });
});
