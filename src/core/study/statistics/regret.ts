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

/** The distribution of final values: entry i of each is the i-th run. Columns, since there may be thousands. */
export interface FinalPoints {
  repeat: Uint16Array;
  regret: Float64Array;
  /** Best feasible noiseless value, or that of the point that would be deployed; NaN where there is none. */
  best: Float64Array;
}

/** After `trial` trials (1-based; by default all), by repeat. */
export function finalPoints(
  results: Accumulator,
  problem: number,
  strategy: number,
  trial = results.study.budget,
): FinalPoints {
  const runs = results.runs(problem, strategy);
  return {
    repeat: Uint16Array.from(runs, ({ repeat }) => repeat),
    regret: Float64Array.from(runs, (run) => regretAt(results, run, trial)),
    best: Float64Array.from(runs, ({ best }) => best[Math.min(trial, best.length) - 1] ?? NaN),
  };
}

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
  return total([tally(runs)]);
}

/** {@link budgetUse} of a strategy over some problems; what is known of a problem's runs is kept. */
export const budgetUseOn = (results: Accumulator, strategy: number, problems: readonly number[]): BudgetUse =>
  total(
    problems.map((problem) =>
      results.keep(problem, strategy, 'use', () => tally(results.runs(problem, strategy))),
    ),
  );

type BudgetCounts = Omit<BudgetUse, 'thinkingSecondsPerRun'> & { timedRuns: number; thinkingSeconds: number };

const none = (): BudgetCounts => ({
  ...{ runs: 0, trials: 0, unused: 0, initial: 0, secondProbes: 0, repeated: 0, failed: 0, infeasible: 0 },
  ...{ timedRuns: 0, thinkingSeconds: 0 },
});

function tally(runs: readonly RunRecord[]): BudgetCounts {
  const sum = none();
  for (const { y, unused, flags, thinkingSeconds } of runs) {
    sum.runs += 1;
    sum.trials += y.length;
    sum.unused += unused;
    for (let i = 0; i < flags.length; i++) {
      const bits = flags[i];
      if (bits === 0) continue;
      if (bits & FLAG.initial) sum.initial += 1;
      if (bits & FLAG.secondProbe) sum.secondProbes += 1;
      if (bits & FLAG.repeated) sum.repeated += 1;
      if (bits & FLAG.failed) sum.failed += 1;
      if (bits & FLAG.infeasible) sum.infeasible += 1;
    }
    if (Number.isNaN(thinkingSeconds)) continue;
    sum.timedRuns += 1;
    sum.thinkingSeconds += thinkingSeconds;
  }
  return sum;
}

function total(tallies: readonly BudgetCounts[]): BudgetUse {
  const sum = none();
  for (const one of tallies) {
    for (const name of Object.keys(sum) as (keyof BudgetCounts)[]) sum[name] += one[name];
  }
  const { timedRuns, thinkingSeconds, ...counts } = sum;
  return { ...counts, thinkingSecondsPerRun: thinkingSeconds / timedRuns };
}
