/** Reading a formula: its minimum with the proof, and its surface, take up to half a second, which a page does not have. */
import { formulaMinimum } from '#core/objectives/own/index.ts';
import { problemOf } from '#core/run.ts';
import { surfaceSteps } from '#core/pictures/surface.ts';
import type { FormulaAnswer, FormulaRequest } from '../protocol.ts';

export function* formulaSteps({ params, surface }: FormulaRequest): Generator<void, FormulaAnswer, void> {
  const minimum = yield* formulaMinimum.steps(params);
  if ('problem' in minimum) return { minimum };
  const problem = problemOf({ objective: { id: 'formula', params } });
  if (problem.space.dimensions.length !== 2) return { minimum };
  return { minimum, surface: yield* surfaceSteps(problem, surface) };
}
