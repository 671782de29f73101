/**
 * Integer hyperparameters: a point is always used at its rounded values (Garrido-Merchán & Hernández-Lobato 2020),
 * and where every hyperparameter is an integer there are only so many points.
 */
import { uniformPoint, type Rng } from '../../rng.ts';
import { fromValue, toValue, type Dimension } from '../../space.ts';
import type { Point } from '../../types.ts';

/** Closer than this to an evaluated point (unit coordinates) is the same point. */
const SAME = 1e-6;
/** Draws for a point that is not known yet, before the lattice is searched in order. */
const DRAWS = 100;

/** The point with its integers at the middle of their cells. */
export function snap(dimensions: readonly Dimension[], unit: ArrayLike<number>): Float64Array {
  const snapped = Float64Array.from(unit);
  for (let j = 0; j < snapped.length; j++) {
    if (dimensions[j].kind === 'integer')
      snapped[j] = fromValue(dimensions[j], toValue(dimensions[j], unit[j]));
  }
  return snapped;
}

export function isAmong(points: readonly Point[], unit: ArrayLike<number>): boolean {
  for (const point of points) {
    let j = 0;
    while (j < point.length && Math.abs(point[j] - unit[j]) < SAME) j++;
    if (j === point.length) return true;
  }
  return false;
}

/** How many different points there are: ∞ unless every hyperparameter is an integer. */
export const countPoints = (dimensions: readonly Dimension[]): number =>
  dimensions.reduce((count, { kind, lo, hi }) => count * (kind === 'integer' ? hi - lo + 1 : Infinity), 1);

/** Every point of a space of integers, the last hyperparameter fastest. */
export function* lattice(dimensions: readonly Dimension[]): Generator<Float64Array, void, void> {
  const values = dimensions.map(({ lo }) => lo);
  for (;;) {
    yield Float64Array.from(values, (value, j) => fromValue(dimensions[j], value));
    let j = dimensions.length - 1;
    while (j >= 0 && values[j] === dimensions[j].hi) values[j] = dimensions[j--].lo;
    if (j < 0) return;
    values[j] += 1;
  }
}

/** A point that is not among the known ones, drawn uniformly where that succeeds; undefined where none is left. */
export function unknownPoint(
  dimensions: readonly Dimension[],
  known: readonly Point[],
  rng: Rng,
): Float64Array | undefined {
  for (let draw = 0; draw < DRAWS; draw++) {
    const unit = snap(dimensions, uniformPoint(dimensions.length, rng));
    if (!isAmong(known, unit)) return unit;
  }
  if (countPoints(dimensions) === Infinity) return undefined;
  for (const unit of lattice(dimensions)) if (!isAmong(known, unit)) return unit;
  return undefined;
}
