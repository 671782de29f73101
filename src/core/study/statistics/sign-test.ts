/** The exact sign test, and Holm's correction for many tests. */
import { exp, log } from '../../math/elementary.ts';

/**
 * Two-sided exact p-value of `wins` against `losses` where both are equally likely; ties say nothing and are left out
 * (Dixon & Mood 1946, The statistical sign test, JASA 41).
 */
export function signTest(wins: number, losses: number): number {
  const n = wins + losses;
  const few = Math.min(wins, losses);
  // ln of C(n, few) / 2ⁿ, the largest term of the tail; the others by their ratios to it.
  let largest = -n * Math.LN2;
  for (let i = 1; i <= few; i++) largest += log((n - few + i) / i);
  let sum = 0;
  for (let k = few, term = 1; k >= 0; k--) {
    sum += term;
    term *= k / (n - k + 1);
  }
  return Math.min(1, 2 * sum * exp(largest));
}

/**
 * Adjusted p-values, in the order given (Holm 1979, A simple sequentially rejective multiple test procedure,
 * Scandinavian Journal of Statistics 6): rejecting those ≤ α keeps the chance of any false rejection ≤ α.
 */
export function holm(pValues: readonly number[]): number[] {
  const order = pValues.map((_, i) => i).sort((a, b) => pValues[a] - pValues[b]);
  const adjusted = new Array<number>(pValues.length);
  let highest = 0;
  order.forEach((i, k) => {
    highest = Math.max(highest, Math.min(1, (pValues.length - k) * pValues[i]));
    adjusted[i] = highest;
  });
  return adjusted;
}
