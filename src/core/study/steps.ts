/** Quantities that change at moments of their own in every run: step functions, and their quartiles over runs. */
import type { ReturnedTrial } from './schedule.ts';
import { quantile, QUARTILES } from './statistics/quantiles.ts';

/** `value[i]` holds from `at[i]` (ascending, no two alike) until `at[i + 1]`; before `at[0]` there is nothing: +∞. */
export interface Steps {
  at: Float64Array;
  value: Float64Array;
}

/** Quartiles of {@link Steps} over runs; +∞ where too few runs have a value. */
export interface QuartileSteps {
  at: Float64Array;
  lower: Float64Array;
  median: Float64Array;
  upper: Float64Array;
}

/**
 * Best value so far against hours or machine-hours. Trials that come back at the same moment are one step.
 * @param scored what becomes of a best value, increasing in it; NaN (nothing feasible yet) becomes +∞
 */
export function bestSteps(
  progress: readonly ReturnedTrial[],
  along: 'hours' | 'machineHours',
  scored: (best: number) => number = (best) => best,
): Steps {
  const at: number[] = [];
  const value: number[] = [];
  for (const one of progress) {
    const best = Number.isNaN(one.best) ? Infinity : scored(one.best);
    if (at.length > 0 && at[at.length - 1] === one[along]) value[value.length - 1] = best;
    else {
      at.push(one[along]);
      value.push(best);
    }
  }
  return { at: Float64Array.from(at), value: Float64Array.from(value) };
}

/** The value in force at a moment, by bisection. */
export function valueAt({ at, value }: Steps, moment: number): number {
  let [lo, hi] = [0, at.length];
  while (lo < hi) {
    const middle = (lo + hi) >> 1;
    if (at[middle] <= moment) lo = middle + 1;
    else hi = middle;
  }
  return lo > 0 ? value[lo - 1] : Infinity;
}

/** Moments of a figure: more steps than it has pixels tell nobody more. */
const MOST = 400;

/**
 * Quartiles at every moment at which some run changes; where that were more than `most` moments, at so many, evenly
 * spaced, of which the last is that of the last change.
 */
export function quartileSteps(runs: readonly Steps[], most = MOST): QuartileSteps {
  const moments = momentsOf(runs, most);
  const [lower, median, upper] = QUARTILES.map(() => new Float64Array(moments.length));
  const values = new Float64Array(runs.length);
  for (const [i, moment] of moments.entries()) {
    for (const [r, run] of runs.entries()) values[r] = valueAt(run, moment);
    values.sort();
    lower[i] = quantile(values, QUARTILES[0]);
    median[i] = quantile(values, QUARTILES[1]);
    upper[i] = quantile(values, QUARTILES[2]);
  }
  return { at: moments, lower, median, upper };
}

function momentsOf(runs: readonly Steps[], most: number): Float64Array {
  const all = Float64Array.from(runs.flatMap(({ at }) => Array.from(at))).sort();
  const different = all.filter((moment, i) => i === 0 || moment !== all[i - 1]);
  if (different.length <= most) return different;
  const [first, last] = [different[0], different[different.length - 1]];
  return Float64Array.from({ length: most }, (_, i) =>
    i === most - 1 ? last : first + ((last - first) * i) / (most - 1),
  );
}
