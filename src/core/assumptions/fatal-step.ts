/**
 * The trial at which a search by brackets threw the true minimum away, and why. Why is asked of the comparison that made
 * the cut, by what would have happened without noise: what the same rule would have kept, had it seen the true values.
 */
import type { BracketView, Point, Problem, Trace, Trial, View } from '../types.ts';
import { heldBy, knowsAll } from './held.ts';

/**
 * - `noise`: the true values would have kept the minimum; what was observed did not
 * - `tie`: the true values were equal, so that the rule for ties decided, and chose wrongly
 * - `shape`: the true values themselves pointed away from the minimum: a ripple, another valley
 * - `interaction`: they pointed at the lowest point of the line that was being searched, which is not where the minimum
 *   lies, since another hyperparameter stood elsewhere
 */
export const FATAL_CAUSES = ['shape', 'interaction', 'tie', 'noise'] as const;
export type FatalCause = (typeof FATAL_CAUSES)[number];

/** One of the values whose comparison made the cut. */
export interface Compared {
  /** 1-based number of the trial. */
  trial: number;
  /** Unit coordinate along the axis of the cut. */
  unit: number;
  /** Where the evaluation failed: null, which counts as +∞. */
  y: number | null;
  trueValue: number | null;
}

export interface FatalStep {
  /** 1-based number of the trial whose observation led to the cut. */
  trial: number;
  /** The dimension along which the cut was made. */
  axis: number;
  /** null where the trace does not hold the comparison. */
  cause: FatalCause | null;
  /** What was compared, ascending along the axis; empty where the trace does not hold it. */
  compared: Compared[];
  /** What the box had held until then, as hyperparameter values: a minimiser, or a place as good. */
  minimum: number[];
}

/**
 * The trial after which the search’s box no longer held any global minimiser, nor a place within the stated tolerance of
 * the minimum; null where it still does, where minimisers are too many to be known, or where the strategy keeps no box.
 * Once lost it stays lost: boxes only shrink.
 * @param holds what `holdsOptimum` of the problem gave, where it has been asked before
 */
export function fatalStep(
  { trials, closing }: Pick<Trace, 'trials' | 'closing'>,
  problem: Problem,
  holds = holdsOptimum(problem),
): FatalStep | null {
  const boxes = [...trials.map(({ view }) => view), closing?.view];
  for (const [i, view] of boxes.entries()) {
    if (view?.kind !== 'bracket' || holds(view)) continue;
    const axis = view.cut?.axis ?? view.axis;
    const minimum = lostBy(boxes[i - 1], problem);
    const comparison = comparisons(trials.slice(0, i), view, problem).find(
      (one) => !holds(boxWith(one, bestOf(one.compared, observed), problem)),
    );
    if (!comparison) return { trial: i, axis, cause: null, compared: [], minimum };
    const { compared } = comparison;
    return { trial: i, axis, cause: causeOf(comparison, problem, holds), compared, minimum };
  }
  return null;
}

/** Whether a box (unit coordinates) still holds a place as good as the minimum, as far as minimisers are known. */
export function holdsOptimum(
  problem: Pick<Problem, 'space' | 'optimum' | 'value' | 'feasible'>,
): (view: Pick<BracketView, 'lo' | 'hi'>) => boolean {
  if (!knowsAll(problem)) return () => true;
  const held = heldBy(problem);
  return (box) => held(box) !== null;
}

function lostBy(before: View | undefined, problem: Problem): number[] {
  const held = before?.kind === 'bracket' ? heldBy(problem)(before) : null;
  if (!held) return [...problem.optimum.at[0]];
  // As it is listed, without the rounding of unit coordinates.
  const listed = problem.optimum.at.find((x) => same(problem.space.toUnit(x), held.place));
  return listed ? [...listed] : problem.space.toReal(held.place);
}
const same = (a: Point, b: Point): boolean => a.every((u, i) => u === b[i]);

interface Comparison {
  axis: number;
  /** The box before the cut. */
  lo: number[];
  hi: number[];
  /** A point of the line along which it was made. */
  through: Point;
  compared: Compared[];
}

const observed = ({ y }: Compared): number => y ?? Infinity;
const noiseless = ({ trueValue }: Compared): number => trueValue ?? Infinity;

/**
 * Between two boxes of a trace there is the comparison of what was being probed, and in rare cases a later one of points
 * that were known already (among integers), which no trial shows.
 */
