/**
 * What is known of a problem before any trial, sampled for drawing: in the problem's own sense. Kept per problem: it never
 * changes.
 */
import type { Axis, Curve, Field, Interval } from '#charts/types.ts';
import { toValue, type Dimension } from '#core/space.ts';
import { bestValue, senseOf, turned, turnedList, turnedRange } from '#core/sense.ts';
import { safeValue } from '#core/pictures/surface.ts';
import type { Point, Problem, Sense } from '#core/types.ts';
import { SURFACE, surfaceOf } from '../../shared/surfaces.ts';

const CURVE_POINTS = 401;
const PROBES = 600;

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

/** Unit coordinates along a dimension: evenly spaced, or the middle of each integer's cell. */
export function ticksAlong(dimension: Dimension, count = CURVE_POINTS): number[] {
  if (dimension.kind === 'integer') {
    const cells = dimension.hi - dimension.lo + 1;
    return Array.from({ length: cells }, (_, i) => (i + 0.5) / cells);
  }
  return Array.from({ length: count }, (_, i) => i / (count - 1));
}

/** The function along one dimension, the others held at `through`. */
export function curveThrough(problem: Problem, axis: number, through: Point, count = CURVE_POINTS): Curve {
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
  const { dimensions } = problem.space;
  let values: ArrayLike<number>;
  if (dimensions.length === 1) values = trueCurve(problem).y;
  else if (dimensions.length === 2) values = trueField(problem).values;
  else {
    values = Array.from({ length: PROBES }, (_, n) =>
      turned(
        safeValue(
          problem,
          problem.space.toReal(dimensions.map((_, i) => halton(n + 1, PRIMES[i % PRIMES.length]))),
        ),
        senseOf(problem),
      ),
    );
  }
  let lo = bestValue(problem);
  let hi = problem.sense ? lo : -Infinity;
  const [least, most] = clipOf(problem) ?? [-Infinity, Infinity];
  for (const value of Array.from(values)) {
    if (value < lo) lo = Math.max(value, least);
    if (value > hi) hi = Math.min(value, most);
  }
  return hi > lo ? [lo, hi] : [lo, lo + roomOf(lo)];
});

const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29];

/** The n-th element of the van der Corput sequence in a base. */
function halton(n: number, base: number): number {
  let [value, share] = [0, 1];
  for (let rest = n; rest > 0; rest = Math.floor(rest / base)) {
    share /= base;
    value += share * (rest % base);
  }
  return value;
}
