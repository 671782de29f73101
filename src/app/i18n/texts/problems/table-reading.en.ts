/** What was understood of a table of trials, and why; the command line says the same. Lines are counted from 1. */
export const reading = {
  maker: '{{maker}} writes tables with such columns: {{names}}.',
  'hyperparameter-maker': '{{maker}} marks it as a hyperparameter.',
  'hyperparameter-varies': 'Its numbers differ from trial to trial, and its name says nothing else.',
  'hyperparameter-left': 'No other column of numbers is left for a hyperparameter.',
  'hyperparameter-chosen': 'Chosen as a hyperparameter.',
  'objective-maker': 'The result is written there.',
  'objective-name': '“{{word}}” is a result.',
  'objective-validation': 'The figure on validation data goes before those on other data.',
  'objective-last': 'The last column of numbers; no name says which one is the result.',
  'objective-chosen': 'Chosen as the result.',
  state: 'It says which trials were finished.',
  'filter-texts': 'It takes {{count}} values that are no numbers: rows can be chosen by it.',
  'filter-many':
    'Only {{most}} hyperparameters can be searched; this one takes fewer values. Rows can be chosen by it.',
  'filter-unchosen': 'Not chosen as a hyperparameter; rows can be chosen by it.',
  'filter-chosen': 'Chosen to select rows.',
  'filter-set': 'Only rows with “{{value}}” count.',
  'ignored-index': 'It has no name of its own, and numbers or names the rows.',
  'ignored-id': 'It numbers or names trials.',
  'ignored-time': 'It is a time.',
  'ignored-rank': 'It ranks the trials.',
  'ignored-progress': 'It says how far a training was.',
  'ignored-seed': 'Seeds repeat a setting; repeats are averaged.',
  'ignored-fold': 'It numbers repeats of a setting; repeats are averaged.',
  'ignored-machine': 'It is about the run or the machine.',
  'ignored-maker': '{{maker}} notes it about the run.',
  'ignored-unmarked': '{{maker}} does not mark it as a hyperparameter.',
  'ignored-constant': 'It has the same value everywhere.',
  'ignored-empty': 'It is empty.',
  'ignored-texts': 'Its texts differ in nearly every row.',
  'ignored-spread': 'It is the spread of a result.',
  'ignored-one-fold': 'It is the result of one repeat or fold.',
  'ignored-extreme': 'It is the lowest or the highest of several results.',
  'ignored-training': 'It is a result on training data.',
  'ignored-result': 'It is another result.',
  'ignored-many': 'Only {{most}} hyperparameters can be searched; this one takes fewer values than those.',
  'ignored-unchosen': 'Not chosen.',
  'minimise-chosen': 'Chosen: low values are better.',
  'maximise-chosen': 'Chosen: high values are better.',
  'minimise-maker': '{{maker}} makes low values the better ones.',
  'maximise-maker': '{{maker}} makes high values the better ones.',
  'minimise-stated': 'The column “{{name}}” says “{{value}}”: low values are better.',
  'maximise-stated': 'The column “{{name}}” says “{{value}}”: high values are better.',
  'minimise-range': 'Values up to {{value}} are those of a loss: low values are better.',
  'minimise-name': '“{{name}}”: low values are better.',
  'maximise-name': '“{{name}}”: high values are better.',
  'minimise-negated': '“{{name}}” has its sign turned: low values are better.',
  'maximise-negated': '“{{name}}” has its sign turned: high values are better.',
  'minimise-rank': 'In “{{name}}”, low values come first: they are better.',
  'maximise-rank': 'In “{{name}}”, high values come first: they are better.',
  'minimise-default': 'Nothing in the table says which values are better; low ones are assumed to be.',
  'left-pruned': '{{name}} is “{{value}}”: stopped before its end.',
  'left-failed': '{{name}} is “{{value}}”: a failed trial.',
  'left-unfinished': '{{name}} is “{{value}}”: not finished.',
  'left-gap': 'There is no value of {{name}}.',
  'left-text': '“{{given}}” stands where {{name}} needs a number.',
  'left-not-finite': '{{name}} is “{{given}}”: a failed trial.',
  'left-where': '{{name}} is not “{{value}}”.',
  'left-long': 'The row has more fields than the header.',
  'note-where': 'Only rows with {{name}} = “{{value}}” count.',
  'note-mixed':
    'Only rows with {{name}} = “{{value}}” count, like the best trial: others have the same settings with another {{name}}, and would be averaged with them.',
  'note-averaged': 'Trials that differ in {{name}} are averaged where all their settings are the same.',
  'note-open': '{{name}} takes {{count}} values; all of them count. One can be chosen.',
  'note-last': 'Of several rows of a trial ({{name}}), the last one counts; {{count}} others do not.',
  'note-best': 'Of several rows of a trial ({{name}}), the best one counts; {{count}} others do not.',
  'note-repeats': 'Repeats of the same settings are averaged: {{count}}.',
  'note-objectives': 'There are {{count}} results; {{name}} is taken, another can be chosen.',
  'note-zero':
    '{{name}} spans several powers of ten, but holds 0, which a log scale does not have: it is linear.',
  'note-comma-decimal':
    'Nothing in the table decides whether its commas and points are decimal signs; commas are taken to be.',
  'note-comma-groups':
    'Nothing in the table decides whether its commas are decimal signs; they are taken to group thousands.',
  other: 'Also: {{key}}.',
};

