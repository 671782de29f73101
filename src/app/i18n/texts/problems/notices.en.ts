/** What a page makes of a scenario that is not taken as given, and what a command line refuses it for. */

/** What is wrong. A page goes on with something else and says so; the command line stops here. */
const wrong = {
  'unknown-objective': 'There is no problem called “{{given}}”',
  'unknown-strategy': 'There is no strategy called “{{given}}”',
  'unknown-param': '{{owner}} has no setting “{{name}}”',
  clamped: '{{name}} = {{given}} is out of range ({{expected}})',
  rounded: '{{name}} = {{given}} is no whole number ({{expected}})',
  unreadable: '{{name}} = “{{given}}” cannot be read (expected {{expected}})',
  'no-measured-noise': '{{objective}} was not measured, so it has no measured noise',
};

/** Where nothing is put in the place of what was given; by the keys of {@link notice}. */
export const refusals: Readonly<Partial<Record<string, string>>> = {
  'unknown-objective': `${wrong['unknown-objective']}. Known: {{known}}.`,
  'unknown-strategy': `${wrong['unknown-strategy']}. Known: {{known}}.`,
  'unknown-param': `${wrong['unknown-param']}. Known: {{known}}.`,
  clamped: `${wrong.clamped}.`,
  rounded: `${wrong.rounded}.`,
  unreadable: `${wrong.unreadable}.`,
  'no-measured-noise': `${wrong['no-measured-noise']}.`,
};

export const notice = {
  'not-a-scenario': 'The experiment could not be read, so the default one is shown.',
  'unknown-key': 'The setting “{{name}}” is not known and was left out. Known: {{known}}.',
  'unknown-objective': `${wrong['unknown-objective']}; {{used}} is used. Known: {{known}}.`,
  'unknown-strategy': `${wrong['unknown-strategy']}; it was left out. Known: {{known}}.`,
  'duplicate-strategy': 'The strategy {{given}} was named more than once; it runs once.',
  'no-strategies': 'No strategy was left to run, so these are used: {{used}}.',
  'unknown-param': `${wrong['unknown-param']}; it was left out. Known: {{known}}.`,
  'params-not-an-object': 'The settings of {{owner}} could not be read; its defaults are used.',
  clamped: `${wrong.clamped}; {{used}} is used.`,
  rounded: `${wrong.rounded}; {{used}} is used.`,
  unreadable: `${wrong.unreadable}; {{used}} is used.`,
  'no-measured-noise': `${wrong['no-measured-noise']}; it runs without noise.`,
  'box-form':
    'box = “{{given}}” cannot be read, so the whole ranges are searched. Expected: the ends of each of {{dimensions}} ranges, as in 0.1..0.9,2..14.',
  'box-range':
    'box: {{given}} is no part of the range of {{axis}}, {{lo}} to {{hi}}, so the whole ranges are searched.',
  'box-whole':
    'box: {{axis}} takes whole numbers, and {{given}} does not end at such, so the whole ranges are searched.',
  'box-measured':
    'box: the ends of {{axis}} have to be values at which it was measured, and {{given}} has another ({{near}} would be the nearest); the whole ranges are searched.',
  'box-minimum':
    'box: {{given}} leaves out an optimum, which has {{axis}} = {{at}}, so the whole ranges are searched.',
  'box-elsewhere':
    'The link narrows the ranges of its problem (box); only the Lab does so, and here they are whole.',
  'unknown-page': 'There is no page “{{given}}”; this is the Lab. Known pages: {{known}}.',
  'unknown-tab': 'There is no page “{{given}}”; its first part is shown. Known parts: {{known}}.',
  'link-unreadable': 'The link could not be read, so the default experiment is shown ({{detail}}).',
  'link-kept':
    'kept: this link leaves out a function that is too long for it, and this browser does not hold it either; its example is shown. Open the file that was shared with it.',
  'link-crashed':
    'The address {{given}} brought the page down, so it was not opened again. This is the default experiment.',
  'unknown-hide': 'hide: nothing is called “{{given}}”, so nothing is hidden for it. Known: {{known}}.',
  'no-focus':
    'focus: “{{given}}” is none of the strategies that are shown, so no picture is enlarged. Shown: {{shown}}.',
  'name-alone': 'name: it says whose results a link brings, and this link brings none (results).',
  'doubled-key': '“{{name}}” stands in the link more than once; the last one, {{used}}, is used.',
  'link-elsewhere':
    'The experiment in this link belongs to the Lab. The study on this page has settings of its own.',
  'file-too-large': '{{name}} is {{size}} MB; trace files up to {{limit}} MB can be opened.',
  'class-none':
    'No result of a game stands in this text. A result begins with the letters TbT; copy the whole of it.',
  'class-none-in': 'No result of a game stands in {{name}}. A result begins with the letters TbT.',
  'class-large':
    '{{name}} holds {{size}} MB, a text with results at most {{limit}} MB. Take the part of it that holds them.',
  'class-unreadable': '{{name}} could not be read ({{detail}}). Open it again, or paste its text.',
  'file-unreadable': '{{name}} is not a JSON file, so it was not opened ({{detail}}).',
  'file-several': 'One file is taken at a time: {{name}}. Dropped with it and left alone: {{others}}.',
  'file-question':
    'Taken from {{name}}: its problem, noise, budget and seed. To replay its runs, drop it in the Lab.',
  'results-too-large': '{{name}} has {{size}} MB; result files up to {{limit}} MB can be opened.',
  'study-refused': '{{name}} holds a study that cannot be run; the study on screen stays as it was.',
  'study-link': 'study: the link holds a study that cannot be run; the study here stays as it was.',
  other: 'Something was changed: {{key}}.',
};
