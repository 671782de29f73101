/** Lines and bands against trials, as SVG paths; and the trial under a pointer. */
import { area, curveLinear, curveStepAfter, line } from 'd3';
import type { Plot } from '../layout.ts';
import type { Scale } from '../scales.ts';
import type { CurveLine } from './types.ts';

export type ValueScale = 'linear' | 'log';

/** Whether the value has a place on the axis. */
export const drawable = (value: number, scale: ValueScale): boolean =>
  Number.isFinite(value) && (scale === 'linear' || value > 0);

type Line = Pick<CurveLine, 'values' | 'joined'>;

/** Joined lines skip what has no value; steps break there. */
const places = ({ values, joined }: Line, scale: ValueScale): number[] =>
  Array.from(values, (_, i) => i).filter((i) => !joined || drawable(values[i], scale));

export function linePath(curve: Line, { x, y }: Plot, scale: ValueScale): string | null {
  const { values, joined } = curve;
  return line<number>(
    (i) => x(i + 1),
    (i) => y(values[i]),
  )
    .defined((i) => drawable(values[i], scale))
    .curve(joined ? curveLinear : curveStepAfter)
    .digits(1)(places(curve, scale));
}

/** Between the bounds; an upper one that is beyond all numbers fills up to the top. */
export function bandPath(curve: CurveLine, { x, y, top }: Plot, scale: ValueScale): string | null {
  const { lower, upper, joined } = curve;
  if (!lower || !upper) return null;
  return area<number>(
    (i) => x(i + 1),
    (i) => y(lower[i]),
    (i) => (drawable(upper[i], scale) ? y(upper[i]) : top - 4),
  )
    .defined((i) => drawable(lower[i], scale))
    .curve(joined ? curveLinear : curveStepAfter)
    .digits(1)(places(curve, scale));
}

/** The whole trial from 1 to `budget`, or the one of `stops`, that is nearest on screen. */
export function trialNear(
  pixel: number,
  x: Scale,
  budget: number,
  stops: readonly number[] | undefined,
): number {
  if (!stops) return Math.min(budget, Math.max(1, Math.round(x.invert(pixel))));
  const away = (trial: number) => Math.abs(x(trial) - pixel);
  return stops.reduce((nearest, stop) => (away(stop) < away(nearest) ? stop : nearest));
}
