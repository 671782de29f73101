/**
 * What matters in a run, found in its traces: a pure function of them and of the problem. The page marks moments on the clock
 * and says them in a caption; the command line lists them.
 *
 * A run that still goes on has the moments of its trials so far. Those before its last trial stay as they are; at the last one,
 * a bracket's cut, a run's end and what compares strategies may come to be known later.
 */
import { senseOf } from '../sense.ts';
import type { Problem } from '../types.ts';
import { valueRangeOf } from '../value-range.ts';
import { byPlace, inOrder } from './field.ts';
import { leaderMoments } from './leader.ts';
import { lostMoments } from './lost.ts';
import { restartMoments, surpriseMoments, unusedMoments } from './own-moments.ts';
import { MOMENT_KINDS, type Moment, type RunSoFar } from './types.ts';
import { withinMoments } from './within.ts';

export { comparableTrials } from './field.ts';
export { momentAfter, momentBefore, momentsByTrial, type MomentsAtTrial } from './at-trial.ts';
export { MOMENT_KINDS, type Moment, type MomentKind, type RunSoFar } from './types.ts';

/**
 * By trial; of one trial, in the order in which they should be said. The order of the runs does not matter.
 * @param runs of one scenario, one of each strategy, in the engine's sense; their trials so far
 * @param problem of the scenario
 * @param range lowest and highest value of the problem, in the engine's sense, where it is known; else it is sampled once
 */
export function momentsOf(
  runs: readonly RunSoFar[],
  problem: Problem,
  range: readonly [lo: number, hi: number] = valueRangeOf(problem),
): Moment[] {
  const sense = senseOf(problem);
  const named = inOrder(runs);
  const moments = [
    ...leaderMoments(named, sense),
    ...withinMoments(named, problem, range[1]),
    ...named.flatMap((run) => [
      ...lostMoments(run, problem),
      ...restartMoments(run),
      ...unusedMoments(run),
      ...surpriseMoments(run, range, sense),
    ]),
  ];
  return moments.sort(
    (a, b) =>
      a.trial - b.trial ||
      b.weight - a.weight ||
      byPlace(a.strategy, b.strategy) ||
      MOMENT_KINDS.indexOf(a.kind) - MOMENT_KINDS.indexOf(b.kind),
  );
}
