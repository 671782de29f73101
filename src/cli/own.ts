/** Functions of the user's own: a CSV file as settings of the objective `table`, and why a function is refused. */
import {
  formatSpace,
  LARGEST_TABLE,
  readCsvBytes,
  type CsvChoice,
  type CsvTable,
} from '../core/objectives/own/index.ts';
import { formatParam } from '../core/params.ts';
import type { Message } from '../core/types.ts';
import { readFile } from './read-file.ts';
import type { RunFlags } from './scenario.ts';
import { reason, UsageError } from './usage.ts';

/**
 * An objective by its id, or one of the user's own by what it is made of.
 * @throws {UsageError} where flags do not go together
 */
export function whichObjective({
  objective,
  formula,
  space,
  table,
  columns,
}: Partial<Record<string, string>>): Pick<RunFlags, 'objective' | 'own'> {
  const given = Object.entries({ objective, formula, table }).filter(([, value]) => value !== undefined);
  if (given.length > 1) {
    const [[first], [second]] = given;
    throw new UsageError(
      `run takes one of --objective, --formula and --table; got --${first} and --${second}.`,
    );
  }
  if (columns !== undefined && table === undefined) {
    throw new UsageError('--columns goes with --table FILE.csv.');
  }
  const own = { ...(space !== undefined && { space }) };
  if (formula !== undefined) return { objective: 'formula', own: { formula, ...own } };
  if (table !== undefined) return { objective: 'table', own: { ...tableSettings(table, columns), ...own } };
  if (objective !== undefined) return { objective, own };
  throw new UsageError('run needs --objective ID; `sim list` names them.');
}

/**
 * @param columns names, or numbers from 1, with commas between them: hyperparameters first, then the error
 * @throws {UsageError} which names the file
 */
function tableSettings(path: string, columns?: string): { trials: string; space: string } {
  let bytes: Uint8Array;
  try {
    bytes = readFile(path, LARGEST_TABLE);
  } catch (error) {
    throw new UsageError(`${path} could not be read: ${reason(error)}.`);
  }
  const read = (choice?: CsvChoice): CsvTable => {
    const table = readCsvBytes(bytes, choice);
    if ('problem' in table) throw new UsageError(`${path}: ${ownSentence(table.problem)}`);
    return table;
  };
  let table = read();
  if (columns !== undefined) table = read(chosen(table, columns));
  const { trials, names, scales } = table;
  const entries = names.map((name, i) => ({ name, scale: scales[i] }));
  return { trials: formatParam(trials), space: formatSpace(entries, true) };
}

function chosen({ columns }: CsvTable, list: string): CsvChoice {
  const indices = list.split(',').map((word) => {
    const name = word.trim();
    const byName = columns.findIndex((column) => column.name === name);
    const index = byName >= 0 ? byName : /^\d+$/.test(name) ? Number(name) - 1 : -1;
    if (!columns[index]) {
      const known = columns.map((column) => column.name).join(', ');
      throw new UsageError(`--columns: there is no column “${name}”; the file has ${known}.`);
    }
    return index;
  });
  if (indices.length < 2 || indices.length > 3) {
    throw new UsageError(
      `--columns takes one or two hyperparameters and the error, as in lr,dropout,error; got “${list}”.`,
    );
  }
  return { hyperparameters: indices.slice(0, -1), error: indices.at(-1)! };
}

/** Undefined for messages about something else. Characters are counted from 1. */
export function ownSentence({ key, values }: Message): string | undefined {
  const write = SENTENCES.get(key.replace(/^problem\./, ''));
  if (!write) return undefined;
  const at = typeof values.at === 'number' ? values.at + 1 : 0;
  const field = typeof values.field === 'string' ? `${values.field}: ` : '';
  return `${field}${write(values, `at character ${at}`)}.`;
}

type Write = (values: Message['values'], at: string) => string;

