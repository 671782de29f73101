/** Two knobs: values at the centres of a lattice of cells, the lines that lie in it, and its low places. */
import type { Point } from '../../types.ts';
import { cellsOf, settle } from './cells.ts';
import type { Line } from './findings.ts';
import type { Probe, Steps } from './probe.ts';
import type { Spot } from './types.ts';

/** Cells of an integer axis, where it has no more than this; else that many. */
const MOST_CELLS = 144;

export interface Lattice {
  columns: number;
  rows: number;
  /** Row-major, row 0 at the bottom; NaN where the evaluation failed. */
  values: Float64Array;
  /** The point of a cell. */
  point: (column: number, row: number) => number[];
}

export function* lattice(probe: Probe, size: number): Steps<Lattice> {
  const { dimensions } = probe.problem.space;
  const [columns, rows] = dimensions.map((dimension) => {
    const cells = cellsOf(dimension);
    return cells === Infinity ? size : Math.min(MOST_CELLS, cells);
  });
  const point = (column: number, row: number) => [
    settle(dimensions[0], (column + 0.5) / columns),
    settle(dimensions[1], (row + 0.5) / rows),
  ];
  const values = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      values[row * columns + column] = probe.at(point(column, row));
    }
    yield;
  }
  return { columns, rows, values, point };
}

/** Rows, columns, and diagonals both ways; no evaluation is made. */
export function* linesOf({ columns, rows, values, point }: Lattice): Generator<Line, void, void> {
  const along = (column: number, row: number, right: number, up: number): Line => {
    const points: Point[] = [];
    const found: number[] = [];
    for (; column >= 0 && column < columns && row >= 0 && row < rows; column += right, row += up) {
      points.push(point(column, row));
      found.push(values[row * columns + column]);
    }
    return { points, t: points.map((_, i) => i / (points.length - 1 || 1)), values: found };
  };
  for (let row = 0; row < rows; row++) yield along(0, row, 1, 0);
  for (let column = 0; column < columns; column++) yield along(column, 0, 0, 1);
  for (let column = 0; column + 1 < columns; column++) {
    yield along(column, 0, 1, 1);
    yield along(column, rows - 1, 1, -1);
  }
  for (let row = 1; row + 1 < rows; row++) {
    yield along(0, row, 1, 1);
    yield along(0, rows - 1 - row, 1, -1);
  }
}

/** Cells that no neighbour lies below, of eight; cells as low as each other that touch are one. Lowest first. */
export function lowPlaces({ columns, rows, values, point }: Lattice, equal: number): Spot[] {
  const seen = new Uint8Array(values.length);
  const places: Spot[] = [];
  for (let start = 0; start < values.length; start++) {
    if (seen[start] || Number.isNaN(values[start])) continue;
    const level = values[start];
    const flat = [start];
    seen[start] = 1;
    let lowest = true;
    for (let k = 0; k < flat.length; k++) {
      const column = flat[k] % columns;
      const row = Math.floor(flat[k] / columns);
      for (let up = -1; up <= 1; up++) {
        for (let right = -1; right <= 1; right++) {
          if (column + right < 0 || column + right >= columns || row + up < 0 || row + up >= rows) continue;
          const other = flat[k] + up * columns + right;
          if (values[other] < level - equal) lowest = false;
          else if (!seen[other] && values[other] <= level + equal) {
            seen[other] = 1;
            flat.push(other);
          }
        }
      }
    }
    if (!lowest) continue;
    const middle = flat[flat.length >> 1];
    places.push({ unit: point(middle % columns, Math.floor(middle / columns)), value: level });
  }
  return places.sort((a, b) => a.value - b.value);
}
