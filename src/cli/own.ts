/** Functions of the user's own: a CSV file as settings of the objective `table`, and why a function is refused. */
import { formatSpace } from '#core/objectives/own/index.ts';
import { formatParam } from '#core/params.ts';
import type { Message } from '#core/types.ts';
import type { RunFlags } from './scenario.ts';
import { readingLines, readTableFile, tableSentence, type TableFlags } from './table.ts';
import { UsageError } from './usage.ts';

/**
 * An objective by its id, or one of the user's own by what it is made of.
 * @param tell is told how a table was read
 * @throws {UsageError} where flags do not go together
 */
export function whichObjective(
  {
    objective,
    formula,
    space,
    table,
    ...chosen
  }: Partial<Record<'objective' | 'formula' | 'space' | 'table', string>> & TableFlags,
  tell: (line: string) => void = () => {},
): Pick<RunFlags, 'objective' | 'own'> {
  const given = Object.entries({ objective, formula, table }).filter(([, value]) => value !== undefined);
  if (given.length > 1) {
    const [[first], [second]] = given;
    throw new UsageError(
      `run takes one of --objective, --formula and --table; got --${first} and --${second}.`,
    );
  }
  const { columns, where, direction, rows } = chosen;
  const [stray] =
    Object.entries({ columns, where, direction, rows }).find(([, value]) => value !== undefined) ?? [];
  if (stray !== undefined && table === undefined) {
    throw new UsageError(`--${stray} goes with --table FILE.csv.`);
  }
  const own = { ...(space !== undefined && { space }) };
  if (formula !== undefined) return { objective: 'formula', own: { formula, ...own } };
  if (table !== undefined)
    return { objective: 'table', own: { ...tableSettings(table, chosen, tell), ...own } };
  if (objective !== undefined) return { objective, own };
  throw new UsageError('run needs --objective ID; `sim list` names them.');
}

function tableSettings(
  path: string,
  chosen: TableFlags,
  tell: (line: string) => void,
): Record<string, string> {
  const table = readTableFile(path, chosen);
  for (const line of readingLines(path, table)) tell(line);
  const { points, names, scales, direction, columns, objective } = table;
  const trials = [...names.map((_, i) => points.map(({ x }) => x[i])), points.map(({ y }) => y)];
  const entries = names.map((name, i) => ({ name, scale: scales[i] }));
  return {
    trials: formatParam(trials),
    space: formatSpace(entries, true),
    ...(direction.sense === 'maximise' && { direction: direction.sense }),
    measure: columns[objective].name.slice(0, 120),
  };
}

/** Undefined for messages about something else. Characters are counted from 1. */
export function ownSentence({ key, values }: Message): string | undefined {
  const write = SENTENCES.get(key.replace(/^problem\./, ''));
  if (!write) return tableSentence({ key, values });
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
    'space-order': ({ lo, hi }, at) =>
      `the range ${lo} to ${hi} ${at} of the domain is empty, too narrow or too wide: ends rise, by a billionth of their size and 1e-300 at least, and lie between -1e300 and 1e300 (log: 1e-300 and 1e300)`,
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
    'table-ends': ({ name, lo, hi }) => `${name} runs from ${lo} to ${hi}, too narrow or too wide to search`,
    'table-log': ({ name, given }) => `${name} has the value ${given}, which a log scale does not have`,
    'table-whole': ({ name, given }) => `${name} has the value ${given}, which is no whole number`,
    'table-range': ({ name, given, lo, hi }) =>
      `${name} has the value ${given}, outside of its range ${lo} to ${hi}`,
    'table-tall': ({ given, most }) => `the error ${given} is too large, ${most} is the most`,
  }),
);
