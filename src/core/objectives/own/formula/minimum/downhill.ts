/** Local search for the lowest point near a start, in unit coordinates: quasi-Newton where there are slopes, then by feel. */
import { log } from '../../../../math/elementary.ts';
import { fromValue, toValue, type Dimension } from '../../../../space.ts';
import { minimise } from '../../../../surrogate/optimise.ts';
import type { Point } from '../../../../types.ts';
import type { Evaluate } from '../compile.ts';
import type { Enclose } from '../enclose.ts';

/** A point that was tried. */
export interface Place {
  unit: Point;
  x: Point;
  /** +∞ where the evaluation fails. */
  value: number;
}

/** What is searched: `axes` are the dimensions that matter; the others stay where they are. */
export interface Ground {
  dimensions: readonly Dimension[];
  axes: readonly number[];
  evaluate: Evaluate;
  enclose: Enclose;
  /** Steps that a descent may take: fewer for formulas that take longer. */
  patience: { slide: number; feel: number };
}

export function placeAt({ dimensions, evaluate }: Ground, asked: Point): Place {
  const x = dimensions.map((dimension, i) => toValue(dimension, asked[i]));
  // Whole numbers stand in the middle of their cells.
  const unit = dimensions.map((one, i) => (one.kind === 'integer' ? fromValue(one, x[i]) : asked[i]));
  const value = evaluate(x);
  // −∞ is no value either, but it has to be seen.
  return { unit, x, value: value === value ? value : Infinity };
}

/**
 * The lowest of all points tried from a start. Deterministic, some hundred evaluations.
 * @param lo, hi the box in unit coordinates that is not left; by default the whole cube
 */
export function downhill(
  ground: Ground,
  start: Place,
  lo: Point = start.unit.map(() => 0),
  hi: Point = start.unit.map(() => 1),
): Place {
  const { dimensions, axes, enclose, patience } = ground;
  const real = axes.filter((axis) => dimensions[axis].kind === 'real');
  let best = start;
  const slide = (u: ArrayLike<number>, gradient: Float64Array): number => {
    const place = placeAt(ground, withAxes(start.unit, real, u));
    const { slopes } = enclose(place.x.map((value) => ({ lo: value, hi: value })));
    real.forEach((axis, i) => {
      const slope = ((slopes[axis].lo + slopes[axis].hi) / 2) * stretch(dimensions[axis], place.x[axis]);
      gradient[i] = Number.isFinite(slope) ? slope : 0;
    });
    if (place.value < best.value) best = place;
    return place.value;
  };
  if (real.length > 0) {
    const pick = (point: Point) => real.map((axis) => point[axis]);
    minimise(slide, pick(start.unit), pick(lo), pick(hi), {
      maxIterations: patience.slide,
      gradientTolerance: 0,
      valueTolerance: 1e-15,
    });
  }
  return feel(ground, best, lo, hi);
}

/** How fast a hyperparameter value moves with its unit coordinate. */
const stretch = ({ scale, lo, hi }: Dimension, x: number): number =>
  scale === 'log' ? x * log(hi / lo) : hi - lo;

function withAxes(unit: Point, axes: readonly number[], values: ArrayLike<number>): number[] {
  const moved = [...unit];
  axes.forEach((axis, i) => (moved[axis] = values[i]));
  return moved;
}

const WIDEST_STEP = 0.25;
const FINEST_STEP = 1e-15;

/** Compass search whose step doubles while it helps and shrinks where it does not; whole numbers go by whole cells. */
function feel(ground: Ground, start: Place, lo: Point, hi: Point): Place {
  const { dimensions, axes, patience } = ground;
  let best = start;
  let spent = 0;
  const room = Math.max(
    ...axes.map((axis) => (dimensions[axis].kind === 'integer' ? 1 : hi[axis] - lo[axis])),
  );
  for (let size = Math.min(0.015625, room / 4); size > FINEST_STEP && spent < patience.feel;) {
    let moved = false;
    for (const axis of axes) {
      const { kind, lo: first, hi: last } = dimensions[axis];
      const cells = last - first + 1;
      const step = kind === 'integer' ? Math.max(1, Math.round(size * cells)) / cells : size;
      for (const change of [step, -step]) {
        const u = Math.min(hi[axis], Math.max(lo[axis], best.unit[axis] + change));
        if (u === best.unit[axis]) continue;
        const tried = placeAt(ground, best.unit.with(axis, u));
        spent += 1;
        if (tried.value < best.value) {
          best = tried;
          moved = true;
          break;
        }
      }
    }
    size = moved ? Math.min(WIDEST_STEP, 2 * size) : size / 4;
  }
  return best;
}
