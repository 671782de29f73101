/** Whether a box still holds a place as good as the minimum: one that is listed, or any within the stated tolerance. */
import { minimiserBoxes } from '../minimisers.ts';
import { haltonPoint } from '../sampling/halton.ts';
import type { Dimension } from '../space.ts';
import type { Point, Problem } from '../types.ts';

/**
 * A listed minimum this near to the box (unit coordinates) counts as in it: so close to the floor of a smooth valley values
 * differ by a millionth squared, where rounding begins to decide comparisons.
 */
const SLACK = 1e-6;
/** Points of a box that are looked at, evenly on a line, spread out in more dimensions … */
const LINE = 48;
const SPREAD = 64;
/** … and how many of the lowest are followed downhill, by how many steps. */
const FOLLOWED = 2;
const STEPS = 80;

/** In unit coordinates. */
export interface UnitRange {
  lo: readonly number[];
  hi: readonly number[];
}

export interface Held {
  /** In unit coordinates. */
  place: number[];
  /** A listed minimiser; else a place whose value is within the stated tolerance of the minimum. */
  listed: boolean;
}

type Source = Pick<Problem, 'space' | 'optimum' | 'value' | 'feasible'>;

/**
 * What a box holds that is as good as the minimum; null where nothing was found. Of a problem whose list of minimisers is
 * not complete, null says little: see `knowsAll`.
 */
export function heldBy(problem: Source): (box: UnitRange) => Held | null {
  let held = searches.get(problem);
  if (!held) searches.set(problem, (held = searchOf(problem)));
  return held;
}

/** By problem: whoever asks of the same one shares what has been found. */
const searches = new WeakMap<Source, (box: UnitRange) => Held | null>();

function searchOf(problem: Source): (box: UnitRange) => Held | null {
  const boxes = minimiserBoxes(problem);
  const search = (box: UnitRange): Held | null => {
    const listed = boxes.find(({ lo, hi }) =>
      lo.every((low, j) => low <= box.hi[j] + SLACK && hi[j] >= box.lo[j] - SLACK),
    );
    if (listed) return { place: within(box, listed.lo), listed: true };
    const place = asGood(
      problem,
      box,
      boxes.map(({ lo }) => lo),
    );
    return place && { place, listed: false };
  };
  // Asked of the same box again and again: by every rule, and by whoever looks for the reason of a loss.
  const known = new Map<string, Held | null>();
  return (box) => {
    const key = `${box.lo} ${box.hi}`;
    let held = known.get(key);
    if (held === undefined) known.set(key, (held = search(box)));
    return held;
  };
}

/** Whether every minimiser is listed, so that a box can be said to hold none. */
export const knowsAll = ({ optimum }: Pick<Problem, 'optimum'>): boolean =>
  !optimum.more && optimum.certified !== false;

const within = ({ lo, hi }: UnitRange, point: Point): number[] =>
  point.map((u, i) => Math.min(hi[i], Math.max(lo[i], u)));

/** Searches a box for a place within the tolerance of the minimum: from where it is nearest to a minimiser, and from anywhere. */
function asGood(problem: Source, box: UnitRange, minimisers: readonly Point[]): number[] | null {
  const { space, optimum, value, feasible } = problem;
  const sides = sidesOf(space.dimensions, box);
  if (!sides) return null;
  const enough = optimum.value + optimum.tolerance;
  const at = (unit: Point): number => {
    const x = space.toReal(unit);
    try {
      if (feasible && !feasible(x)) return Infinity;
      const y = value(x);
      return y === y ? y : Infinity;
    } catch {
      return Infinity;
    }
  };
  const starts = [
    ...minimisers.slice(0, 24).map((point) => point.map((u, i) => settle(sides[i], u))),
    ...spread(sides),
  ].map((unit) => ({ unit, y: at(unit) }));
  starts.sort((a, b) => a.y - b.y);
  for (const start of starts.slice(0, FOLLOWED)) {
    const end = start.y <= enough ? start : downhill(start, sides, at, enough);
    if (end.y <= enough) return end.unit;
  }
  return null;
}

/** A side of the box; of whole numbers the middles of its cells, `cell` apart. */
interface Side {
  lo: number;
  hi: number;
  cell: number;
}

/** Undefined where a box holds no whole number. */
function sidesOf(dimensions: readonly Dimension[], { lo, hi }: UnitRange): Side[] | undefined {
  const sides = dimensions.map(({ kind, lo: first, hi: last }, i): Side => {
    if (kind === 'real') return { lo: lo[i], hi: hi[i], cell: 0 };
    const cells = last - first + 1;
    const [from, to] = [Math.ceil(lo[i] * cells - 0.5 - 1e-9), Math.floor(hi[i] * cells - 0.5 + 1e-9)];
    return { lo: (from + 0.5) / cells, hi: (to + 0.5) / cells, cell: 1 / cells };
  });
  return sides.every((side) => side.lo <= side.hi) ? sides : undefined;
}

function settle({ lo, hi, cell }: Side, u: number): number {
  const clamped = Math.min(hi, Math.max(lo, u));
  return cell === 0 ? clamped : Math.min(hi, lo + Math.round((clamped - lo) / cell) * cell);
}

function spread(sides: readonly Side[]): number[][] {
  const [side] = sides;
  if (sides.length > 1) {
    return Array.from({ length: SPREAD }, (_, n) =>
      haltonPoint(n + 1, sides.length).map((share, i) =>
        settle(sides[i], sides[i].lo + share * (sides[i].hi - sides[i].lo)),
      ),
    );
  }
  const count = side.cell === 0 ? LINE : Math.min(4 * LINE, Math.round((side.hi - side.lo) / side.cell));
  return Array.from({ length: count + 1 }, (_, k) => [
    settle(side, side.lo + ((side.hi - side.lo) * k) / Math.max(1, count)),
  ]);
}

interface Found {
  unit: number[];
  y: number;
}

/** Compass search that stays in the box, until something is good enough. */
function downhill(start: Found, sides: readonly Side[], at: (unit: Point) => number, enough: number): Found {
  let best = start;
  let share = 1 / (sides.length > 1 ? 4 : LINE);
  for (let n = 0; n < STEPS && best.y > enough; n++) {
    const before = best;
    for (const [i, side] of sides.entries()) {
      const step = Math.max(share * (side.hi - side.lo), side.cell);
      for (const move of [step, -step]) {
        const unit = best.unit.with(i, settle(side, best.unit[i] + move));
        const y = at(unit);
        if (y < best.y) best = { unit, y };
      }
    }
    if (best === before) share /= 3;
  }
  return best;
}
