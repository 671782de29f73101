/** A study as it is put together: what a study file may hold, not yet checked. */
import type { ParamValues } from '#core/params.ts';
import type { Instances } from '#core/study/read-study.ts';
import type { Study } from '#core/study/types.ts';
import type { Choice, Noise } from '#core/types.ts';

export interface SketchedProblem {
  name?: string;
  objective: Choice;
  noise: Noise;
}
export interface SketchedStrategy {
  name?: string;
  id: string;
  /** Those that are not at their defaults. */
  params?: ParamValues;
}

export interface Sketch {
  /** A text names a suite, or an objective at its defaults. */
  problems: readonly (string | SketchedProblem)[];
  strategies: readonly SketchedStrategy[];
  budget: number;
  repeats: number;
  seed: number;
  /** Left out: as `readStudy` takes it. */
  instances?: Instances;
}

/** A study from a file or from the database, as a sketch that can be changed. */
export const sketchOf = ({ problems, strategies, budget, repeats, seed, instances }: Study): Sketch => ({
  problems,
  strategies,
  budget,
  repeats,
  seed,
  instances: instances ?? 'fixed',
});
