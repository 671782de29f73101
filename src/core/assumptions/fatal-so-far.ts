/** When a run that may still go on threw the minimum away, for whoever asks again with every trial. */
import type { Problem, Trace, Trial, View } from '../types.ts';
import { fatalStep, type FatalStep } from './fatal-step.ts';

export { holdsOptimum } from './fatal-step.ts';

/** What is lost stays lost: kept by the run's first picture, with the picture that shows it. */
const found = new WeakMap<Problem, WeakMap<View, { step: FatalStep; shownBy: View }>>();

/**
 * `fatalStep` of a run's trials so far. To find why costs a thousand evaluations: that is done once, whoever asks, as long as
 * the problem is the same object.
 */
export function fatalStepSoFar(
  { trials, closing }: { trials: readonly Trial[]; closing?: Trace['closing'] },
  problem: Problem,
): FatalStep | null {
  const first = trials.find(({ view }) => view?.kind === 'bracket')?.view;
  if (!first) return null;
  let ofProblem = found.get(problem);
  if (!ofProblem) found.set(problem, (ofProblem = new WeakMap()));
  const shownAt = (trial: number): View | undefined => trials[trial]?.view ?? closing?.view;
  const known = ofProblem.get(first);
  if (known && shownAt(known.step.trial) === known.shownBy) return known.step;
  const step = fatalStep({ trials: [...trials], ...(closing && { closing }) }, problem);
  const shownBy = step && shownAt(step.trial);
  if (shownBy) ofProblem.set(first, { step, shownBy });
  return step;
}
