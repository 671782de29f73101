import { describe, expect, it } from 'vitest';
import { stream } from '../rng.ts';
import { fillingPoints } from './filling.ts';
import { halton, haltonPoint, HALTON_MAX_DIMENSION, radicalInverse } from './halton.ts';
import { latinHypercube } from './latin-hypercube.ts';
import { sobol, SOBOL_MAX_DIMENSION } from './sobol.ts';

const take = (points: Generator<number[]>, n: number): number[][] =>
  Array.from({ length: n }, () => points.next().value as number[]);

/** How many values fall into each of n equal slices of [0, 1). */
function counts(values: number[], n: number): number[] {
  const result = new Array<number>(n).fill(0);
  for (const value of values) result[Math.floor(value * n)] += 1;
  return result;
}

describe('Sobol', () => {
  const scrambles = [undefined, 1, 2, 3];
  it.each(scrambles)('puts one of the first 2ᵏ points into each of 2ᵏ slices (scramble %s)', (seed) => {
    const points = take(sobol(SOBOL_MAX_DIMENSION, seed === undefined ? undefined : stream(seed)), 256);
    for (const n of [2, 16, 64, 256]) {
      for (let j = 0; j < SOBOL_MAX_DIMENSION; j++) {
        const column = points.slice(0, n).map((point) => point[j]);
        expect(counts(column, n), `n ${n}, dimension ${j}`).toEqual(new Array(n).fill(1));
      }
    }
  });

  it.each(scrambles)('is a (0, m, 2)-net in its first two dimensions (scramble %s)', (seed) => {
    const m = 6;
    const points = take(sobol(2, seed === undefined ? undefined : stream(seed)), 2 ** m);
    for (let a = 0; a <= m; a++) {
      const boxes = new Set(
        points.map(([u, v]) => `${Math.floor(u * 2 ** a)},${Math.floor(v * 2 ** (m - a))}`),
      );
      expect(boxes.size, `boxes of ${2 ** a} × ${2 ** (m - a)}`).toBe(2 ** m);
    }
  });

  it('is scrambled anew by another stream, the same by the same', () => {
    const points = (seed: number) => take(sobol(3, stream(seed)), 8);
    expect(points(1)).toEqual(points(1));
    expect(points(1)).not.toEqual(points(2));
  });

  it('ends where its table ends, and says so', () => {
    expect(() => sobol(SOBOL_MAX_DIMENSION + 1).next()).toThrow(
      /up to \d+ dimensions; \d+ were asked for\.$/,
    );
    const beyond = take(fillingPoints(SOBOL_MAX_DIMENSION + 9, stream(1)), 3);
    expect(new Set(beyond.flat()).size).toBe(3 * (SOBOL_MAX_DIMENSION + 9));
  });
});

describe('Halton', () => {
  it('mirrors digits at the point', () => {
    expect([1, 2, 3, 4, 5].map((n) => radicalInverse(n, 2))).toEqual([0.5, 0.25, 0.75, 0.125, 0.625]);
    expect(haltonPoint(5, 2)[1]).toBeCloseTo(2 / 3 + 1 / 9, 15);
  });

  it('puts one of the first bᵏ points into each of bᵏ slices of the dimension with base b', () => {
    [2, 3, 5, 7].forEach((base, j) => {
      const n = base ** 3;
      // A hair to the right, because a sum of digits may round to just below a slice's edge.
      const column = take(halton(4), n).map((point) => point[j] + 1e-12);
      expect(counts(column, n)).toEqual(new Array(n).fill(1));
    });
  });

  it('shifted stays in the cube and keeps its differences', () => {
    const plain = take(halton(3), 50);
    const shifted = take(halton(3, stream('shift')), 50);
    shifted.forEach((point, i) =>
      point.forEach((u, j) => {
        expect(u).toBeGreaterThanOrEqual(0);
        expect(u).toBeLessThan(1);
        const turned = u - shifted[0][j] - plain[i][j];
        expect(Math.abs(turned - Math.round(turned))).toBeLessThan(1e-12);
      }),
    );
    expect(shifted[0]).not.toEqual(plain[0]);
  });

  it('ends where its table ends, and says so', () => {
    expect(() => haltonPoint(1, HALTON_MAX_DIMENSION + 1)).toThrow(/dimensions; \d+ were asked for\.$/);
  });
});

describe('Latin hypercube', () => {
  it('puts one point into each of n slices of every dimension', () => {
    for (const n of [1, 2, 7, 40]) {
      const points = latinHypercube(n, 5, stream('lhs', n));
      for (let j = 0; j < 5; j++) {
        expect(
          counts(
            points.map((point) => point[j]),
            n,
          ),
        ).toEqual(new Array(n).fill(1));
      }
    }
  });
  it('shuffles dimensions apart', () => {
    const points = latinHypercube(20, 2, stream('lhs'));
    expect(points.every(([u, v]) => Math.floor(u * 20) === Math.floor(v * 20))).toBe(false);
  });
});
