/** What can be set of a model, in sequential and batch Bayesian optimisation alike. */
import type { ParamDeclarations } from '../../params.ts';
import { KERNELS } from '../../surrogate/kernels.ts';

export const MODEL_PARAMS = {
  kernel: { kind: 'choice', options: KERNELS, default: 'matern52' },
  acquisition: { kind: 'choice', options: ['log-ei', 'ei', 'pi', 'lcb'], default: 'log-ei' },
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
  prior: { kind: 'choice', options: ['weak', 'none', 'dimension-scaled'], default: 'weak' },
  design: { kind: 'choice', options: ['sobol', 'latin-hypercube', 'halton', 'random'], default: 'sobol' },
  /** Trials of the initial design; 0: see {@link plannedTrials}. */
  initial: { kind: 'int', min: 0, max: 100, default: 0 },
} as const satisfies ParamDeclarations;
