/** What maps over two dials take. Cells are row-major, row 0 at the bottom. */
import type { Series } from '../types.ts';

/** An axis with a cell for every value; values ascend, and cells are equally wide whatever lies between them. */
export interface CellAxis {
  label: string;
  values: readonly number[];
  /** How ticks are chosen. */
  scale: 'linear' | 'log';
  integer: boolean;
}

/** Cells that look the same. */
export interface CellFill {
  key: string | number;
  colour: string;
  cells: readonly number[];
  /** Number of a pattern laid over the colour; none where left out. */
  pattern?: number | undefined;
}

/** What a map says of its cells. */
export interface CellReading {
  /** Tooltip and accessible name: “Ripple 0.1, noise 0: 11 of 12 …”. */
  describe: (cell: number) => string;
  /** Where a click, or Enter, leads. */
  href?: ((cell: number) => string) | undefined;
}

/** A class of a map of winners: a strategy, or one of the neutral ones. */
export interface WinnerClass {
  key: string;
  label: string;
  cells: readonly number[];
  /** Absent: a neutral class. */
  series?: Series | undefined;
  /** Drawn for neutral classes. */
  neutral?: 'tied' | 'none' | undefined;
  pattern?: number | undefined;
}