/** Why a table is refused. */
export const readingProblems = {
  'csv-empty': 'There is nothing in it. Expected rows of numbers, with hyperparameters and error.',
  'csv-not-text': 'This is not a text file. Save the table as CSV and try again.',
  'csv-format': 'This is {{name}}, not text. Save the table as CSV and try again.',
  'csv-encoding': 'The text is encoded as {{name}}, which cannot be read. Save it as UTF-8.',
  'csv-json': 'It begins like JSON, but cannot be read as such ({{detail}}).',
  'csv-large': 'The table has {{size}} MB; up to {{limit}} MB can be read.',
  'csv-quote': 'The quotation mark opened in line {{row}} is never closed.',
  'csv-wide': 'A row has {{found}} columns; {{most}} are the most that can be read.',
  'csv-header':
    'The header in line {{row}} has {{found}} names, but line {{dataRow}} has {{expected}} fields. Where commas are decimal signs, separate the fields by semicolons.',
  'csv-ragged':
    'Line {{row}} has {{found}} fields, but the header has {{expected}} names. Put a text with a separator in it into quotation marks; where commas are decimal signs, separate the fields by semicolons.',
  'csv-signs':
    '“{{given}}” in line {{row}} and “{{other}}” in line {{otherRow}} contradict each other: one sign is to be the decimal one in the whole file. Change one of them, or choose columns that agree.',
  'csv-columns':
    'The table has {{found}} columns of numbers. Expected two at least: a hyperparameter and the error.',
  'csv-text':
    '{{name}} has texts such as “{{given}}” (line {{row}}), and no other column can be a hyperparameter. Expected numbers in it.',
  'csv-alone':
    'Besides {{name}}, no column of numbers can be a hyperparameter. Expected one whose numbers differ.',
  'csv-choice':
    'The chosen columns cannot be used. Choose one to {{most}} columns of numbers as hyperparameters, and another one for the result.',
  'csv-where': '{{name}} is nowhere “{{given}}”. Its values: {{known}}.',
  'csv-few':
    'Fewer than two different points are left: {{gaps}} of {{rows}} rows have a gap in the chosen columns, or do not count.',
  'csv-constant': 'All values of {{name}} are the same. Choose another column.',
  'csv-points':
    'The table has more than {{most}} different points (in line {{row}} there is one more). Thin it out, or round the hyperparameters; trials at the same point are averaged.',
  'csv-history':
    'This is a history of figures by step, as Weights & Biases exports it from a chart: it holds no hyperparameters. Export the table of runs instead.',
  'csv-results':
    'These are results of a study of Trial by Trial: they hold values, but not the points. Use the trace of a run instead.',
};
