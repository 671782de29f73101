import { describe, expect, it } from 'vitest';
import { stream } from '../rng.ts';
import { factoriseRow, invertFromFactor, solveLower, solveUpper, tryFactorise } from './cholesky.ts';

/** A Aᵀ + I of a random A: positive definite, with numbers of order n. Row stride as given, NaN beyond the matrix. */
function positiveDefinite(n: number, stride: number): Float64Array {
  const rng = stream('positive definite', n);
  const a = Float64Array.from({ length: n * n }, rng.normal);
  const k = new Float64Array(n * stride).fill(NaN);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let sum = i === j ? 1 : 0;
      for (let m = 0; m < n; m++) sum += a[i * n + m] * a[j * n + m];
      k[i * stride + j] = sum;
    }
  }
  return k;
}

// Blocks of two rows and four columns: every way in which a matrix can end within a block.
describe.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 30, 41])('a %i × … matrix', (n) => {
  const stride = n + 3;
  const k = positiveDefinite(n, stride);
  const l = k.slice();
  const done = tryFactorise(l, n, stride);

  it('is the product of its factors', () => {
    expect(done).toBe(true);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j <= i; j++) {
        let sum = 0;
        for (let m = 0; m <= j; m++) sum += l[i * stride + m] * l[j * stride + m];
        expect(sum).toBeCloseTo(k[i * stride + j], 10);
      }
    }
  });

  it('has the factor that grows row by row', () => {
    const grown = k.slice();
    for (let i = 0; i < n; i++) expect(factoriseRow(grown, i, stride)).toBe(true);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j <= i; j++) expect(l[i * stride + j]).toBeCloseTo(grown[i * stride + j], 11);
    }
  });

  it('times its inverse is the identity', () => {
    const inverse = new Float64Array(n * n);
    // Scratch is not expected to be clean.
    invertFromFactor(l, n, stride, inverse, new Float64Array(n * n).fill(7));
    const entry = (i: number, j: number) => inverse[Math.max(i, j) * n + Math.min(i, j)];
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        let sum = 0;
        for (let m = 0; m < n; m++) sum += k[i * stride + m] * entry(m, j);
        expect(sum).toBeCloseTo(i === j ? 1 : 0, 9);
      }
    }
  });

  it('solves', () => {
    const b = Float64Array.from({ length: n }, (_, i) => i - 2);
    const x = b.slice();
    solveLower(l, n, stride, x);
    solveUpper(l, n, stride, x);
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let m = 0; m < n; m++) sum += k[i * stride + m] * x[m];
      expect(sum).toBeCloseTo(b[i], 9);
    }
  });
});

it.each([2, 5, 9, 14])('a repeated row and column are noticed (n = %i)', (n) => {
  const k = positiveDefinite(n, n);
  for (let j = 0; j < n; j++) k[(n - 1) * n + j] = k[j];
  k[n * n - 1] = k[0];
  expect(tryFactorise(k, n, n)).toBe(false);
});
