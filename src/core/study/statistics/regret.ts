/** Simple regret: its course, where it ends, and what a run did with its budget. */
import { FLAG, type RunRecord } from '../types.ts';
import { regretAt, type Accumulator } from './accumulator.ts';
import { quantile, QUARTILES } from './quantiles.ts';

/** Quartiles over runs after 1, 2, …, budget trials; entry i is after i + 1. +∞: nothing feasible yet. */
export interface RegretCurve {
  runs: number;
  lower: Float64Array;
  median: Float64Array;
  upper: Float64Array;
}

/** Of one strategy on one problem; NaN throughout while it has no runs. Regrets as {@link regretAt} gives them. */
export function regretCurve(results: Accumulator, problem: number, strategy: number): RegretCurve {
  return results.keep(problem, strategy, 'curve', () => {
    const runs = results.runs(problem, strategy);
    const { budget } = results.study;
    const [lower, median, upper] = QUARTILES.map(() => new Float64Array(budget));
    const values = new Float64Array(runs.length);
    for (let i = 0; i < budget; i++) {
      for (let r = 0; r < runs.length; r++) values[r] = regretAt(results, runs[r], i + 1);
      values.sort();
      lower[i] = quantile(values, QUARTILES[0]);
      median[i] = quantile(values, QUARTILES[1]);
      upper[i] = quantile(values, QUARTILES[2]);
    }
    return { runs: runs.length, lower, median, upper };
  });
}

/** A run as a point of the distribution of final values. */
export interface FinalPoint {
  repeat: number;
  /** Best feasible noiseless value; NaN where there is none. */
  best: number;
  regret: number;
}

/** After `trial` trials (1-based; by default all), by repeat. */
export const finalPoints = (
  results: Accumulator,
  problem: number,
  strategy: number,
  trial = results.study.budget,
): FinalPoint[] =>
  results.runs(problem, strategy).map((run) => ({
    repeat: run.repeat,
    best: run.best[Math.min(trial, run.best.length) - 1] ?? NaN,
    regret: regretAt(results, run, trial),
  }));

export interface Summary {
  runs: number;
  lower: number;
  median: number;
  upper: number;
}

/** Quartiles of the regret after `trial` trials (1-based); NaN without runs. */
export function regretSummary(
  results: Accumulator,
  problem: number,
  strategy: number,
  trial = results.study.budget,
): Summary {
  const { runs, lower, median, upper } = regretCurve(results, problem, strategy);
  const i = trial - 1;
  return { runs, lower: lower[i], median: median[i], upper: upper[i] };
}

/** What runs spent their evaluations on; counts are sums over runs, and one trial may be several of these. */
export interface BudgetUse {
  runs: number;
  /** Evaluations made; with `unused`, runs × budget. */
  trials: number;
  unused: number;
  initial: number;
  secondProbes: number;
  repeated: number;
  failed: number;
  infeasible: number;
  /** Mean over the runs whose time is known; NaN where none is. */
  thinkingSecondsPerRun: number;
}

export function budgetUse(runs: readonly RunRecord[]): BudgetUse {
  const count = (flag: number) =>
    runs.reduce((sum, { flags }) => sum + flags.reduce((n, bits) => n + (bits & flag ? 1 : 0), 0), 0);
  const timed = runs.filter(({ thinkingSeconds }) => !Number.isNaN(thinkingSeconds));
  return {
    runs: runs.length,
    trials: runs.reduce((sum, { y }) => sum + y.length, 0),
    unused: runs.reduce((sum, { unused }) => sum + unused, 0),
    initial: count(FLAG.initial),
    secondProbes: count(FLAG.secondProbe),
    repeated: count(FLAG.repeated),
    failed: count(FLAG.failed),
    infeasible: count(FLAG.infeasible),
    thinkingSecondsPerRun: timed.reduce((sum, run) => sum + run.thinkingSeconds, 0) / timed.length,
  };
}
