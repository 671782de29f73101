/** Cells of a map: paths around them, what is shown while some are missing, and places for a marker within a region. */
import type { CellPlot } from './cell-plot.ts';

type Edges = Pick<CellPlot, 'xEdges' | 'yEdges'>;

/** One path for many cells: neighbours in a row are one rectangle. */
export function cellsPath(cells: readonly number[], { xEdges, yEdges }: Edges): string {
  const columns = xEdges.length - 1;
  const sorted = cells.toSorted((a, b) => a - b);
  let path = '';
  for (let i = 0; i < sorted.length;) {
    const row = Math.floor(sorted[i] / columns);
    let end = i + 1;
    while (end < sorted.length && sorted[end] === sorted[end - 1] + 1 && sorted[end] < (row + 1) * columns)
      end++;
    const [from, to] = [sorted[i] % columns, (sorted[end - 1] % columns) + 1];
    path += `M${xEdges[from]},${yEdges[row]}H${xEdges[to]}V${yEdges[row + 1]}H${xEdges[from]}Z`;
    i = end;
  }
  return path;
}

/** The borders between cells that are inside and cells that are not; the edge of the map is no border. */
export function borderPath(inside: ArrayLike<number>, { xEdges, yEdges }: Edges): string {
  const [columns, rows] = [xEdges.length - 1, yEdges.length - 1];
  let path = '';
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const own = inside[row * columns + column] !== 0;
      if (column + 1 < columns && own !== (inside[row * columns + column + 1] !== 0))
        path += `M${xEdges[column + 1]},${yEdges[row]}V${yEdges[row + 1]}`;
      if (row + 1 < rows && own !== (inside[(row + 1) * columns + column] !== 0))
        path += `M${xEdges[column]},${yEdges[row + 1]}H${xEdges[column + 1]}`;
    }
  }
  return path;
}

/**
 * A map under way: every cell without a value takes that of the cell at the lower left of its block, on the finest
 * lattice of those given whose cell there has one.
 * @param strides distances of cells on the lattices, ascending: 2, 4, 8
 * @returns for every cell the cell whose value it shows; −1 where there is none
 */
export function shownCells(
  known: (cell: number) => boolean,
  columns: number,
  rows: number,
  strides: readonly number[],
): Int32Array {
  const shown = new Int32Array(columns * rows).fill(-1);
  for (let cell = 0; cell < shown.length; cell++) {
    const [column, row] = [cell % columns, Math.floor(cell / columns)];
    for (const stride of [1, ...strides]) {
      const from = (row - (row % stride)) * columns + column - (column % stride);
      if (!known(from)) continue;
      shown[cell] = from;
      break;
    }
  }
  return shown;
}

/** The cell of a region that is farthest from its border. */
export interface Pole {
  cell: number;
  group: number;
  /** Cells to the nearest cell outside the region, at least 1. */
  depth: number;
}

/**
 * One pole for every connected region of cells of one group.
 * @param groups of the cells; negative ones belong to nothing
 */
export function regionPoles(groups: ArrayLike<number>, columns: number, rows: number): Pole[] {
  const depth = depths(groups, columns, rows);
  const seen = new Uint8Array(groups.length);
  const poles: Pole[] = [];
  for (let start = 0; start < groups.length; start++) {
    if (seen[start] || groups[start] < 0) continue;
    const group = groups[start];
    let best = start;
    const stack = [start];
    seen[start] = 1;
    while (stack.length > 0) {
      const cell = stack.pop()!;
      if (depth[cell] > depth[best]) best = cell;
      for (const next of neighbours(cell, columns, rows)) {
        if (seen[next] || groups[next] !== group) continue;
        seen[next] = 1;
        stack.push(next);
      }
    }
    poles.push({ cell: best, group, depth: depth[best] });
  }
  return poles;
}

function neighbours(cell: number, columns: number, rows: number): number[] {
  const [column, row] = [cell % columns, Math.floor(cell / columns)];
  const list: number[] = [];
  if (column > 0) list.push(cell - 1);
  if (column + 1 < columns) list.push(cell + 1);
  if (row > 0) list.push(cell - columns);
  if (row + 1 < rows) list.push(cell + columns);
  return list;
}

/** Steps to the nearest cell of another group, or out of the map. */
function depths(groups: ArrayLike<number>, columns: number, rows: number): Int32Array {
  const depth = new Int32Array(groups.length);
  let front: number[] = [];
  for (let cell = 0; cell < groups.length; cell++) {
    const around = neighbours(cell, columns, rows);
    if (around.length < 4 || around.some((next) => groups[next] !== groups[cell])) {
      depth[cell] = 1;
      front.push(cell);
    }
  }
  for (let distance = 2; front.length > 0; distance++) {
    const next: number[] = [];
    for (const cell of front) {
      for (const inner of neighbours(cell, columns, rows)) {
        if (depth[inner] > 0) continue;
        depth[inner] = distance;
        next.push(inner);
      }
    }
    front = next;
  }
  return depth;
}

/** The cell that a key leads to, or null where the key is not ours. */
export function moveCell(key: string, cell: number, columns: number, rows: number): number | null {
  const [column, row] = [cell % columns, Math.floor(cell / columns)];
  switch (key) {
    case 'ArrowRight':
      return cell + (column + 1 < columns ? 1 : 0);
    case 'ArrowLeft':
      return cell - (column > 0 ? 1 : 0);
    case 'ArrowUp':
      return cell + (row + 1 < rows ? columns : 0);
    case 'ArrowDown':
      return cell - (row > 0 ? columns : 0);
    case 'Home':
      return row * columns;
    case 'End':
      return (row + 1) * columns - 1;
    default:
      return null;
  }
}
