/** Whose regret counts where observations are noisy. */
import { FLAG, type RunRecord } from '../types.ts';

/**
 * `tried`: the best point tried, by its true value, which only a simulator knows. `deployed`: the point that a person would
 * deploy, which is the lowest feasible observation, by its true value. Without noise both are the same.
 */
export type Judged = 'tried' | 'deployed';

/**
 * True value of the incumbent after each trial, the incumbent as in the run loop: the first of the lowest feasible
 * observations. NaN while there is none. Unlike the best value it may rise: a lucky observation displaces a better point.
 */
export function deployedValues({ y, value, flags }: Pick<RunRecord, 'y' | 'value' | 'flags'>): Float64Array {
  const values = new Float64Array(y.length);
  let incumbent = -1;
  for (let i = 0; i < y.length; i++) {
    const counts = (flags[i] & (FLAG.failed | FLAG.infeasible)) === 0;
    if (counts && (incumbent < 0 || y[i] < y[incumbent])) incumbent = i;
    values[i] = incumbent < 0 ? NaN : value[incumbent];
  }
  return values;
}
