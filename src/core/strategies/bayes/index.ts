/**
 * Bayesian optimisation: a Gaussian process is a belief over functions; every trial goes where an acquisition
 * function of that belief is highest, and then the belief is updated.
 *
 * y is standardised before each fit. A failed trial enters the belief as the worst value seen, which keeps the
 * search away without bending the model; it never enters as a number of its own. The value to improve on is the
 * lowest posterior mean among the evaluated points, which noise cannot flatter.
 */
import { acquisitionValue } from '../../surrogate/acquisition.ts';
import { say, type AcquisitionView, type Search, type Strategy } from '../../types.ts';
import { Belief } from './belief.ts';
import { initialDesign, openTrials } from './design.ts';
import { closing, describe, inObjectiveUnits, learner, settings } from './model.ts';
import { MODEL_PARAMS } from './params.ts';
import { propose } from './propose.ts';

/** Spread in two, so that the form reads from the model over its settings to the design. */
const { prior, design, initial, ...asking } = MODEL_PARAMS;
const FITTED = { param: 'hyperparameters', is: ['fitted'] } as const;
const FIXED = { param: 'hyperparameters', is: ['fixed'] } as const;

export const bayes: Strategy = {
  id: 'bayes',
  params: {
    ...asking,
    acquisition: { kind: 'choice', options: ['log-ei', 'ei', 'pi', 'lcb', 'thompson'], default: 'log-ei' },
    hyperparameters: { kind: 'choice', options: ['fitted', 'fixed'], default: 'fitted' },
    prior: { ...prior, when: FITTED },
    lengthscale: { kind: 'real', min: 0.02, max: 3, default: 0.2, scale: 'log', when: FIXED },
    /** Standard deviation of the observation noise, as a share of the spread of y. */
    noise: { kind: 'real', min: 1e-4, max: 1, default: 1e-3, scale: 'log', when: FIXED },
    design,
    initial,
  },
  resumes: true,
  invariance: 'affine',
  // The scores of the others are improvements, or probabilities.
  heights: ({ key }) => ['mean', 'best', ...(/\.(lcb|thompson)$/.test(key) ? ['score'] : [])],
  source:
    'Jones, Schonlau & Welch (1998); Snoek, Larochelle & Adams (2012); Garnett (2023), Bayesian Optimization',
  *search(context): Search {
    const { dim, dimensions, given, params, stream } = context;
    const budget = given.length + context.budget;
    const points = initialDesign(context, openTrials(context));
    const belief = new Belief(dim);
    for (const outcome of given) belief.add(outcome);
    for (const [i, unit] of points.entries()) {
      const [outcome] = yield {
        unit,
        why: say('bayes.initial', { point: i + 1, total: points.length }),
        role: 'initial',
      };
      belief.add(outcome);
    }

    const rng = stream('acquisition');
    const kind = params.acquisition as AcquisitionView['kind'];
    const learn = learner(belief, params);
    while (belief.n < budget) {
      const { gp, standard } = learn();
      const acquisition = settings(params, belief.lowestMean(gp), rng);
      const proposal = propose(gp, belief, acquisition, dimensions, rng);
      const view = describe(gp, belief.n, acquisition, proposal, standard);
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

    return closing('bayes.closing', belief, learn(), params, rng);
  },
};
