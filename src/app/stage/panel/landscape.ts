/**
 * What is known of a problem before any trial, sampled for drawing: in the problem's own sense. Kept per problem: it never
 * changes.
 */
import type { Axis, Curve, Field, Interval } from '#charts/types.ts';
import { toValue, type Dimension } from '#core/space.ts';
import { senseOf, turned, turnedList, turnedRange } from '#core/sense.ts';
import { safeValue } from '#core/pictures/surface.ts';
import type { Point, Problem, Sense } from '#core/types.ts';
import { rangeOfValues, ticksAlong, valueRangeOf } from '#core/value-range.ts';
import { SURFACE, surfaceOf } from '../../shared/surfaces.ts';

export const axisOf = ({ scale, lo, hi, kind }: Dimension, label: string): Axis => ({
  label,
  scale,
  lo,
  hi,
  integer: kind === 'integer',
});

/** A unit coordinate as a place on the axis; for integers the edges of a cell lie between two values. */
export const place = (dimension: Dimension, u: number): number =>
  dimension.kind === 'integer'
    ? dimension.lo - 0.5 + u * (dimension.hi - dimension.lo + 1)
    : toValue(dimension, u);

/** The function along one dimension, the others held at `through`. */
export function curveThrough(problem: Problem, axis: number, through: Point, count?: number): Curve {
  const { dimensions } = problem.space;
  const base = problem.space.toReal(through);
  const x = ticksAlong(dimensions[axis], count).map((u) => toValue(dimensions[axis], u));
  const sense = senseOf(problem);
  return { x, y: x.map((value) => turned(safeValue(problem, base.with(axis, value)), sense)) };
}

const remember = <T>(make: (problem: Problem) => T) => {
  const known = new WeakMap<Problem, { value: T }>();
  return (problem: Problem): T => {
    let entry = known.get(problem);
    if (!entry) known.set(problem, (entry = { value: make(problem) }));
    return entry.value;
  };
};

/** The whole curve of a 1-D problem. */
export const trueCurve = remember((problem) => curveThrough(problem, 0, [0.5]));

/** The whole surface of a 2-D problem at the cells' centres. */
export const trueField = remember((problem): Omit<Field, 'label'> => {
  const sense = senseOf(problem);
  return { ...SURFACE, ...colouredOf(turnedList(surfaceOf(problem), sense), clipOf(problem), sense) };
});

/** Values of a surface as colours have room for them: those that exploded have the colour of the end they lie beyond. */
export function colouredOf(
  values: ArrayLike<number>,
  clip: readonly [number, number] | undefined,
  sense: Sense,
): Pick<Field, 'values' | 'spread' | 'beyond'> {
  if (!clip) return { values, spread: spreadOf(values) };
  const [lo, hi] = clip;
  const clipped = Float64Array.from(values, (value) => Math.min(hi, Math.max(lo, value)));
  const beyond = sense === 'maximise' ? { below: true } : { above: true };
  return { values: clipped, spread: spreadOf(clipped), beyond };
}

/** Lowest and highest value that pictures have room for, where these are not all. */
export const clipOf = ({ pictured, sense }: Problem): readonly [number, number] | undefined =>
  pictured && turnedRange(pictured, senseOf({ sense }));

/** Ranks where a few huge values would leave one colour for everything else. */
export function spreadOf(values: ArrayLike<number>): Field['spread'] {
  const sorted = Float64Array.from(values).filter(Number.isFinite).sort();
  if (sorted.length === 0) return 'linear';
  const [low, high] = [sorted[0], sorted[sorted.length - 1]];
  const median = sorted[sorted.length >> 1];
  return median - low < 0.15 * (high - low) ? 'rank' : 'linear';
}

/** Where a 1-D constraint is broken. */
export const infeasibleIntervals = remember((problem): Interval[] => {
  const { feasible, space } = problem;
  if (!feasible) return [];
  const [dimension] = space.dimensions;
  const intervals: Interval[] = [];
  let from: number | undefined;
  for (const u of ticksAlong(dimension)) {
    const x = toValue(dimension, u);
    const broken = !feasible([x]);
    if (broken) from ??= x;
    if (from !== undefined && (!broken || u === 1)) {
      intervals.push({ lo: from, hi: x });
      from = undefined;
    }
  }
  return intervals;
});

/** What is drawn above a function that is level: 1, or as much as can be told from it. */
export const roomOf = (level: number): number => Math.max(1, Math.abs(level) * 1e-9);

/** Lowest and highest value worth showing: sampled over the cube (Halton's sequence in many dimensions). */
export const valueRange = remember((problem): readonly [number, number] => {
  const [lo, hi] = turnedRange(rangeInEngine(problem), senseOf(problem));
  return hi > lo ? [lo, hi] : [lo, lo + roomOf(lo)];
});

/** {@link valueRange} in the engine's sense and without the room; what is drawn anyway is not sampled a second time. */
export const rangeInEngine = remember((problem): readonly [number, number] => {
  const d = problem.space.dimensions.length;
  if (d > 2) return valueRangeOf(problem);
  const drawn = d === 1 ? trueCurve(problem).y : trueField(problem).values;
  return rangeOfValues(problem, turnedList(drawn, senseOf(problem)));
});

/** Of a curve: the share of it, by length, that is looked at closely; how far beyond it the picture goes. */
const MATTERS = 0.9;
const FURTHER = 0.5;
/** Cutting a corner off is worth it where the rest gains this much. */
const WORTH = 0.15;
/** Room beyond the best values for what a model holds possible there. */
const BELIEVED = 0.15;

/**
 * Lowest and highest value that one hyperparameter's pictures need: without the steepest corner, where it would flatten the
 * rest, and with room for a band around the curve where there is a model.
 */
export function worthRange(problem: Problem, modelled: boolean): readonly [number, number] {
  const [lo, hi] = valueRange(problem);
  const values = Float64Array.from(trueCurve(problem).y).filter(Number.isFinite).sort();
  if (values.length === 0) return [lo, hi];
  const maximised = senseOf(problem) === 'maximise';
  const length = hi - lo;
  const at = (share: number) => values[Math.round(share * (values.length - 1))];
  const worst = maximised
    ? Math.max(lo, at(1 - MATTERS) - FURTHER * (hi - at(1 - MATTERS)))
    : Math.min(hi, at(MATTERS) + FURTHER * (at(MATTERS) - lo));
  const cut = Math.abs(worst - (maximised ? lo : hi)) > WORTH * length ? worst : maximised ? lo : hi;
  const room = modelled ? BELIEVED * Math.abs(cut - (maximised ? hi : lo)) : 0;
  return maximised ? [cut, hi + room] : [lo - room, cut];
}
