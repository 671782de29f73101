/**
 * The lowest value of a formula on its domain, with a proof: branch and bound in interval arithmetic (Moore & Skelboe;
 * Ratschek & Rokne 1988, New Computer Methods for Global Optimization; Hansen & Walster 2004). A box of the domain is
 * bounded from below by the formula's interval on it and, where the formula is continuous there, by the mean value form
 *
 *   f(X) ⊆ f(c) + Σᵢ F′ᵢ(X) (Xᵢ − cᵢ),
 *
 * and it is shrunk to a face along variables in which the formula only rises or only falls. Boxes whose bound lies above
 * the lowest value found cannot hold the minimum. The box with the lowest bound is split next, so that at any time this
 * bound holds for the whole domain. Work is limited by a count of boxes, never by time: the same answer everywhere.
 *
 * The bound is one for the formula in real numbers and for its computed values: the rounding error at c, which the
 * interval of f(c) shows, is taken off.
 */
import { toValue, type Dimension } from '../../../../space.ts';
import type { Point } from '../../../../types.ts';
import { downhill, placeAt, type Ground, type Place } from './downhill.ts';
import { Heap } from './heap.ts';
import { isEmpty, type Interval } from '../interval.ts';

/** A part of the domain, from `lo` to `hi`: unit coordinates of real hyperparameters, values of whole ones. */
export interface Box {
  lo: Point;
  hi: Point;
  /** No value in it lies below, and none above. */
  bound: number;
  top: number;
  /** Its slopes are 0: the same value all over it. */
  flat: boolean;
  /** It is a face across which the formula, in real numbers, goes on falling: no minimiser lies on it. */
  passed: boolean;
  depth: number;
  /** Its middle. */
  place: Place;
}

export interface Bounded {
  best: Place;
  /** No value in the domain lies below. */
  lower: number;
  /** The formula falls to −∞ at, or right beside, this place. */
  abyss: Place | undefined;
  /** The formula in real numbers is no higher than this at the best place: its value, and what rounding may hide. */
  ceiling: number;
  /** Boxes that may hold the minimum. */
  open: Box[];
}

/** A real side as narrow as this is not split. */
export const NARROWEST = 2e-15;
/** Boxes that may hold the minimum are split down to this, as far as the work allows, to tell minimisers apart. */
export const LOCAL = 5e-4;
/** Boxes that this may take. */
const MOST_LOCAL = 800;
/** Values this many times lower than usual, in the smallest box and without a bound, are on their way to −∞. */
const ABYSS = 1e9;

/**
 * Pauses after every box.
 * @param start the lowest point known
 * @param usual a typical size of values
 * @param enough gap between lowest value and bound that ends the search
 * @param most boxes to look at
 */
export function* boundFromBelow(
  ground: Ground,
  start: Place,
  { usual, enough, most }: { usual: number; enough: number; most: number },
): Generator<void, Bounded, void> {
  let best = start;
  let ceiling = ceilingAt(ground, best);
  let abyss = start.value === -Infinity ? start : undefined;
  let descents = 10;

  const look = (lo: Point, hi: Point, depth: number): Box | undefined => {
    const found = lowerBound(ground, lo, hi);
    if (!found) return undefined;
    const { place } = found;
    if (place.value === -Infinity) abyss ??= place;
    if (place.value < best.value) {
      // A deeper valley is followed down at once: the lower the best value, the more boxes are out.
      const deeper = best.value - place.value > enough && descents-- > 0;
      best = deeper ? downhill(ground, place) : place;
      ceiling = ceilingAt(ground, best);
    }
    return { ...found, depth };
  };

  const parts = (box: Box, axis: number): Box[] => {
    looked += 2;
    return halved(ground, box, axis, look);
  };

  let looked = 1;
  const queue = new Heap<Box>((a, b) => a.bound < b.bound || (a.bound === b.bound && a.depth > b.depth));
  const stuck: Box[] = [];
  const root = look(...whole(ground), 0);
  if (root) queue.push(root);
  while (looked < most && !abyss && queue.first && queue.first.bound < best.value - enough) {
    yield;
    const box = queue.pop()!;
    const axis = widest(ground, box, NARROWEST);
    if (axis === undefined) {
      stuck.push(box);
      const deepest = corners(ground, box).reduce(
        (low, place) => (place.value < low.value ? place : low),
        box.place,
      );
      if (box.bound === -Infinity && deepest.value < -ABYSS * usual) abyss = deepest;
      continue;
    }
    for (const part of parts(box, axis)) if (part.bound <= ceiling) queue.push(part);
  }

  const mostLocal = Math.min(most, MOST_LOCAL);
  const wide = [...queue.items, ...stuck];
  const lower = wide.reduce((lowest, { bound }) => Math.min(lowest, bound), best.value);
  const open: Box[] = [];
  for (looked = 0; wide.length > 0;) {
    yield;
    const box = wide.pop()!;
    if (box.bound > ceiling) continue;
    const axis = looked < mostLocal && !isLevel(box, best) ? widest(ground, box, LOCAL) : undefined;
    if (axis === undefined) open.push(box);
    else wide.push(...parts(box, axis));
  }
  return {
    best,
    lower: Math.min(lower, best.value),
    abyss,
    ceiling,
    open: open.filter((box) => mayHold(box, ceiling)),
  };
}

