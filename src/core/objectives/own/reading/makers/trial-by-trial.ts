import type { MakerRules, Names } from './maker.ts';

const TRACE = ['strategy', 'trial', 'batch', 'y', 'true_value', 'best', 'feasible', 'failure'];
const RESULTS = ['problem', 'strategy', 'repeat', 'trial', 'batch', 'y', 'value', 'regret', 'status'];

/** Traces of this project, from the page or the command line: what stands between batch and y are hyperparameters. */
export const trialByTrial: MakerRules = {
  id: 'trial-by-trial',
  name: 'Trial by Trial',
  recognise: (names) => (TRACE.every((name) => names.has(name)) ? TRACE.slice(0, 4) : undefined),
  hint(name, { all }) {
    if (name === 'y') return 'objective';
    if (name === 'feasible') return 'state';
    const index = all.indexOf(name);
    return index > all.indexOf('batch') && index < all.indexOf('y') ? 'hyperparameter' : 'note';
  },
  sense: 'minimise',
};

/** Results of a study hold values, but no points. */
export const isResults = ({ has }: Names): boolean => RESULTS.every(has);
