import { HALTON_MAX_DIMENSION, halton } from '../../sampling/halton.ts';
import { fillingPoints } from '../../sampling/filling.ts';
import { latinHypercube } from '../../sampling/latin-hypercube.ts';
import { uniformPoint, type Rng } from '../../rng.ts';
import type { Point, SearchContext } from '../../types.ts';
import { countPoints, isAmong, snap, unknownPoint } from './whole-numbers.ts';

/** Trials of the initial design where the setting leaves it open: two per dimension and two more, at most 10. */
export const plannedTrials = ({ dim, params }: SearchContext): number =>
  (params.initial as number) || Math.min(10, 2 * dim + 2);

/** Trials of the design that are still to be made: those that were given stand for the first ones. */
export const openTrials = (context: SearchContext): number =>
  Math.min(context.budget, Math.max(0, plannedTrials(context) - context.given.length));

/**
 * At most n different points to begin with: fewer only where the space holds fewer. Points of the design that fall
 * on the same integers, or where something was given, are replaced by random ones.
 */
export function initialDesign({ dim, dimensions, given, params, stream }: SearchContext, n: number): Point[] {
  const rng = stream('design');
  const known = given.map(({ unit }) => unit);
  const chosen: Point[] = [];
  for (const unit of plainDesign(params.design as string, Math.min(n, countPoints(dimensions)), dim, rng)) {
    const snapped = snap(dimensions, unit);
    const taken = [...known, ...chosen];
    const fresh = isAmong(taken, snapped) ? unknownPoint(dimensions, taken, rng) : snapped;
    if (fresh) chosen.push(Array.from(fresh));
  }
  return chosen;
}

function plainDesign(kind: string, n: number, d: number, rng: Rng): number[][] {
  const take = (points: Generator<number[]>) =>
    Array.from({ length: n }, () => points.next().value as number[]);
  if (kind === 'latin-hypercube') return latinHypercube(n, d, rng);
  if (kind === 'random') return Array.from({ length: n }, () => uniformPoint(d, rng));
  return take(kind === 'halton' && d <= HALTON_MAX_DIMENSION ? halton(d, rng) : fillingPoints(d, rng));
}
