/**
 * When a run has nothing more to learn (Hansen 2023, appendix B.3 and B.4; Auger & Hansen 2005). Only criteria that
 * compare values are used, so that their units do not matter. Stagnation, which needs 120 generations of history,
 * and TolXUp, which a bounded step size cannot meet, are left out.
 */
import type { Outcome } from '../../types.ts';
import type { Constants } from './constants.ts';
import { deviation, type Distribution } from './distribution.ts';

/** Generations in a row in which no two points differ: one may be chance, as in pycma (`tolflatfitness`: 1). */
const FLAT_GENERATIONS = 2;
/** TolX, relative to the initial step size. */
const TOL_X = 1e-12;
/** ConditionCov. */
const WORST_CONDITION = 1e14;

export interface History {
  /** Best value of each generation. */
  best: number[];
  /** Generations without any difference, in a row. */
  flat: number;
}

export const noHistory = (): History => ({ best: [], flat: 0 });

export function remember(history: History, ranked: readonly Outcome[]): void {
  const [best, worst] = [ranked[0].y, ranked[ranked.length - 1].y];
  history.best.push(best);
  history.flat = best === worst ? history.flat + 1 : 0;
}

export function exhausted(
  d: Distribution,
  { best, flat }: History,
  { lambda }: Constants,
  sigma0: number,
): boolean {
  const { n, sigma, mean, scales, pathC } = d;
  if (flat >= FLAT_GENERATIONS) return true;
  // EqualFunValues.
  const recent = best.slice(-(10 + Math.ceil((30 * n) / lambda)));
  if (best.length >= 10 + Math.ceil((30 * n) / lambda) && recent.every((y) => y === recent[0])) return true;
  // ConditionCov; also whatever rounding has turned into 0, ∞ or NaN.
  const [narrow, wide] = [scales[0] * scales[0], scales[n - 1] * scales[n - 1]];
  if (!(wide <= WORST_CONDITION * narrow) || !(sigma > 0 && sigma < Infinity)) return true;
  // NoEffectCoord.
  if (mean.some((m, j) => m === m + 0.2 * deviation(d, j))) return true;
  // TolX.
  return mean.every(
    (_, j) => deviation(d, j) < TOL_X * sigma0 && sigma * Math.abs(pathC[j]) < TOL_X * sigma0,
  );
}
