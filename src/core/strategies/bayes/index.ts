/**
 * Bayesian optimisation: a Gaussian process is a belief over functions; every trial goes where an acquisition
 * function of that belief is highest, and then the belief is updated.
 *
 * y is standardised before each fit. A failed trial enters the belief as the worst value seen, which keeps the
 * search away without bending the model; it never enters as a number of its own. The value to improve on is the
 * lowest posterior mean among the evaluated points, which noise cannot flatter.
 */
import { log } from '../../math/elementary.ts';
import type { Rng } from '../../rng.ts';
import { acquisitionValue } from '../../surrogate/acquisition.ts';
import { fit, type LengthscalePrior } from '../../surrogate/fit.ts';
import { GaussianProcess, type Hyperparameters } from '../../surrogate/gp.ts';
import { KERNELS, type KernelId } from '../../surrogate/kernels.ts';
import {
  say,
  type AcquisitionView,
  type ModelView,
  type Search,
  type SearchContext,
  type Strategy,
} from '../../types.ts';
import { Belief } from './belief.ts';
import { initialDesign } from './design.ts';
import { propose } from './propose.ts';

const FITTED = { param: 'hyperparameters', is: ['fitted'] } as const;
const FIXED = { param: 'hyperparameters', is: ['fixed'] } as const;

export const bayes: Strategy = {
  id: 'bayes',
  params: {
    kernel: { kind: 'choice', options: KERNELS, default: 'matern52' },
    acquisition: { kind: 'choice', options: ['log-ei', 'ei', 'pi', 'lcb', 'thompson'], default: 'log-ei' },
    xi: {
      kind: 'real',
      min: 0,
      max: 1,
      default: 0,
      step: 0.01,
      when: { param: 'acquisition', is: ['log-ei', 'ei', 'pi'] },
    },
    kappa: {
      kind: 'real',
      min: 0,
      max: 5,
      default: 2,
      step: 0.1,
      when: { param: 'acquisition', is: ['lcb'] },
    },
    hyperparameters: { kind: 'choice', options: ['fitted', 'fixed'], default: 'fitted' },
    prior: { kind: 'choice', options: ['weak', 'none', 'dimension-scaled'], default: 'weak', when: FITTED },
    lengthscale: { kind: 'real', min: 0.02, max: 3, default: 0.2, scale: 'log', when: FIXED },
    /** Standard deviation of the observation noise, as a share of the spread of y. */
    noise: { kind: 'real', min: 1e-4, max: 1, default: 1e-3, scale: 'log', when: FIXED },
    design: { kind: 'choice', options: ['sobol', 'latin-hypercube', 'halton', 'random'], default: 'sobol' },
    /** Trials of the initial design; 0: two per dimension and two more, at most 10. */
    initial: { kind: 'int', min: 0, max: 100, default: 0 },
  },
  source:
    'Jones, Schonlau & Welch (1998); Snoek, Larochelle & Adams (2012); Garnett (2023), Bayesian Optimization',
  *search(context): Search {
    const { dim, dimensions, budget, params, stream } = context;
    const planned = (params.initial as number) || Math.min(10, 2 * dim + 2);
    const design = initialDesign(context, Math.min(budget, planned));
    const belief = new Belief(dim);
    for (const [i, unit] of design.entries()) {
      const [outcome] = yield { unit, why: say('bayes.initial', { point: i + 1, total: design.length }) };
      belief.add(outcome);
    }

    const rng = stream('acquisition');
    const kind = params.acquisition as AcquisitionView['kind'];
    const learn = learner(belief, params);
    while (belief.n < budget) {
      const { gp, standard } = learn();
      const acquisition = settings(params, belief.lowestMean(gp), rng);
      const proposal = propose(gp, belief, acquisition, dimensions, rng);
      const view = describe(gp, belief, acquisition, proposal, standard);
      const score =
        kind === 'thompson'
          ? proposal.merit * standard.scale + standard.mean
          : acquisitionValue({ ...acquisition, kind }, proposal.mean, proposal.sd);
      const why = say(`bayes.${kind}`, {
        mean: view.predicted.mean,
        sd: view.predicted.sd,
        best: view.acquisition.best,
        score: inObjectiveUnits(kind, score, standard),
      });
      const [outcome] = yield { unit: proposal.unit, why, view };
      belief.add(outcome);
    }

    // What the belief has become after the last trial, as seen from its own best guess.
    const { gp, standard } = learn();
    const acquisition = settings(params, belief.lowestMean(gp), rng);
    const unit = belief.lowestPoint(gp);
    const { mean, sd } = gp.predict(Float64Array.from(unit));
    const view = describe(gp, belief, acquisition, { mean: mean[0], sd: sd[0] }, standard);
    return { why: say('bayes.closing', { mean: view.predicted.mean, sd: view.predicted.sd }), view };
  },
};

