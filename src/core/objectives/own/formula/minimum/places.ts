/** Where a formula has its minimum, from the boxes that may hold it: single places, a stretch, or more than can be listed. */
import { haltonPoint } from '../../../../sampling/halton.ts';
import { makeSpace } from '../../../../space.ts';
import type { Optimum, Point } from '../../../../types.ts';
import { isLevel, LOCAL, mayHold, NARROWEST, split, type Box, type Bounded } from './bound.ts';
import { downhill, placeAt, type Ground, type Place } from './downhill.ts';
import { inside, parted, touching, width, type Group } from './groups.ts';

/** Groups of boxes that may hold the minimum are looked at up to so many boxes. */
const MOST_GROUPED = 1000;
const MOST_MINIMISERS = 24;
/** Boxes that all groups together are taken apart into, and one of them at least. */
const MOST_PARTED = 6000;
const FEWEST_PARTED = 60;
/** A group this wide in unit coordinates is more than a point: several of the smallest boxes. */
const WIDE = 8 * LOCAL;
/** So is a level one that is wider than this. */
const LEVEL = 1e-7;
/** Numbers that are looked at for the lowest, to both sides; each so many of the smallest steps from the next. */
const NEIGHBOURS = 6;
const STRIDES = [4096, 512, 64, 8, 1];
/** Points of the way between two places. */
const STEPS = 24;

type Places = Pick<Optimum, 'value' | 'at' | 'region' | 'more' | 'tolerance'>;

/** Adding 0 turns −0 into 0. */
const listed = (places: readonly Place[]): Pick<Optimum, 'value' | 'at'> => ({
  value: places[0].value + 0,
  at: places.map(({ x }) => [...x]),
});
export const only = (place: Place): Pick<Optimum, 'value' | 'at' | 'more'> => ({
  ...listed([place]),
  more: true,
});

/**
 * Every place where the formula, in real numbers, may attain its minimum, as far as open boxes tell.
 *
 * A box that holds a minimiser which no double reaches exactly stays open however small it is, while the lowest value
 * beside it may be higher than elsewhere: beside a cusp, by far. Such a place is one like the others, and the tolerance
 * is made wide enough for it.
 *
 * @param tolerance of the value, as it is known by now
 * @param most that the tolerance may become
 */
export function* minimisers(
  ground: Ground,
  { best, ceiling, open }: Bounded,
  tolerance: number,
  most: number,
): Generator<void, Places, void> {
  if (ground.axes.length === 0) return { ...listed([best]), tolerance };
  if (open.length > MOST_GROUPED) return { ...only(best), tolerance };
  const isOpen = (box: Box) => mayHold(box, ceiling);
  const isWhole = (box: Box) => isLevel(box, best);
  const coarse = touching(ground, open);
  const groups: Group[] = [];
  for (const group of coarse) {
    const share = Math.max(FEWEST_PARTED, MOST_PARTED / (coarse.length * (1 + ground.axes.length)));
    // What is wide is more than a place, however it is taken apart.
    if (width(group) > WIDE && group.boxes.some(isWhole)) groups.push(group);
    else groups.push(...(yield* parted(ground, group, isOpen, isWhole, share)));
    if (groups.length > MOST_GROUPED) return { ...only(best), tolerance };
  }

  const found: { place: Place; group: Group }[] = [];
  for (const group of groups) {
    yield;
    const starts = group.boxes.map(({ place }) => place).sort((a, b) => a.value - b.value);
    if (inside(best.unit, group)) starts.unshift(best);
    else starts.unshift(placeAt(ground, group.lo), placeAt(ground, group.hi));
    const [start] = starts.sort((a, b) => a.value - b.value);
    const near = start === best ? best : downhill(ground, start, group.lo, group.hi);
    const place = nudged(ground, centred(ground, near, group));
    if (place.value - best.value > tolerance && !isCusp(ground, group, place, ceiling)) continue;
    found.push({ place, group });
  }
  // Rounding may have shut the box that holds the very lowest.
  const all = [...found.map(({ place }) => place), best].sort((a, b) => a.value - b.value);
  const [lowest] = all;
  const wide = found.filter(({ group }) => isStretch(group, isWhole));
  if (wide.length > 0) {
    const region = found.length === 1 ? flatRegion(ground, wide[0].group, lowest) : undefined;
    return { ...(region ? { ...listed([lowest]), region } : only(lowest)), tolerance };
  }
  const places: Place[] = [];
  for (const place of all) {
    yield;
    if (!places.some((other) => isSame(ground, place, other, ceiling))) places.push(place);
    if (places.length > MOST_MINIMISERS) return { ...only(lowest), tolerance };
  }
  // Level by rounding alone: which of them are lowest, no double tells.
  if (places.length > 1 && places.some((place) => isFlatBeside(ground, place)))
    return { ...only(lowest), tolerance };
  // The lowest comes first, by the last digit.
  const farthest = places.at(-1)!.value - lowest.value;
  if (farthest <= Math.max(tolerance, most))
    return { ...listed(places), tolerance: Math.max(tolerance, farthest) };
  const near = places.filter(({ value }) => value - lowest.value <= tolerance);
  return { ...listed(near), more: true, tolerance };
}

const isStretch = (group: Group, isWhole: (box: Box) => boolean): boolean =>
  width(group) > WIDE || (width(group) > LEVEL && group.boxes.some(isWhole));

