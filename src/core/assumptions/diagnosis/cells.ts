/** Places along the axes: anywhere in [0, 1] for a real one, the middles of an integer’s cells. */
import type { Dimension } from '../../space.ts';
import type { Rng } from '../../rng.ts';
import type { Point } from '../../types.ts';

export const cellsOf = ({ kind, lo, hi }: Dimension): number => (kind === 'integer' ? hi - lo + 1 : Infinity);

/** The middle of the integer’s cell that holds u; a real coordinate as it is. */
export function settle(dimension: Dimension, u: number): number {
  const cells = cellsOf(dimension);
  return cells === Infinity ? u : (Math.min(cells - 1, Math.floor(u * cells)) + 0.5) / cells;
}

export const settleAll = (dimensions: readonly Dimension[], unit: Point): number[] =>
  dimensions.map((dimension, i) => settle(dimension, unit[i]));

/**
 * Evenly spaced points on the line through two points, from end to end of the cube: `count` of them, or, where the two
 * differ in an integer, those of its points at which all integers are whole. None where these are fewer than three.
 */
export function lineThrough(
  dimensions: readonly Dimension[],
  at: Point,
  towards: Point,
  count: number,
): number[][] {
  const d = dimensions.length;
  const moves = dimensions.map((dimension, i) => {
    const cells = cellsOf(dimension);
    return cells === Infinity ? 0 : Math.round((towards[i] - at[i]) * cells);
  });
  const steps = moves.reduce((all, move) => gcd(all, Math.abs(move)), 0);
  const span = dimensions.map((dimension, i) => {
    if (steps === 0) return cellsOf(dimension) === Infinity ? towards[i] - at[i] : 0;
    return moves[i] === 0 && cellsOf(dimension) !== Infinity ? 0 : (towards[i] - at[i]) / steps;
  });
  let [from, to] = [-Infinity, Infinity];
  for (let i = 0; i < d; i++) {
    if (span[i] === 0) continue;
    const [low, high] = [-at[i] / span[i], (1 - at[i]) / span[i]];
    from = Math.max(from, Math.min(low, high));
    to = Math.min(to, Math.max(low, high));
  }
  if (!(to - from < Infinity) || to <= from) return [];
  const place = (s: number) =>
    settleAll(
      dimensions,
      at.map((u, i) => Math.min(1, Math.max(0, u + s * span[i]))),
    );
  if (steps === 0) {
    return Array.from({ length: count }, (_, k) => place(from + (k / (count - 1)) * (to - from)));
  }
  const first = Math.ceil(from - 1e-9);
  const whole = Math.floor(to + 1e-9) - first + 1;
  return whole < 3 ? [] : Array.from({ length: whole }, (_, k) => place(first + k));
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** A uniform point, its integers whole. */
export const randomSpot = (dimensions: readonly Dimension[], rng: Rng): number[] =>
  dimensions.map((dimension) => settle(dimension, rng.next()));

/**
 * A second point for {@link lineThrough}: any, but integers differ by 0 or by one and the same number of cells, so that
 * the line has other points than its two.
 */
export function partner(dimensions: readonly Dimension[], at: Point, rng: Rng): number[] {
  const integers = dimensions.filter((dimension) => cellsOf(dimension) !== Infinity);
  if (integers.length === 0) return randomSpot(dimensions, rng);
  const most = Math.max(1, Math.floor(Math.min(...integers.map(cellsOf)) / 3));
  const move = 1 + rng.below(most);
  return dimensions.map((dimension, i) => {
    const cells = cellsOf(dimension);
    if (cells === Infinity) return rng.next();
    const direction = rng.below(3) - 1;
    return at[i] + (direction * move) / cells;
  });
}

export function distance(a: Point, b: Point): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
  return Math.sqrt(sum);
}