const SENTENCES: ReadonlyMap<string, Write> = new Map(
  Object.entries<Write>({
    'text-long': ({ length, most }) => `${length} characters are too many, ${most} are the most`,
    'formula-empty': () => 'it is empty; expected a formula in x, such as (x - 0.3)^2',
    'formula-deep': ({ most }, at) => `brackets, signs and powers stand more than ${most} deep ${at}`,
    'formula-end': () => 'it breaks off, something is missing at its end',
    'formula-unclosed': (_, at) => `the bracket ${at} is never closed`,
    'formula-unexpected': ({ given }, at) => `“${given}” ${at} cannot stand there`,
    'formula-comma': (_, at) => `a comma cannot stand ${at}; decimals take a point, as in 0.5`,
    'formula-equals': (_, at) =>
      `“=” cannot stand ${at}; only what the function is equal to is written, and == compares`,
    'formula-choice': (_, at) => `the choice ${at} is not complete; expected condition ? value : other value`,
    'formula-chain': (_, at) =>
      `comparisons do not chain (${at}); expected 0 < x && x < 1 instead of 0 < x < 1`,
    'formula-times': ({ given }, at) => `a sign is missing ${at}; for a product write ${given}`,
    'formula-number': ({ given }, at) => `the number ${given} ${at} is incomplete, or too large`,
    'formula-name': ({ given }, at) =>
      `“${given}” ${at} is not known; known are x and y or x1 to x6, pi, e, and functions such as exp, log, sin, abs`,
    'formula-name-like': ({ given, meant }, at) =>
      `“${given}” ${at} is not known; perhaps ${meant} was meant`,
    'formula-not-called': ({ given }, at) =>
      `${given} ${at} is a function and needs brackets, as in ${given}(x)`,
    'formula-not-function': ({ given }, at) =>
      `${given} ${at} is not a function; for a product write ${given}*(…)`,
    'formula-arguments': ({ given, expected, found }, at) =>
      `${given} ${at} takes ${expected} arguments, it got ${found}`,
    'formula-variables': ({ given, other }, at) =>
      `${given} ${at} does not go with ${other}; expected either x and y, or x1, x2, …`,
    'formula-never': ({ tried }) => `it has no finite value at any of the ${tried} points that were tried`,
    'formula-abyss': ({ place }) => `it falls to −∞ at ${place}, so it has no minimum`,
    'space-word': ({ given }, at) =>
      `“${given}” ${at} of the domain cannot be read; expected a name, then linear, log or integer, then two numbers`,
    'space-range': ({ name }, at) => `the domain of ${name} needs two numbers, lowest and highest (${at})`,
    'space-order': ({ lo, hi }, at) => `the range ${lo} to ${hi} ${at} of the domain is empty or too narrow`,
    'space-log': ({ lo }, at) => `a log scale starts above 0, ${at} of the domain it starts at ${lo}`,
    'space-whole': ({ given }, at) =>
      `${given} ${at} of the domain is not a whole number, but the scale is integer`,
    'space-integers': ({ most }, at) => `the range ${at} of the domain holds more than ${most} whole numbers`,
    'space-scales': (_, at) => `there is a second scale for the same variable ${at} of the domain`,
    'space-twice': ({ name }, at) => `the domain names ${name} a second time ${at}`,
    'space-name': ({ given, known }, at) =>
      `“${given}” ${at} of the domain is no variable; known are ${known}`,
    'drawn-lists': ({ found }) => `knots are two lists, places and heights; ${found} were given`,
    'drawn-length': ({ places, heights }) => `there are ${places} places, but ${heights} heights`,
    'drawn-few': () => 'two knots are the fewest',
    'drawn-outside': ({ given }) => `a knot at ${given} is off the axis, which goes from 0 to 1`,
    'drawn-order': ({ knot, given, before }) =>
      `knot ${knot} at ${given} does not come after the one before it, at ${before}`,
    'drawn-height': ({ given, most }) => `the height ${given} is too large, ${most} is the most`,
    'table-columns': ({ found }) =>
      `trials are two or three lists, hyperparameters and error; ${found} were given`,
    'table-length': ({ lengths }) => `the lists of trials are not equally long (${lengths})`,
    'table-few': () => 'two trials are the fewest',
    'table-constant': ({ name }) => `all values of ${name} are the same`,
    'table-log': ({ name, given }) => `${name} has the value ${given}, which a log scale does not have`,
    'table-whole': ({ name, given }) => `${name} has the value ${given}, which is no whole number`,
    'table-range': ({ name, given, lo, hi }) =>
      `${name} has the value ${given}, outside of its range ${lo} to ${hi}`,
    'table-tall': ({ given, most }) => `the error ${given} is too large, ${most} is the most`,
    'csv-empty': () => 'there is nothing in it; expected rows of numbers, hyperparameters and error',
    'csv-not-text': () => 'it is not a text file; expected CSV',
    'csv-large': ({ size, limit }) => `it has ${size} MB, ${limit} are the most`,
    'csv-quote': ({ row }) => `the quotation mark opened in line ${row} is never closed`,
    'csv-wide': ({ found, most }) => `a row has ${found} columns, ${most} are the most`,
    'csv-columns': ({ found }) =>
      `it has ${found} columns of numbers; expected two at least, a hyperparameter and the error`,
    'csv-choice': () =>
      'the chosen columns are not one or two hyperparameters and another one for the error, all of numbers',
    'csv-few': ({ rows, gaps }) =>
      `fewer than two different points are left, ${gaps} of ${rows} rows have a gap`,
    'csv-constant': ({ name }) => `all values of ${name} are the same`,
    'csv-points': ({ row, most }) => `it has more than ${most} different points (one more in line ${row})`,
  }),
);
