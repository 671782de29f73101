/** Tables of trials on the command line: what was understood of one, as JSON and in sentences. */
import {
  LARGEST_TABLE,
  readTableBytes,
  tableNames,
  type Filter,
  type TableReading,
  type Wanted,
} from '#core/objectives/own/index.ts';
import type { Message } from '#core/types.ts';
import { readFile } from './read-file.ts';
import { sentence } from './sentences.ts';
import { flags, reason, UsageError } from './usage.ts';

/** What the reader of a table chose, as flags say it. */
export interface TableFlags {
  columns?: string | undefined;
  where?: readonly string[] | undefined;
  direction?: string | undefined;
  rows?: string | undefined;
}
export const TABLE_OPTIONS = {
  columns: { type: 'string' },
  where: { type: 'string', multiple: true },
  direction: { type: 'string' },
  rows: { type: 'string' },
} as const;

/** `sim table FILE`: prints the reading. @returns the exit code */
export function tableCommand(args: string[], print: (text: string) => void): number {
  const { values, positionals } = flags(args, TABLE_OPTIONS, 1);
  const [path] = positionals;
  if (path === undefined) throw new UsageError('table needs a file: sim table FILE.');
  print(`${JSON.stringify(asJson(readTableFile(path, values as TableFlags)), null, 1)}\n`);
  return 0;
}

/**
 * @param path of a file; no more of it is read than a table may have
 * @throws {UsageError} which names the file
 */
export function readTableFile(
  path: string,
  { columns, where = [], direction, rows }: TableFlags = {},
): TableReading {
  const bytes = bytesOf(path);
  const understood = <Result extends object>(result: Result | { problem: Message }): Result => {
    if (!('problem' in result)) return result;
    throw new UsageError(`${path}: ${sentence(result.problem)}`);
  };
  const choosing = columns !== undefined || where.length > 0;
  const names = choosing ? understood(tableNames(bytes)) : [];
  const wanted: Wanted = {
    ...(columns !== undefined && chosenColumns(names, columns)),
    ...(where.length > 0 && { where: where.map((text) => chosenFilter(names, text)) }),
    ...(direction !== undefined && { sense: oneOf('direction', direction, ['minimise', 'maximise']) }),
    ...(rows !== undefined && { rows: oneOf('rows', rows, ['last', 'best']) }),
  };
  return understood(readTableBytes(bytes, wanted));
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFile(path, LARGEST_TABLE);
  } catch (error) {
    throw new UsageError(`${path} could not be read: ${reason(error)}.`);
  }
}

function oneOf<Option extends string>(flag: string, given: string, options: readonly Option[]): Option {
  const found = options.find((option) => option === given);
  if (found) return found;
  throw new UsageError(`--${flag} takes ${options.join(' or ')}; got “${given}”.`);
}

/** @param list names, or numbers from 1, with commas between them: hyperparameters first, then the result */
function chosenColumns(
  names: readonly string[],
  list: string,
): Required<Pick<Wanted, 'hyperparameters' | 'objective'>> {
  const words = list.split(',');
  const indices: number[] = [];
  for (let at = 0; at < words.length;) {
    // A name may have commas in it.
    let end = words.length;
    while (end > at && columnNamed(names, words.slice(at, end).join(',')) < 0) end -= 1;
    if (end === at) throw unknownColumn('columns', words[at].trim(), names);
    indices.push(columnNamed(names, words.slice(at, end).join(',')));
    at = end;
  }
  if (indices.length < 2) {
    throw new UsageError(
      `--columns takes 1 to 6 hyperparameters and the result, as in lr,dropout,error; got “${list}”.`,
    );
  }
  return { hyperparameters: indices.slice(0, -1), objective: indices.at(-1)! };
}

function columnNamed(names: readonly string[], given: string): number {
  const name = given.trim();
  const exact = names.indexOf(name);
  if (exact >= 0) return exact;
  const alike = names.findIndex((one) => one.toLowerCase() === name.toLowerCase());
  if (alike >= 0) return alike;
  const number = /^\d+$/.test(name) ? Number(name) - 1 : -1;
  return number < names.length ? number : -1;
}

const unknownColumn = (flag: string, name: string, names: readonly string[]): UsageError =>
  new UsageError(`--${flag}: there is no column “${name}”; the file has ${names.join(', ')}.`);

/** `optimizer=adam`. Names, too, may have the sign in them. */
function chosenFilter(names: readonly string[], text: string): Filter {
  for (let at = text.indexOf('='); at >= 0; at = text.indexOf('=', at + 1)) {
    const column = columnNamed(names, text.slice(0, at));
    if (column >= 0)
      return {
        column,
        equals: text
          .slice(at + 1)
          .replace(/^=/, '')
          .trim(),
      };
  }
  const [name] = text.split('=', 1);
  if (name === text) throw new UsageError(`--where takes column=value, as in optimizer=adam; got “${text}”.`);
  throw unknownColumn('where', name.trim(), names);
}

/** A reading with names and sentences in place of numbers of columns and keys. */
function asJson(table: TableReading) {
  const { maker, makerReason, columns, direction, points, leftOut, trialRows, where } = table;
  const { separator, decimal, grouping, header, rows, failed, best, notes, names, scales } = table;
  const name = (index: number) => columns[index].name;
  return {
    maker,
    ...(makerReason && { maker_reason: sentence(makerReason) }),
    hyperparameters: table.hyperparameters.map(name),
    axes: names.map((axis, i) => ({ name: axis, scale: scales[i] })),
    objective: name(table.objective),
    direction: { sense: direction.sense, reason: sentence(direction.reason) },
    where: where.map(({ column, equals }) => ({ column: name(column), equals })),
    columns: columns.map(({ reason: why, values, ...column }) => ({
      ...column,
      reason: sentence(why),
      // What can be chosen; of numbers, their range says more.
      ...(column.kind === 'text' && values && { values }),
    })),
    layout: { separator, decimal, grouping, header, rows },
    points,
    left_out: leftOut.map(({ reason: why, count, lines }) => ({ reason: sentence(why), count, lines })),
    failed,
    ...(trialRows && { trial_rows: trialRows }),
    best,
    notes: notes.map((note) => sentence(note)),
  };
}

/** What was understood, in lines for a person: nothing of it is a secret guess. */
export function readingLines(path: string, table: TableReading): string[] {
  const { makerReason, columns, hyperparameters, objective, direction, scales, leftOut, notes, points } =
    table;
  const axes = hyperparameters.map((index, i) => `${columns[index].name} (${scales[i]})`);
  const { name, reason: why } = columns[objective];
  const rest = columns.filter(({ role }) => role !== 'hyperparameter' && role !== 'objective');
  return [
    `${path}: ${axes.join(', ')} → ${name}, ${direction.sense}; ${points.length} points from ${table.rows} rows.`,
    ...(makerReason ? [`  ${sentence(makerReason)}`] : []),
    `  ${name}: ${sentence(why)} ${sentence(direction.reason)}`,
    ...rest.map((column) => `  ${column.name}: ${column.role}. ${sentence(column.reason)}`),
    ...leftOut.map(
      ({ reason: gone, count, lines }) =>
        `  Left out, ${count === 1 ? 'line' : `${count} rows, lines`} ${lines.join(', ')}${count > lines.length ? ' …' : ''}: ${sentence(gone)}`,
    ),
    ...notes.map((note) => `  ${sentence(note)}`),
    '  --columns, --where, --direction and --rows choose otherwise; sim table prints all of it.',
  ].map((line) => line.replace(/\s*\n\s*/g, ' '));
}
