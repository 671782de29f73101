/**
 * TPE, the Tree-structured Parzen Estimator: Bergstra, Bardenet, Bengio & Kégl (2011), Algorithms for Hyper-Parameter
 * Optimization, NeurIPS 24, § 4. Instead of y given x it models x given y: a density l(x) of the good trials and one
 * g(x) of all others. Points are drawn from l, and the one with the highest l/g is tried, which is where the expected
 * improvement is highest (eq. 5).
 *
 * The reference is Optuna 5.0 (`TPESampler`, one objective): its defaults are the defaults here, and the densities are
 * the same to rounding (`surrogate/parzen.ts`). Like there, the densities may suggest a point of a lattice twice.
 *
 * Failed trials are never good and belong to g: where training diverges is worth knowing, and g is the density to stay
 * away from. (Optuna forgets trials that raise an error, and ranks pruned ones last.) Infeasible trials rank behind
 * feasible ones.
 */
import { exp } from '../math/elementary.ts';
import { uniformPoint, type Rng } from '../rng.ts';
import { BANDWIDTHS } from '../surrogate/bandwidths.ts';
import { cellCounts, parzenFactors, type ParzenSettings } from '../surrogate/parzen.ts';
import { say, type Outcome, type ParzenView, type Search, type Strategy } from '../types.ts';

/** Never more good trials than this (Optuna's γ). */
const MOST_GOOD = 25;

export const tpe: Strategy = {
  id: 'tpe',
  params: {
    /** One density over all hyperparameters (Optuna since 5.0), or one for each by itself (Bergstra et al. 2011). */
    multivariate: { kind: 'choice', options: ['yes', 'no'], default: 'yes' },
    bandwidth: { kind: 'choice', options: BANDWIDTHS, default: 'neighbours' },
    /** Share of the trials that are good, γ. */
    gamma: { kind: 'real', min: 0.01, max: 0.5, default: 0.1, step: 0.01 },
    /** Points drawn from l, of which the one with the highest l/g is tried. */
    candidates: { kind: 'int', min: 1, max: 1000, default: 24 },
    /** Uniform trials before the first density. */
    startup: { kind: 'int', min: 1, max: 100, default: 10 },
    /** Weight of the prior kernel, in trials. */
    prior: { kind: 'real', min: 0.1, max: 10, default: 1, step: 0.1 },
  },
  resumes: true,
  invariance: 'order',
  heights: () => ['split'],
  source:
    'Bergstra, Bardenet, Bengio & Kégl (2011), Algorithms for Hyper-Parameter Optimization, NeurIPS 24; Watanabe (2023), arXiv:2304.11127; defaults of Optuna 5.0',
  *search({ dim, dimensions, budget: own, given, params, stream }): Search {
    const budget = given.length + own;
    const settings: ParzenSettings = {
      multivariate: params.multivariate === 'yes',
      bandwidth: params.bandwidth as ParzenSettings['bandwidth'],
      priorWeight: params.prior as number,
    };
    const gamma = params.gamma as number;
    const candidates = params.candidates as number;
    const cells = cellCounts(dimensions);
    const seen: Outcome[] = [...given];

    const uniform = stream('startup');
    const total = Math.min(params.startup as number, budget);
    while (seen.length < total) {
      const unit = uniformPoint(dim, uniform);
      const why = say('tpe.startup', { point: seen.length + 1, total });
      seen.push(...(yield { unit, why, role: 'initial' }));
    }

    const rng = stream('candidates');
    while (seen.length < budget) {
      const good = goodTrials(seen, gamma);
      const { unit, ratio } = propose(seen, good, cells, settings, candidates, rng);
      const counts = { seen: seen.length, candidates, ratio };
      const key = settings.multivariate ? 'tpe.joint' : 'tpe.each';
      const why =
        good.length === 0
          ? say('tpe.none-good', counts)
          : say(key, { ...counts, good: good.length, split: seen[good.at(-1)!].y });
      seen.push(...(yield { unit, why, view: describe(seen, good, settings) }));
    }

    // What the densities have become after the last trial.
    const good = goodTrials(seen, gamma);
    const why =
      good.length === 0
        ? say('tpe.closing-none', { seen: seen.length })
        : say('tpe.closing', { seen: seen.length, good: good.length, split: seen[good.at(-1)!].y });
    return { why, view: describe(seen, good, settings) };
  },
};

/** γ(n) = min(⌈γ n⌉, 25): how many of n trials are good. Rounding must not add one: in binary, 0.07 · 100 exceeds 7. */
export const goodCount = (n: number, gamma: number): number =>
  Math.min(Math.ceil(gamma * n - 1e-9), MOST_GOOD);

/** Indices of the good trials, best first; of equal ones the earlier is better. */
export function goodTrials(seen: readonly Outcome[], gamma: number): number[] {
  const ranked = seen.flatMap(({ failed }, i) => (failed ? [] : [i]));
  const infeasible = (i: number) => Number(!seen[i].feasible);
  ranked.sort((a, b) => infeasible(a) - infeasible(b) || seen[a].y - seen[b].y || a - b);
  return ranked.slice(0, goodCount(seen.length, gamma));
}

/** The best of the candidates, and l/g there. Densities of one dimension each choose one coordinate each. */
function propose(
  seen: readonly Outcome[],
  good: readonly number[],
  cells: readonly number[],
  settings: ParzenSettings,
  candidates: number,
  rng: Rng,
): { unit: number[]; ratio: number } {
  const chosen = new Set(good);
  const points = (isGood: boolean) => seen.flatMap(({ unit }, i) => (chosen.has(i) === isGood ? [unit] : []));
  const l = parzenFactors(points(true), cells, settings);
  const g = parzenFactors(points(false), cells, settings);

  const unit = new Array<number>(cells.length).fill(0);
  const candidate = new Float64Array(cells.length);
  let logRatio = 0;
  for (const [block, good] of l.entries()) {
    let best = -Infinity;
    for (let c = 0; c < candidates; c++) {
      good.draw(rng, candidate);
      const score = good.logDensity(candidate) - g[block].logDensity(candidate);
      if (score <= best) continue;
      best = score;
      for (const axis of good.axes) unit[axis] = candidate[axis];
    }
    logRatio += best;
  }
  return { unit, ratio: exp(logRatio) };
}

const describe = (seen: readonly Outcome[], good: number[], settings: ParzenSettings): ParzenView => ({
  kind: 'parzen',
  conditioned: seen.length,
  good,
  ...settings,
});
