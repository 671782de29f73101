/**
 * Studies to begin with, each the answer to a question that is asked in class or before the next training runs. None is
 * about one placement of one minimum.
 */
import type { Sketch } from './study-sketch.ts';

const of = (...ids: string[]) => ids.map((id) => ({ id }));

export const STUDY_PRESETS = {
  /** The five that are taught, on problems that suit one or another of them. */
  taught: {
    problems: ['quadratic', 'rippled-bowl', 'branin', 'important-unimportant', 'svc-digits', 'hartmann6'],
    strategies: of('babysit', 'grid', 'binary', 'random', 'bayes'),
    budget: 30,
    repeats: 30,
    seed: 1,
    instances: 'moved',
  },
  /** Bergstra & Bengio (2012): a grid repeats itself along what does not matter. */
  knobs: {
    problems: ['low-effective-dimension'],
    strategies: of('grid', 'random', 'latin-hypercube', 'sobol', 'halton'),
    budget: 64,
    repeats: 100,
    seed: 1,
    instances: 'moved',
  },
  /** What halving a bracket is worth where its assumption holds, and beyond one dimension. */
  valley: {
    problems: ['unimodal'],
    strategies: of('binary', 'k-section', 'nelder-mead', 'cma-es', 'random'),
    budget: 60,
    repeats: 50,
    seed: 1,
    instances: 'moved',
  },
  /** The same problem, each time with more noise. */
  noise: {
    problems: [0, 0.02, 0.1, 0.5].map((sd) => ({
      objective: { id: 'quadratic', params: {} },
      noise: sd === 0 ? { kind: 'none' } : { kind: 'gaussian', sd },
    })),
    strategies: of('grid', 'binary', 'random', 'bayes'),
    budget: 20,
    repeats: 50,
    seed: 1,
    instances: 'moved',
  },
  /** One strategy against itself. */
  acquisition: {
    problems: ['forrester', 'double-well', 'branin', 'himmelblau'],
    strategies: [
      { id: 'bayes', name: 'log-EI' },
      { id: 'bayes', name: 'log-EI (ξ 0.3)', params: { acquisition: 'log-ei', xi: 0.3 } },
      { id: 'bayes', name: 'PI', params: { acquisition: 'pi' } },
      { id: 'bayes', name: 'LCB', params: { acquisition: 'lcb' } },
      { id: 'bayes', name: 'Thompson', params: { acquisition: 'thompson' } },
    ],
    budget: 25,
    repeats: 10,
    seed: 1,
    instances: 'moved',
  },
  /** Everything there is, on training runs of real models. */
  measured: {
    problems: ['measured'],
    strategies: of(
      ...['babysit', 'grid', 'binary', 'random', 'bayes', 'sobol', 'halton', 'latin-hypercube'],
      ...['batch-bayes', 'tpe', 'k-section', 'nelder-mead', 'annealing', 'cma-es'],
    ),
    budget: 30,
    repeats: 20,
    seed: 1,
    instances: 'moved',
  },
} as const satisfies Record<string, Sketch>;

export type PresetId = keyof typeof STUDY_PRESETS;
export const DEFAULT_SKETCH: Sketch = STUDY_PRESETS.taught;