export const mayHold = ({ bound, passed }: Box, ceiling: number): boolean => bound <= ceiling && !passed;

/** A level bottom is not taken apart. */
export const isLevel = ({ top, flat }: Box, best: Place): boolean => flat || top <= best.value;

/**
 * What the formula in real numbers is at most at a place, whose computed value may be lower by its rounding. A box whose
 * bound is no higher may hold a minimiser as good as this one.
 */
export function ceilingAt({ enclose }: Ground, { x, value }: Place): number {
  const { hi } = enclose(x.map((one) => ({ lo: one, hi: one }))).values;
  return Number.isFinite(hi) && hi > value ? hi : value;
}

type Look = (lo: Point, hi: Point, depth: number) => Box | undefined;

function halved(ground: Ground, box: Box, axis: number, look: Look): Box[] {
  return halves(ground, box, axis).flatMap(([lo, hi]) => {
    const half = look(lo, hi, box.depth + 1);
    // What holds for the whole holds for its parts, even if rounding says otherwise.
    return half ? [{ ...half, bound: Math.max(half.bound, box.bound) }] : [];
  });
}

/** The halves of a box across its widest side; undefined where no side is wider than `narrowest`. */
export function split(ground: Ground, box: Box, narrowest: number): Box[] | undefined {
  const axis = widest(ground, box, narrowest);
  if (axis === undefined) return undefined;
  return halved(ground, box, axis, (lo, hi, depth) => {
    const found = lowerBound(ground, lo, hi);
    return found && { ...found, depth };
  });
}

/** All of the domain; where a hyperparameter does not matter, its middle. */
function whole({ dimensions, axes }: Ground): [lo: number[], hi: number[]] {
  const end = (real: number, integer: 'lo' | 'hi') =>
    dimensions.map((dimension, i) => {
      if (dimension.kind === 'real') return axes.includes(i) ? real : 0.5;
      return axes.includes(i) ? dimension[integer] : toValue(dimension, 0.5);
    });
  return [end(0, 'lo'), end(1, 'hi')];
}

/** All hyperparameter values between two coordinates, as `toValue` computes them. */
function valuesBetween(dimension: Dimension, lo: number, hi: number): Interval {
  if (dimension.kind === 'integer') return { lo, hi };
  const [from, to] = [toValue(dimension, lo), toValue(dimension, hi)];
  if (lo === hi) return { lo: from, hi: from };
  if (dimension.scale === 'log') return { lo: from * (1 - 1e-12), hi: to * (1 + 1e-12) };
  // The last coordinate below 1 may round to a little more than the end of the range.
  return { lo: from, hi: hi < 1 ? to : Math.max(to, toValue(dimension, 1 - 1.1102230246251565e-16)) };
}

const toUnit = ({ kind, lo, hi }: Dimension, coordinate: number): number =>
  kind === 'integer' ? (coordinate - lo + 0.5) / (hi - lo + 1) : coordinate;

