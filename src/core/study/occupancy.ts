/** What a schedule made of its machines, in numbers that sentences are made from. */
import type { Schedule } from './schedule.ts';

export interface Occupancy {
  /** Most trials in training at once. */
  peak: number;
  /** Machines in training on average, from the start until the last trial is back; 0 without trials. */
  busy: number;
  /**
   * Share of machine time in which a machine stood idle while there were trials left to hand out: what waiting for
   * results costs. The end, when machines run out of trials one after another, does not count.
   */
  waiting: number;
}

export function occupancy({ machines, bars, makespan, machineHours }: Schedule): Occupancy {
  const lastStart = bars.reduce((latest, { start }) => Math.max(latest, start), 0);
  const trained = bars.reduce((sum, { start, end }) => sum + Math.min(end, lastStart) - start, 0);
  return {
    peak: peakOf(bars),
    busy: makespan > 0 ? machineHours / makespan : 0,
    waiting: lastStart > 0 ? Math.max(0, 1 - trained / (machines * lastStart)) : 0,
  };
}

/** A machine that ends a trial and starts the next at the same moment trains one, not two. */
function peakOf(bars: Schedule['bars']): number {
  const starts = Float64Array.from(bars, ({ start }) => start).sort();
  const ends = Float64Array.from(bars, ({ end }) => end).sort();
  let peak = 0;
  let ended = 0;
  for (let started = 0; started < starts.length; started++) {
    while (ends[ended] <= starts[started]) ended += 1;
    peak = Math.max(peak, started + 1 - ended);
  }
  return peak;
}
