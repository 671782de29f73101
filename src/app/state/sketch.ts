/** A study as it is put together: what a study file may hold, not yet checked. */
import type { ParamValues } from '../../core/params.ts';
import type { Study } from '../../core/study/types.ts';
import type { Choice, Noise } from '../../core/types.ts';

export interface SketchedProblem {
  name?: string;
  objective: Choice;
  noise: Noise;
}
export interface SketchedStrategy {
  name?: string;
  id: string;
  params?: ParamValues;
}

export interface Sketch {
  /** A text names a suite, or an objective at its defaults. */
  problems: readonly (string | SketchedProblem)[];
  strategies: readonly SketchedStrategy[];
  budget: number;
  repeats: number;
  seed: number;
}

/** The five that are taught, on problems with one valley and with several: seconds of work. */
export const DEFAULT_SKETCH: Sketch = {
  problems: ['quadratic', 'rippled-bowl', 'branin', 'important-unimportant'],
  strategies: ['babysit', 'grid', 'binary', 'random', 'bayes'].map((id) => ({ id })),
  budget: 30,
  repeats: 20,
  seed: 1,
};

/** A study from a file or from the database, as a sketch that can be changed. */
export const sketchOf = ({ problems, strategies, budget, repeats, seed }: Study): Sketch => ({
  problems,
  strategies,
  budget,
  repeats,
  seed,
});
