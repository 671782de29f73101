/** The terms of the interface in English, each in its one form. A test holds all texts to them. */
import { glossary } from './glossary.ts';

export const terms = glossary({
  hyperparameter: {
    form: 'hyperparameter',
    definition:
      'A setting that is chosen before training and that training does not change; a knob, for short.',
    rejected: [/hyper-parameter/i, /hyper parameter/i],
  },
  trial: {
    form: 'trial',
    definition: 'One training run with one choice of hyperparameters, and the error that came of it.',
  },
  budget: { form: 'budget', definition: 'How many trials may be made.' },
  strategy: {
    form: 'strategy',
    definition: 'A rule that says, from the trials so far, where the next one goes.',
  },
  seed: {
    form: 'seed',
    definition: 'The number from which all chance follows: the same seed, the same luck.',
  },
  noise: {
    form: 'noise',
    definition: 'What makes the same setting give another error when it is trained again.',
  },
  regret: {
    form: 'regret',
    definition: 'How far the best true value found so far lies above the true minimum.',
  },
  oneValley: {
    form: 'one valley',
    definition: 'Along a line the error falls, may rest at its minimum, then rises: nothing else.',
    rejected: [/uni-modal/i],
  },
  trialAndError: {
    form: 'trial and error',
    definition: 'Tuning by hand: one knob changed at a time, and what helps is kept.',
    rejected: [/hand[- ]tuning/i],
  },
  gridSearch: {
    form: 'grid search',
    definition: 'All combinations of a few levels of every hyperparameter.',
    rejected: [/gridsearch/i],
  },
  randomSearch: {
    form: 'random search',
    definition: 'Every trial drawn independently and evenly from the range.',
  },
  binarySearch: {
    form: 'binary search',
    definition: 'Compares two probes and throws away the part that one valley could not have its minimum in.',
    rejected: [/dichotomous search/i, /bisection search/i],
  },
  probe: {
    form: 'probe',
    definition: 'A trial that is made to be compared with another one.',
    rejected: [/test point/i],
  },
  bracket: {
    form: 'bracket',
    definition: 'The part of the range that a search by comparisons has not thrown away.',
    rejected: [/interval of uncertainty/i],
  },
  bisection: {
    form: 'bisection',
    definition: 'Two probes close together in the middle: half of the bracket goes for two trials.',
    rejected: [/halving rule/i],
  },
  ternary: {
    form: 'ternary',
    definition: 'Two probes at a third and two thirds: a third of the bracket goes for two trials.',
    rejected: [/trisection/i],
  },
  golden: {
    form: 'golden section',
    definition: 'Probes placed so that one of them serves again: 38 % of the bracket goes for one trial.',
    rejected: [/golden[- ]ratio search/i],
  },
  fibonacci: {
    form: 'Fibonacci',
    definition:
      'As golden section, but the shortest bracket that a number of trials known beforehand can promise.',
  },
  convex: {
    form: 'convex',
    definition: 'Every straight line between two points of the curve lies on or above the curve.',
  },
  interaction: {
    form: 'interaction',
    definition: 'The best value of one hyperparameter depends on where another one stands.',
  },
  bayesian: {
    form: 'Bayesian optimisation',
    definition: 'Keeps a belief over functions and tries next where improvement looks most promising.',
    rejected: [/optimiz/i],
  },
  prior: { form: 'prior', definition: 'What is believed before any trial has been seen.' },
  lengthscale: {
    form: 'lengthscale',
    definition: 'How far one trial informs about another.',
    rejected: [/length[- ]scale/i],
  },
  acquisition: {
    form: 'acquisition',
    definition: 'What makes a point worth a trial, computed from the belief.',
  },
  gaussianProcess: {
    form: 'Gaussian process',
    definition: 'A belief over functions in which the values at any few places are jointly normal.',
  },
  posterior: {
    form: 'posterior',
    definition: 'What is believed once the trials so far have been seen.',
  },
  kernel: {
    form: 'kernel',
    definition: 'The rule that says how strongly the values at two places go together.',
  },
  marginalLikelihood: {
    form: 'marginal likelihood',
    definition: 'How probable the observed values are under a belief, before it has seen them.',
  },
  probabilityOfImprovement: {
    form: 'probability of improvement',
    definition: 'How likely a trial is to come out below the best value so far, by however little.',
  },
  expectedImprovement: {
    form: 'expected improvement',
    definition: 'By how much a trial would beat the best value so far, on average; no gain counts as zero.',
  },
  lowerConfidenceBound: {
    form: 'lower confidence bound',
    definition: 'The mean minus a few standard deviations: how low the value might well be.',
  },
  thompson: {
    form: 'Thompson',
    definition: 'Draws one function from the belief and tries its minimum.',
  },
  scrambling: {
    form: 'scrambling',
    definition: 'Makes another design of an even sequence for every seed, as even as before.',
    rejected: [/randomi[sz]ed Sobol/i],
  },
  lowEffectiveDimension: {
    form: 'low effective dimension',
    definition: 'Of many knobs a few, or a few combinations, make nearly all the difference.',
    rejected: [/low intrinsic dimension/i],
  },
  projection: {
    form: 'projection',
    definition: 'What is left of points where a single knob is looked at: their shadow on its axis.',
  },
  lowDiscrepancy: {
    form: 'low-discrepancy sequence',
    definition: 'Points that leave no large gap and make no crowd, however many of them are taken.',
    rejected: [/quasi-?random/i],
  },
  baseline: {
    form: 'baseline',
    definition: 'What a method has to beat before anybody needs it.',
  },
  meanRank: {
    form: 'mean rank',
    definition: 'A strategy’s place among those compared, one for the best, averaged over all repeats.',
  },
  rankCorrelation: {
    form: 'rank correlation',
    definition: 'How alike two orders are: from one, the same, to minus one, the reverse.',
  },
  logScale: {
    form: 'log scale',
    definition: 'A scale on which equal steps multiply by the same number.',
    rejected: [/logarithmic scale/i],
  },
  curse: {
    form: 'curse of dimension',
    definition: 'To cover a range as closely, the trials needed multiply with every further hyperparameter.',
    rejected: [/curse of dimensionality/i],
  },
  machineHour: {
    form: 'machine-hour',
    definition: 'One machine busy, or paid for, for an hour.',
    rejected: [/machine hour/i, /compute[- ]hour/i],
  },
  wallClock: {
    form: 'wall-clock',
    definition: 'Time as it passes, in which several machines may train at once.',
    rejected: [/wall clock/i, /wallclock/i],
  },
  validationError: {
    form: 'validation error',
    definition: 'The error on data that training has not seen, by which settings are chosen.',
    rejected: [/validation loss/i],
  },
  runNoise: {
    form: 'run-to-run noise',
    definition: 'How much the error changes when the same setting is trained again with other luck.',
  },
  selectionBias: {
    form: 'selection bias',
    definition: 'The best of many looks better than it is: it was chosen partly for its luck.',
    rejected: [/winner[’']s curse/i],
  },
  manualTuning: {
    form: 'manual tuning',
    definition: 'A person looks at results and decides what to try next.',
  },
  experience: {
    form: 'experience',
    definition: 'What somebody believes of good values before the first trial.',
  },
  localMinimum: {
    form: 'local minimum',
    definition: 'A place from which every small step leads up, though somewhere else is lower.',
  },
  survivorshipBias: {
    form: 'survivorship bias',
    definition: 'Those who succeeded are seen, those who did the same and failed are not.',
    rejected: [/survivor bias/i],
  },
});
