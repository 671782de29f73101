/**
 * What charts take: data in hyperparameter values, labels already in the reader's language.
 * A chart knows no strategy, no objective and no page.
 */

import type { MarkerShape } from './markers.ts';
export type { MarkerShape };

/** One colour and one marker shape everywhere; `colour` is a CSS colour or `var(--…)`. */
export interface Series {
  id: string;
  label: string;
  colour: string;
  marker: MarkerShape;
  /** How its line in the race is dashed (SVG's `stroke-dasharray`); solid if left out. */
  dash?: string | undefined;
  /** Drawn as points: its legend has no line. */
  points?: true | undefined;
}

/** An axis of hyperparameter values. */
export interface Axis {
  label: string;
  scale: 'linear' | 'log';
  lo: number;
  hi: number;
  integer: boolean;
  /** Ticks at powers of two, on a log axis. */
  doublings?: boolean | undefined;
}

export interface Interval {
  lo: number;
  hi: number;
}

/** One evaluated point. */
export interface Sample {
  /** 1-based trial number. */
  number: number;
  /** Hyperparameter values, one per axis. */
  x: readonly number[];
  /** Observed value; null where the evaluation failed. */
  y: number | null;
  feasible: boolean;
  /** “Trial 7: learning rate 0.01, dropout 0.5 → 0.31”: tooltip and accessible name. */
  description: string;
}

/** A function of one variable, sampled. */
export interface Curve {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
}

/** Posterior of a model along one axis, in the objective's units. */
export interface Band {
  x: ArrayLike<number>;
  mean: ArrayLike<number>;
  sd: ArrayLike<number>;
}

/** Acquisition along one axis, with its maximum marked. */
export interface AcquisitionCurve {
  label: string;
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  argmax: number;
}

/** A value that a batch pretended to have seen at a point still being evaluated. */
export interface Ghost {
  /** 1-based number of the trial at that point. */
  number: number;
  x: readonly number[];
  y: number;
  description: string;
}

/** A slice of an axis; `filled` once a point of it has been tried. */
export interface Stratum extends Interval {
  filled: boolean;
}

/** A corner of a simplex; the value observed there, where it is known. */
export interface Corner {
  x: readonly number[];
  y: number | null;
}

/** One or two probability densities along one axis, each with its largest value as height 1. */
export interface Density {
  x: ArrayLike<number>;
  /** Where new points are likely: of the good trials, or the only one. */
  good: ArrayLike<number>;
  rest?: ArrayLike<number> | undefined;
  /** Mean and mean ± σ of a normal distribution. */
  centre?: { mean: number; core: Interval } | undefined;
}

/** A density pair in a plot of its own under the curve; `chosen`: where its trial went. */
export interface DensityPlot extends Density {
  label: string;
  chosen: number | null;
}

/** A normal distribution over a plane, in fractions of the axes' lengths: straight on log axes, too. */
export interface Normal2 {
  mean: readonly [number, number];
  /** Row-major. */
  covariance: readonly [number, number, number, number];
}

/** Contour lines of a field, over the map of another one. */
export interface LevelSets {
  field: Field;
  /** Of what is likely, or of what it is compared with. */
  role: 'good' | 'rest';
}

/** A point that shows something, in the coordinates of the axes; `description` is its accessible name and tooltip. */
export interface WitnessPoint {
  x: number;
  y: number;
  /** Stands beside it. */
  name: string;
  description: string;
}

/** What shows that a function lacks a property. */
export interface Witness {
  points: readonly WitnessPoint[];
  /** A straight line of its own; how far apart two values are; a level, as a help to the eye. */
  lines: readonly {
    from: readonly [number, number];
    to: readonly [number, number];
    role: 'chord' | 'gap' | 'level';
  }[];
}

/** The bottom of a valley, in the coordinates of the axes. */
export interface LocalMinimum {
  x: number;
  y: number;
  description: string;
}

/** One rung of the ladder of brackets: the bracket as of a trial. */
export interface Rung extends Interval {
  /** 1-based trial number at which this bracket was in force. */
  number: number;
  /** Holds the true optimum? */
  holds: boolean;
  /** A few words beside it, where there is room: why it no longer does. */
  note?: string | undefined;
}

/**
 * Values on a regular lattice of the plot (linear in the axis's own scale), row-major, row 0 at the bottom;
 * cell centres: column i sits at fraction (i + ½) / columns of the x axis.
 */
export interface Field {
  columns: number;
  rows: number;
  values: ArrayLike<number>;
  label: string;
  /** How colours are spread: linear in the value, or in its rank (for values over many magnitudes). */
  spread: 'linear' | 'rank';
  /** Values beyond these ends of the colours are drawn in their colour: the bar says ≤ or ≥. */
  beyond?: { below?: boolean; above?: boolean } | undefined;
}

/** The ladder of past brackets. `slots` is how many rungs to keep room for, so that the chart does not grow. */
export interface Ladder {
  label: string;
  rungs: readonly Rung[];
  slots: number;
}

/** A known optimum; `description` is its accessible name and tooltip. */
export interface Optimum {
  /** Hyperparameter values, one per axis. */
  x: readonly number[];
  /** Where values have an axis. */
  y?: number | undefined;
  description: string;
}

/** One knob's slice through a point: the function along it, null where it is hidden. */
export interface Slice {
  axis: Axis;
  curve: Curve | null;
  band?: Band | null | undefined;
  density?: Density | null | undefined;
  /** The coordinate of the point that the slices go through. */
  at: number;
}

/** A line of the race: `values[i]` is the best true value after trial i + 1, null while there is none. */
export interface RaceLine {
  series: Series;
  values: readonly (number | null)[];
  /** It goes on: what comes after its last value is not known. One that has ended keeps its best. */
  open?: boolean | undefined;
}

/** A swatch of a legend. */
export interface LegendItem {
  label: string;
  colour: string;
  kind: 'marker' | 'line' | 'dash' | 'area' | 'hatch' | 'ghost' | 'ring' | 'slices' | 'beyond';
  marker?: MarkerShape | undefined;
}