const placeOf = (ground: Ground, coordinates: Point): Place =>
  placeAt(
    ground,
    coordinates.map((coordinate, i) => toUnit(ground.dimensions[i], coordinate)),
  );

const halfway = ({ kind }: Dimension, lo: number, hi: number): number =>
  kind === 'integer' ? Math.floor((lo + hi) / 2) : lo + (hi - lo) / 2;

/** Undefined where the box holds no value at all. */
function lowerBound(ground: Ground, lo: Point, hi: Point): Omit<Box, 'depth'> | undefined {
  const { dimensions, enclose } = ground;
  const sides = dimensions.map((dimension, i) => valuesBetween(dimension, lo[i], hi[i]));
  const { values, slopes, tame } = enclose(sides);
  if (isEmpty(values)) return undefined;
  const place = placeOf(
    ground,
    dimensions.map((dimension, i) => halfway(dimension, lo[i], hi[i])),
  );
  const top = values.hi;
  if (!tame) return { lo, hi, bound: values.lo, top, flat: false, passed: false, place };

  const centre = enclose(place.x.map((x) => ({ lo: x, hi: x }))).values;
  const rounding = centre.hi - centre.lo;
  let drop = 0;
  let [faceLo, faceHi] = [lo, hi];
  for (let i = 0; i < lo.length; i++) {
    if (lo[i] === hi[i]) continue;
    const { lo: least, hi: most } = slopes[i];
    drop += Math.min(most * (sides[i].lo - place.x[i]), least * (sides[i].hi - place.x[i]), 0);
    // Strictly: a flat bottom is more than its edge.
    if (least > 0) faceHi = faceHi.with(i, lo[i]);
    else if (most < 0) faceLo = faceLo.with(i, hi[i]);
  }
  let bound = Math.max(values.lo, centre.lo - rounding + drop * (1 + 1e-14));
  if (faceLo !== lo || faceHi !== hi) {
    const face = lowerBound(ground, faceLo, faceHi);
    // Right beside the face the values are those of the face, to rounding.
    if (face) return { ...face, bound: Math.max(bound, face.bound - rounding) };
  }
  if (bound !== bound) bound = values.lo;
  const flat = lo.some((low, i) => low < hi[i]) && lo.every((low, i) => low === hi[i] || isZero(slopes[i]));
  const passed = lo.some((low, i) => {
    if (low !== hi[i] || dimensions[i].kind === 'integer') return false;
    return (slopes[i].lo > 0 && low > 0) || (slopes[i].hi < 0 && low < 1);
  });
  return { lo, hi, bound, top, flat, passed, place };
}

const isZero = ({ lo, hi }: Interval): boolean => lo === 0 && hi === 0;

/** The side that is widest as a share of its range; undefined where all are as narrow as `narrowest`. */
function widest({ dimensions, axes }: Ground, { lo, hi }: Box, narrowest: number): number | undefined {
  let found: number | undefined;
  let most = 0;
  for (const axis of axes) {
    const { kind, lo: first, hi: last } = dimensions[axis];
    const width = hi[axis] - lo[axis];
    const share = kind === 'integer' ? width / (last - first + 1) : width;
    if (width <= (kind === 'integer' ? 0 : narrowest) || share <= most) continue;
    [found, most] = [axis, share];
  }
  return found;
}

function halves({ dimensions }: Ground, { lo, hi }: Box, axis: number): [lo: Point, hi: Point][] {
  const middle = halfway(dimensions[axis], lo[axis], hi[axis]);
  const next = dimensions[axis].kind === 'integer' ? middle + 1 : middle;
  return [
    [lo, hi.with(axis, middle)],
    [lo.with(axis, next), hi],
  ];
}

function corners(ground: Ground, { lo, hi }: Box): Place[] {
  const open = ground.axes.filter((axis) => lo[axis] < hi[axis]);
  return Array.from({ length: 1 << open.length }, (_, corner) =>
    placeOf(
      ground,
      open.reduce((point, axis, i) => (corner & (1 << i) ? point.with(axis, hi[axis]) : point), lo),
    ),
  );
}
