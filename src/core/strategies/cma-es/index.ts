/**
 * CMA-ES, the covariance matrix adaptation evolution strategy: draw a generation of points from a normal
 * distribution; move its mean towards the better ones; lengthen the steps while successive moves agree and shorten
 * them while they cancel; stretch the distribution along the directions that paid and narrow it along those that did
 * not. The algorithm and all its constants are those of Hansen’s tutorial, with active (negative) weights.
 *
 * Only the order of the values counts; a failed evaluation ranks last. A run that can no longer tell its points
 * apart starts anew from a random mean with twice the population (IPOP; Auger & Hansen 2005).
 *
 * The first mean is drawn uniformly and σ is 0.3 of the range, as the tutorial recommends for a box (figure 6,
 * footnote 1). Starting in the middle is offered, but it flatters: many test functions have their minimum there.
 *
 * Integers: the distribution lives in the continuous unit cube, points are evaluated at the rounded values. So that
 * it cannot shrink into one cell and freeze, an integer’s standard deviation stays above min(0.2, μ_eff / n) values
 * (pycma’s rule; Hansen 2011, A CMA-ES for mixed-integer nonlinear optimization, argues for such a bound).
 * Above, a standard deviation is bounded by a third of the range (pycma’s `maxstd_boundrange`), where the cube is
 * all there is to see.
 */
import { uniformPoint } from '../../rng.ts';
import { sayable } from '../binary/wording.ts';
import {
  say,
  type GaussianView,
  type Message,
  type Outcome,
  type Search,
  type Strategy,
} from '../../types.ts';
import type { Dimension } from '../../space.ts';
import { bestOf } from '../given.ts';
import { drawInside, MOST_DRAWS, type Draw } from './box.ts';
import { constantsFor, defaultPopulation, type Constants } from './constants.ts';
import { isotropic, learn, norm, settle, spread, type Distribution } from './distribution.ts';
import { exhausted, noHistory, remember } from './restart.ts';

const WIDEST = 1 / 3;

export const cmaEs: Strategy = {
  id: 'cma-es',
  params: {
    /** λ of the first run; 0: 4 + ⌊3 ln n⌋. */
    population: { kind: 'int', min: 0, max: 100, default: 0 },
    /** σ₀, as a share of the range. */
    sigma: { kind: 'real', min: 0.01, max: 1, default: 0.3, step: 0.01 },
    start: { kind: 'choice', options: ['random', 'centre'], default: 'random' },
  },
  resumes: true,
  invariance: 'order',
  heights: () => ['best', 'worst'],
  restarts: ['restart'],
  source:
    'Hansen (2023), The CMA Evolution Strategy: A Tutorial, arXiv:1604.00772v2; Auger & Hansen (2005), A restart CMA-ES with increasing population size',
  *search({ dim, dimensions, budget: own, given, params, stream }): Search {
    const budget = given.length + own;
    const rng = stream('draws');
    const sigma0 = params.sigma as number;
    const most = Math.max(WIDEST, sigma0);
    let lambda = Math.max(2, (params.population as number) || defaultPopulation(dim));
    let spent = given.length;
    const known = bestOf(given);
    const start = params.start as string;
    let mean = known
      ? [...known.unit]
      : start === 'centre'
        ? new Array<number>(dim).fill(0.5)
        : uniformPoint(dim, rng);
    let opening = (size: number) => say(`cma-es.start-${start}`, { size, sigma: sigma0 });

    for (let restart = 1; ; restart++, lambda *= 2) {
      const constants = constantsFor(dim, lambda);
      const least = smallestDeviations(dimensions, constants);
      const distribution = isotropic(mean, sigma0);
      const history = noHistory();
      settle(distribution, least, most);
      let news = opening(lambda);

      for (;;) {
        const view = picture(distribution);
        const draws = Array.from({ length: lambda }, () => drawInside(distribution, rng));
        const outcomes = yield draws.map(({ unit, misses }, k) => ({
          unit,
          ...(spent === 0 && { role: 'initial' as const }),
          why: k === 0 ? news : candidate(distribution, k + 1, lambda, misses),
          view,
        }));
        if (outcomes.length < lambda) {
          const generation = distribution.generation + 1;
          return { why: say('cma-es.incomplete', { generation, seen: outcomes.length, size: lambda }), view };
        }
        const order = ranking(outcomes);
        const ranked = order.map((k) => outcomes[k]);
        const before = distribution.sigma;
        const moved = advance(
          distribution,
          order.map((k) => draws[k]),
          constants,
        );
        settle(distribution, least, most);
        remember(history, ranked);
        const found = {
          generation: distribution.generation,
          parents: constants.mu,
          size: lambda,
          trialBest: spent + order[0] + 1,
          best: sayable(ranked[0].y),
          moved,
          before,
          sigma: distribution.sigma,
        };
        spent += lambda;
        if (exhausted(distribution, history, constants, sigma0)) {
          const worst = sayable(ranked[lambda - 1].y);
          const { generation, best } = found;
          opening = (size) =>
            say('cma-es.restart', { restart, generation, best, worst, sigma: before, size });
          break;
        }
        if (spent === budget) return { why: say('cma-es.learnt', found), view: picture(distribution) };
        news = say('cma-es.moved', found);
      }
      mean = uniformPoint(dim, rng);
    }
  },
};

const smallestDeviations = (dimensions: readonly Dimension[], { muEff, n }: Constants): number[] =>
  dimensions.map(({ kind, lo, hi }) => (kind === 'integer' ? Math.min(0.2, muEff / n) / (hi - lo + 1) : 0));

/** Indices of the outcomes, best first; earlier ones first where they are equal, failed ones last. */
const ranking = (outcomes: readonly Outcome[]): number[] =>
  outcomes
    .map((_, k) => k)
    .sort((j, k) => (outcomes[j].y < outcomes[k].y ? -1 : outcomes[j].y > outcomes[k].y ? 1 : 0));

/** Learns from the ranked draws; returns how far the mean went. */
function advance(distribution: Distribution, ranked: readonly Draw[], constants: Constants): number {
  const from = Float64Array.from(distribution.mean);
  learn(
    distribution,
    ranked.map(({ step }) => step),
    constants,
  );
  return norm(distribution.mean.map((m, j) => m - from[j]));
}

const picture = (distribution: Distribution): GaussianView => ({
  kind: 'gaussian',
  mean: Array.from(distribution.mean),
  covariance: spread(distribution),
});

function candidate({ generation, sigma }: Distribution, k: number, size: number, misses: number): Message {
  const drawn = { generation: generation + 1, candidate: k, size, sigma };
  return misses === 0
    ? say('cma-es.draw', drawn)
    : say('cma-es.redrawn', { ...drawn, misses, most: MOST_DRAWS });
}
