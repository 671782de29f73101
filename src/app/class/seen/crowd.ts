/** Where a class is: how dense its points are over two axes, by a Gaussian kernel. */

import { quantile } from '#core/study/statistics/quantiles.ts';

/** Cells along a side: as fine as a kernel can be told apart. */
export const CELLS = 40;
/** A kernel is no narrower, in shares of the axis: a class that agrees is a spot, not a needle. */
const NARROWEST = 0.03;

export interface Density {
  columns: number;
  rows: number;
  /** Per cell, row-major, row 0 at the bottom; the mean over all cells is 1: how many times as dense as if spread evenly. */
  values: Float64Array;
}

/**
 * Product kernel, widths by Scott’s rule (Scott 1992, Multivariate Density Estimation, eq. 6.42) over the robust spread of
 * Silverman (1986, Density Estimation for Statistics and Data Analysis, eq. 3.30); mass beyond an edge is
 * reflected, so that a class at an edge is not thinned out there.
 * @param x, y places in [0, 1], one each per point
 */
export function densityOf(x: ArrayLike<number>, y: ArrayLike<number>, cells = CELLS): Density {
  const n = x.length;
  const values = new Float64Array(cells * cells);
  if (n > 0) {
    const [along, up] = [kernels(x, cells), kernels(y, cells)];
    for (let p = 0; p < n; p++)
      for (let j = 0; j < cells; j++) {
        const weight = up[p * cells + j] / n;
        // Too far away to be seen.
        if (weight * n < 1e-4) continue;
        const [row, own] = [j * cells, p * cells];
        for (let i = 0; i < cells; i++) values[row + i] += weight * along[own + i];
      }
  }
  return { columns: cells, rows: cells, values };
}

/** The same along one axis, a row for each group of points: row 0 is the first. Groups without points are NaN: nothing is known. */
export function densityByRow(groups: readonly ArrayLike<number>[], cells = CELLS): Density {
  const values = new Float64Array(cells * groups.length).fill(NaN);
  groups.forEach((x, row) => {
    if (x.length === 0) return;
    const along = kernels(x, cells);
    for (let i = 0; i < cells; i++) {
      let sum = 0;
      for (let p = 0; p < x.length; p++) sum += along[p * cells + i];
      values[row * cells + i] = sum / x.length;
    }
  });
  return { columns: cells, rows: groups.length, values };
}

/** Of every point its kernel at the cells’ centres, reflected at both ends; each has the mean 1 over the cells. */
function kernels(at: ArrayLike<number>, cells: number): Float64Array {
  const n = at.length;
  const width = widthOf(at);
  const made = new Float64Array(n * cells);
  for (let p = 0; p < n; p++) {
    // The point, and what it is in the mirrors at both ends.
    add(made, p * cells, cells, at[p], width);
    if (at[p] < SEEN * width) add(made, p * cells, cells, -at[p], width);
    if (1 - at[p] < SEEN * width) add(made, p * cells, cells, 2 - at[p], width);
    let sum = 0;
    for (let i = 0; i < cells; i++) sum += made[p * cells + i];
    for (let i = 0; i < cells; i++) made[p * cells + i] *= cells / sum;
  }
  return made;
}

/** Widths from its middle in which a bump is above 1e-5 of its height. */
const SEEN = 4.8;

function add(row: Float64Array, start: number, cells: number, from: number, width: number): void {
  const first = Math.max(0, Math.floor((from - SEEN * width) * cells));
  const end = Math.min(cells, Math.ceil((from + SEEN * width) * cells));
  for (let i = first; i < end; i++)
    row[start + i] += Math.exp(-0.5 * (((i + 0.5) / cells - from) / width) ** 2);
}

function widthOf(at: ArrayLike<number>): number {
  const n = at.length;
  let [sum, squares] = [0, 0];
  for (let p = 0; p < n; p++) sum += at[p];
  for (let p = 0; p < n; p++) squares += (at[p] - sum / n) ** 2;
  const deviation = n > 1 ? Math.sqrt(squares / (n - 1)) : 0;
  // A few who are far off must not blur all others.
  const ascending = Float64Array.from(at).sort();
  const middle = (quantile(ascending, 0.75) - quantile(ascending, 0.25)) / 1.34;
  const spread = middle > 0 ? Math.min(deviation, middle) : deviation;
  return Math.max(NARROWEST, spread * n ** (-1 / 6));
}
