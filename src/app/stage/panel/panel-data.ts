/** A run as of a trial, as the charts take it: pure conversions, unit cube → hyperparameter values. */
import type { SampleTable } from '#charts/marks/sample-table.ts';
import type { Curve, Field, Interval, Ladder, Rung, Sample } from '#charts/types.ts';
import { withinNumbers } from '#charts/scales.ts';
import type { Dimension } from '#core/space.ts';
import { typedValue } from '#core/space.ts';
import type { AcquisitionView, BracketView, Closing, Noise, Trace, Trial, View } from '#core/types.ts';
import type { PageOptions } from '../../address/url.ts';
import { place, roomOf } from './landscape.ts';

/** Points of a curve, of a density along one of many axes, and cells of a map, where a worker computes them. */
export const CURVE_POINTS = 241;
export const RIDGE_POINTS = 81;
export const CELLS = { columns: 48, rows: 48 } as const;

/** Rungs of the ladder that a chart has room for. */
const MOST_RUNGS = 12;

/** Made from all results before it: may be shown with one more. */
export const isBelief = ({ kind }: View): boolean => kind === 'model' || kind === 'parzen';

/** The strategy's state to draw after `shown` trials; `ended`: the clock stands at the end of this run. */
export function viewAt(
  trials: readonly Trial[],
  shown: number,
  closing: Closing | undefined,
  moment: PageOptions['moment'],
  ended: boolean,
): View | undefined {
  if (shown === 0) return undefined;
  const before = trials[shown - 1].view;
  // A bracket after its last cut is the result of the run; a model is shown as the reader asked.
  if (ended && closing?.view && !isBelief(closing.view)) return closing.view;
  if (moment === 'before' || !before || !isBelief(before)) return before;
  return trials[shown]?.view ?? closing?.view ?? before;
}

export const samplesOf = (trials: readonly Trial[], describe: (trial: Trial) => string): Sample[] =>
  trials.map((trial) => ({
    number: trial.index + 1,
    x: trial.x,
    y: trial.y,
    feasible: trial.feasible,
    get description() {
      return describe(trial);
    },
  }));

export const bracketInterval = (
  view: BracketView,
  dimensions: readonly Dimension[],
  axis: number,
): Interval => ({
  lo: place(dimensions[axis], view.lo[axis]),
  hi: place(dimensions[axis], view.hi[axis]),
});

/** The box of a bracket, an interval per axis. */
export const boxOf = (view: BracketView, dimensions: readonly Dimension[]): Interval[] =>
  dimensions.map((_, axis) => bracketInterval(view, dimensions, axis));

/**
 * The different brackets along axis 0 up to a trial; of many, the first ones and the latest.
 * @param holds whether a bracket still holds the true optimum
 */
export function ladderOf(
  trials: readonly Trial[],
  shown: number,
  last: View | undefined,
  dimension: Dimension,
  label: string,
  holds: (view: BracketView) => boolean,
): Ladder | undefined {
  const slots = brackets(trials, trials.length, undefined).length;
  if (slots === 0) return undefined;
  const visible = brackets(trials, shown, last);
  const kept =
    visible.length > MOST_RUNGS
      ? [...visible.slice(0, MOST_RUNGS - 1), visible[visible.length - 1]]
      : visible;
  const rungs = kept.map(({ number, view }): Rung => ({
    number,
    ...bracketInterval(view, [dimension], 0),
    holds: holds(view),
  }));
  return { label, rungs, slots: Math.min(MOST_RUNGS, slots + 1) };
}

function brackets(trials: readonly Trial[], shown: number, last: View | undefined) {
  const found: { number: number; view: BracketView }[] = [];
  const add = (view: View | undefined, number: number) => {
    if (view?.kind !== 'bracket') return;
    const before = found[found.length - 1]?.view;
    if (before && before.lo[0] === view.lo[0] && before.hi[0] === view.hi[0]) return;
    found.push({ number, view });
  };
  for (const trial of trials.slice(0, shown)) add(trial.view, trial.index + 1);
  add(last, shown);
  return found;
}

/** More levels than this are a grey veil, not a grid. */
const MOST_LEVELS = 64;

