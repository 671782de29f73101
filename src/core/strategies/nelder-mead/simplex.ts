/** The simplex of Nelder and Mead: its vertices, the points its moves lead to, and when it has collapsed. */
import { snap } from '../bayes/whole-numbers.ts';
import type { Rng } from '../../rng.ts';
import type { Dimension } from '../../space.ts';
import type { Point } from '../../types.ts';

export interface Vertex {
  /** Where the moves put it: they ignore that integers are rounded. */
  at: number[];
  /** Where it was evaluated. */
  unit: Point;
  y: number;
  /** Number of its trial, 1-based. */
  trial: number;
}

export interface Coefficients {
  expand: number;
  contract: number;
  shrink: number;
}

/**
 * Reflection is 1 in both. Standard: Nelder & Mead (1965). Adaptive: Gao & Han (2012), eq. (4.1), for many
 * dimensions, where the standard ones shrink the simplex too fast; in one or two dimensions the same.
 */
export function coefficientsFor(kind: 'standard' | 'adaptive', dim: number): Coefficients {
  const n = kind === 'adaptive' ? Math.max(2, dim) : 2;
  return { expand: 1 + 2 / n, contract: 0.75 - 1 / (2 * n), shrink: 1 - 1 / n };
}

/**
 * d + 1 points: a random one, and from there one step along each axis, towards the middle of its range, where there
 * is room. An integer steps by one value at least.
 * @param from the first point, where it is known already
 */
export function rightAngled(
  dimensions: readonly Dimension[],
  size: number,
  rng: Rng,
  from?: Point,
): number[][] {
  const start = from ? [...from] : dimensions.map(() => rng.next());
  return [
    start,
    ...dimensions.map(({ kind, lo, hi }, axis) => {
      const step = kind === 'integer' ? Math.min(0.5, Math.max(size, 1 / (hi - lo + 1))) : size;
      return start.with(axis, start[axis] + (start[axis] < 0.5 ? step : -step));
    }),
  ];
}

/** The centroid c of all vertices but the worst, which is the last. */
export function centroid(simplex: readonly Vertex[]): number[] {
  const others = simplex.slice(0, -1);
  return simplex[0].at.map((_, j) => others.reduce((sum, { at }) => sum + at[j], 0) / others.length);
}

/** from + share (to − from), moved to the nearest point of the cube. */
export const between = (from: Point, to: Point, share: number): number[] =>
  from.map((f, j) => Math.min(1, Math.max(0, f + share * (to[j] - f))));

/** The vertex that lies where this point would be evaluated. */
export function vertexAt(
  dimensions: readonly Dimension[],
  vertices: readonly Vertex[],
  at: Point,
): Vertex | undefined {
  const unit = snap(dimensions, at);
  return vertices.find((vertex) => vertex.unit.every((u, j) => u === unit[j]));
}

/** Best first; earlier ones first where they are equal (the tie-breaking rules of Lagarias et al. 1998, § 2). */
export const ordered = (vertices: readonly Vertex[]): Vertex[] =>
  [...vertices].sort((a, b) => (a.y < b.y ? -1 : a.y > b.y ? 1 : 0));

/** Largest distance of a vertex to the best one along an axis, as evaluated or as moved, whichever is smaller. */
export function extent(simplex: readonly Vertex[]): number {
  const [best] = simplex;
  let moved = 0;
  let evaluated = 0;
  for (const { at, unit } of simplex) {
    for (let j = 0; j < at.length; j++) {
      moved = Math.max(moved, Math.abs(at[j] - best.at[j]));
      evaluated = Math.max(evaluated, Math.abs(unit[j] - best.unit[j]));
    }
  }
  return Math.min(moved, evaluated);
}
