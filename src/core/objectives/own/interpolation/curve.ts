/** A problem of one hyperparameter from knots: what drawn curves and trials along a line have in common. */
import { fromValue, makeSpace, typedValue, type Dimension } from '../../../space.ts';
import { tameUnit } from '../../../math/power-of-two.ts';
import type { Facts, Optimum, Problem } from '../../../types.ts';
import { monotoneCubic, monotoneSlopes } from './monotone-cubic.ts';

/**
 * @param u unit coordinates of the knots, strictly ascending, at least two; y their values
 * @param x their places as hyperparameter values, where these were given: a way through the unit interval rounds
 */
export function curveProblem(
  dimension: Dimension,
  u: readonly number[],
  y: readonly number[],
  x?: readonly number[],
): Problem {
  const curve = inRange(u, y);
  return {
    space: makeSpace([dimension]),
    value: ([x]) => curve(fromValue(dimension, x)),
    ...(dimension.kind === 'integer' ? stepwise(dimension, curve) : continuous(dimension, u, y, x)),
  };
}

type Known = Pick<Problem, 'optimum' | 'facts'>;

/** In which slopes and their products are numbers. */
const unitOf = (y: readonly number[]): number => tameUnit(y.reduce((a, b) => Math.max(a, Math.abs(b)), 0));

/** The monotone cubic, also where a slope would overflow (a loss of 10³⁰⁰) or vanish (one of 10⁻³²⁰). */
function inRange(u: readonly number[], y: readonly number[]): (at: number) => number {
  const unit = unitOf(y);
  if (unit === 1) return monotoneCubic(u, y);
  const curve = monotoneCubic(
    u,
    y.map((height) => height / unit),
  );
  const knots = new Map(u.map((at, i) => [at, y[i]]));
  const [lo, hi] = [y.reduce((a, b) => Math.min(a, b)), y.reduce((a, b) => Math.max(a, b))];
  return (at) => knots.get(at) ?? Math.min(hi, Math.max(lo, curve(at) * unit));
}

/** Of a lowest value that is exact: rounding of values near it. One that exploded does not count. */
export function exactTolerance(y: readonly number[], value: number): number {
  const sorted = [...y].sort((a, b) => a - b);
  return Math.max(Number.MIN_VALUE, 1e-12 * Math.max(Math.abs(value), sorted[sorted.length >> 1] - value));
}

/** Whole numbers: each of them is looked at. */
function stepwise(dimension: Dimension, curve: (u: number) => number): Known {
  const { lo, hi } = dimension;
  const numbers = Array.from({ length: hi - lo + 1 }, (_, i) => lo + i);
  const values = numbers.map((x) => curve(fromValue(dimension, x)));
  const value = values.reduce((a, b) => Math.min(a, b));
  const at = numbers.filter((_, i) => values[i] === value).map((x) => [x]);
  return {
    optimum: { value, at, kind: 'exact', tolerance: exactTolerance(values, value) },
    facts: { convex: null, unimodal: oneValley(values), separable: true, smooth: null },
  };
}

function continuous(
  dimension: Dimension,
  u: readonly number[],
  y: readonly number[],
  x?: readonly number[],
): Known {
  const value = y.reduce((a, b) => Math.min(a, b));
  const rests = bottoms(u, y, value);
  const given = new Map(x?.map((place, i) => [u[i], place]));
  const here = (unit: number) => [given.get(unit) ?? typedValue(dimension, unit)];
  const flat = rests.filter(({ lo, hi }) => hi > lo);
  const optimum: Optimum = {
    value,
    at: rests.map(({ lo, hi }) => here((lo + hi) / 2)),
    kind: 'exact',
    tolerance: exactTolerance(y, value),
    ...(flat.length > 0 &&
      (rests.length === 1
        ? { region: { lo: here(flat[0].lo), hi: here(flat[0].hi) } }
        : { more: true as const })),
  };
  const unit = unitOf(y);
  return {
    optimum,
    facts: factsOf(
      u,
      y.map((height) => height / unit),
    ),
  };
}

/** Where the curve has its lowest value: points, and stretches between equal knots or beyond the outermost. */
function bottoms(u: readonly number[], y: readonly number[], value: number): { lo: number; hi: number }[] {
  const found: { lo: number; hi: number }[] = [];
  y.forEach((height, i) => {
    if (height !== value) return;
    const lo = i === 0 ? 0 : u[i];
    const hi = i === y.length - 1 ? 1 : u[i];
    const before = found.at(-1);
    if (before && y[i - 1] === value) before.hi = hi;
    else found.push({ lo, hi });
  });
  return found;
}

/** Falls all the way to its lowest value, may rest there, and rises from there on. */
function oneValley(y: readonly number[]): boolean {
  const value = y.reduce((a, b) => Math.min(a, b));
  const [first, last] = [y.indexOf(value), y.lastIndexOf(value)];
  return y.every((height, i) => {
    if (i === 0) return true;
    if (i <= first) return height < y[i - 1];
    return i <= last ? height === value : height > y[i - 1];
  });
}

function factsOf(u: readonly number[], y: readonly number[]): Facts {
  const slopes = monotoneSlopes(u, y);
  const last = u.length - 1;
  // Beyond the outermost knots the curve is level.
  const level = [u[0] > 0 ? [y[0]] : [], u[last] < 1 ? [y[last]] : []];
  const kinks = (level[0].length > 0 && slopes[0] !== 0) || (level[1].length > 0 && slopes[last] !== 0);
  const steepest = Math.max(...slopes.map(Math.abs), 1e-300);
  let convex = !(level[0].length > 0 && slopes[0] < 0) && !(level[1].length > 0 && slopes[last] > 0);
  for (let i = 0; i < last; i++) {
    const h = u[i + 1] - u[i];
    const secant = (y[i + 1] - y[i]) / h;
    // The second derivative is linear in each piece: its ends decide.
    const ends = [
      6 * secant - 4 * slopes[i] - 2 * slopes[i + 1],
      2 * slopes[i] + 4 * slopes[i + 1] - 6 * secant,
    ];
    if (ends.some((bend) => bend < -1e-9 * steepest)) convex = false;
  }
  return {
    convex,
    unimodal: oneValley([...level[0], ...y, ...level[1]]),
    separable: true,
    smooth: !kinks,
  };
}
