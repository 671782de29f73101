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
  const dots = new Float64Array(8);
  let i = 0;
  for (; i + 1 < n; i += 2) {
    const upper = i * stride;
    const lower = upper + stride;
    let j = 0;
    for (; j + 3 < i; j += 4) {
      const c0 = j * stride;
      const c1 = c0 + stride;
      const c2 = c1 + stride;
      const c3 = c2 + stride;
      dotsOf2By4(a, upper, lower, a, c0, c1, c2, c3, 0, j, dots);
      for (let r = 0; r < 2; r++) {
        const row = r === 0 ? upper : lower;
        const at = 4 * r;
        const v0 = (a[row + j] - dots[at]) / a[c0 + j];
        const v1 = (a[row + j + 1] - dots[at + 1] - v0 * a[c1 + j]) / a[c1 + j + 1];
        const v2 = (a[row + j + 2] - dots[at + 2] - v0 * a[c2 + j] - v1 * a[c2 + j + 1]) / a[c2 + j + 2];
        const rest = v0 * a[c3 + j] + v1 * a[c3 + j + 1] + v2 * a[c3 + j + 2];
        a[row + j] = v0;
        a[row + j + 1] = v1;
        a[row + j + 2] = v2;
        a[row + j + 3] = (a[row + j + 3] - dots[at + 3] - rest) / a[c3 + j + 3];
      }
    }
    if (!factoriseRow(a, i, stride, j) || !factoriseRow(a, i + 1, stride, j)) return false;
  }
  return i === n || factoriseRow(a, i, stride);
}

/** A pivot smaller than this share of the diagonal is what rounding leaves of 0. */
const ROUNDING = 1e-14;

/**
 * Row i of L from row i of K and the rows above it: extends a factor by one observation in O(i²).
 * @param from columns before this one are known already
 */
export function factoriseRow(a: Float64Array, i: number, stride: number, from = 0): boolean {
  const row = i * stride;
  for (let j = from; j <= i; j++) {
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

/**
 * Dot products of two rows of `a` with four rows of `b` over the columns from … to − 1; rows are given by where they
 * start, `into` receives those of the first row, then those of the second. Six loads serve eight multiply-adds, where
 * one dot product needs two for each: most of the time of an O(n³) step is loads.
 */
function dotsOf2By4(
  a: Float64Array,
  a0: number,
  a1: number,
  b: Float64Array,
  b0: number,
  b1: number,
  b2: number,
  b3: number,
  from: number,
  to: number,
  into: Float64Array,
): void {
  let s00 = 0;
  let s01 = 0;
  let s02 = 0;
  let s03 = 0;
  let s10 = 0;
  let s11 = 0;
  let s12 = 0;
  let s13 = 0;
  for (let k = from; k < to; k++) {
    const u = a[a0 + k];
    const v = a[a1 + k];
    const w0 = b[b0 + k];
    const w1 = b[b1 + k];
    const w2 = b[b2 + k];
    const w3 = b[b3 + k];
    s00 += u * w0;
    s01 += u * w1;
    s02 += u * w2;
    s03 += u * w3;
    s10 += v * w0;
    s11 += v * w1;
    s12 += v * w2;
    s13 += v * w3;
  }
  into[0] = s00;
  into[1] = s01;
  into[2] = s02;
  into[3] = s03;
  into[4] = s10;
  into[5] = s11;
  into[6] = s12;
  into[7] = s13;
}

/** Solves L v = b in place. */
export function solveLower(l: Float64Array, n: number, stride: number, b: Float64Array): void {
  for (let i = 0; i < n; i++) {
    const row = i * stride;
    let s0 = b[i];
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let j = 0;
    for (; j + 3 < i; j += 4) {
      s0 -= l[row + j] * b[j];
      s1 -= l[row + j + 1] * b[j + 1];
      s2 -= l[row + j + 2] * b[j + 2];
      s3 -= l[row + j + 3] * b[j + 3];
    }
    for (; j < i; j++) s0 -= l[row + j] * b[j];
    b[i] = (s0 + s1 + (s2 + s3)) / l[row + i];
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

/**
 * (L Lᵀ)⁻¹ from the factor: its lower triangle, written to `into` (n × n, row stride n; the upper one is scratch).
 * @param columns scratch, n × n: the columns of L⁻¹, each a row here
 */
export function invertFromFactor(
  l: Float64Array,
  n: number,
  stride: number,
  into: Float64Array,
  columns: Float64Array,
): void {
  const dots = new Float64Array(8);
  // A block at the edge repeats its last row or column instead of being a case of its own.
  const last = n - 1;
  for (let j = 0; j < n; j += 4) {
    const end = Math.min(j + 4, n);
    for (let c = j; c < end; c++) invertCorner(l, stride, columns, n, c, j, end);
    const c0 = j * n;
    const c1 = Math.min(j + 1, last) * n;
    const c2 = Math.min(j + 2, last) * n;
    const c3 = Math.min(j + 3, last) * n;
    for (let i = end; i < n; i += 2) {
      const upper = i * stride;
      const lower = Math.min(i + 1, last) * stride;
      dotsOf2By4(l, upper, lower, columns, c0, c1, c2, c3, j, i, dots);
      for (let c = 0; c < end - j; c++) {
        const column = (j + c) * n;
        columns[column + i] = -dots[c] / l[upper + i];
        if (i < last) {
          columns[column + i + 1] = -(dots[4 + c] + l[lower + i] * columns[column + i]) / l[lower + i + 1];
        }
      }
    }
  }
  // K⁻¹ = L⁻ᵀ L⁻¹: entry (a, b), b ≤ a, is the dot product of two columns of L⁻¹ from row a on.
  for (let a = 0; a < n; a += 2) {
    const upper = a * n;
    const lower = Math.min(a + 1, last) * n;
    for (let b = 0; b <= a; b += 4) {
      const b1 = Math.min(b + 1, last);
      const b2 = Math.min(b + 2, last);
      const b3 = Math.min(b + 3, last);
      dotsOf2By4(columns, upper, lower, columns, b * n, b1 * n, b2 * n, b3 * n, a, n, dots);
      into[upper + b] = dots[0];
      into[upper + b1] = dots[1];
      into[upper + b2] = dots[2];
      into[upper + b3] = dots[3];
      into[lower + b] = dots[4];
      into[lower + b1] = dots[5];
      into[lower + b2] = dots[6];
      into[lower + b3] = dots[7];
    }
  }
}

/** Column c of L⁻¹ in the rows from … to − 1, zeros above its diagonal included. */
function invertCorner(
  l: Float64Array,
  stride: number,
  columns: Float64Array,
  n: number,
  c: number,
  from: number,
  to: number,
): void {
  const column = c * n;
  for (let i = from; i < to; i++) {
    let sum = i === c ? 1 : 0;
    for (let k = c; k < i; k++) sum -= l[i * stride + k] * columns[column + k];
    columns[column + i] = i < c ? 0 : sum / l[i * stride + i];
  }
}
