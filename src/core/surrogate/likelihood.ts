/**
 * Log marginal likelihood of a zero-mean Gaussian process and its gradient in the logarithms of the
 * hyperparameters (Rasmussen & Williams 2006, eq. 2.30 and 5.9).
 *
 * | name  | meaning                                            | shape            |
 * | ----- | -------------------------------------------------- | ---------------- |
 * | n, d  | observations, dimensions                           |                  |
 * | x     | inputs in the unit cube, row-major                 | n × d            |
 * | y     | observations (standardised by the caller, if ever) | n                |
 * | theta | ln σ_f², ln ℓ₁ … ln ℓ_d, ln σ_n²                   | d + 2            |
 * | K     | σ_f² k(x, x′) + σ_n² I = L Lᵀ                      | n × n            |
 * | alpha | K⁻¹ y                                              | n                |
 */
import { exp, log } from '../math/elementary.ts';
import { invertFromFactor, solveLower, solveUpper, tryFactorise } from './cholesky.ts';
import { kernels, type KernelId } from './kernels.ts';

const LOG_2PI = 1.8378770664093453;

export class Likelihood {
  readonly n: number;
  readonly d: number;
  readonly #kernel;
  readonly #y: Float64Array;
  /** Squared differences, one row of n (n − 1) / 2 pairs per dimension. */
  readonly #squares: Float64Array;
  readonly #k: Float64Array;
  readonly #inverse: Float64Array;
  /** Scratch of the inversion. */
  readonly #columns: Float64Array;
  /** σ_f² k and σ_f² g (see kernels.ts) of every pair: overwritten at each evaluation. */
  readonly #covariances: Float64Array;
  readonly #slopes: Float64Array;
  readonly #alpha: Float64Array;
  readonly #weights: Float64Array;

  constructor(kernel: KernelId, x: Float64Array, y: Float64Array, d: number) {
    const n = y.length;
    const pairs = (n * (n - 1)) / 2;
    this.n = n;
    this.d = d;
    this.#kernel = kernels[kernel];
    this.#y = y;
    this.#squares = new Float64Array(pairs * d);
    for (let j = 0; j < d; j++) {
      for (let a = 1, p = j * pairs; a < n; a++) {
        for (let b = 0; b < a; b++) {
          const difference = x[a * d + j] - x[b * d + j];
          this.#squares[p++] = difference * difference;
        }
      }
    }
    this.#k = new Float64Array(n * n);
    this.#inverse = new Float64Array(n * n);
    this.#columns = new Float64Array(n * n);
    this.#covariances = new Float64Array(pairs);
    this.#slopes = new Float64Array(pairs);
    this.#alpha = new Float64Array(n);
    this.#weights = new Float64Array(d);
  }

  /**
   * @param gradient receives ∂/∂theta where given
   * @returns −∞ where the covariance matrix is not positive definite in floating point. No jitter helps here: it
   *   would be noise that theta does not pay for, and the optimiser would seek out the places that get it free.
   */
  evaluate(theta: ArrayLike<number>, gradient?: Float64Array): number {
    const { n, d } = this;
    const pairs = (n * (n - 1)) / 2;
    const k = this.#k;
    const signal = exp(theta[0]);
    const noise = exp(theta[d + 1]);
    const weights = this.#weights;
    for (let j = 0; j < d; j++) weights[j] = exp(-2 * theta[1 + j]);

    const covariances = this.#covariances;
    const slopes = this.#slopes;
    this.#distances(covariances);
    this.#kernel.both(covariances, pairs, signal, covariances, slopes);
    for (let a = 0, p = 0; a < n; a++) {
      for (let b = 0; b < a; b++) k[a * n + b] = covariances[p++];
      k[a * n + a] = signal + noise;
    }
    if (!tryFactorise(k, n, n)) return -Infinity;

    const alpha = this.#alpha;
    alpha.set(this.#y);
    solveLower(k, n, n, alpha);
    let result = -0.5 * n * LOG_2PI;
    for (let i = 0; i < n; i++) result -= 0.5 * alpha[i] * alpha[i] + log(k[i * n + i]);
    if (!gradient) return result;

    solveUpper(k, n, n, alpha);
    const inverse = this.#inverse;
    invertFromFactor(k, n, n, inverse, this.#columns);
    // ½ tr((α αᵀ − K⁻¹) ∂K/∂θ); every off-diagonal pair counts twice.
    let bySignal = 0;
    let trace = 0;
    for (let a = 0, p = 0; a < n; a++) {
      for (let b = 0; b < a; b++, p++) {
        const w = alpha[a] * alpha[b] - inverse[a * n + b];
        bySignal += w * covariances[p];
        slopes[p] *= w;
      }
      trace += alpha[a] * alpha[a] - inverse[a * n + a];
    }
    gradient[0] = bySignal + 0.5 * trace * signal;
    for (let j = 0; j < d; j++) gradient[1 + j] = weights[j] * dot(slopes, this.#squares, j * pairs, pairs);
    gradient[d + 1] = 0.5 * trace * noise;
    return result;
  }

  /** Σⱼ ((xⱼ − x′ⱼ) / ℓⱼ)² of every pair. */
  #distances(into: Float64Array): void {
    const pairs = into.length;
    const weights = this.#weights;
    const squares = this.#squares;
    into.fill(0);
    // Two dimensions at a time: half the loads and stores of the sum.
    let j = 0;
    for (; j + 1 < this.d; j += 2) {
      const w0 = weights[j];
      const w1 = weights[j + 1];
      const first = j * pairs;
      const second = first + pairs;
      for (let p = 0; p < pairs; p++) into[p] += w0 * squares[first + p] + w1 * squares[second + p];
    }
    if (j < this.d) {
      const w = weights[j];
      for (let p = 0; p < pairs; p++) into[p] += w * squares[j * pairs + p];
    }
  }
}

/** Σ aᵢ b₍ₐₜ₊ᵢ₎, four sums side by side: a single one would wait for each addition to finish. */
function dot(a: Float64Array, b: Float64Array, at: number, count: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = 0;
  for (; i + 3 < count; i += 4) {
    s0 += a[i] * b[at + i];
    s1 += a[i + 1] * b[at + i + 1];
    s2 += a[i + 2] * b[at + i + 2];
    s3 += a[i + 3] * b[at + i + 3];
  }
  for (; i < count; i++) s0 += a[i] * b[at + i];
  return s0 + s1 + (s2 + s3);
}
