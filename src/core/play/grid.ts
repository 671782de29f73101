/**
 * The grid that a game is played on: a click goes to the nearest place of it, and a code holds its number, so that what
 * is replayed is what was played, to the last bit. Whole numbers are places of their own. Ranges of others are cut into a
 * thousand equal parts, in their own scale, and a single one into ten thousand: finer than a pointer, and so much as 30
 * trials in two hyperparameters have room for.
 */
import { fromValue, toValue, type Dimension } from '../space.ts';
import type { Point } from '../types.ts';

/** Parts of a range, by the number of hyperparameters. */
const partsOf = (d: number): number => (d === 1 ? 10_000 : 1_000);

/** Places along each axis. */
export const placesOf = (dimensions: readonly Dimension[]): number[] =>
  dimensions.map(({ kind, lo, hi }) => (kind === 'integer' ? hi - lo + 1 : partsOf(dimensions.length) + 1));

/** The value of a place, 0 the first. */
export const valueAt = (dimension: Dimension, place: number, places: number): number =>
  dimension.kind === 'integer' ? dimension.lo + place : toValue(dimension, place / (places - 1));

/** The place nearest to a value; values beyond an end go to the end. */
function placeOf(dimension: Dimension, value: number, places: number): number {
  const { kind, lo, hi } = dimension;
  if (kind === 'integer') return Math.min(hi, Math.max(lo, Math.round(value))) - lo;
  return Math.round(fromValue(dimension, Math.min(hi, Math.max(lo, value))) * (places - 1));
}

export const placesNear = (dimensions: readonly Dimension[], x: Point): number[] => {
  const places = placesOf(dimensions);
  return dimensions.map((dimension, i) => placeOf(dimension, x[i], places[i]));
};

export const pointAt = (dimensions: readonly Dimension[], at: readonly number[]): number[] => {
  const places = placesOf(dimensions);
  return dimensions.map((dimension, i) => valueAt(dimension, at[i], places[i]));
};

/** A point of the problem, as the game evaluates it. */
export const snapped = (dimensions: readonly Dimension[], x: Point): number[] =>
  pointAt(dimensions, placesNear(dimensions, x));
