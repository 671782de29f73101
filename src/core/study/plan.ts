/** Which runs a study consists of, in which order, and how they are dealt to machines. */
import type { RunKey, Study } from './types.ts';

/**
 * Every run of the study. All problems × strategies come once before any comes again, so that a study that is under
 * way can compare all of them; results are stored in this order.
 */
export function planRuns({ problems, strategies, repeats }: Study): RunKey[] {
  const runs: RunKey[] = [];
  for (let repeat = 0; repeat < repeats; repeat++) {
    for (let problem = 0; problem < problems.length; problem++) {
      for (let strategy = 0; strategy < strategies.length; strategy++) {
        runs.push({ problem, strategy, repeat });
      }
    }
  }
  return runs;
}

/** The place of a run in {@link planRuns}. */
export const planIndex = (
  { problems, strategies }: Pick<Study, 'problems' | 'strategies'>,
  { problem, strategy, repeat }: RunKey,
): number => (repeat * problems.length + problem) * strategies.length + strategy;

/** The run at a place of {@link planRuns}: for those who need not hold all of them. */
export function runAt(
  { problems, strategies }: Pick<Study, 'problems' | 'strategies'>,
  place: number,
): RunKey {
  const cells = problems.length * strategies.length;
  const cell = place % cells;
  return {
    problem: Math.floor(cell / strategies.length),
    strategy: cell % strategies.length,
    repeat: Math.floor(place / cells),
  };
}

/**
 * The part of a plan that one of several machines does. Shards are disjoint, cover the plan and differ by at most one
 * run. Strategies differ in cost by a factor of thousands, so each is spread over all shards as evenly as repeats
 * allow, whatever the number of shards has in common with the number of problems × strategies.
 *
 * @param runs a whole plan, as {@link planRuns} gives it
 * @param i which shard, 1 … n
 * @throws {RangeError} unless i and n are whole numbers with 1 ≤ i ≤ n
 */
export function shardOf(runs: readonly RunKey[], i: number, n: number): RunKey[] {
  if (!Number.isInteger(i) || !Number.isInteger(n) || i < 1 || i > n) {
    throw new RangeError(`There is no shard ${i} of ${n}; expected whole numbers with 1 ≤ i ≤ n.`);
  }
  const cells = runs.findIndex(({ repeat }) => repeat > 0);
  // Plain dealing would repeat itself after this many runs: from there on, it starts one machine further.
  const cycle = leastCommonMultiple(cells < 0 ? runs.length || 1 : cells, n);
  return runs.filter((_, k) => (k + Math.floor(k / cycle)) % n === i - 1);
}

function leastCommonMultiple(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return (a / x) * b;
}
