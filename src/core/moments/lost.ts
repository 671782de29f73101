/** When a search by brackets threw the minimum away: its fatal step, as the panels and the Assumptions page say it. */
import { fatalStep, type FatalStep } from '../assumptions/fatal-step.ts';
import { say, type Message, type Problem, type View } from '../types.ts';
import { moment } from './field.ts';
import type { Moment, RunSoFar } from './types.ts';

const WEIGHT = 100;

/** What is lost stays lost: kept by the run's first picture, with the picture that shows it. */
const found = new WeakMap<Problem, WeakMap<View, { step: FatalStep; shownBy: View }>>();

export function lostMoments(run: RunSoFar, problem: Problem): Moment[] {
  const step = stepOf(run, problem);
  // A run that starts without the minimum has thrown nothing away.
  if (!step || step.trial < 1) return [];
  return [moment(step.trial, run, 'lost', messageOf(step, run.strategy.id), WEIGHT)];
}

function messageOf({ cause }: FatalStep, strategy: string): Message {
  switch (cause) {
    case 'shape':
      return say('moment.lost-shape', { strategy });
    case 'interaction':
      return say('moment.lost-interaction', { strategy });
    case 'tie':
      return say('moment.lost-tie', { strategy });
    case 'noise':
      return say('moment.lost-noise', { strategy });
    case null:
      return say('moment.lost', { strategy });
  }
}

/** A run that goes on is asked again with every trial; to find why costs a thousand evaluations. */
function stepOf({ trials, closing }: RunSoFar, problem: Problem): FatalStep | null {
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