/** The acquisition with what it needs to be computed again; Thompson sampling draws another function each time. */
function settings(params: SearchContext['params'], best: number, rng: Rng): AcquisitionView {
  const kind = params.acquisition as AcquisitionView['kind'];
  return {
    kind,
    xi: params.xi as number,
    kappa: params.kappa as number,
    best,
    ...(kind === 'thompson' && { draw: rng.below(4294967296) }),
  };
}

interface Standard {
  mean: number;
  scale: number;
}

/** Up to this many observations the hyperparameters are fitted before every trial … */
const FITTED_EVERY_TRIAL = 100;
/** … and then whenever the observations have grown by this factor: a fit costs n³ many times over and says the same. */
const GROWTH_BETWEEN_FITS = 1.05;
/**
 * A fit climbs from the one before; it also looks elsewhere, from fresh starts, while little is known and then
 * whenever the observations have grown by this factor since it last did: the likelihood's highest peak rarely moves
 * far on one more observation, and fresh starts are eight tenths of the cost.
 */
const GROWTH_BETWEEN_SEARCHES = 1.1;

/** Learns a new Gaussian process from everything observed so far, trial after trial. */
function learner(belief: Belief, params: SearchContext['params']) {
  const kernel = params.kernel as KernelId;
  let hyperparameters: Hyperparameters | undefined;
  let fittedAt = 0;
  let searchedAt = 0;
  return (): { gp: GaussianProcess; standard: Standard } => {
    const { n, dim } = belief;
    const { x, y, mean, scale } = belief.standardised();
    const standard = { mean, scale };
    if (params.hyperparameters === 'fixed') {
      const lengthscales = new Array<number>(dim).fill(params.lengthscale as number);
      const noiseVariance = (params.noise as number) * (params.noise as number);
      return {
        gp: new GaussianProcess({ kernel, signalVariance: 1, lengthscales, noiseVariance }, x, y),
        standard,
      };
    }
    const search = n <= FITTED_EVERY_TRIAL && n >= GROWTH_BETWEEN_SEARCHES * searchedAt;
    if (!hyperparameters || n <= FITTED_EVERY_TRIAL || n >= GROWTH_BETWEEN_FITS * fittedAt) {
      ({ hyperparameters } = fit(kernel, x, y, dim, {
        warm: hyperparameters,
        prior: params.prior as LengthscalePrior,
        noisePrior: 'horseshoe',
        tolerance: 1e-5,
        starts: !hyperparameters ? 5 : search ? 2 : 0,
      }));
      fittedAt = n;
      if (search) searchedAt = n;
    }
    return { gp: new GaussianProcess(hyperparameters, x, y), standard };
  };
}

function describe(
  gp: GaussianProcess,
  belief: Belief,
  acquisition: AcquisitionView,
  { mean, sd }: { mean: number; sd: number },
  standard: Standard,
): ModelView {
  const { kernel, lengthscales, signalVariance, noiseVariance } = gp.hyperparameters;
  return {
    kind: 'model',
    kernel,
    lengthscales: [...lengthscales],
    signalVariance,
    noiseVariance,
    yMean: standard.mean,
    yScale: standard.scale,
    conditioned: belief.n,
    jitter: gp.jitter,
    logMarginalLikelihood: gp.logMarginalLikelihood(),
    acquisition: { ...acquisition, best: acquisition.best * standard.scale + standard.mean },
    predicted: { mean: mean * standard.scale + standard.mean, sd: sd * standard.scale },
  };
}

/** The acquisition's value for a person: EI and LCB in the objective's units, log-EI as its logarithm. */
function inObjectiveUnits(kind: AcquisitionView['kind'], score: number, { mean, scale }: Standard): number {
  switch (kind) {
    case 'ei':
      return score * scale;
    case 'log-ei':
      return score + log(scale);
    case 'lcb':
      return score * scale + mean;
    case 'pi':
    case 'thompson':
      return score;
  }
}
