/** What each chart takes. Optional things may be left out or given as undefined; null keeps their room empty. */
import type {
  AcquisitionCurve,
  Axis,
  Band,
  Box,
  Curve,
  CurveOptimum,
  CurveOverlay,
  DensityPlot,
  Field,
  FieldOverlay,
  Ghost,
  Interval,
  Ladder,
  ParallelOverlay,
  PointOptimum,
  RaceLine,
  Sample,
  Series,
  Slice,
} from './types.ts';

interface ChartProps {
  /** Accessible name of the chart. */
  title: string;
  /** Height of the main plot with its axes, in CSS pixels; subplots come on top of it. */
  height?: number | undefined;
}

interface SampledProps extends ChartProps {
  series: Series;
  /** The trials to show, oldest first. */
  samples: readonly Sample[];
  /** Number of the trial to emphasise. */
  current?: number | null | undefined;
  /** Numbers of the trials made in one batch with the current one: ringed lightly. */
  together?: readonly number[] | undefined;
  /** Values pretended while their trials were being evaluated. */
  ghosts?: readonly Ghost[] | undefined;
  /** A sample was clicked, or Enter was pressed on it. */
  onpick?: ((number: number) => void) | undefined;
}

interface NumberedProps extends SampledProps {
  /** Trial numbers stand beside the samples where there is room; true if left out. */
  numbered?: boolean | undefined;
}

/** The 1-D panel. */
export interface CurveChartProps extends NumberedProps {
  axis: Axis;
  valueLabel: string;
  /** Fixed over the run, so that the range does not jump between trials. */
  yDomain: readonly [number, number];
  /** null: hidden, so that a class can guess. */
  truth?: Curve | null | undefined;
  infeasible?: readonly Interval[] | undefined;
  bracket?: Interval | null | undefined;
  discarded?: readonly Interval[] | undefined;
  ladder?: Ladder | undefined;
  band?: Band | null | undefined;
  /** Draws from the posterior. */
  paths?: readonly Curve[] | undefined;
  /** null keeps the subplot's room for trials that have none. */
  acquisition?: AcquisitionCurve | null | undefined;
  /** As with the acquisition, whose place it takes. */
  densities?: DensityPlot | null | undefined;
  overlay?: CurveOverlay | null | undefined;
  /** Levels of a grid along the axis. */
  levels?: readonly number[] | undefined;
  optima?: readonly CurveOptimum[] | undefined;
  /** From the point being varied to the point tried. */
  step?: { from: number; to: number } | null | undefined;
}

/** The 2-D panel. Points are [x, y] in hyperparameter values. */
export interface FieldChartProps extends NumberedProps {
  x: Axis;
  y: Axis;
  /** null: no heat map (a hidden truth). */
  field?: Field | null | undefined;
  /** Values at both ends of the colours, where they are not the field's own extremes; `linear` spread only. */
  colourDomain?: readonly [number, number] | undefined;
  /** How many contour lines; 0 for none. */
  contourCount?: number | undefined;
  /** Marginal ticks; the strings say how many distinct values were tried (see `countDistinct`). */
  rug?: { x: string; y: string } | undefined;
  /** Everything outside the box is dimmed as discarded. */
  box?: Box | null | undefined;
  levels?: { x: readonly number[]; y: readonly number[] } | null | undefined;
  step?: { from: readonly number[]; to: readonly number[] } | null | undefined;
  overlay?: FieldOverlay | null | undefined;
  optima?: readonly PointOptimum[] | undefined;
}

/** Three and more dimensions: every trial is a line through one vertical axis per knob, and its value. */
export interface ParallelChartProps extends SampledProps {
  axes: readonly Axis[];
  valueLabel: string;
  yDomain: readonly [number, number];
  /** Number of the best trial so far. */
  best?: number | null | undefined;
  overlay?: ParallelOverlay | null | undefined;
  optima?: readonly PointOptimum[] | undefined;
}

/** Slices of a function through one point, one small multiple per knob, with all samples projected. */
export interface SlicesChartProps extends SampledProps {
  slices: readonly Slice[];
  valueLabel: string;
  yDomain: readonly [number, number];
}

/** Best true value so far against trials. */
export interface RaceChartProps extends ChartProps {
  lines: readonly RaceLine[];
  budget: number;
  /** The clock's trial, 0 … budget: lines are drawn up to it. */
  at: number;
  valueLabel: string;
  trialLabel: string;
  yDomain: readonly [number, number];
  yScale?: 'linear' | 'log' | undefined;
  /** Higher values are better: they come first in the tooltip. */
  higher?: boolean | undefined;
  /** Drawn as a line; on a log axis only where it is positive. */
  optimum?: { value: number; label: string } | null | undefined;
  /** A click or a drag asks the clock for this trial. */
  onseek?: ((trial: number) => void) | undefined;
}
