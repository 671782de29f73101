/**
 * The percentile bootstrap of a share of wins (Efron & Tibshirani 1993, An Introduction to the Bootstrap, § 13.3), with
 * pairs resampled within each problem: problems are those of the study, repeats are a sample.
 */
import type { Rng } from '../../rng.ts';
import { quantile } from './quantiles.ts';

/** Outcomes of pairs on one problem. */
export interface Tally {
  wins: number;
  ties: number;
  losses: number;
}

export const RESAMPLES = 2000;
export const LEVEL = 0.95;

/**
 * n pairs drawn with replacement, a win scored 2 and a tie 1: the distribution function of their sum, entry k for sums
 * up to k. Drawing one number from it is drawing the n pairs, at a fraction of the cost.
 */
export function sumDistribution({ wins, ties, losses }: Tally): Float64Array {
  const n = wins + ties + losses;
  const [w, t, l] = [wins / n, ties / n, losses / n];
  const mass = new Float64Array(2 * n + 1);
  mass[0] = 1;
  for (let drawn = 1; drawn <= n; drawn++) {
    for (let k = 2 * drawn; k >= 0; k--) {
      mass[k] = l * mass[k] + (k >= 1 ? t * mass[k - 1] : 0) + (k >= 2 ? w * mass[k - 2] : 0);
    }
  }
  for (let k = 1; k <= 2 * n; k++) mass[k] += mass[k - 1];
  return mass;
}

/** The least k with u < cumulative[k]; the last one where rounding leaves the total below u. */
function invert(cumulative: Float64Array, u: number): number {
  let [low, high] = [0, cumulative.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (u < cumulative[middle]) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** @param known distributions of tallies met before, kept by the caller */
export function shareInterval(
  tallies: readonly Tally[],
  rng: Rng,
  known: Map<string, Float64Array> = new Map(),
): [low: number, high: number] {
  const present = tallies.filter(({ wins, ties, losses }) => wins + ties + losses > 0);
  const pairs = present.reduce((sum, { wins, ties, losses }) => sum + wins + ties + losses, 0);
  if (pairs === 0) return [NaN, NaN];
  const distributions = present.map((tally) => {
    const key = `${tally.wins} ${tally.ties} ${tally.losses}`;
    let found = known.get(key);
    if (!found) known.set(key, (found = sumDistribution(tally)));
    return found;
  });
  const shares = new Float64Array(RESAMPLES);
  for (let b = 0; b < RESAMPLES; b++) {
    let score = 0;
    for (const cumulative of distributions) score += invert(cumulative, rng.next());
    shares[b] = score / (2 * pairs);
  }
  shares.sort();
  return [quantile(shares, (1 - LEVEL) / 2), quantile(shares, (1 + LEVEL) / 2)];
}
