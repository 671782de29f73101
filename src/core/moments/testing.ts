/** What the tests of moments share: traces made by hand, and real runs. */
import { run } from '../run.ts';
import { readScenario } from '../scenario.ts';
import { real } from '../space.ts';
import { problem } from '../testing.ts';
import type { Problem, Scenario, Trace, Trial } from '../types.ts';
import type { Moment, RunSoFar } from './types.ts';

/** f(x) = 10 x, from 0 to 10: values are shares of the range times ten. */
export const slope = (more: Partial<Problem> = {}): Problem =>
  problem([real('x', 0, 1)], ([x]) => 10 * x, {
    optimum: { value: 0, at: [[0]], kind: 'exact', tolerance: 0 },
    ...more,
  });

/** A run on {@link slope} by its true values; null: the evaluation failed; in a list: it was infeasible. */
export function runOf(
  id: string,
  values: readonly (number | null | readonly [number])[],
  more: Partial<Trace> = {},
): Trace {
  let best: number | null = null;
  const trials = values.map((given, index): Trial => {
    const feasible = typeof given === 'number';
    const value = typeof given === 'object' && given !== null ? given[0] : given;
    if (feasible && (best === null || given < best)) best = given;
    const at = Math.min(1, Math.max(0, (value ?? 0) / 10));
    return {
      ...{ index, batch: index, unit: [at], x: [at], y: value, trueValue: value },
      ...{ feasible, best, incumbent: -1, why: { key: `${id}.any`, values: {} } },
    };
  });
  return { strategy: { id, params: {} }, trials, unused: 0, ...more };
}

/** As much of runs as there is after so many trials; those that ended by then have ended. */
export const soFar = (traces: readonly Trace[], trials: number): RunSoFar[] =>
  traces.map((trace) =>
    trace.trials.length <= trials
      ? trace
      : { strategy: trace.strategy, trials: trace.trials.slice(0, trials) },
  );

export function runs(given: object): { scenario: Scenario; traces: Trace[] } {
  const { scenario, notices } = readScenario(given);
  if (notices.length > 0) throw new Error(JSON.stringify(notices));
  return { scenario, traces: run(scenario).traces };
}

/** Key without its group, and values. */
export const brief = ({ trial, message: { key, values } }: Moment) => [
  trial,
  key.slice('moment.'.length),
  values,
];
