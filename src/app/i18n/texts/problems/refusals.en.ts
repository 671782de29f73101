import { ownProblems } from './own-problems.en.ts';
import { phaseProblems } from './phase-problems.en.ts';
import { playProblems } from './play-problems.en.ts';
export { reading } from './table-reading.en.ts';

/** What is refused, in sentences that name it and say what to do; the command line says the same. */
export const problems = {
  ...ownProblems,
  'not-a-trace-file':
    'This is not a trace file of Trial by Trial. Open a JSON file that was downloaded here or written by the command line.',
  'trace-version': 'The trace file has version {{given}}, this page reads version {{known}}.',
  'trace-scenario': 'The experiment in the trace file is not valid at “{{field}}”. The file was not opened.',
  'trace-field': 'The trace file is not valid at {{field}} (expected: {{expected}}). It was not opened.',
  'grid-too-many-lists':
    'The grid got levels for {{given}} hyperparameters, but the problem has {{dimensions}}. Remove the extra lists.',
  'grid-level-outside':
    'The grid level {{given}} of {{axis}} is outside its range, {{lo}} to {{hi}}. Change or remove it.',
  'manual-coordinates':
    'Trial {{point}} of yours has {{given}} values, but the problem has {{dimensions}} hyperparameters. Give one value for each.',
  'manual-outside':
    'Trial {{point}} of yours: {{given}} of {{axis}} is outside its range, {{lo}} to {{hi}}. Change or remove it.',
  'manual-not-whole':
    'Trial {{point}} of yours: {{given}} of {{axis}} is not a whole number, which this hyperparameter needs. Change or remove it.',
  'manual-too-many':
    'You placed {{given}} trials, the budget has {{budget}}. Raise the budget or remove the last ones.',
  'points-many': '{{given}} points are too many: {{most}} are the most. Remove some.',
  'nothing-to-try': 'It has nothing to try: place trials, or say which strategy takes over.',
  'relay-no-knob':
    'The relay is to search hyperparameter {{given}}, but the problem has {{dimensions}} hyperparameters. Choose another one.',
  'study-not-a-study':
    'This is not a study of Trial by Trial. Expected a JSON object with problems, strategies, budget, repeats and seed.',
  'study-missing': '{{field}} is missing; expected {{expected}}.',
  'study-unknown': '{{field}}: “{{given}}” is not known; known are {{expected}}.',
  'study-unknown-key': '{{field}} is not known; known are {{expected}}.',
  'study-value': '{{field}} is {{given}}; expected {{expected}}.',
  'study-whole': '{{field}} is {{given}}; expected {{expected}}, a whole number.',
  'study-list': '{{field}} is {{given}}; expected a list of {{expected}} entries.',
  'study-line': '{{field}} is {{given}}; expected {{expected}} characters on one line.',
  'study-duplicate-name': '{{field}}: the name {{given}} is there twice. Names tell rows apart: change one.',
  'study-too-large':
    'The study would make {{given}} trials; {{expected}} are the most. Lower budget, repeats or the lists.',
  'study-refused': 'The settings at {{field}} are refused.',
  'study-misfit': 'The strategy at {{field}} cannot start on problem {{problem}}.',
  'storage-full':
    'This browser has no room left to keep results. The study goes on and stays on screen, but a reload loses it: download the results, or free some space.',
  'storage-blocked':
    'Another tab of this page holds the browser’s database, so results are not kept. Close the other tab and reload; until then, download what you want to keep.',
  'storage-refused':
    'This browser does not keep results ({{detail}}), as in some private windows. The study goes on and stays on screen until the page is left: download what you want to keep.',
  'storage-later':
    'A later version of this page keeps its results in this browser. This version leaves them alone and keeps none: reload the page to get that version, or download what you want to keep.',
  'kept-damaged':
    'Some of the results that this browser kept are damaged (parts: {{parts}}). They were left out; “Go on” makes what is missing again.',
  'kept-older':
    'An earlier version of this page made some of the results that this browser kept (parts: {{parts}}). This version’s trials are others, and the two are not mixed: “Go on” makes all of them anew.',
  'kept-later':
    'A later version of this page kept some of these results (parts: {{parts}}). They were left alone; “Go on” makes what is missing here again.',
  'kept-forgotten':
    'Another tab discarded the results of this study. They are still on screen here, and have been kept again.',
  'results-unreadable':
    '{{name}} could not be read ({{detail}}). If it was moved or changed meanwhile, choose it again.',
  'results-foreign':
    '{{name}} is not a results file of Trial by Trial. Expected a CSV or Parquet file that was downloaded from the Arena or written by the command line.',
  'results-version': '{{name}} has version {{given}} of the results format; version {{known}} can be read.',
  'results-truncated':
    '{{name}} breaks off: its end is missing after {{row}} complete rows. Copy or download it again.',
  'results-study':
    'The study in {{name}} cannot be used: {{given}} at {{field}} (expected: {{expected}}). The file was not opened.',
  'results-damaged': '{{name}} is damaged and cannot be read at: {{place}}. Copy or download it again.',
  'results-row':
    '{{name}}, row {{row}}, column {{column}}: {{given}} cannot stand there (expected: {{expected}}). The file was not opened.',
  'results-altered':
    '{{name}} was changed after it was written: its contents give {{given}}, the file says {{expected}}. It was not opened.',
  ...phaseProblems,
  ...playProblems,
  other: 'The settings do not fit the problem: {{key}}.',
};
