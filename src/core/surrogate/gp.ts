/**
 * Gaussian-process regression with a zero prior mean (Rasmussen & Williams 2006, algorithm 2.1).
 *
 * | name   | meaning                                     | shape              |
 * | ------ | ------------------------------------------- | ------------------ |
 * | x      | inputs, row-major                           | n × d              |
 * | L      | Cholesky factor of K = σ_f² k(x, x′) + σ_n² I | n × n, row stride `capacity` |
 * | beta   | L⁻¹ y                                       | n                  |
 * | alpha  | K⁻¹ y                                       | n                  |
 * | kq     | σ_f² k(x, q) for a query q                  | n                  |
 * | v      | L⁻¹ kq; variance = σ_f² − v·v               | n                  |
 */
import { log } from '../math/elementary.ts';
import { factorise, factoriseRow, solveLower, solveUpper } from './cholesky.ts';
import { kernels, type KernelId } from './kernels.ts';

export interface Hyperparameters {
  kernel: KernelId;
  /** One per dimension. */
  lengthscales: readonly number[];
  signalVariance: number;
  noiseVariance: number;
}

const LOG_2PI = 1.8378770664093453;

export class GaussianProcess {
  readonly hyperparameters: Hyperparameters;
  readonly d: number;
  /** Added to the diagonal to keep the factorisation positive definite; 0 where none was needed. */
  jitter = 0;
  /** Changes whenever rows of the factor that were there before have changed: what was built on them is stale. */
  version = 0;
  #n = 0;
  #capacity: number;
  #x: Float64Array;
  #l: Float64Array;
  #y: Float64Array;
  #beta: Float64Array;
  #alpha: Float64Array;
  readonly #weights: Float64Array;

