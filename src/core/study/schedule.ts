/**
 * Wall-clock time: the trials of a run on several machines, as an event simulation.
 *
 * A strategy thinks, hands out a batch, and waits until all of it is back before it thinks again. An oblivious strategy
 * needs no results, so it hands out each trial as soon as it has thought of it. Trials are taken in their order by the
 * machine that is free first (list scheduling, Graham 1966, Bell System Technical Journal 45); of several that are free
 * when there is something to train, the one with the lowest number, so that a strategy that never needs a second machine
 * never uses it. Machines are needed for training only; thinking happens elsewhere and shows as waiting.
 *
 * All times in hours.
 */
import { exp } from '../math/elementary.ts';
import { stream } from '../rng.ts';
import type { Trial } from '../types.ts';
import type { Judged } from './statistics/index.ts';

/** What the schedule needs to know of a trial. */
export interface ScheduledTrial {
  /** 0-based, never falling. */
  batch: number;
  /** In the unit cube; read only where a hyperparameter makes training longer. */
  unit: readonly number[];
  /** Feasible noiseless value; NaN where the trial failed or was infeasible. It takes its time all the same. */
  value: number;
  /** What was observed there; the value itself where it is left out. */
  y?: number;
}

/** The trials of a trace. */
export const scheduledTrials = (trials: readonly Trial[]): ScheduledTrial[] =>
  trials.map(({ batch, unit, trueValue, feasible, y }) => ({
    batch,
    unit,
    value: feasible && trueValue !== null ? trueValue : NaN,
    ...(y !== null && { y }),
  }));

export interface TrainingTime {
  /** Median hours of a training run in the middle of the range. */
  median: number;
  /** Standard deviation of the logarithm: times are median · e^(sigma z), z standard normal. 0: all the same. */
  sigma: number;
  /** Longer for some hyperparameters: times are multiplied by e^(slope (u − ½)), u the coordinate along the axis. */
  longer?: { axis: number; slope: number };
}

/**
 * Hours of each trial. Trial i of every strategy has the same luck for the same label, so that strategies differ by
 * what they do, not by how their trials happened to take.
 * @param label of the random stream: seed and repeat
 * @throws {RangeError} unless the median is positive and finite, sigma is finite and not negative, and the axis exists
 */
export function trainingHours(
  trials: readonly Pick<ScheduledTrial, 'unit'>[],
  { median, sigma, longer }: TrainingTime,
  label: readonly (string | number)[],
): Float64Array {
  if (!(median > 0 && median < Infinity)) throw new RangeError(`Median hours are ${median}; expected > 0.`);
  if (!(sigma >= 0 && sigma < Infinity)) throw new RangeError(`Sigma is ${sigma}; expected ≥ 0.`);
  const rng = stream('training-time', ...label);
  return Float64Array.from(trials, ({ unit }) => {
    const z = rng.normal();
    if (!longer) return median * exp(sigma * z);
    if (unit[longer.axis] === undefined) {
      throw new RangeError(`Axis ${longer.axis} was given; expected 0 … ${unit.length - 1}.`);
    }
    return median * exp(sigma * z + longer.slope * (unit[longer.axis] - 0.5));
  });
}

/** One bar of a Gantt chart. */
export interface Bar {
  /** 0-based index of the trial, and of the machine. */
  trial: number;
  machine: number;
  start: number;
  end: number;
}

/** A time of thinking; what was thought of is handed out at its end. */
export interface Thought {
  start: number;
  end: number;
}

/** After a trial came back. */
export interface ReturnedTrial {
  trial: number;
  hours: number;
  /** Hours that machines had trained until then, running trials included. */
  machineHours: number;
  /** Lowest feasible value that is back, or that of the lowest observation that is; NaN while there is none. */
  best: number;
}

export interface Schedule {
  machines: number;
  /** In the order of trials. */
  bars: Bar[];
  /** In their order, apart from one another; none where thinking takes no time. */
  thoughts: Thought[];
  /** In the order in which trials came back; together, in the order of trials. */
  progress: ReturnedTrial[];
  /** When the last trial came back; 0 without trials. */
  makespan: number;
  /** Sum of all bars. */
  machineHours: number;
  /** Share of machines × makespan in which no training ran; 0 without trials. */
  idle: number;
  /** Hours that the strategy thought before its last trial was handed out. */
  thinking: number;
}

