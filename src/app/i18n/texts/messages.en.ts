import { ownProblems } from './own-problems.en.ts';
import { phaseErrors, phaseProblems } from '../../assumptions/phase/texts.en.ts';
export { reading } from './table-reading.en.ts';

/** What went wrong, in sentences that name it and say what to do. */
export const notice = {
  'not-a-scenario': 'The experiment could not be read, so the default one is shown.',
  'unknown-key': 'The setting “{{name}}” is not known and was left out. Known: {{known}}.',
  'unknown-objective': 'There is no problem called “{{given}}”; {{used}} is used. Known: {{known}}.',
  'unknown-strategy': 'There is no strategy called “{{given}}”; it was left out. Known: {{known}}.',
  'duplicate-strategy': 'The strategy {{given}} was named more than once; it runs once.',
  'no-strategies': 'No strategy was left to run, so these are used: {{used}}.',
  'unknown-param': '{{owner}} has no setting “{{name}}”; it was left out. Known: {{known}}.',
  'params-not-an-object': 'The settings of {{owner}} could not be read; its defaults are used.',
  clamped: '{{name}} = {{given}} is out of range ({{expected}}); {{used}} is used.',
  unreadable: '{{name}} = “{{given}}” cannot be read (expected {{expected}}); {{used}} is used.',
  'no-measured-noise': '{{objective}} was not measured, so it has no measured noise; it runs without noise.',
  'box-form':
    'box = “{{given}}” cannot be read, so the whole ranges are searched. Expected: the ends of each of {{dimensions}} ranges, as in 0.1..0.9,2..14.',
  'box-range':
    'box: {{given}} is no part of the range of {{axis}}, {{lo}} to {{hi}}, so the whole ranges are searched.',
  'box-whole':
    'box: {{axis}} takes whole numbers, and {{given}} does not end at such, so the whole ranges are searched.',
  'box-measured':
    'box: the ends of {{axis}} have to be values at which it was measured, and {{given}} has another ({{near}} would be the nearest); the whole ranges are searched.',
  'box-minimum':
    'box: {{given}} leaves out a minimum, which has {{axis}} = {{at}}, so the whole ranges are searched.',
  'box-elsewhere':
    'The link narrows the ranges of its problem (box); only the Lab does so, and here they are whole.',
  'unknown-page': 'There is no page “{{given}}”; this is the Lab. Known pages: {{known}}.',
  'link-unreadable': 'The link could not be read, so the default experiment is shown ({{detail}}).',
  'link-kept':
    'This link leaves out a function that is too long for it, and this browser does not hold it either; its example is shown. Open the file that was shared with it.',
  'link-crashed':
    'The address {{given}} brought the page down, so it was not opened again. This is the default experiment.',
  'doubled-key': '“{{name}}” stands in the link more than once; the last one, {{used}}, is used.',
  'link-elsewhere':
    'The experiment in this link belongs to the Lab. The study on this page has settings of its own.',
  'file-too-large': '{{name}} is {{size}} MB; trace files up to {{limit}} MB can be opened.',
  'file-unreadable': '{{name}} is not a JSON file, so it was not opened ({{detail}}).',
  'file-several': 'One file is taken at a time: {{name}}. Dropped with it and left alone: {{others}}.',
  'file-question':
    'Taken from {{name}}: its problem, noise, budget and seed. To replay its runs, drop it in the Lab.',
  'results-too-large': '{{name}} has {{size}} MB; result files up to {{limit}} MB can be opened.',
  'study-refused': '{{name}} holds a study that cannot be run; the study on screen stays as it was.',
  other: 'Something was changed: {{key}}.',
};

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
  'study-not-a-study':
    'This is not a study of Trial by Trial. Expected a JSON object with problems, strategies, budget, repeats and seed.',
  'study-missing': 'The study lacks {{field}} (expected: {{expected}}).',
  'study-unknown': 'The study names {{given}} at {{field}}, which is not known. Known: {{expected}}.',
  'study-value': 'The study has {{given}} at {{field}}; expected: {{expected}}.',
  'study-duplicate-name':
    'The study gives the name {{given}} twice, again at {{field}}. Names tell rows apart: change one.',
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
  'kept-later':
    'A later version of this page kept some of these results (parts: {{parts}}). They were left alone; “Go on” makes what is missing here again.',
  'kept-forgotten':
    'Another tab discarded the results of this study. They are still on screen here, and have been kept again.',
  'results-unreadable':
    '{{name}} could not be read ({{detail}}). If it was moved or changed meanwhile, choose it again.',
  'results-foreign':
    '{{name}} is not a results file of Trial by Trial. Expected a CSV or Parquet file that was downloaded here or written by the command line.',
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
  other: 'The settings do not fit the problem: {{key}}.',
};

export const error = {
  'worker-crashed': 'The simulation stopped unexpectedly. Its worker has been replaced; try again.',
  'worker-unavailable':
    'The part of the page that computes could not be loaded. It needs the network once: check the connection, then try again.',
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
