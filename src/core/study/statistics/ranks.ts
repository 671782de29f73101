/** Ranks of strategies, 1 the best: what a rank heat map shows. */
import { regretTable, type Accumulator } from './accumulator.ts';

/**
 * 1 for the lowest; equal values share the mean of their ranks (“fractional ranking”). NaN counts as +∞.
 */
export function averageRanks(values: ArrayLike<number>): Float64Array {
  const n = values.length;
  const at = (i: number) => (Number.isNaN(values[i]) ? Infinity : values[i]);
  const order = Array.from({ length: n }, (_, i) => i).sort((a, b) =>
    at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0,
  );
  const ranks = new Float64Array(n);
  for (let start = 0; start < n;) {
    let end = start + 1;
    while (end < n && at(order[end]) === at(order[start])) end += 1;
    // Mean of start + 1, …, end.
    for (let k = start; k < end; k++) ranks[order[k]] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}

export interface RankTable {
  /** problems × strategies, row-major: mean over repeats of the rank within the repeat; NaN without a full repeat. */
  ranks: Float64Array;
  /** For every strategy the mean over the problems that have ranks; NaN where none has. */
  mean: Float64Array;
  /** For every problem the repeats that entered: those that all strategies have done. */
  repeats: Uint16Array;
}

/**
 * Ranks after `trial` trials (1-based), by regret, within each repeat, then averaged: over repeats, then over problems,
 * as in Friedman's test (Demšar 2006, Statistical comparisons of classifiers over multiple data sets, JMLR 7, § 3.2.2).
 * Regrets at or below the problem's floor are tied.
 */
export function rankTable(results: Accumulator, trial: number): RankTable {
  const { problems, strategies, repeats: R } = results.study;
  const S = strategies.length;
  const ranks = new Float64Array(problems.length * S);
  const mean = new Float64Array(S);
  const repeats = new Uint16Array(problems.length);
  const values = new Float64Array(S);
  let ranked = 0;
  for (let problem = 0; problem < problems.length; problem++) {
    const regrets = regretTable(results, problem, trial);
    for (let repeat = 0; repeat < R; repeat++) {
      for (let s = 0; s < S; s++) values[s] = regrets[s * R + repeat];
      if (values.some(Number.isNaN)) continue;
      repeats[problem] += 1;
      averageRanks(values).forEach((rank, s) => (ranks[problem * S + s] += rank));
    }
    if (repeats[problem] > 0) ranked += 1;
    for (let s = 0; s < S; s++) {
      // 0 / 0, not a number, where no repeat is complete.
      ranks[problem * S + s] /= repeats[problem];
      if (repeats[problem] > 0) mean[s] += ranks[problem * S + s];
    }
  }
  return { ranks, mean: mean.map((sum) => sum / ranked), repeats };
}
