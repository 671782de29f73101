import type { Grid } from './protocol.ts';

/** Most points of one picture: 512 × 512, some seconds of work. */
export const MOST_POINTS = 512 * 512;

/**
 * The points of a grid in the unit cube, row-major (m × d).
 * @throws {Error} where the grid does not fit the model's dimensions, or is too large to draw
 */
export function gridPoints(grid: Grid, dim: number): Float64Array {
  const axes = grid.kind === 'line' ? [grid.axis] : grid.axes;
  if (!axes.every((axis) => Number.isInteger(axis) && axis >= 0 && axis < dim)) {
    throw new Error(
      `A picture was asked along axes ${axes.join(', ')}, but the model has ${dim} dimensions.`,
    );
  }
  const m = grid.kind === 'line' ? grid.count : grid.columns * grid.rows;
  checkCount(m);
  const points = new Float64Array(m * dim);
  const line = linePoints(grid.kind === 'line' ? m : 1);
  for (let i = 0; i < m; i++) {
    for (let k = 0; k < dim; k++) points[i * dim + k] = grid.through?.[k] ?? 0.5;
    if (grid.kind === 'line') {
      points[i * dim + grid.axis] = line[i];
    } else {
      points[i * dim + grid.axes[0]] = ((i % grid.columns) + 0.5) / grid.columns;
      points[i * dim + grid.axes[1]] = (Math.floor(i / grid.columns) + 0.5) / grid.rows;
    }
  }
  return points;
}

/**
 * `count` coordinates from 0 to 1, both ends included.
 * @throws {Error} where they are too many to draw
 */
export function linePoints(count: number): Float64Array {
  checkCount(count);
  return Float64Array.from({ length: count }, (_, i) => (count === 1 ? 0.5 : i / (count - 1)));
}

function checkCount(m: number): void {
  if (!Number.isInteger(m) || m < 1 || m > MOST_POINTS) {
    throw new Error(`A picture of ${m} points was asked for; expected 1 to ${MOST_POINTS}.`);
  }
}
