/** What sequential and batch Bayesian optimisation share: learning the belief, and saying what it was. */
import { log } from '../../math/elementary.ts';
import type { ParamValues } from '../../params.ts';
import type { Rng } from '../../rng.ts';
import { fit, type LengthscalePrior } from '../../surrogate/fit.ts';
import { GaussianProcess, type Hyperparameters } from '../../surrogate/gp.ts';
import type { KernelId } from '../../surrogate/kernels.ts';
import { say, type AcquisitionView, type Closing, type ModelView } from '../../types.ts';
import type { Belief } from './belief.ts';
import type { Chosen } from './propose.ts';

/** The acquisition with what it needs to be computed again; Thompson sampling draws another function each time. */
export function settings(params: ParamValues, best: number, rng: Rng): AcquisitionView {
  const kind = params.acquisition as AcquisitionView['kind'];
  return {
    kind,
    xi: params.xi as number,
    kappa: params.kappa as number,
    best,
    ...(kind === 'thompson' && { draw: rng.below(4294967296) }),
  };
}

export interface Standard {
  mean: number;
  scale: number;
}

export interface Learnt {
  gp: GaussianProcess;
  standard: Standard;
}

/** Up to this many observations the hyperparameters are fitted before every trial … */
const FITTED_EVERY_TRIAL = 100;
/** … and then whenever the observations have grown by this factor: a fit costs n³ many times over and says the same. */
const GROWTH_BETWEEN_FITS = 1.05;
/**
 * A fit climbs from the one before; it also looks elsewhere, from fresh starts, whenever the observations have grown by
 * a factor since it last did: more often while little is known. The likelihood’s highest peak rarely moves far on one
 * more observation, and fresh starts are eight tenths of the cost.
 */
const growthBetweenSearches = (n: number): number => (n <= 30 ? 1.1 : 1.25);

/** Learns a new Gaussian process from everything observed so far, trial after trial. */
export function learner(belief: Belief, params: ParamValues) {
  const kernel = params.kernel as KernelId;
  let hyperparameters: Hyperparameters | undefined;
  let fittedAt = 0;
  let searchedAt = 0;
  return (): Learnt => {
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
    const search = n <= FITTED_EVERY_TRIAL && n >= growthBetweenSearches(n) * searchedAt;
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

/** Beside the largest numbers, a prediction may lie beyond them: files have no infinity. */
const finite = (value: number): number => Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, value));

/** @param fantasies of a batch, in standardised units: the process counts them among its observations */
export function describe(
  gp: GaussianProcess,
  conditioned: number,
  acquisition: AcquisitionView,
  { mean, sd }: Pick<Chosen, 'mean' | 'sd'>,
  standard: Standard,
  fantasies: readonly number[] = [],
): ModelView {
  const { kernel, lengthscales, signalVariance, noiseVariance } = gp.hyperparameters;
  const told = (value: number) => finite(value * standard.scale + standard.mean);
  return {
    kind: 'model',
    kernel,
    lengthscales: [...lengthscales],
    signalVariance,
    noiseVariance,
    yMean: standard.mean,
    yScale: standard.scale,
    conditioned,
    ...(fantasies.length > 0 && { fantasies: fantasies.map(told) }),
    jitter: gp.jitter,
    logMarginalLikelihood: gp.logMarginalLikelihood(),
    acquisition: { ...acquisition, best: told(acquisition.best) },
    predicted: { mean: told(mean), sd: finite(sd * standard.scale) },
  };
}

/** The acquisition's value for a person: EI and LCB in the objective's units, log-EI as its logarithm. */
export function inObjectiveUnits(
  kind: AcquisitionView['kind'],
  score: number,
  { mean, scale }: Standard,
): number {
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

/** What the belief has become after the last trial, as seen from its own best guess. */
export function closing(
  key: string,
  belief: Belief,
  { gp, standard }: Learnt,
  params: ParamValues,
  rng: Rng,
): Closing {
  const acquisition = settings(params, belief.lowestMean(gp), rng);
  const { mean, sd } = gp.predict(Float64Array.from(belief.lowestPoint(gp)));
  const view = describe(gp, belief.n, acquisition, { mean: mean[0], sd: sd[0] }, standard);
  return { why: say(key, { mean: view.predicted.mean, sd: view.predicted.sd }), view };
}
