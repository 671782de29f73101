/**
 * A problem as a small picture, to be stored: of one hyperparameter its curve, of two its map, of more the map of two of them
 * through a minimum. Heights are whole numbers, 0 the lowest in the picture, written in two digits of base 36.
 */
import { safeValue } from '#core/pictures/surface.ts';
import { turned } from '#core/sense.ts';
import type { Problem } from '#core/types.ts';

export const CURVE_POINTS = 48;
export const MAP_CELLS = 20;
const HIGHEST = 36 ** 2 - 2;
/** Where there is no value. */
const NONE = HIGHEST + 1;

const middles = (count: number): number[] => Array.from({ length: count }, (_, i) => (i + 0.5) / count);

/** Values at the places that the picture shows, by place, or row by row from the bottom; as people measure them. */
function pictured(problem: Problem, axes: readonly number[]): number[] {
  const { space, optimum } = problem;
  const through = space.toUnit(optimum.at[0]);
  const at = (...coordinates: number[]) => {
    const unit = [...through];
    axes.forEach((axis, i) => (unit[axis] = coordinates[i]));
    return turned(safeValue(problem, space.toReal(unit)), problem.sense ?? 'minimise');
  };
  if (axes.length === 1) return middles(CURVE_POINTS).map((u) => at(u));
  const places = middles(MAP_CELLS);
  return places.flatMap((v) => places.map((u) => at(u, v)));
}

/** @param axes the one or two hyperparameters that are shown; the others stay at a minimum */
export function drawnHeights(problem: Problem, axes: readonly number[]): string {
  const values = pictured(problem, axes);
  const finite = values.filter(Number.isFinite);
  // What exploded, where the problem says how far pictures go, is drawn at the edge.
  const [lo, hi] = problem.pictured
    ? problem.pictured.map((end) => turned(end, problem.sense ?? 'minimise')).sort((a, b) => a - b)
    : [Math.min(...finite), Math.max(...finite)];
  return values
    .map((value) => {
      if (!Number.isFinite(value)) return NONE;
      const height = hi > lo ? (value - lo) / (hi - lo) : 0;
      return Math.round(Math.min(1, Math.max(0, height)) * HIGHEST);
    })
    .map((height) => height.toString(36).padStart(2, '0'))
    .join('');
}

/** Heights from 0 to 1; NaN where there is no value. */
export const heightsOf = (stored: string): Float64Array =>
  Float64Array.from({ length: stored.length / 2 }, (_, i) => {
    const height = parseInt(stored.slice(2 * i, 2 * i + 2), 36);
    return height === NONE ? NaN : height / HIGHEST;
  });
