/** When a search by brackets threw the minimum away: its fatal step, as the panels and the Assumptions page say it. */
import { fatalStepSoFar } from '../assumptions/fatal-so-far.ts';
import type { FatalStep } from '../assumptions/fatal-step.ts';
import { say, type Message, type Problem } from '../types.ts';
import { moment } from './field.ts';
import type { Moment, RunSoFar } from './types.ts';

const WEIGHT = 100;

export function lostMoments(run: RunSoFar, problem: Problem): Moment[] {
  const step = fatalStepSoFar(run, problem);
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
