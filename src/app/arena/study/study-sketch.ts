/** A study as it is put together: what a study file may hold, not yet checked. */
import type { ParamValues } from '#core/params.ts';
import { posed } from '#core/study/posed.ts';
import type { Instances } from '#core/study/read-study.ts';
import { isSuite } from '#core/study/suites.ts';
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
  /** Asked of all problems at once, see `posed.ts`; left out: as each has it. */
  dimensions?: number | undefined;
  noise?: number | undefined;
}

/** A sketch as a study file would say it: what is asked of all problems is written into each. */
export function writtenOut({ dimensions, noise, ...sketch }: Sketch): object {
  const problems = posed(sketch.problems, { dimensions, noise });
  if (problems === sketch.problems) return sketch;
  // A problem that a file names by itself is that very problem; these are still a suite's.
  const instances = sketch.instances ?? (sketch.problems.some(isSuite) ? 'moved' : 'fixed');
  return { ...sketch, problems, instances };
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