/** Whether a box around a place stays open when it is as small as boxes get. */
function isCusp(ground: Ground, group: Group, place: Place, ceiling: number): boolean {
  let boxes = group.boxes;
  for (let looked = 0; looked < 400 && boxes.length > 0;) {
    const next: Box[] = [];
    for (const box of boxes) {
      const parts = split(ground, box, 4 * NARROWEST);
      if (!parts) return true;
      looked += 2;
      next.push(...parts.filter((part) => mayHold(part, ceiling)));
    }
    // Those nearest to the place are enough: one that stays open is.
    boxes = next
      .map((box) => ({ box, far: distance(box.place.unit, place.unit) }))
      .sort((a, b) => a.far - b.far)
      .slice(0, 1 << Math.min(4, ground.axes.length))
      .map(({ box }) => box);
  }
  return boxes.length > 0;
}

const distance = (a: Point, b: Point): number => Math.max(...a.map((u, i) => Math.abs(u - b[i])));

/** Where values are level by rounding, slopes still tell on which side the minimum lies: bisection, axis by axis. */
function centred(ground: Ground, place: Place, group: Group): Place {
  let best = place;
  for (const axis of ground.axes) {
    if (ground.dimensions[axis].kind === 'integer') continue;
    const slope = (u: number): number => {
      const { x } = placeAt(ground, best.unit.with(axis, u));
      const { lo, hi } = ground.enclose(x.map((one) => ({ lo: one, hi: one }))).slopes[axis];
      return (lo + hi) / 2;
    };
    let [lo, hi] = [group.lo[axis], group.hi[axis]];
    if (!(lo < hi && slope(lo) < 0 && slope(hi) > 0)) continue;
    for (let n = 0; n < 50; n++) {
      const middle = (lo + hi) / 2;
      const there = slope(middle);
      if (there <= 0) lo = middle;
      if (there >= 0) hi = middle;
      if (!(there !== 0)) break;
    }
    const tried = placeAt(ground, best.unit.with(axis, (lo + hi) / 2));
    if (tried.value <= best.value) best = tried;
  }
  return best;
}

/** The lowest among the numbers beside a place, along every axis, ever nearer to it: beside a cusp they differ. */
function nudged(ground: Ground, place: Place): Place {
  let best = place;
  for (const stride of STRIDES) {
    for (const axis of ground.axes) {
      if (ground.dimensions[axis].kind === 'integer') continue;
      const { unit } = best;
      const step = 1.1102230246251565e-16 * stride * Math.max(unit[axis], 9.5367431640625e-7);
      for (let k = -NEIGHBOURS; k <= NEIGHBOURS; k++) {
        const tried = placeAt(ground, unit.with(axis, Math.min(1, Math.max(0, unit[axis] + k * step))));
        if (tried.value < best.value) best = tried;
      }
    }
  }
  return best;
}

/** Whether the value is the same, to the last digit, as far from a place as a stretch is wide. */
function isFlatBeside(ground: Ground, { unit, value }: Place): boolean {
  return ground.axes.some(
    (axis) =>
      ground.dimensions[axis].kind === 'real' &&
      [-WIDE, WIDE].some((far) => {
        const u = unit[axis] + far;
        return u >= 0 && u <= 1 && placeAt(ground, unit.with(axis, u)).value <= value;
      }),
  );
}

/** Whether nothing tells two places apart: on the straight way between them no value is higher, but for rounding. */
function isSame(ground: Ground, a: Place, b: Place, ceiling: number): boolean {
  if (ground.dimensions.some(({ kind }, i) => kind === 'integer' && a.x[i] !== b.x[i])) return false;
  const level = Math.max(a.value, b.value, ceiling);
  for (let k = 1; k < STEPS; k++) {
    const unit = a.unit.map((u, i) => u + (k / STEPS) * (b.unit[i] - u));
    if (!(placeAt(ground, unit).value <= level)) return false;
  }
  return true;
}

/** The box that a flat bottom fills, in hyperparameter values; undefined where it is not flat, or no box. */
function flatRegion(ground: Ground, group: Group, own: Place): Optimum['region'] {
  const { axes, dimensions } = ground;
  const flat = (unit: Point) => placeAt(ground, unit).value === own.value;
  const [lo, hi] = [[...own.unit], [...own.unit]];
  for (const axis of axes) {
    lo[axis] = edgeOf(own.unit[axis], group.lo[axis], (u) => flat(own.unit.with(axis, u)));
    hi[axis] = edgeOf(own.unit[axis], group.hi[axis], (u) => flat(own.unit.with(axis, u)));
  }
  const size = distance(lo, hi);
  if (!(size > LEVEL)) return undefined;
  for (let n = 1; n <= 200; n++) {
    const share = haltonPoint(n, axes.length);
    const unit = [...own.unit];
    axes.forEach((axis, i) => (unit[axis] = lo[axis] + share[i] * (hi[axis] - lo[axis])));
    if (!flat(unit)) return undefined;
  }
  // Boxes beside it that may hold minimisers too, farther away than boxes are wide, belong to another stretch.
  const near = Math.max(LOCAL, size / 64);
  const slack = axes.map((axis) => (dimensions[axis].kind === 'integer' ? 1e-9 : near));
  const outside = axes.some(
    (axis, i) => group.lo[axis] < lo[axis] - slack[i] || group.hi[axis] > hi[axis] + slack[i],
  );
  if (outside) return undefined;
  const { toReal } = makeSpace(dimensions);
  return { lo: toReal(lo), hi: toReal(hi) };
}

/** The farthest coordinate from `inside` towards `outside` that still belongs, by bisection. */
function edgeOf(within: number, outside: number, belongs: (u: number) => boolean): number {
  if (belongs(outside)) return outside;
  let [near, far] = [within, outside];
  for (let i = 0; i < 50; i++) {
    const middle = (near + far) / 2;
    if (belongs(middle)) near = middle;
    else far = middle;
  }
  return near;
}
