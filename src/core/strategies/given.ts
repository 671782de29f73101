/** What strategies do with the observations that they are given. */
import type { Outcome } from '../types.ts';

/** The feasible one with the lowest value, the earlier of equal ones; undefined where there is none to stand on. */
export function bestOf(given: readonly Outcome[]): Outcome | undefined {
  let best: Outcome | undefined;
  for (const one of given) {
    if (one.failed || !one.feasible) continue;
    if (!best || one.y < best.y) best = one;
  }
  return best;
}
