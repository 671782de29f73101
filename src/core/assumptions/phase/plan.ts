/**
 * Which runs a diagram consists of, and in which order: coarse to fine, so that the map means something at once.
 *
 * Repeats come in rounds, each as large as all before it. In every round the cells of every 8th column and row come
 * first, then those of every 4th, of every 2nd, and the rest. A cell's runs stand together, strategies side by side.
 */
import type { Grid } from './cells.ts';

/** Where a run belongs. */
export interface RunPlace {
  cell: number;
  strategy: number;
  repeat: number;
}

/** The smallest number of paired repeats that can tell two strategies apart at 5 % (six of six: p = 2 / 2⁶). */
export const FIRST_ROUND = 6;

/** Distances of cells, from the coarsest map to the finest. */
export const STRIDES = [8, 4, 2, 1] as const;

type Shape = Pick<Grid, 'columns' | 'rows' | 'question'>;

export const countRuns = ({ columns, rows, question: { strategies, repeats } }: Shape): number =>
  columns * rows * strategies.length * repeats;

/** The number of a run, 0 … {@link countRuns} − 1: outcomes are stored in this order, whatever order they come in. */
export const runAt = ({ question }: Shape, { cell, strategy, repeat }: RunPlace): number =>
  (cell * question.strategies.length + strategy) * question.repeats + repeat;

export function placeOf({ question: { strategies, repeats } }: Shape, run: number): RunPlace {
  const pair = Math.floor(run / repeats);
  const cell = Math.floor(pair / strategies.length);
  return { cell, strategy: pair - cell * strategies.length, repeat: run - pair * repeats };
}

/** Cells from coarse to fine, each once; rows and columns from the lower left. */
export function cellOrder({ columns, rows }: Shape): Uint32Array {
  const order = new Uint32Array(columns * rows);
  let next = 0;
  for (const [level, stride] of STRIDES.entries()) {
    const coarser = level === 0 ? Infinity : STRIDES[level - 1];
    for (let row = 0; row < rows; row += stride) {
      for (let column = 0; column < columns; column += stride) {
        const done = row % coarser === 0 && column % coarser === 0 && level > 0;
        if (!done) order[next++] = row * columns + column;
      }
    }
  }
  return order;
}

/** Repeats of every round, as [first, after last). */
export function rounds(repeats: number): [from: number, to: number][] {
  const list: [number, number][] = [];
  for (let from = 0; from < repeats;) {
    const to = Math.min(repeats, from === 0 ? FIRST_ROUND : 2 * from);
    list.push([from, to]);
    from = to;
  }
  return list;
}

/**
 * All runs in the order of their turn.
 * @param isDone runs that are left out, where some are known already
 */
export function planRuns(shape: Shape, isDone: (run: number) => boolean = () => false): Uint32Array {
  const { strategies, repeats } = shape.question;
  const plan = new Uint32Array(countRuns(shape));
  const order = cellOrder(shape);
  let count = 0;
  for (const [from, to] of rounds(repeats)) {
    for (const cell of order) {
      for (let repeat = from; repeat < to; repeat++) {
        for (let strategy = 0; strategy < strategies.length; strategy++) {
          const run = runAt(shape, { cell, strategy, repeat });
          if (!isDone(run)) plan[count++] = run;
        }
      }
    }
  }
  return plan.subarray(0, count);
}
