/** Marginal ticks: which values of one knob were really tried, and how often. */
import { axisScale } from './scales.ts';
import type { Axis, Sample } from './types.ts';

export interface RugTick {
  value: number;
  count: number;
}

/** Two values closer than this fraction of the axis are one: rounding, not a new value. */
const SAME = 1e-6;

/** Distinct values along axis `index` of the samples' points, ascending, with how many trials used each. */
export function rugTicks(samples: readonly Sample[], index: number, axis: Axis): RugTick[] {
  const position = axisScale(axis, [0, 1]);
  const ticks: RugTick[] = [];
  for (const value of samples.map((sample) => sample.x[index]).sort((a, b) => a - b)) {
    const last = ticks.at(-1);
    if (last && position(value) - position(last.value) < SAME) last.count++;
    else ticks.push({ value, count: 1 });
  }
  return ticks;
}

/** How many distinct values of one knob the trials used. */
export const countDistinct = (samples: readonly Sample[], index: number, axis: Axis): number =>
  rugTicks(samples, index, axis).length;
