/**
 * Along one axis of the unit cube: normal distributions cut off outside [0, 1], the kernels of a Parzen density.
 *
 * An axis of integers is cut into equal cells, one per value; a kernel's probability of a value is its mass in that
 * value's cell. It is given as a density (mass × number of cells), so that the curve of a fine lattice is the curve of the
 * continuous axis; the number of cells is the same for l and g and leaves their ratio as it is.
 */
import { log } from '../math/elementary.ts';
import { LOG_SQRT_2PI, logCellFactor, logInside, truncatedQuantile } from './truncated-normal.ts';

export class Kernels {
  readonly means: Float64Array;
  readonly sds: Float64Array;
  /** Integer values along this axis; 0: continuous. */
  readonly cells: number;
  private readonly inverses: Float64Array;
  /** ln of the density at the kernel's own mean. */
  private readonly peaks: Float64Array;
  /** Integers repeat, and so do kernels: the first kernel like each. */
  private readonly first: Int32Array;
  /** By cell: every kernel's log density there, as far as already asked for. */
  private readonly columns = new Map<number, Float64Array>();

  /** @param cells integer values along this axis; 0: continuous */
  constructor(means: Float64Array, sds: Float64Array, cells: number) {
    this.means = means;
    this.sds = sds;
    this.cells = cells;
    this.first = cells > 0 ? firstAlike(means, sds) : Int32Array.from(means.keys());
    this.inverses = sds.map((sd) => 1 / sd);
    this.peaks = new Float64Array(means.length);
    for (let i = 0; i < means.length; i++) {
      const alike = this.first[i];
      this.peaks[i] =
        alike < i ? this.peaks[alike] : -log(sds[i]) - LOG_SQRT_2PI - logInside(means[i], sds[i]);
    }
  }

  /** Adds every kernel's log density at u to `sums`. */
  addLogDensities(u: number, sums: Float64Array): void {
    const { means, inverses, peaks } = this;
    const m = means.length;
    if (this.cells > 0) {
      const column = this.column(this.cellOf(u));
      for (let i = 0; i < m; i++) sums[i] += column[i];
      return;
    }
    for (let i = 0; i < m; i++) {
      const z = (u - means[i]) * inverses[i];
      sums[i] += peaks[i] - 0.5 * z * z;
    }
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
    const cached = this.columns.get(cell);
    if (cached) return cached;
    const { means, inverses, peaks, first, cells } = this;
    const column = new Float64Array(means.length);
    const middle = (cell + 0.5) / cells;
    for (let i = 0; i < column.length; i++) {
      const alike = first[i];
      if (alike < i) {
        column[i] = column[alike];
        continue;
      }
      const z = (middle - means[i]) * inverses[i];
      column[i] = peaks[i] - 0.5 * z * z + logCellFactor(z, inverses[i] / cells);
    }
    this.columns.set(cell, column);
    return column;
  }
}

/** For every kernel the first one with the same mean and standard deviation. */
function firstAlike(means: Float64Array, sds: Float64Array): Int32Array {
  const known = new Map<number, Map<number, number>>();
  return Int32Array.from(means, (mean, i) => {
    let bySd = known.get(mean);
    if (!bySd) known.set(mean, (bySd = new Map()));
    const first = bySd.get(sds[i]);
    if (first === undefined) bySd.set(sds[i], i);
    return first ?? i;
  });
}
