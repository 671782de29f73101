/**
 * Interval arithmetic: bounds that hold for every point of a piece of a curve, so that “nowhere” can be said of a function
 * (R. E. Moore, 1966, Interval Analysis). Ends are not rounded outwards: bounds hold up to rounding, some 10⁻¹⁵ of their size.
 */
export type Interval = readonly [lo: number, hi: number];

export const point = (x: number): Interval => [x, x];

export const plus = (a: Interval, b: Interval): Interval => [a[0] + b[0], a[1] + b[1]];

/** s · a */
export const scaled = (s: number, a: Interval): Interval =>
  s < 0 ? [s * a[1], s * a[0]] : [s * a[0], s * a[1]];

export function times(a: Interval, b: Interval): Interval {
  const [p, q, r, s] = [a[0] * b[0], a[0] * b[1], a[1] * b[0], a[1] * b[1]];
  return [Math.min(p, q, r, s), Math.max(p, q, r, s)];
}

/** a², which is not a · a: both factors are the same number. */
export function squared([lo, hi]: Interval): Interval {
  const [p, q] = [lo * lo, hi * hi];
  return [lo <= 0 && hi >= 0 ? 0 : Math.min(p, q), Math.max(p, q)];
}

/** a / b, for b > 0. */
export const over = (a: Interval, b: Interval): Interval => times(a, [1 / b[1], 1 / b[0]]);

/** Of two bounds of the same thing, what both allow; rounding may make them miss each other by a hair. */
export const both = (a: Interval, b: Interval): Interval => {
  const [lo, hi] = [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
  return lo <= hi ? [lo, hi] : [hi, lo];
};
