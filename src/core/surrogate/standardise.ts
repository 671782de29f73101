/**
 * Mean 0, population standard deviation 1; a failed trial (undefined) counts as the worst value seen. A constant
 * (or a single value) becomes zeros, at scale 1.
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
  const n = Math.max(1, y.length);
  let mean = 0;
  for (const value of y) mean += value / n;
  let variance = 0;
  for (const value of y) variance += ((value - mean) * (value - mean)) / n;
  const spread = Math.sqrt(variance);
  // What rounding leaves of a constant is no spread, whatever its units.
  if (!(spread > 1e-12 * Math.abs(mean))) return { y: y.fill(0), mean, scale: 1 };
  return { y: y.map((value) => (value - mean) / spread), mean, scale: spread };
}
