/** What many have reached after each trial, as quartiles: the players of a class, or the runs of a strategy. */
import { quantile, QUARTILES } from '#core/study/statistics/quantiles.ts';

/** What the runs of a strategy came to, or the players of a class: the lowest value without noise after each trial. */
export interface Band {
  /** How many. */
  runs: number;
  /** Quartiles; entry i is after i + 1 trials. */
  lower: Float64Array;
  median: Float64Array;
  upper: Float64Array;
  /** After the last trial, ascending. */
  finals: Float64Array;
}

/** @param courses who ended early keeps its last value; what has none counts as worst */
export function bandOf(courses: readonly ArrayLike<number>[], trials: number): Band {
  const [lower, median, upper] = QUARTILES.map(() => new Float64Array(trials));
  const values = new Float64Array(courses.length);
  for (let i = 0; i < trials; i++) {
    for (let r = 0; r < courses.length; r++) values[r] = valueAt(courses[r], i);
    values.sort();
    lower[i] = quantile(values, QUARTILES[0]);
    median[i] = quantile(values, QUARTILES[1]);
    upper[i] = quantile(values, QUARTILES[2]);
  }
  // Of the last trial, as they were sorted.
  return { runs: courses.length, lower, median, upper, finals: trials > 0 ? values : new Float64Array(0) };
}

/** After i + 1 trials. */
export function valueAt(course: ArrayLike<number>, i: number): number {
  const value = course[Math.min(i, course.length - 1)];
  return value === undefined || Number.isNaN(value) ? Infinity : value;
}
