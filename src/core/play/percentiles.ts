/** Where a player stands beside the strategies: on the same problem, at the same budget, by the gaps that studies rank by. */
import { SettingsError } from '../types.ts';
import { readStudy } from '../study/read-study.ts';
import { regretAt, type Accumulator } from '../study/statistics/index.ts';
import type { Study } from '../study/types.ts';
import { objectiveOf, type Challenge } from './challenge.ts';

/** Runs of every strategy that a player is held against. */
export const RUNS = 200;

/**
 * The study of a challenge: every strategy on its very problem, so many times, with other luck.
 * @param strategies ids
 * @throws {SettingsError} where one of them cannot start on the problem
 */
export function studyOf(challenge: Challenge, strategies: readonly string[], repeats: number = RUNS): Study {
  const { objective, noise } = objectiveOf(challenge);
  const read = readStudy({
    problems: [{ ...objective, noise }],
    strategies,
    budget: challenge.trials,
    seed: challenge.seed,
    repeats,
  });
  if ('problems' in read) throw new SettingsError(read.problems[0]);
  return read.study;
}

export interface Standing {
  /** Runs that are in. */
  runs: number;
  /** Runs that the player’s gap is smaller than, and runs that it is level with: both to the last bit. */
  beaten: number;
  tied: number;
  /** Of the runs, 0 … 1, those beaten and half of those level; NaN while there are none. */
  share: number;
}

/**
 * @param results of {@link studyOf}
 * @param strategy its place in the study
 * @param gap of the player, as `replay` gives it
 * @param trial as of which the runs are looked at, 1-based; their last
 */
export function standing(
  results: Accumulator,
  strategy: number,
  gap: number,
  trial: number = results.study.budget,
): Standing {
  const gaps = results.runs(0, strategy).map((run) => regretAt(results, run, trial));
  const beaten = gaps.filter((other) => gap < other).length;
  const tied = gaps.filter((other) => gap === other).length;
  return { runs: gaps.length, beaten, tied, share: (beaten + tied / 2) / gaps.length };
}
