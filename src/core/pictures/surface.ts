/** The surface of a problem of two hyperparameters, sampled for drawing. */
import type { Point, Problem } from '../types.ts';

/** Cells of a surface, as it is drawn. */
export const SURFACE = { columns: 72, rows: 72 };

/** NaN where the evaluation fails. */
export function safeValue({ value }: Problem, x: Point): number {
  try {
    const y = value(x);
    return Number.isFinite(y) ? y : NaN;
  } catch {
    return NaN;
  }
}

/** Values at the centres of columns × rows cells, row-major, row 0 at the bottom; pauses after every row. */
export function* surfaceSteps(
  problem: Problem,
  { columns, rows }: { columns: number; rows: number },
): Generator<void, Float64Array<ArrayBuffer>, void> {
  const values = new Float64Array(columns * rows);
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const x = problem.space.toReal([(i + 0.5) / columns, (j + 0.5) / rows]);
      values[j * columns + i] = safeValue(problem, x);
    }
    yield;
  }
  return values;
}
