import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eigenSymmetric } from './eigen.ts';

/** V diag(f(values)) Vᵀ. */
function rebuilt({ values, vectors }: ReturnType<typeof eigenSymmetric>, n: number): number[] {
  return Array.from({ length: n * n }, (_, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    let sum = 0;
    for (let k = 0; k < n; k++) sum += vectors[i * n + k] * values[k] * vectors[j * n + k];
    return sum;
  });
}

const symmetric = fc.integer({ min: 1, max: 12 }).chain((n) =>
  fc
    .array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: n * n, maxLength: n * n })
    .map((entries) => ({
      n,
      matrix: entries.map((_, at) => {
        const [i, j] = [Math.floor(at / n), at % n];
        return entries[Math.min(i, j) * n + Math.max(i, j)];
      }),
    })),
);

describe('eigenvalues and eigenvectors', () => {
  it('of matrices worked out by hand', () => {
    // λ² − 4λ + 3 = 0.
    const two = eigenSymmetric([2, 1, 1, 2], 2);
    expect([...two.values]).toEqual([expect.closeTo(1, 14), expect.closeTo(3, 14)]);
    expect(two.vectors[1]).toBeCloseTo(two.vectors[3], 14);
    expect(two.vectors[0]).toBeCloseTo(-two.vectors[2], 14);
    // The second difference matrix: 2 − 2 cos(kπ/4).
    const three = eigenSymmetric([2, -1, 0, -1, 2, -1, 0, -1, 2], 3);
    expect([...three.values]).toEqual([2 - Math.SQRT2, 2, 2 + Math.SQRT2].map((x) => expect.closeTo(x, 14)));
    expect([...eigenSymmetric([7], 1).values]).toEqual([7]);
  });

  it('put the matrix together again, orthogonal and in ascending order', () => {
    fc.assert(
      fc.property(symmetric, ({ n, matrix }) => {
        const before = [...matrix];
        const found = eigenSymmetric(matrix, n);
        expect(matrix).toEqual(before);
        const scale = Math.max(1e-300, ...matrix.map(Math.abs));
        for (const [at, x] of rebuilt(found, n).entries()) {
          expect(Math.abs(x - matrix[at])).toBeLessThanOrEqual(1e-13 * n * scale);
        }
        const { values, vectors } = found;
        for (let k = 1; k < n; k++) expect(values[k]).toBeGreaterThanOrEqual(values[k - 1]);
        for (let j = 0; j < n; j++) {
          for (let k = 0; k < n; k++) {
            let dot = 0;
            for (let i = 0; i < n; i++) dot += vectors[i * n + j] * vectors[i * n + k];
            expect(dot).toBeCloseTo(j === k ? 1 : 0, 12);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('keep small eigenvalues accurate beside huge ones', () => {
    // D A D with A well conditioned: Jacobi is accurate to the condition of A, not of D (Demmel & Veselić 1992).
    const { values } = eigenSymmetric([1e12, 1e3, 1e3, 1], 2);
    expect(values[0]).toBeCloseTo(1 - 1e-6, 9);
    expect([...eigenSymmetric([0, 0, 0, 0], 2).values]).toEqual([0, 0]);
  });
});