export interface ScheduleOptions {
  machines: number;
  /** Hours of each trial. */
  hours: ArrayLike<number>;
  /** Hours of thinking for each suggestion; a batch of n takes n times as long. */
  thinking?: number;
  /** The strategy needs no results: there is no waiting for batches. */
  oblivious?: boolean;
  /** Whose value is followed; by default that of the best point tried. */
  judged?: Judged;
}

/** @throws {RangeError} unless there is at least one machine, a number of hours > 0 for each trial, and thinking ≥ 0 */
export function schedule(trials: readonly ScheduledTrial[], options: ScheduleOptions): Schedule {
  const { machines, hours, thinking = 0, oblivious = false, judged = 'tried' } = options;
  check(trials, options);
  const free = new Float64Array(machines);
  const bars: Bar[] = [];
  const thoughts: Thought[] = [];
  /** When the strategy has made its next suggestion, and when everything handed out is back. */
  let thought = 0;
  let back = 0;
  for (let first = 0; first < trials.length;) {
    let last = first + 1;
    while (!oblivious && last < trials.length && trials[last].batch === trials[first].batch) last += 1;
    const begun = oblivious ? thought : back;
    thought = begun + thinking * (last - first);
    if (thinking > 0) {
      const before = thoughts.at(-1);
      if (before?.end === begun) before.end = thought;
      else thoughts.push({ start: begun, end: thought });
    }
    for (let trial = first; trial < last; trial++) {
      let machine = 0;
      for (let m = 1; m < machines; m++) {
        if (Math.max(thought, free[m]) < Math.max(thought, free[machine])) machine = m;
      }
      const start = Math.max(thought, free[machine]);
      const end = start + hours[trial];
      free[machine] = end;
      back = Math.max(back, end);
      bars.push({ trial, machine, start, end });
    }
    first = last;
  }
  const machineHours = bars.reduce((sum, { start, end }) => sum + (end - start), 0);
  return {
    machines,
    bars,
    thoughts,
    progress: progressOf(trials, bars, judged),
    makespan: back,
    machineHours,
    idle: back > 0 ? Math.max(0, 1 - machineHours / (machines * back)) : 0,
    thinking: thinking * trials.length,
  };
}

function progressOf(
  trials: readonly ScheduledTrial[],
  bars: readonly Bar[],
  judged: Judged,
): ReturnedTrial[] {
  const starts = Float64Array.from(bars, ({ start }) => start).sort();
  const order = [...bars].sort((a, b) => a.end - b.end || a.trial - b.trial);
  let best = NaN;
  /** What decides: the value, or what was observed of it. */
  let lowest = NaN;
  let started = 0;
  let sumOfStarts = 0;
  let sumOfEnds = 0;
  return order.map(({ trial, end: hours }, ended) => {
    const { value, y = value } = trials[trial];
    const counted = judged === 'deployed' ? y : value;
    if (!Number.isNaN(value) && !(lowest <= counted)) [lowest, best] = [counted, value];
    for (; started < starts.length && starts[started] < hours; started++) sumOfStarts += starts[started];
    sumOfEnds += hours;
    const machineHours = sumOfEnds + (started - ended - 1) * hours - sumOfStarts;
    return { trial, hours, machineHours, best };
  });
}

function check(trials: readonly ScheduledTrial[], { machines, hours, thinking = 0 }: ScheduleOptions): void {
  if (!Number.isInteger(machines) || machines < 1) {
    throw new RangeError(`${machines} machines were given; expected a whole number from 1 on.`);
  }
  if (!(thinking >= 0 && thinking < Infinity))
    throw new RangeError(`Thinking takes ${thinking} hours; expected ≥ 0.`);
  for (let i = 0; i < trials.length; i++) {
    if (!(hours[i] > 0 && hours[i] < Infinity))
      throw new RangeError(`Trial ${i + 1} takes ${hours[i]} hours; expected > 0.`);
  }
}
