/** The numbers of the chapter on random search. */
import { aheadOf, fromRun, fromRuns, type Facts } from '../facts.ts';

const KNOBS = 'objective=important-unimportant&budget=9&seed=1&strategies=grid,random';

export const facts: Facts = (figures) => ({
  'grid-regret': fromRun(KNOBS, ({ regretOf }) => regretOf('grid')),
  'random-regret': fromRun(KNOBS, ({ regretOf }) => regretOf('random')),
  ahead: fromRuns(figures['two-thousand'], aheadOf()),
});
