import type { MakerRules } from './maker.ts';

const OWN = new Set(
  (
    'Name State Notes User Tags Created Runtime Sweep ID Hostname Description Group Host Commit GitHub Updated End Time ' +
    'Start OS Python Agent Deleted _wandb _step _runtime _timestamp'
  ).split(' '),
);
const LONG =
  /^(?:job type|gpu (?:type|count)|end time|start time|est\. runtime|created timestamp|relative time.*)$/i;
const FIRST = ['State', 'Created', 'Runtime', 'Sweep', 'User', 'Tags', 'Notes'];

/** The table of runs as the page of a project exports it. */
export const wandb: MakerRules = {
  id: 'wandb',
  name: 'Weights & Biases',
  recognise(names) {
    const own = FIRST.filter((name) => names.has(name));
    if (names.has('Name') && own.length >= 2) return ['Name', ...own];
    const inner = ['_wandb', '_runtime', '_timestamp', '_step'].filter((name) => names.has(name));
    return inner.length >= 2 ? inner : undefined;
  },
  hint(name) {
    if (name === 'State') return 'state';
    if (OWN.has(name) || LONG.test(name)) return 'note';
    return /^config[./]/.test(name) ? 'hyperparameter' : /^summary[./]/.test(name) ? 'figure' : undefined;
  },
};

/** One column a run and figure, one row a step, as its charts export them: there are no hyperparameters. */
export const isHistory = (names: readonly string[]): boolean =>
  /^(?:step|_step|epoch|relative time.*|wall time)$/i.test(names[0] ?? '') &&
  names.length > 1 &&
  names.slice(1).every((name) => / - .+/.test(name)) &&
  names.some((name) => /__(?:MIN|MAX)$/.test(name));
