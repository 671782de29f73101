/**
 * The search space: maps the unit cube, where strategies work, to hyperparameter values.
 *
 * Real, linear:  x = lo + u (hi − lo).    Real, log:  x = lo (hi / lo)ᵘ.
 * Integer: [0, 1] is cut into one cell per integer, all equally wide; a value's unit coordinate is the middle of
 * its cell.
 */
import { log as ln, pow } from './math/elementary.ts';
import type { Point } from './types.ts';

export interface Dimension {
  /** Names the hyperparameter: its label is looked up under this id. */
  id: string;
  kind: 'real' | 'integer';
  scale: 'linear' | 'log';
  lo: number;
  hi: number;
  /** The value that textbooks suggest trying first, where there is such folklore. */
  folklore?: number;
}

export interface Space {
  dimensions: readonly Dimension[];
  /** Unit cube → hyperparameter values. */
  toReal: (unit: Point) => number[];
  /** Hyperparameter values → unit cube, clamped to it. */
  toUnit: (x: Point) => number[];
}

export const real = (id: string, lo: number, hi: number): Dimension => ({
  id,
  kind: 'real',
  scale: 'linear',
  lo,
  hi,
});
export const log = (id: string, lo: number, hi: number): Dimension => ({
  id,
  kind: 'real',
  scale: 'log',
  lo,
  hi,
});
export const integer = (id: string, lo: number, hi: number): Dimension => ({
  id,
  kind: 'integer',
  scale: 'linear',
  lo,
  hi,
});

/** One coordinate, unit → value. */
export function toValue({ kind, scale, lo, hi }: Dimension, u: number): number {
  if (kind === 'integer') return Math.min(hi, lo + Math.floor(u * (hi - lo + 1)));
  // Rounding may leave either formula a bit short of the upper end.
  if (u >= 1) return hi;
  if (scale === 'log') return Math.min(hi, Math.max(lo, lo * pow(hi / lo, u)));
  return lo + u * (hi - lo);
}

/** One coordinate, value → unit, clamped to [0, 1]. */
export function fromValue({ kind, scale, lo, hi }: Dimension, value: number): number {
  let u: number;
  if (kind === 'integer') u = (Math.round(value) - lo + 0.5) / (hi - lo + 1);
  else if (scale === 'log') u = ln(value / lo) / ln(hi / lo);
  else u = (value - lo) / (hi - lo);
  return Math.min(1, Math.max(0, u));
}

export function makeSpace(dimensions: readonly Dimension[]): Space {
  return {
    dimensions,
    toReal: (unit) => each(dimensions, unit, toValue),
    toUnit: (x) => each(dimensions, x, fromValue),
  };
}

/** A plain loop: this runs for every trial of every study. */
function each(
  dimensions: readonly Dimension[],
  point: Point,
  convert: (dimension: Dimension, coordinate: number) => number,
): number[] {
  const converted: number[] = [];
  for (let i = 0; i < dimensions.length; i++) converted.push(convert(dimensions[i], point[i]));
  return converted;
}
