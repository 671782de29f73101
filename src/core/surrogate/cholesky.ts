/** Cholesky factorisation K = L Lᵀ of flat row-major matrices with a row stride, so that a factor can grow in place. */

/** Tried in turn, as a share of the mean diagonal, until the factorisation succeeds. */
const JITTERS = [0, 1e-12, 1e-10, 1e-8, 1e-6, 1e-4];

/**
 * Factorises the lower triangle of `a` (n × n, row stride `stride`) in place; the upper triangle is not touched.
 * @returns the jitter that had to be added to the diagonal, 0 where none was
 * @throws {Error} where even the largest jitter does not make the matrix positive definite (a NaN, usually)
 */
export function factorise(a: Float64Array, n: number, stride: number): number {
  let trace = 0;
  for (let i = 0; i < n; i++) trace += a[i * stride + i];
  const scale = n > 0 ? trace / n : 1;
  const original = keepLower(a, n, stride);
  for (const share of JITTERS) {
    const jitter = share * scale;
    if (share > 0) restoreLower(a, original, n, stride, jitter);
    if (tryFactorise(a, n, stride)) return jitter;
  }
  throw new Error(`The ${n} × ${n} covariance matrix is not positive definite, even with jitter.`);
}

function keepLower(a: Float64Array, n: number, stride: number): Float64Array {
  const copy = new Float64Array((n * (n + 1)) / 2);
  for (let i = 0, at = 0; i < n; i++) for (let j = 0; j <= i; j++) copy[at++] = a[i * stride + j];
  return copy;
}

function restoreLower(a: Float64Array, copy: Float64Array, n: number, stride: number, jitter: number): void {
  for (let i = 0, at = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) a[i * stride + j] = copy[at++];
    a[i * stride + i] += jitter;
  }
}

/** As {@link factorise}, without jitter: false where the matrix is not positive definite in floating point. */
export function tryFactorise(a: Float64Array, n: number, stride: number): boolean {
  for (let i = 0; i < n; i++) if (!factoriseRow(a, i, stride)) return false;
  return true;
}

/** A pivot smaller than this share of the diagonal is what rounding leaves of 0. */
const ROUNDING = 1e-14;

/** Row i of L from row i of K and the rows above it: extends a factor by one observation in O(i²). */
export function factoriseRow(a: Float64Array, i: number, stride: number): boolean {
  const row = i * stride;
  for (let j = 0; j <= i; j++) {
    const other = j * stride;
    // Four sums side by side: a single one would wait for each addition to finish.
    let s0 = a[row + j];
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let k = 0;
    for (; k + 3 < j; k += 4) {
      s0 -= a[row + k] * a[other + k];
      s1 -= a[row + k + 1] * a[other + k + 1];
      s2 -= a[row + k + 2] * a[other + k + 2];
      s3 -= a[row + k + 3] * a[other + k + 3];
    }
    for (; k < j; k++) s0 -= a[row + k] * a[other + k];
    const sum = s0 + s1 + (s2 + s3);
    if (j < i) a[row + j] = sum / a[other + j];
    else {
      if (!(sum > ROUNDING * a[row + i])) return false;
      a[row + i] = Math.sqrt(sum);
    }
  }
  return true;
}

/** Solves L v = b in place. */
export function solveLower(l: Float64Array, n: number, stride: number, b: Float64Array): void {
  for (let i = 0; i < n; i++) {
    const row = i * stride;
    let sum = b[i];
    for (let j = 0; j < i; j++) sum -= l[row + j] * b[j];
    b[i] = sum / l[row + i];
  }
}

/** Solves Lᵀ v = b in place. */
export function solveUpper(l: Float64Array, n: number, stride: number, b: Float64Array): void {
  for (let i = n - 1; i >= 0; i--) {
    const row = i * stride;
    const value = b[i] / l[row + i];
    b[i] = value;
    // Column by column of Lᵀ, which is row by row of L: contiguous.
    for (let j = 0; j < i; j++) b[j] -= l[row + j] * value;
  }
}

/** (L Lᵀ)⁻¹ from the factor: its lower triangle, written to `into` (n × n, row stride n). */
export function invertFromFactor(l: Float64Array, n: number, stride: number, into: Float64Array): void {
  // L⁻¹, row by row; two earlier rows at a time, which halves loads and stores.
  for (let i = 0; i < n; i++) {
    const row = i * n;
    const from = i * stride;
    for (let j = 0; j < i; j++) into[row + j] = 0;
    let k = 0;
    for (; k + 1 < i; k += 2) {
      const f0 = l[from + k];
      const f1 = l[from + k + 1];
      const r0 = k * n;
      const r1 = r0 + n;
      for (let j = 0; j <= k; j++) into[row + j] -= f0 * into[r0 + j] + f1 * into[r1 + j];
      into[row + k + 1] -= f1 * into[r1 + k + 1];
    }
    if (k < i) {
      const factor = l[from + k];
      for (let j = 0; j <= k; j++) into[row + j] -= factor * into[k * n + j];
    }
    const diagonal = 1 / l[from + i];
    for (let j = 0; j < i; j++) into[row + j] *= diagonal;
    into[row + i] = diagonal;
  }
  // K⁻¹ = L⁻ᵀ L⁻¹: entry (a, b), b ≤ a, is Σ_{i ≥ a} M[i, a] M[i, b]. Row i is still needed for all a ≤ i, so
  // rows are finished from the top, using only rows at or below.
  for (let a = 0; a < n; a++) {
    const target = a * n;
    const own = into[target + a];
    for (let b = 0; b <= a; b++) into[target + b] *= own;
    let i = a + 1;
    for (; i + 1 < n; i += 2) {
      const r0 = i * n;
      const r1 = r0 + n;
      const f0 = into[r0 + a];
      const f1 = into[r1 + a];
      for (let b = 0; b <= a; b++) into[target + b] += f0 * into[r0 + b] + f1 * into[r1 + b];
    }
    if (i < n) {
      const factor = into[i * n + a];
      for (let b = 0; b <= a; b++) into[target + b] += factor * into[i * n + b];
    }
  }
}