function comparisons(trials: readonly Trial[], after: BracketView, { space }: Problem): Comparison[] {
  const last = trials[trials.length - 1];
  if (last?.view?.kind !== 'bracket') return [];
  const { axis, lo, hi, probes } = last.view;
  const find = (unit: number) => trialAt(trials, last.unit.with(axis, unit), axis);
  const shown: Comparison = { axis, lo, hi, through: last.unit, compared: probes.flatMap(find) };
  const found = shown.compared.length === probes.length && probes.length > 1 ? [shown] : [];
  const { cut } = after;
  if (cut?.axis !== axis || space.dimensions[axis].kind !== 'integer') return found;
  const before = {
    lo: after.lo.with(axis, Math.min(after.lo[axis], cut.lo)),
    hi: after.hi.with(axis, Math.max(after.hi[axis], cut.hi)),
  };
  // The loser stands at the edge of the part that was cut off. Probes mirror each other in the box, as nearly as integers
  // allow: the winner is what was known nearest to the loser's mirror image.
  const known = trials.flatMap(({ unit }) => find(unit[axis]));
  const cutRight = cut.lo >= after.hi[axis] - 1e-12;
  const lost = nearest(
    cutRight ? cut.lo : cut.hi,
    known.filter(({ unit }) => unit > cut.lo && unit < cut.hi),
  );
  const kept =
    lost &&
    nearest(
      before.lo[axis] + before.hi[axis] - lost.unit,
      known.filter(({ unit }) => unit > after.lo[axis] && unit < after.hi[axis]),
    );
  if (!lost || !kept) return found;
  const compared = cutRight ? [kept, lost] : [lost, kept];
  return [...found, { axis, ...before, through: last.unit, compared }];
}

/** The first of those that are nearest to a place; undefined where there is none. */
function nearest(to: number, among: readonly Compared[]): Compared | undefined {
  const distance = ({ unit }: Compared) => Math.abs(unit - to);
  return among.toSorted((a, b) => distance(a) - distance(b))[0];
}

/** The latest trial at a point, as something that was compared along an axis. */
function trialAt(trials: readonly Trial[], point: Point, axis: number): Compared[] {
  const trial = trials.findLast(({ unit }) => unit.every((u, j) => u === point[j]));
  if (!trial) return [];
  const { index, y, trueValue } = trial;
  return [{ trial: index + 1, unit: point[axis], y, trueValue }];
}

/** Index of what counts as best: the lowest, of equal ones the leftmost. */
function bestOf(compared: readonly Compared[], value: (one: Compared) => number): number {
  let best = 0;
  for (let i = 1; i < compared.length; i++) if (value(compared[i]) < value(compared[best])) best = i;
  return best;
}

/** What is left where the i-th of the compared counts as best: all between its neighbours. Of integers, these go too. */
function boxWith({ axis, lo, hi, compared }: Comparison, best: number, { space }: Problem) {
  const dimension = space.dimensions[axis];
  const half = dimension.kind === 'integer' ? 0.5 / (dimension.hi - dimension.lo + 1) : 0;
  const [left, right] = [compared[best - 1], compared[best + 1]];
  return {
    lo: left ? lo.with(axis, left.unit + half) : lo,
    hi: right ? hi.with(axis, right.unit - half) : hi,
  };
}

type Holds = ReturnType<typeof holdsOptimum>;

function causeOf(comparison: Comparison, problem: Problem, holds: Holds): FatalCause {
  const keeps = (best: number) => holds(boxWith(comparison, best, problem));
  const { compared } = comparison;
  const best = bestOf(compared, noiseless);
  if (keeps(best)) return 'noise';
  const equal = compared.some((one, i) => noiseless(one) === noiseless(compared[best]) && keeps(i));
  if (equal) return 'tie';
  return isLowestAlong(comparison, boxWith(comparison, best, problem), problem) ? 'interaction' : 'shape';
}

/** Points of a line that are looked at for its lowest. */
const RESOLUTION = 512;

/** Whether the lowest point of the searched line, as far as a fine grid shows it, lies in the box that was kept. */
function isLowestAlong(
  { axis, lo, hi, through }: Comparison,
  kept: { lo: number[]; hi: number[] },
  { space, value }: Problem,
): boolean {
  if (space.dimensions.length === 1) return false;
  const at = (u: number): number => {
    try {
      const y = value(space.toReal(through.with(axis, u)));
      return Number.isNaN(y) ? Infinity : y;
    } catch {
      return Infinity;
    }
  };
  const lowestIn = (from: number, to: number): number => {
    let lowest = Infinity;
    for (let i = 0; i <= RESOLUTION; i++)
      lowest = Math.min(lowest, at(from + ((to - from) * i) / RESOLUTION));
    return lowest;
  };
  const inside = lowestIn(kept.lo[axis], kept.hi[axis]);
  const outside = Math.min(
    kept.lo[axis] > lo[axis] ? lowestIn(lo[axis], kept.lo[axis]) : Infinity,
    kept.hi[axis] < hi[axis] ? lowestIn(kept.hi[axis], hi[axis]) : Infinity,
  );
  return inside <= outside;
}
