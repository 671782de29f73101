/**
 * Along one axis of the unit cube: m normal distributions cut off outside [0, 1], the kernels of a Parzen density.
 *
 * An axis of integers is cut into equal cells, one per value; a kernel's probability of a value is its mass in that
 * value's cell. Given as a density (mass × number of cells), so that the curve of a fine lattice is the curve of the
 * continuous axis; the number of cells is the same for l and g and leaves their ratio as it is.
 */
import { log } from '../math/elementary.ts';
import { logInside, logMass, truncatedQuantile } from './truncated-normal.ts';

const LOG_SQRT_2PI = 0.9189385332046728;

export class Kernels {
  readonly means: Float64Array;
  readonly sds: Float64Array;
  /** Integer values along this axis; 0: continuous. */
  readonly cells: number;
  /** What does not depend on the point: −ln (mass inside), and for a continuous axis −ln (σ √(2π)). */
  private readonly constants: Float64Array;
  /** Integers repeat, and so do kernels: which of the different ones each kernel is. */
  private readonly shape: Int32Array;
  /** First kernel of each shape. */
  private readonly shapes: number[] = [];
  /** By cell: log density of every shape there. */
  private readonly columns = new Map<number, Float64Array>();

  /** @param cells integer values along this axis; 0: continuous */
  constructor(means: Float64Array, sds: Float64Array, cells: number) {
    this.means = means;
    this.sds = sds;
    this.cells = cells;
    const m = means.length;
    this.constants = new Float64Array(m);
    this.shape = new Int32Array(cells > 0 ? m : 0);
    if (cells === 0) {
      for (let i = 0; i < m; i++)
        this.constants[i] = -log(sds[i]) - LOG_SQRT_2PI - logInside(means[i], sds[i]);
      return;
    }
    const known = new Map<string, number>();
    for (let i = 0; i < m; i++) {
      const key = `${means[i]} ${sds[i]}`;
      let shape = known.get(key);
      if (shape === undefined) {
        shape = this.shapes.push(i) - 1;
        known.set(key, shape);
        this.constants[shape] = log(cells) - logInside(means[i], sds[i]);
      }
      this.shape[i] = shape;
    }
  }

  /** Adds every kernel's log density at u to `sums`. */
  addLogDensities(u: number, sums: Float64Array): void {
    const { means, sds, constants } = this;
    const m = means.length;
    if (this.cells === 0) {
      for (let i = 0; i < m; i++) {
        const z = (u - means[i]) / sds[i];
        sums[i] += constants[i] - 0.5 * z * z;
      }
      return;
    }
    const column = this.column(this.cellOf(u));
    for (let i = 0; i < m; i++) sums[i] += column[this.shape[i]];
  }

  /** The point of kernel i below which a share `uniform` of it lies; on an axis of integers, the middle of its cell. */
  draw(i: number, uniform: number): number {
    const u = truncatedQuantile(this.means[i], this.sds[i], uniform);
    return this.cells === 0 ? u : (this.cellOf(u) + 0.5) / this.cells;
  }

  private cellOf(u: number): number {
    return Math.min(this.cells - 1, Math.floor(u * this.cells));
  }

  private column(cell: number): Float64Array {
    let column = this.columns.get(cell);
    if (!column) {
      const lo = cell / this.cells;
      const hi = (cell + 1) / this.cells;
      column = Float64Array.from(this.shapes, (i, shape) => {
        const mean = this.means[i];
        const sd = this.sds[i];
        return this.constants[shape] + logMass((lo - mean) / sd, (hi - mean) / sd);
      });
      this.columns.set(cell, column);
    }
    return column;
  }
}
