import { tameUnit } from '../math/power-of-two.ts';

/** Deviations this small beside the mean are taken from a value of the list, not from a mean that was rounded. */
const CLOSE = 1e-8;
/** What rounding leaves of a constant: some units in the last place. */
const ROUNDING = 2e-15;

/**
 * Mean 0, population standard deviation 1; a failed trial (undefined) counts as the worst value seen. A constant
 * (or a single value) becomes zeros, at scale 1.
 *
 * In any units, and on any offset that leaves the values their digits: values whose squares would leave the range of
 * numbers are scaled by a power of two, which rounds nothing; values close to each other beside their size have their
 * mean taken from differences, which are exact (Sterbenz’ lemma), in a second pass.
 */
export function standardise(values: readonly (number | null | undefined)[]): {
  y: Float64Array;
  mean: number;
  scale: number;
} {
  let worst = -Infinity;
  for (const value of values) if (value != null && value > worst) worst = value;
  if (worst === -Infinity) worst = 0;
  const y = Float64Array.from(values, (value) => value ?? worst);
  let largest = 0;
  for (const value of y) largest = Math.max(largest, Math.abs(value));
  const unit = tameUnit(largest);
  if (unit !== 1) for (let i = 0; i < y.length; i++) y[i] /= unit;
  const rough = moments(y);
  let { mean, spread } = rough;
  let offset = 0;
  if (spread <= CLOSE * Math.abs(mean)) {
    offset = y[0];
    ({ mean, spread } = moments(y.map((value) => value - offset)));
  }
  if (!(spread > (ROUNDING * largest) / unit)) return { y: y.fill(0), mean: rough.mean * unit, scale: 1 };
  return {
    y: y.map((value) => (value - offset - mean) / spread),
    mean: (mean + offset) * unit,
    // Of the very smallest numbers, the spread may round to none.
    scale: Math.max(Number.MIN_VALUE, spread * unit),
  };
}

function moments(y: Float64Array): { mean: number; spread: number } {
  const n = Math.max(1, y.length);
  let mean = 0;
  for (const value of y) mean += value / n;
  let variance = 0;
  for (const value of y) variance += ((value - mean) * (value - mean)) / n;
  return { mean, spread: Math.sqrt(variance) };
}
