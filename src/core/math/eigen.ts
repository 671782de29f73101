/**
 * Eigenvalues and eigenvectors of a symmetric matrix by Jacobi’s cyclic method (Golub & Van Loan 2013, Matrix
 * Computations, § 8.5): plane rotations set one off-diagonal entry after another to zero until nothing is left.
 * For the small matrices of a search (at most some dozens of rows) it is quick, keeps small eigenvalues accurate,
 * and needs + − × ÷ √ only, so that every engine computes the same bits.
 */

export interface Eigen {
  /** Ascending. */
  values: Float64Array;
  /** n × n, row-major; column k is the unit eigenvector of `values[k]`. */
  vectors: Float64Array;
}

/** Convergence is quadratic: half a dozen sweeps do; this many are never needed. */
const MOST_SWEEPS = 60;

/**
 * @param matrix n × n, row-major, symmetric, all finite; not changed
 * @returns A = V diag(values) Vᵀ with V orthogonal
 */
export function eigenSymmetric(matrix: ArrayLike<number>, n: number): Eigen {
  const a = Float64Array.from(matrix);
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) v[i * n + i] = 1;

  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let rotated = false;
    for (let p = 0; p < n - 1; p++) {
      for (let q = p + 1; q < n; q++) rotated = rotate(a, v, n, p, q) || rotated;
    }
    if (!rotated) break;
  }

  const order = Array.from({ length: n }, (_, k) => k).sort((j, k) => a[j * n + j] - a[k * n + k]);
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let k = 0; k < n; k++) vectors[i * n + k] = v[i * n + order[k]];
  return { values: Float64Array.from(order, (k) => a[k * n + k]), vectors };
}

/** A ← JᵀAJ and V ← VJ with the rotation J in the plane (p, q) that makes A[p, q] zero; false where it is already. */
function rotate(a: Float64Array, v: Float64Array, n: number, p: number, q: number): boolean {
  const apq = a[p * n + q];
  const app = a[p * n + p];
  const aqq = a[q * n + q];
  // Too small to change either diagonal entry.
  if (Math.abs(app) + Math.abs(apq) === Math.abs(app) && Math.abs(aqq) + Math.abs(apq) === Math.abs(aqq)) {
    a[p * n + q] = 0;
    a[q * n + p] = 0;
    return false;
  }
  // t = tan θ, the smaller root of t² + 2τt − 1 = 0 (Golub & Van Loan, algorithm 8.5.1).
  const tau = (aqq - app) / (2 * apq);
  const t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
  const c = 1 / Math.sqrt(1 + t * t);
  const s = t * c;

  a[p * n + p] = app - t * apq;
  a[q * n + q] = aqq + t * apq;
  a[p * n + q] = 0;
  a[q * n + p] = 0;
  for (let i = 0; i < n; i++) {
    if (i !== p && i !== q) {
      const aip = a[i * n + p];
      const aiq = a[i * n + q];
      a[i * n + p] = a[p * n + i] = c * aip - s * aiq;
      a[i * n + q] = a[q * n + i] = s * aip + c * aiq;
    }
    const vip = v[i * n + p];
    const viq = v[i * n + q];
    v[i * n + p] = c * vip - s * viq;
    v[i * n + q] = s * vip + c * viq;
  }
  return true;
}