  /**
   * @param x n × d, row-major
   * @param y n observations
   */
  constructor(hyperparameters: Hyperparameters, x: Float64Array, y: Float64Array) {
    this.hyperparameters = hyperparameters;
    this.d = hyperparameters.lengthscales.length;
    const n = y.length;
    if (x.length !== n * this.d) {
      throw new Error(
        `x holds ${x.length} numbers; ${n} observations in ${this.d} dimensions need ${n * this.d}.`,
      );
    }
    this.#capacity = n + 8;
    this.#x = new Float64Array(this.#capacity * this.d);
    this.#x.set(x);
    this.#y = new Float64Array(this.#capacity);
    this.#y.set(y);
    this.#beta = new Float64Array(this.#capacity);
    this.#alpha = new Float64Array(this.#capacity);
    this.#l = new Float64Array(this.#capacity * this.#capacity);
    this.#weights = Float64Array.from(hyperparameters.lengthscales, (scale) => 1 / (scale * scale));
    this.#n = n;
    for (let i = 0; i < n; i++) this.#covarianceRow(i);
    this.jitter = factorise(this.#l, n, this.#capacity);
    this.#solve();
  }

  get n(): number {
    return this.#n;
  }
  /** Row stride of {@link factor}. */
  get stride(): number {
    return this.#capacity;
  }
  get factor(): Float64Array {
    return this.#l;
  }
  get beta(): Float64Array {
    return this.#beta;
  }
  get alpha(): Float64Array {
    return this.#alpha;
  }
  get inputs(): Float64Array {
    return this.#x;
  }

  logMarginalLikelihood(): number {
    let result = -0.5 * this.#n * LOG_2PI;
    for (let i = 0; i < this.#n; i++) {
      result -= 0.5 * this.#beta[i] * this.#beta[i] + log(this.#l[i * this.#capacity + i]);
    }
    return result;
  }

  /** Adds one observation: extends the factor in O(n²) instead of starting again in O(n³). */
  extend(x: ArrayLike<number>, y: number): void {
    if (this.#n === this.#capacity) this.#grow();
    const i = this.#n;
    for (let j = 0; j < this.d; j++) this.#x[i * this.d + j] = x[j];
    this.#y[i] = y;
    this.#n += 1;
    this.#covarianceRow(i);
    this.#l[i * this.#capacity + i] += this.jitter;
    if (!factoriseRow(this.#l, i, this.#capacity)) {
      // As good as a repetition of an earlier point: start again, with the jitter that this needs.
      for (let row = 0; row < this.#n; row++) this.#covarianceRow(row);
      this.jitter = factorise(this.#l, this.#n, this.#capacity);
      this.version += 1;
    }
    this.#solve();
  }

  /** σ_f² k(x, q) for every observation, and optionally the slopes g (see kernels.ts), both times σ_f². */
  covariances(q: ArrayLike<number>, into: Float64Array, slopes?: Float64Array): void {
    const { kernel, signalVariance } = this.hyperparameters;
    const { value, both } = kernels[kernel];
    for (let i = 0; i < this.#n; i++) into[i] = this.#distance(i, q);
    if (slopes) both(into, this.#n, signalVariance, into, slopes);
    else for (let i = 0; i < this.#n; i++) into[i] = signalVariance * value(into[i]);
  }

  /** Latent means at the observations themselves, in O(n): K_f α = y − σ_n² α, since (K_f + σ_n² I) α = y. */
  meansAtData(): Float64Array {
    const noise = this.hyperparameters.noiseVariance + this.jitter;
    return this.#y.slice(0, this.#n).map((y, i) => y - noise * this.#alpha[i]);
  }

  /** Latent mean and standard deviation (observation noise not included) at m points, row-major m × d. */
  predict(points: Float64Array): { mean: Float64Array; sd: Float64Array } {
    const m = points.length / this.d;
    const mean = new Float64Array(m);
    const sd = new Float64Array(m);
    const v = new Float64Array(this.#n);
    for (let p = 0; p < m; p++) {
      this.covariances(points.subarray(p * this.d, (p + 1) * this.d), v);
      solveLower(this.#l, this.#n, this.#capacity, v);
      let variance = this.hyperparameters.signalVariance;
      for (let i = 0; i < this.#n; i++) {
        mean[p] += v[i] * this.#beta[i];
        variance -= v[i] * v[i];
      }
      sd[p] = Math.sqrt(Math.max(0, variance));
    }
    return { mean, sd };
  }

  /** Latent mean and covariance (m × m, row-major) at m points. */
  predictJoint(points: Float64Array): { mean: Float64Array; covariance: Float64Array } {
    const m = points.length / this.d;
    const n = this.#n;
    const { kernel, signalVariance } = this.hyperparameters;
    const { value } = kernels[kernel];
    const mean = new Float64Array(m);
    const covariance = new Float64Array(m * m);
    const rows = Array.from({ length: m }, (_, p) => {
      const v = new Float64Array(n);
      this.covariances(points.subarray(p * this.d, (p + 1) * this.d), v);
      solveLower(this.#l, n, this.#capacity, v);
      for (let i = 0; i < n; i++) mean[p] += v[i] * this.#beta[i];
      return v;
    });
    for (let p = 0; p < m; p++) {
      for (let q = 0; q <= p; q++) {
        let s = 0;
        for (let j = 0; j < this.d; j++) {
          const difference = points[p * this.d + j] - points[q * this.d + j];
          s += difference * difference * this.#weights[j];
        }
        let entry = signalVariance * value(s);
        for (let i = 0; i < n; i++) entry -= rows[p][i] * rows[q][i];
        covariance[p * m + q] = entry;
        covariance[q * m + p] = entry;
      }
    }
    return { mean, covariance };
  }

  #distance(i: number, q: ArrayLike<number>): number {
    let s = 0;
    for (let j = 0; j < this.d; j++) {
      const difference = this.#x[i * this.d + j] - q[j];
      s += difference * difference * this.#weights[j];
    }
    return s;
  }

  /** Row i of K, up to the diagonal. */
  #covarianceRow(i: number): void {
    const { kernel, signalVariance, noiseVariance } = this.hyperparameters;
    const { value } = kernels[kernel];
    const row = i * this.#capacity;
    const here = this.#x.subarray(i * this.d, (i + 1) * this.d);
    for (let j = 0; j < i; j++) this.#l[row + j] = signalVariance * value(this.#distance(j, here));
    this.#l[row + i] = signalVariance + noiseVariance;
  }

  #solve(): void {
    const n = this.#n;
    this.#beta.set(this.#y.subarray(0, n));
    solveLower(this.#l, n, this.#capacity, this.#beta);
    this.#alpha.set(this.#beta.subarray(0, n));
    solveUpper(this.#l, n, this.#capacity, this.#alpha);
  }

  #grow(): void {
    const capacity = this.#capacity * 2;
    const l = new Float64Array(capacity * capacity);
    for (let i = 0; i < this.#n; i++) {
      l.set(this.#l.subarray(i * this.#capacity, i * this.#capacity + i + 1), i * capacity);
    }
    const wider = (old: Float64Array, size: number) => {
      const copy = new Float64Array(size);
      copy.set(old);
      return copy;
    };
    this.#l = l;
    this.#x = wider(this.#x, capacity * this.d);
    this.#y = wider(this.#y, capacity);
    this.#beta = wider(this.#beta, capacity);
    this.#alpha = wider(this.#alpha, capacity);
    this.#capacity = capacity;
  }
}
