/**
 * The search space: maps the unit cube, where strategies work, to hyperparameter values.
 *
 * Real, linear:  x = lo + u (hi − lo).    Real, log:  x = lo (hi / lo)ᵘ.
 * Integer: [0, 1] is cut into one cell per integer, all equally wide; a value's unit coordinate is the middle of
 * its cell.
 *
 * There are more numbers near 0.2 than coordinates near the one that −1 … 1 gives it: the way there and back costs a
 * bit or two. What somebody chose as a number is therefore kept as that number: the ends of a range and its folklore
 * value here, hand-set levels by the proposal that asks for them (`Proposal.x`).
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
export function toValue(dimension: Dimension, u: number): number {
  const { kind, lo, hi, folklore } = dimension;
  if (kind === 'integer') return Math.min(hi, lo + Math.floor(u * (hi - lo + 1)));
  // Rounding may leave either formula a bit short of the upper end.
  if (u >= 1) return hi;
  if (u <= 0) return lo;
  const value = between(dimension, u);
  const near = folklore !== undefined && Math.abs(value - folklore) <= NEAR * Math.abs(folklore);
  return near && fromValue(dimension, folklore) === u ? folklore : value;
}

/** Rounding on the way there and back stays well below this share. */
const NEAR = 1e-9;

function between({ scale, lo, hi }: Dimension, u: number): number {
  // Ends of different sign may lie further apart than any number.
  if (scale === 'linear') return Number.isFinite(hi - lo) ? lo + u * (hi - lo) : (1 - u) * lo + u * hi;
  const ratio = hi / lo;
  // Beyond the largest number the way is halved.
  const value = Number.isFinite(ratio)
    ? lo * pow(ratio, u)
    : inHalves(lo, Math.sqrt(lo) * Math.sqrt(hi), hi, u);
  return Math.min(hi, Math.max(lo, value));
}

const inHalves = (lo: number, middle: number, hi: number, u: number): number =>
  u < 0.5 ? lo * pow(middle / lo, 2 * u) : middle * pow(hi / middle, 2 * u - 1);

/** One coordinate, value → unit, clamped to [0, 1]. */
export function fromValue({ kind, scale, lo, hi }: Dimension, value: number): number {
  let u: number;
  if (kind === 'integer') u = (Math.round(value) - lo + 0.5) / (hi - lo + 1);
  else if (scale === 'log') u = share(lo, value, hi);
  else u = Number.isFinite(hi - lo) ? (value - lo) / (hi - lo) : (value / 2 - lo / 2) / (hi / 2 - lo / 2);
  return Math.min(1, Math.max(0, u));
}

/** How far a value lies from lo to hi, in logarithms. */
const share = (lo: number, value: number, hi: number): number =>
  Number.isFinite(hi / lo) ? ln(value / lo) / ln(hi / lo) : (ln(value) - ln(lo)) / (ln(hi) - ln(lo));

/**
 * The shortest decimal number that has this very coordinate: what somebody typed, where a coordinate is all that was
 * kept of it. Where no number of at most 17 digits has it, as {@link toValue}.
 */
export function typedValue(dimension: Dimension, u: number): number {
  const value = toValue(dimension, u);
  for (let digits = 1; digits <= 17; digits++) {
    const short = Number(value.toPrecision(digits));
    if (short >= dimension.lo && short <= dimension.hi && fromValue(dimension, short) === u) return short;
  }
  return value;
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
