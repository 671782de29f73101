/** Surfaces of problems of two hyperparameters, as they are drawn: computed here, or in a worker before. */
import { SURFACE, surfaceSteps } from '#core/pictures/surface.ts';
import type { Problem } from '#core/types.ts';

export { SURFACE };

const learnt = new WeakMap<Problem, Float64Array>();
/** Takes a surface that a worker has sampled. */
export const learnSurface = (problem: Problem, values: Float64Array): void =>
  void learnt.set(problem, values);

/** Values at the centres of the cells; NaN where the evaluation fails. */
export function surfaceOf(problem: Problem): Float64Array {
  const known = learnt.get(problem);
  if (known) return known;
  const steps = surfaceSteps(problem, SURFACE);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
