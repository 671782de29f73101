/**
 * A formula's minimum: the lowest value, every place where it is attained, and how much lower than that it can be at
 * most. Found by sampling and descending, bounded by `bound.ts`.
 */
import { unitOf } from '../../../../magnitude.ts';
import { haltonPoint } from '../../../../sampling/halton.ts';
import { makeSpace, type Dimension } from '../../../../space.ts';
import { say, type Message, type Optimum, type Point } from '../../../../types.ts';
import { boundFromBelow, type Bounded } from './bound.ts';
import { compile } from '../compile.ts';
import { downhill, placeAt, type Ground, type Place } from './downhill.ts';
import { encloser } from '../enclose.ts';
import type { Formula } from '../expression.ts';
import { enclosureIn, valuesIn } from './units.ts';
import { minimisers, only } from './places.ts';

/** Points tried before anything is known. */
const SAMPLES = 256;
/** Descents from the lowest of them. */
const STARTS = 4;
/** Gap, as a share of what the formula spans between its lowest and typical values, that ends the search. */
const ENOUGH = 1e-9;
/** With a gap wider than this share, calling the lowest value found the minimum would promise too much. */
const MEANINGFUL = 1e-3;
/** Well below that. */
const FINE = 1e-4;
/** Some units in the last place of a value that stands on a large offset. */
const ROUNDING = 4e-15;
/** Boxes times operations: some hundredths of a second for most formulas, some tenths for the largest. */
const WORK = 120_000;
const FEWEST_BOXES = 40;
const MOST_BOXES = 2000;

/**
 * The optimum; or why the formula cannot be minimised: `problem.formula-never` (tried: how many points) where no value
 * was found, `problem.formula-abyss` (place) where values fall to −∞.
 */
export type Minimum = { optimum: Optimum } | { problem: Message };

export function minimumOf(formula: Formula, dimensions: readonly Dimension[]): Minimum {
  const steps = minimumSteps(formula, dimensions);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Some milliseconds at a time. Values of extreme size are searched in units in which tolerances mean something. */
export function* minimumSteps(
  formula: Formula,
  dimensions: readonly Dimension[],
): Generator<void, Minimum, void> {
  const value = compile(formula.expression);
  const unit = unitOf({ space: makeSpace(dimensions), value });
  const found = yield* minimumIn(unit, formula, dimensions);
  if (unit === 1 || 'problem' in found) return found;
  const { tolerance, lowerBound, ...rest } = found.optimum;
  const least = Math.max(Number.MIN_VALUE, tolerance * unit);
  const bound = lowerBound === undefined ? {} : { lowerBound: lowerBound * unit };
  // As the formula says it: a value far below the unit has gone under in it.
  return { optimum: { ...rest, value: value(rest.at[0]), tolerance: least, ...bound } };
}

function* minimumIn(
  unit: number,
  { expression, used, size }: Formula,
  dimensions: readonly Dimension[],
): Generator<void, Minimum, void> {
  const axes = dimensions.flatMap((_, i) => (used[i] ? [i] : []));
  const ground: Ground = {
    dimensions,
    axes,
    evaluate: valuesIn(unit, compile(expression)),
    enclose: enclosureIn(unit, encloser(expression, dimensions.length)),
    patience: { slide: clamp(8000 / size, 8, 80), feel: clamp(40_000 / size, 60, 400) },
  };
  const places = samples(dimensions.length, axes)
    .map((unit) => placeAt(ground, unit))
    .sort((a, b) => a.value - b.value);
  const finite = places.filter(({ value }) => Number.isFinite(value));
  const typical = finite.length > 0 ? finite[finite.length >> 1].value : 0;
  let [start] = places;
  for (const place of apart(finite)) {
    yield;
    start = lower(start, downhill(ground, place));
  }

  const span = typical - start.value;
  const usual = 1 + finite.reduce((sum, { value }) => sum + Math.abs(value) / finite.length, 0);
  const spanned = Number.isFinite(span) ? span : usual;
  const enough = Math.max(
    ENOUGH * spanned,
    // On a large offset, no more than the certificate can do with.
    Math.min(1e-13 * Math.abs(start.value), FINE * spanned),
    ROUNDING * Math.abs(start.value),
    1e-300,
  );
  const most = clamp(WORK / (size * (1 + axes.length)), FEWEST_BOXES, MOST_BOXES);
  const found = yield* boundFromBelow(ground, start, { usual, enough, most });

  if (found.abyss)
    return { problem: say('problem.formula-abyss', { place: described(found.abyss, dimensions) }) };
  if (!Number.isFinite(found.best.value))
    return { problem: say('problem.formula-never', { tried: SAMPLES }) };
  return { optimum: yield* optimumOf(ground, found, typical) };
}

const clamp = (x: number, lo: number, hi: number) => Math.round(Math.min(hi, Math.max(lo, x)));
const lower = (a: Place, b: Place): Place => (b.value < a.value ? b : a);

/** Corners and middle of the cube, then Halton's points; what does not matter stays in the middle. */
function samples(d: number, axes: readonly number[]): number[][] {
  const spread = (point: Point) => {
    const unit = new Array<number>(d).fill(0.5);
    axes.forEach((axis, i) => (unit[axis] = point[i]));
    return unit;
  };
  const corners = Array.from({ length: 1 << axes.length }, (_, corner) =>
    axes.map((_, i) => (corner >> i) & 1),
  );
  const inside = Array.from({ length: SAMPLES - corners.length }, (_, i) => haltonPoint(i + 1, axes.length));
  return [...corners, ...inside].map(spread);
}

/** Lowest first, none of them close to a lower one: starts in different valleys, where there are some. */
function apart(places: readonly Place[]): Place[] {
  const chosen: Place[] = [];
  for (const place of places) {
    if (chosen.every(({ unit }) => distance(unit, place.unit) > 0.1)) chosen.push(place);
    if (chosen.length === STARTS) break;
  }
  return chosen;
}
const distance = (a: Point, b: Point): number => Math.max(...a.map((u, i) => Math.abs(u - b[i])));

const described = ({ x }: Place, dimensions: readonly Dimension[]): string =>
  dimensions.map(({ id }, i) => `${id} = ${Number(x[i].toPrecision(4))}`).join(', ');

/**
 * Rounding on the way to a value. Terms may be as large as what the formula spans, a thousand times over; what is larger
 * still is an offset, and rounds in its last places only.
 */
const roundingOf = (value: number, typical: number): number => {
  const size = Math.max(1, Math.abs(value));
  return Math.max(1e-12 * Math.min(size, Math.max(1, 1000 * (typical - value))), ROUNDING * size);
};

function* optimumOf(ground: Ground, found: Bounded, typical: number): Generator<void, Optimum, void> {
  const { best, lower: below } = found;
  const gap = best.value - below;
  // Rounding on the way to a value: a few units in the last place of what is added up.
  const rounding = roundingOf(best.value, typical);
  const certified = gap <= Math.max(MEANINGFUL * Math.max(0, typical - best.value), rounding);
  const free = ground.dimensions.flatMap((_, i) => (ground.axes.includes(i) ? [] : [i]));
  const common = { kind: 'numeric' as const, ...(free.length > 0 && { free }) };
  if (!certified) {
    const bound = Number.isFinite(below) ? { lowerBound: below } : {};
    return { ...common, ...only(best), tolerance: rounding, certified: false, ...bound };
  }
  const most = MEANINGFUL * Math.max(0, typical - best.value);
  const { tolerance, ...places } = yield* minimisers(ground, found, Math.max(gap, rounding), most);
  return { ...common, ...places, tolerance };
}
