/** What the charts of repeated runs take. Labels are in the reader's language. */
import type { Series } from '../types.ts';

/** Entry i is after i + 1 trials; what is not finite is not drawn. */
export interface CurveLine {
  series: Series;
  values: ArrayLike<number>;
  /** Straight from each finite value to the next, which may be several trials on; steps if left out. */
  joined?: boolean | undefined;
  /** Quartiles, drawn as a band. */
  lower?: ArrayLike<number> | undefined;
  upper?: ArrayLike<number> | undefined;
}

/** A law or a limit that the lines are held against: dashed, with its name beside it. */
export interface CurveReference {
  label: string;
  values: ArrayLike<number>;
  /** The trial at which the name stands, left of the line or below it. */
  at: number;
  place: 'left' | 'below';
  /** Said with its value under the pointer, too; not where the name holds the value. */
  pointed?: boolean | undefined;
}

/** A place on a line, also between two trials: a ring. */
export interface CurveMark {
  series: Series;
  trial: number;
  value: number;
}

/** The runs of one strategy, as points. */
export interface PointRow {
  series: Series;
  values: ArrayLike<number>;
  /** What is said of the i-th point. There may be thousands: it is asked for the one that is pointed at. */
  describe: (i: number) => string;
  lower: number;
  median: number;
  upper: number;
  /** What is said below the name: “3 found nothing” where values are beyond the axis. */
  remark?: string | undefined;
}

/** A part of a share, drawn in the colour of its series and in a texture that tells it apart without colour. */
export interface SharePart {
  series: Series;
  texture: 'plain' | 'lines' | 'dots' | 'bars';
  /** 0 … 1 */
  share: number;
  description: string;
}

/** A share of runs, by its parts. */
export interface ShareRow {
  id: string;
  label: string;
  /** They lie end to end. */
  parts: readonly SharePart[];
  /** Of the whole share. */
  interval: readonly [number, number];
  /** What stands at the right of the row. */
  text: string;
  description: string;
}

export interface MatrixCell {
  text: string;
  /** A second, smaller line. */
  detail?: string | undefined;
  /** How strongly the cell is filled, 0 … 1, and in which of the two inks. */
  weight: number;
  ink: 'good' | 'bad';
  /** Outlined: the best of its row. */
  strong?: boolean | undefined;
  description: string;
}

export interface MatrixRow {
  label: string;
  series?: Series | undefined;
  /** One per column; `null` stays empty. */
  cells: readonly (MatrixCell | null)[];
  /** Set apart from the rows above: an average of them. */
  total?: boolean | undefined;
}

/** A machine at work: one bar of a Gantt chart. */
export interface GanttBar {
  /** 1-based trial number. */
  number: number;
  /** 0-based row. */
  machine: number;
  start: number;
  end: number;
  /** It brought no value: it failed, or lies outside the feasible set. */
  missing: boolean;
}

export interface Span {
  start: number;
  end: number;
}

/** The machines of one strategy. */
export interface GanttLane {
  series: Series;
  /** In the order of trials. */
  bars: readonly GanttBar[];
  /** When it thinks, in order. */
  thoughts: readonly Span[];
  /** When the last bar ends. */
  end: number;
  /** Index of the bar that brought the best value; null where none did. */
  best: number | null;
}

/** What lies under the pointer. */
export type GanttHit =
  { kind: 'bar'; index: number } | ({ kind: 'idle'; machine: number } & Span) | ({ kind: 'thought' } & Span);

/** A step line against time: `values[i]` holds from `at[i]` until `at[i + 1]`, the last one from then on. */
export interface StepLine {
  series: Series;
  at: ArrayLike<number>;
  values: ArrayLike<number>;
  /** Quartiles, drawn as a band. */
  lower?: ArrayLike<number> | undefined;
  upper?: ArrayLike<number> | undefined;
}
