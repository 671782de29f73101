/**
 * The posterior on many points at once, kept so that one more observation costs O(n) per point.
 *
 * Row i of V = L⁻¹ K(x, points) belongs to observation i, columns are points: forward substitution runs along rows
 * of contiguous numbers, `V_i −= L_ij V_j`, in blocks of columns that stay in the cache.
 */
import type { GaussianProcess } from './gp.ts';
import { kernels } from './kernels.ts';

/** Columns per block: 60 rows of 256 numbers are 120 KB. */
const BLOCK = 256;

export class PosteriorGrid {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  readonly #gp: GaussianProcess;
  /** One array per dimension: m coordinates divided by the lengthscale. */
  readonly #scaled: Float64Array[];
  readonly #m: number;
  readonly #rows: Float64Array[] = [];
  /** Of the factor that the rows were substituted with. */
  #version: number;

  /** @param points m × d, row-major */
  constructor(gp: GaussianProcess, points: Float64Array) {
    const { d } = gp;
    const m = points.length / d;
    this.#gp = gp;
    this.#m = m;
    this.#scaled = gp.hyperparameters.lengthscales.map((scale, j) =>
      Float64Array.from({ length: m }, (_, p) => points[p * d + j] / scale),
    );
    this.mean = new Float64Array(m);
    this.variance = new Float64Array(m).fill(gp.hyperparameters.signalVariance);
    this.#version = gp.version;
    this.#takeIn();
  }

  /**
   * Takes in what the process has learnt by `extend`: O(n) per point and observation, or everything again where
   * the process had to start its factor again.
   */
  extend(): void {
    if (this.#version !== this.#gp.version) {
      this.#version = this.#gp.version;
      this.#rows.length = 0;
      this.mean.fill(0);
      this.variance.fill(this.#gp.hyperparameters.signalVariance);
    }
    this.#takeIn();
  }

  #takeIn(): void {
    const known = this.#rows.length;
    const { n } = this.#gp;
    while (this.#rows.length < n) this.#rows.push(new Float64Array(this.#m));
    for (let from = 0; from < this.#m; from += BLOCK) {
      const to = Math.min(this.#m, from + BLOCK);
      for (let i = known; i < n; i++) this.#substitute(i, from, to);
    }
  }

  /** Latent standard deviations. */
  sd(): Float64Array {
    return this.variance.map((value) => Math.sqrt(Math.max(0, value)));
  }

  #substitute(i: number, from: number, to: number): void {
    const gp = this.#gp;
    const { kernel, signalVariance, lengthscales } = gp.hyperparameters;
    const { value } = kernels[kernel];
    const row = this.#rows[i];
    for (let j = 0; j < gp.d; j++) {
      const scaled = this.#scaled[j];
      const here = gp.inputs[i * gp.d + j] / lengthscales[j];
      for (let p = from; p < to; p++) {
        const difference = scaled[p] - here;
        row[p] += difference * difference;
      }
    }
    for (let p = from; p < to; p++) row[p] = signalVariance * value(row[p]);

    const factor = gp.factor;
    const at = i * gp.stride;
    // Four earlier rows at a time: one load and store of the row for four multiply-adds.
    let j = 0;
    for (; j + 3 < i; j += 4) {
      const [r0, r1, r2, r3] = [this.#rows[j], this.#rows[j + 1], this.#rows[j + 2], this.#rows[j + 3]];
      const [l0, l1, l2, l3] = [factor[at + j], factor[at + j + 1], factor[at + j + 2], factor[at + j + 3]];
      for (let p = from; p < to; p++) row[p] -= l0 * r0[p] + l1 * r1[p] + (l2 * r2[p] + l3 * r3[p]);
    }
    for (; j < i; j++) {
      const other = this.#rows[j];
      const l = factor[at + j];
      for (let p = from; p < to; p++) row[p] -= l * other[p];
    }
    const inverse = 1 / factor[at + i];
    const beta = gp.beta[i];
    const { mean, variance } = this;
    for (let p = from; p < to; p++) {
      const v = row[p] * inverse;
      row[p] = v;
      mean[p] += v * beta;
      variance[p] -= v * v;
    }
  }
}
