/** Everything that the charts of a study show, as of one trial: plain data, computed in one go where nobody waits. */
import { problemOf } from '../run.ts';
import type {
  BudgetUse,
  Comparison,
  FinalPoints,
  Judged,
  RankTable,
  RegretCurve,
  RuntimeProfile,
} from './statistics/index.ts';
import {
  budgetUseOn,
  expectedRunningTime,
  finalPoints,
  rankTable,
  regretCurve,
  regretScales,
  relativeTargets,
  runtimeProfile,
  winMatrix,
  type Accumulator,
} from './statistics/index.ts';

/** What is looked at. */
export interface StudyView {
  /** As of which trial, 1 … budget. */
  trial: number;
  /** Index of the problem of the single-problem charts. */
  problem: number;
  /** Problems that profile, wins and use of budgets are counted over: all, or the one. */
  scope: 'all' | 'one';
  /** A target for the expected running time, as a share of the median regret of a random point. */
  target: number;
  /** Whose regret counts; by default that of the best point tried. */
  judged?: Judged | undefined;
}

/** Lists by strategy unless said otherwise. */
export interface StudySummary extends StudyView {
  judged: Judged;
  /** Runs that are in, of all problems. */
  runs: number;
  /** Runs of the chosen problem, by strategy. */
  curves: RegretCurve[];
  /** Final regrets of the chosen problem as of the trial, by repeat. */
  points: FinalPoints[];
  profiles: RuntimeProfile[];
  /** Range of targets that profiles count, as shares of the regret of a random point. */
  targets: { from: number; to: number; count: number };
  /** problems × strategies, row-major. */
  ert: { ert: number; successes: number; runs: number }[];
  ranks: RankTable;
  wins: (Comparison | undefined)[][];
  uses: BudgetUse[];
  /** Smallest regret of the chosen problem that means anything. */
  floor: number;
  optimum: number;
}

const TARGETS = { from: 1, to: 1e-4, count: 21 };

/** The typical regret of a random point costs a thousand evaluations of every problem: once per study. */
const scalesOf = new WeakMap<object, Float64Array>();
function scales({ study }: Accumulator): Float64Array {
  let known = scalesOf.get(study);
  if (!known) scalesOf.set(study, (known = regretScales(study)));
  return known;
}

export function summarise(all: Accumulator, view: StudyView): StudySummary {
  const { trial, problem, scope, target, judged = 'tried' } = view;
  const results = all.judgedBy(judged);
  const { study } = results;
  const every = study.strategies.map((_, strategy) => strategy);
  const inScope = scope === 'one' ? [problem] : study.problems.map((_, index) => index);
  const targets = relativeTargets(study, TARGETS, scales(results));
  const goals = Array.from(scales(results), (scale) => target * (scale > 0 && scale < Infinity ? scale : 1));
  return {
    ...view,
    judged,
    runs: results.size,
    curves: every.map((strategy) => regretCurve(results, problem, strategy)),
    points: every.map((strategy) => finalPoints(results, problem, strategy, trial)),
    profiles: every.map((strategy) => runtimeProfile(results, strategy, targets, inScope)),
    targets: TARGETS,
    ert: goals.flatMap((goal, index) =>
      every.map((strategy) => expectedRunningTime(results, index, strategy, goal, trial)),
    ),
    ranks: rankTable(results, trial),
    wins: winMatrix(results, { trial, problems: inScope }),
    uses: every.map((strategy) => budgetUseOn(results, strategy, inScope)),
    floor: results.floors[problem],
    optimum: problemOf(study.problems[problem]).optimum.value,
  };
}