/** Hyperparameter values of a grid's levels along one dimension; none where there are too many to tell apart. */
export const levelsAlong = (levels: readonly number[][], dimensions: readonly Dimension[], axis: number) =>
  levels[axis].length > MOST_LEVELS ? [] : levels[axis].map((u) => typedValue(dimensions[axis], u));

export const curveOf = (x: readonly number[], y: ArrayLike<number>): Curve => ({ x, y });

/** Whether an acquisition is a value of the objective, wanted low, rather than an improvement, wanted high. */
export const isHeight = (kind: AcquisitionView['kind']): boolean => kind === 'lcb' || kind === 'thompson';

/** Index of the largest (or smallest) finite value; −1 if there is none. */
export function argBest(values: ArrayLike<number>, lowest = false): number {
  let best = -1;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) continue;
    if (best < 0 || (lowest ? values[i] < values[best] : values[i] > values[best])) best = i;
  }
  return best;
}

/** The noise's standard deviation where it is largest; measured noise shows in what was observed. */
export const largestSd = (noise: Noise, [lo, hi]: readonly [number, number]): number =>
  noise.kind === 'gaussian'
    ? noise.sd
    : noise.kind === 'proportional'
      ? noise.sd * Math.max(Math.abs(lo), Math.abs(hi))
      : 0;

/** Fixed over a run: the function's range with room for noise, and for what was observed outside it. */
export function valueDomain(
  range: readonly [number, number],
  noiseSd: number,
  observed: readonly (number | null)[],
): readonly [number, number] {
  let [lo, hi] = [range[0] - 2.5 * noiseSd, range[1] + 2.5 * noiseSd];
  for (const y of observed) {
    if (y === null) continue;
    lo = Math.min(lo, y);
    hi = Math.max(hi, y);
  }
  const room = 0.06 * (hi - lo);
  return withinNumbers(lo - room, hi + room);
}

/** Without the values that pictures have no room for: these are drawn at the edge. */
export const withRoom = (
  values: readonly (number | null)[],
  clip: readonly [number, number] | undefined,
): readonly (number | null)[] =>
  clip ? values.filter((value) => value === null || (value >= clip[0] && value <= clip[1])) : values;

/** Whether a value lies beyond the picture, where it is drawn at the edge. */
export const isBeyond = (value: number | null, [lo, hi]: readonly [number, number]): boolean =>
  value !== null && (value < lo || value > hi);

/** Room for all finite values: of what was observed, say, where the function's own range would give it away. */
export function domainOf(values: readonly (number | null)[]): readonly [number, number] {
  const seen = values.filter((value): value is number => value !== null && Number.isFinite(value));
  if (seen.length === 0) return [0, 1];
  const [lo, hi] = [Math.min(...seen), Math.max(...seen)];
  return valueDomain(hi > lo ? [lo, hi] : [lo, lo + roomOf(lo)], 0, []);
}

/** Cells of a picture as a field of the plot. */
export const fieldOf = (
  size: { columns: number; rows: number },
  values: ArrayLike<number>,
  label: string,
  spread: Field['spread'] = 'linear',
): Field => ({ ...size, values, label, spread });

/** Where the best observation so far lies in the unit cube; the middle while there is none. */
export function bestPoint(trials: readonly Trial[], shown: number, dim: number): readonly number[] {
  const incumbent = shown > 0 ? trials[shown - 1].incumbent : -1;
  return trials[incumbent]?.unit ?? new Array<number>(dim).fill(0.5);
}

/** What the table behind a panel says of its samples: with the truth, unless that is a secret. */
export const tableOf = (
  told: readonly Trial[],
  words: { trial: string; value: string; trueValue: string; best: string },
  revealed: boolean,
): SampleTable => ({
  trial: words.trial,
  value: words.value,
  more: revealed
    ? [
        { label: words.trueValue, cells: () => told.map(({ trueValue }) => trueValue) },
        { label: words.best, cells: () => told.map(({ best }) => best) },
      ]
    : [],
});

/** Whether the run has nothing more to show after `shown` trials. */
export const isEnded = (trace: Trace | undefined, shown: number): boolean =>
  trace !== undefined && shown >= trace.trials.length && shown > 0;
