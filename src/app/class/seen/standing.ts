/** Where a player stands, and what the value axis needs. */
import { quantile } from '#core/study/statistics/quantiles.ts';

/**
 * Share of finals that a value beats, those level with it counted half, as `standing` of the core counts; NaN without any.
 * @param ascending lower is better
 */
export function shareBeaten(ascending: ArrayLike<number>, value: number): number {
  const n = ascending.length;
  let [worse, level] = [0, 0];
  for (let i = 0; i < n; i++) {
    if (value < ascending[i]) worse += 1;
    else if (value === ascending[i]) level += 1;
  }
  return (worse + level / 2) / n;
}

/** Of the course values the upper end that is drawn: a class begins anywhere, and ends where it matters. */
const WORST = 0.9;
const ROOM = 0.05;

/**
 * @param courses lowest values so far, trial by trial
 * @param least is drawn, too: the optimum, once it may be seen
 */
export function valueDomain(
  courses: readonly ArrayLike<number>[],
  least: number = Infinity,
): readonly [number, number] {
  const firsts = Float64Array.from(courses, (course) => course[0])
    .filter(Number.isFinite)
    .sort();
  if (firsts.length === 0) return Number.isFinite(least) ? [least, least + 1] : [0, 1];
  let lo = Math.min(least, firsts[0]);
  for (const course of courses) {
    const last = course[course.length - 1];
    if (last < lo) lo = last;
  }
  const hi = Math.max(quantile(firsts, WORST), lo);
  const length = hi - lo || Math.max(1, Math.abs(lo) * 1e-9);
  return [lo - ROOM * length, lo + (1 + ROOM) * length];
}

/** Ends of an axis for values that are all shown. */
export function wholeDomain(all: readonly ArrayLike<number>[], least = Infinity): readonly [number, number] {
  let [lo, hi] = [least, -Infinity];
  for (const values of all)
    for (let i = 0; i < values.length; i++) {
      if (!Number.isFinite(values[i])) continue;
      lo = Math.min(lo, values[i]);
      hi = Math.max(hi, values[i]);
    }
  if (hi < lo) return [0, 1];
  const length = hi - lo || Math.max(1, Math.abs(lo) * 1e-9);
  return [lo - ROOM * length, hi + ROOM * length];
}

/** Ends of a log axis for gaps, whole powers of ten; what is smaller than means anything is at its edge. */
export function gapDomain(finals: readonly ArrayLike<number>[], floor: number): readonly [number, number] {
  let [lo, hi] = [Infinity, 0];
  for (const values of finals)
    for (let i = 0; i < values.length; i++) {
      const value = values[i];
      if (!Number.isFinite(value)) continue;
      if (value < lo) lo = value;
      if (value > hi) hi = value;
    }
  if (!(hi > 0)) return [floor, floor * 10];
  const power = (value: number, round: (x: number) => number) => 10 ** round(Math.log10(value));
  // Six powers of ten are what a screen can tell apart.
  const top = power(hi, Math.ceil);
  const bottom = Math.max(power(Math.max(lo, floor), Math.floor), top * 1e-6);
  return [bottom, Math.max(top, bottom * 10)];
}
