/** For tests of stories. */
import type { Trial } from '#core/types.ts';

/** How many different values were tried of each hyperparameter. */
export const levelsPerDimension = (trials: readonly Trial[]): number[] =>
  trials[0].x.map((_, i) => new Set(trials.map(({ x }) => x[i])).size);
