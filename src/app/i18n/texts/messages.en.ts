import { phaseErrors } from './problems/phase-errors.en.ts';

export const error = {
  'worker-crashed': 'The simulation stopped unexpectedly. Its worker has been replaced; try again.',
  'worker-unavailable':
    'The part of the page that computes could not be loaded. It needs the network once: check the connection, then try again.',
  'language-unloaded':
    '{{name}} could not be loaded: {{detail}}. The page stays in this language; check the connection, then choose again.',
  'page-unloaded':
    'This page has not been loaded yet, and it needs the network once. Check the connection, then try again ({{detail}}).',
  'worker-hung': 'The simulation gave no sign of life for {{seconds}} s and was stopped. Try again.',
  'run-failed': 'The simulation could not go on: {{detail}}',
  'keeper-gone':
    'The part of the page that holds results stopped ({{detail}}) and was started again; what this browser had not kept yet is computed anew.',
  'study-run': 'Repeat {{repeat}} of {{strategy}} on {{problem}} could not be made; the others go on.',
  ...phaseErrors,
  other: 'Something went wrong: {{key}}.',
};

/** What has just happened, above the page; of many alike a few are said. */
export const notices = {
  label: 'Notices',
  more: 'and {{count}} more like this',
  dismiss: 'Dismiss',
};
