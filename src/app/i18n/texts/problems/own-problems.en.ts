import { readingProblems } from './table-reading.en.ts';

/** Why a function of the reader's own is refused. `character` counts from 1; the field shows a caret there. */
export const ownProblems = {
  'text-long': '{{length}} characters are too many: {{most}} are the most.',
  'formula-empty': 'Write a formula in x, such as (x - 0.3)^2.',
  'formula-deep':
    'At character {{character}}, brackets, signs and powers stand more than {{most}} deep within each other. Write it flatter.',
  'formula-end': 'The formula breaks off: something is missing at its end.',
  'formula-unclosed': 'The bracket at character {{character}} is never closed.',
  'formula-unexpected': '“{{given}}”, character {{character}}, cannot stand there.',
  'formula-comma':
    'The comma at character {{character}} cannot stand there. Commas separate the arguments of a function; decimals take a point, as in 0.5.',
  'formula-equals':
    'The “=” at character {{character}} cannot stand there. Write only what the function is equal to; to compare, write ==.',
  'formula-choice':
    'At character {{character}} a choice is not complete. Write it as condition ? value : other value.',
  'formula-chain':
    'Comparisons do not chain (character {{character}}). Write 0 < x && x < 1 instead of 0 < x < 1.',
  'formula-times': 'A sign is missing at character {{character}}. For a product write {{given}}.',
  'formula-number': 'The number {{given}} at character {{character}} is incomplete, or too large.',
  'formula-name':
    '“{{given}}” at character {{character}} is not known. Variables are x and y, or x1 to x6; then there are pi, e and functions such as exp, log, sin, abs.',
  'formula-name-like': '“{{given}}” at character {{character}} is not known. Perhaps {{meant}} was meant.',
  'formula-not-called':
    '{{given}} at character {{character}} is a function and needs brackets, as in {{given}}(x).',
  'formula-not-function':
    '{{given}} at character {{character}} is not a function. For a product write {{given}}*(…).',
  'formula-arguments': '{{given}} at character {{character}} takes {{expected}} arguments; it got {{found}}.',
  'formula-variables':
    '{{given}} at character {{character}} does not go with {{other}}. Write either x and y, or x1, x2, ….',
  'formula-never':
    'The formula has no finite value at any of the {{tried}} points that were tried. Check its domain.',
  'formula-abyss':
    'The formula falls to −∞ at {{place}}, so it has no minimum. Change it, or leave that place out of its domain.',
  'space-word':
    '“{{given}}” at character {{character}} of the domain cannot be read. Write a name, then linear, log or integer, then two numbers, as in x log 1e-5 1.',
  'space-range':
    'The domain of {{name}} needs two numbers, the lowest and the highest value (character {{character}}).',
  'space-order':
    'The range {{lo}} to {{hi}} at character {{character}} of the domain is empty, too narrow or too wide. Write the lower number first; the two differ by at least a billionth of their size and by 10⁻³⁰⁰, and lie between −10³⁰⁰ and 10³⁰⁰ (on a log scale, between 10⁻³⁰⁰ and 10³⁰⁰).',
  'space-log': 'A log scale starts above 0; at character {{character}} of the domain it starts at {{lo}}.',
  'space-whole':
    '{{given}} at character {{character}} of the domain is not a whole number, but the scale is integer.',
  'space-integers':
    'The range at character {{character}} of the domain holds more than {{most}} whole numbers. Narrow it, or make it linear.',
  'space-scales':
    'There are two scales for one variable, the second at character {{character}} of the domain.',
  'space-twice': 'The domain names {{name}} twice, again at character {{character}}.',
  'space-name':
    '“{{given}}” at character {{character}} of the domain is no variable. Variables are {{known}}.',
  'drawn-lists': 'A drawn curve is two lists, places and heights; {{found}} were given.',
  'drawn-length':
    'A drawn curve needs a height for every place; there are {{places}} places and {{heights}} heights.',
  'drawn-few': 'A drawn curve needs two knots at least.',
  'drawn-outside': 'A knot at {{given}} is off the axis. Places are shares of the axis, from 0 to 1.',
  'drawn-order':
    'Knot {{knot}} at {{given}} does not come after the one before it, at {{before}}. Places go from left to right, 0.0001 apart at least.',
  'drawn-height': 'The height {{given}} is too large; heights up to {{most}} can be searched.',
  'table-columns':
    'A table of trials has one or two columns of hyperparameters and one of errors; {{found}} columns were given.',
  'table-length':
    'The columns of the table are not equally long ({{lengths}}). Give every trial all its numbers.',
  'table-few': 'A table needs two trials at least.',
  'table-constant':
    'All values of {{name}} are the same, so there is nothing to search along it. Leave it out, or give it a range.',
  'table-ends':
    '{{name}} runs from {{lo}} to {{hi}}, which is too narrow or too wide to search: ends differ by at least a billionth of their size and by 10⁻³⁰⁰, and lie between −10³⁰⁰ and 10³⁰⁰. Measure it in other units.',
  'table-log': '{{name}} has the value {{given}}, which a log scale does not have. Make it linear.',
  'table-whole': '{{name}} has the value {{given}}, which is no whole number. Make it linear or log.',
  'table-range': '{{name}} has the value {{given}}, outside of its range {{lo}} to {{hi}}.',
  'table-tall': 'The error {{given}} is too large; errors up to {{most}} can be searched.',
  ...readingProblems,
};
