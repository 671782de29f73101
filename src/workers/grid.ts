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
  if (!Number.isInteger(m) || m < 1 || m > MOST_POINTS) {
    throw new Error(`A picture of ${m} points was asked for; expected 1 to ${MOST_POINTS}.`);
  }
  const points = new Float64Array(m * dim);
  for (let i = 0; i < m; i++) {
    for (let k = 0; k < dim; k++) points[i * dim + k] = grid.through?.[k] ?? 0.5;
    if (grid.kind === 'line') {
      points[i * dim + grid.axis] = m === 1 ? 0.5 : i / (m - 1);
    } else {
      points[i * dim + grid.axes[0]] = ((i % grid.columns) + 0.5) / grid.columns;
      points[i * dim + grid.axes[1]] = (Math.floor(i / grid.columns) + 0.5) / grid.rows;
    }
  }
  return points;
}
