/**
 * Batch Bayesian optimisation: q points at a time, for q machines (Ginsbourger, Le Riche & Carraro 2010, Kriging Is
 * Well-Suited to Parallelize Optimization, § 4.2).
 *
 * The first point of a batch is that of sequential search. Before the next is chosen, the model pretends that the
 * first has come back: with the value it predicts there (Kriging believer), or with one and the same value for all
 * (constant liar: the lowest, mean or highest observed). That takes the uncertainty out of the neighbourhood, so the
 * next one goes elsewhere. Nothing is refitted within a batch, and the pretended values are forgotten with it.
 */
import { acquisitionValue } from '../../surrogate/acquisition.ts';
import { say, type Proposal, type Search, type Strategy } from '../../types.ts';
import { Belief } from './belief.ts';
import { initialDesign, openTrials } from './design.ts';
import { closing, describe, inObjectiveUnits, learner, settings } from './model.ts';
import { MODEL_PARAMS } from './params.ts';
import { propose } from './propose.ts';

const LIES = ['believer', 'liar-min', 'liar-mean', 'liar-max'] as const;
type Lie = (typeof LIES)[number];

export const batchBayes: Strategy = {
  id: 'batch-bayes',
  params: {
    /** q: points per batch. */
    size: { kind: 'int', min: 2, max: 32, default: 4 },
    lie: { kind: 'choice', options: LIES, default: 'believer' },
    ...MODEL_PARAMS,
  },
  batchSize: 'size',
  resumes: true,
  invariance: 'affine',
  heights: ({ values }) => ['mean', 'pretended', ...(values.acquisition === NAMES.lcb ? ['score'] : [])],
  source: 'Ginsbourger, Le Riche & Carraro (2010), Kriging Is Well-Suited to Parallelize Optimization',
  *search(context): Search {
    const { dim, dimensions, given, params, stream } = context;
    const budget = given.length + context.budget;
    const size = params.size as number;
    const lie = params.lie as Lie;
    const belief = new Belief(dim);
    for (const outcome of given) belief.add(outcome);

    const design = initialDesign(context, openTrials(context));
    for (let first = 0; first < design.length; first += size) {
      const batch = design.slice(first, first + size).map((unit, i): Proposal => ({
        unit,
        why: say('batch-bayes.initial', { point: first + i + 1, total: design.length }),
        role: 'initial',
      }));
      for (const outcome of yield batch) belief.add(outcome);
    }

    const rng = stream('acquisition');
    const kind = params.acquisition as keyof typeof NAMES;
    const learn = learner(belief, params);
    while (belief.n < budget) {
      const { gp, standard } = learn();
      const pretended = belief.copy();
      const fantasies: number[] = [];
      const batch: Proposal[] = [];
      const places = Math.min(size, budget - belief.n);
      for (let place = 1; place <= places; place++) {
        const acquisition = { ...settings(params, pretended.lowestMean(gp), rng), kind };
        const chosen = propose(gp, pretended, acquisition, dimensions, rng);
        const view = describe(gp, belief.n, acquisition, chosen, standard, fantasies);
        const score = acquisitionValue(acquisition, chosen.mean, chosen.sd);
        const numbers = {
          place,
          size: places,
          acquisition: NAMES[kind],
          score: inObjectiveUnits(kind, score, standard),
          mean: view.predicted.mean,
          sd: view.predicted.sd,
        };
        const pretence = view.fantasies && { pending: place - 1, pretended: view.fantasies[0] };
        const key = place === 1 ? 'first' : lie === 'believer' ? 'believer' : 'liar';
        batch.push({ unit: chosen.unit, why: say(`batch-bayes.${key}`, { ...numbers, ...pretence }), view });
        const fantasy = lie === 'believer' ? chosen.mean : constantLie(lie, belief.standardised().y);
        fantasies.push(fantasy);
        gp.extend(chosen.unit, fantasy);
        const y = fantasy * standard.scale + standard.mean;
        pretended.add({ unit: chosen.unit, y, failed: false, feasible: true });
      }
      for (const outcome of yield batch) belief.add(outcome);
    }
    return closing('batch-bayes.closing', belief, learn(), params, rng);
  },
};

/** The same in every language. */
const NAMES = { 'log-ei': 'log-EI', ei: 'EI', pi: 'PI', lcb: 'LCB' } as const;

/** In the units of y. */
function constantLie(lie: Exclude<Lie, 'believer'>, y: Float64Array): number {
  switch (lie) {
    case 'liar-min':
      return y.reduce((a, b) => Math.min(a, b));
    case 'liar-mean':
      return y.reduce((a, b) => a + b, 0) / y.length;
    case 'liar-max':
      return y.reduce((a, b) => Math.max(a, b));
  }
}
