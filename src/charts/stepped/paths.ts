/** Curves against trials or time, as SVG paths, and what they say at a moment. */
import { area, curveLinear, curveStepAfter, line } from 'd3';
import { pixelOf } from '../beyond.ts';
import type { Layout } from '../plot/layout.ts';
import type { Scale } from '../scales.ts';
import type { Series } from '../types.ts';

export type ValueScale = 'linear' | 'log';

/** `values[i]` holds from `at[i]` on, after trial i + 1 where `at` is left out; what is not finite is not drawn. */
export interface Curve {
  values: ArrayLike<number>;
  at?: ArrayLike<number> | undefined;
  /** Straight from each finite value to the next, which may be several trials on; steps if left out. */
  joined?: boolean | undefined;
}

/** Drawn in the colour of its series. */
export interface SeriesCurve extends Curve {
  series: Series;
  /** Quartiles, drawn as a band. */
  lower?: ArrayLike<number> | undefined;
  upper?: ArrayLike<number> | undefined;
}

/** Whether the value has a place on the axis. */
export const drawable = (value: number, scale: ValueScale): boolean =>
  Number.isFinite(value) && (scale === 'linear' || value > 0);

/** Joined lines skip what has no value; steps break there. */
const places = ({ values, joined }: Curve, scale: ValueScale): number[] =>
  Array.from(values, (_, i) => i).filter((i) => !joined || drawable(values[i], scale));

/** Where the i-th value begins to hold. */
export const momentOf = ({ at }: Pick<Curve, 'at'>, i: number): number => at?.[i] ?? i + 1;

export function linePath(curve: Curve, { x, y }: Pick<Layout, 'x' | 'y'>, scale: ValueScale): string | null {
  const { values, joined } = curve;
  return line<number>(
    (i) => x(momentOf(curve, i)),
    (i) => pixelOf(values[i], y),
  )
    .defined((i) => drawable(values[i], scale))
    .curve(joined ? curveLinear : curveStepAfter)
    .digits(1)(places(curve, scale));
}

/** Between the bounds; an upper one that is beyond all numbers fills up to the top. */
export function bandPath(
  curve: Omit<SeriesCurve, 'series'>,
  { x, y, top }: Pick<Layout, 'x' | 'y' | 'top'>,
  scale: ValueScale,
): string | null {
  const { lower, upper, joined } = curve;
  if (!lower || !upper) return null;
  return area<number>(
    (i) => x(momentOf(curve, i)),
    (i) => pixelOf(lower[i], y),
    (i) => (drawable(upper[i], scale) ? pixelOf(upper[i], y) : top - 4),
  )
    .defined((i) => drawable(lower[i], scale))
    .curve(joined ? curveLinear : curveStepAfter)
    .digits(1)(places(curve, scale));
}

/** The whole trial from `first` to `budget`, or the one of `stops`, that is nearest on screen. */
export function trialNear(
  pixel: number,
  x: Scale,
  budget: number,
  stops?: readonly number[] | undefined,
  first = 1,
): number {
  if (!stops) return Math.min(budget, Math.max(first, Math.round(x.invert(pixel))));
  const away = (trial: number) => Math.abs(x(trial) - pixel);
  return stops.reduce((nearest, stop) => (away(stop) < away(nearest) ? stop : nearest));
}

/** The value in force at a moment; NaN before the first. */
export function stepAt(curve: Curve, moment: number): number {
  const { values } = curve;
  let value = NaN;
  for (let i = 0; i < values.length && momentOf(curve, i) <= moment; i++) value = values[i];
  return value;
}

/** All moments of all curves, each once, in order. */
export const momentsOf = (curves: readonly Pick<Curve, 'at'>[]): number[] =>
  [...new Set(curves.flatMap(({ at = [] }) => Array.from(at)))].sort((a, b) => a - b);
