/**
 * Studies in which nobody is better, to see how often a verdict says otherwise: budget 1, and strategies that all begin
 * with one uniform point. Whatever is said of one of them against another is false.
 */
import { problemOf } from '../run.ts';
import { stream, uniformPoint } from '../rng.ts';
import { runOne } from './run-study.ts';
import { planRuns } from './plan.ts';
import { Accumulator, ALPHA, holm, signTest, winMatrix, type Comparison } from './statistics/index.ts';
import type { Problem } from '../types.ts';
import type { RunKey, RunRecord, Study } from './types.ts';

/** Strategies whose first point is uniform on the cube. */
export const UNIFORM_FIRST = ['random', 'sobol', 'latin-hypercube', 'halton'] as const;

/** The study's runs as the program makes them. */
export function playedNull(study: Study): Accumulator {
  const results = new Accumulator(study);
  for (const key of planRuns(study)) results.add(runOne(study, key, () => 0));
  return results;
}

/**
 * The same in a tenth of the time, for any number of strategies: each run is one uniform point from a stream that is
 * labelled as a run's streams are, by seed, strategy, objective and repeat.
 * @param problems those of the study, made once for many seeds
 */
export function drawnNull(study: Study, problems: readonly Problem[] = problemsOf(study)): Accumulator {
  const results = new Accumulator(study);
  for (const key of planRuns(study)) results.add(drawnRun(study, problems[key.problem], key));
  return results;
}

export const problemsOf = ({ problems }: Study): Problem[] => problems.map((problem) => problemOf(problem));

function drawnRun({ problems, strategies, seed }: Study, problem: Problem, key: RunKey): RunRecord {
  const label = [seed, strategies[key.strategy].name, problems[key.problem].objective.id, key.repeat];
  const unit = uniformPoint(problem.space.dimensions.length, stream(...label, 'null'));
  const x = problem.space.toReal(unit);
  const value = problem.value(x);
  const feasible = Number.isFinite(value) && (problem.feasible?.(x) ?? true);
  return {
    ...key,
    y: Float64Array.of(value),
    value: Float64Array.of(value),
    best: Float64Array.of(feasible ? value : NaN),
    flags: new Uint8Array(1),
    batch: new Uint16Array(1),
    unused: 0,
    thinkingSeconds: 0,
  };
}

/** Of one study. */
export interface FalseClaims {
  comparisons: number;
  /** Verdicts other than tied. */
  verdicts: number;
  /** Comparisons that survive Holm's correction: one is too many. */
  holding: number;
}

export const claimsOf = (results: Accumulator): FalseClaims => {
  const all = comparisonsOf(results);
  return {
    comparisons: all.length,
    verdicts: all.filter(({ verdict }) => verdict !== 'tied').length,
    holding: all.filter((one) => one.holm < ALPHA).length,
  };
};

/** What would be claimed if all pairs were independent, whatever luck they share: the plain sign test. */
export const naiveClaimsOf = (results: Accumulator): FalseClaims => {
  const p = comparisonsOf(results).map(({ wins, losses }) => signTest(wins, losses));
  const rejected = (values: readonly number[]) => values.filter((value) => value < ALPHA).length;
  return { comparisons: p.length, verdicts: rejected(p), holding: rejected(holm(p)) };
};

const comparisonsOf = (results: Accumulator): Comparison[] =>
  winMatrix(results).flatMap((row, a) => row.filter((one) => one !== undefined && one.b > a) as Comparison[]);
