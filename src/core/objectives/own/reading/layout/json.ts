/** Tables that are written as JSON: objects a row, lists a column, and what programs wrap around them. */
import { lookUp } from '../../../../look-up.ts';
import { say, type Message } from '../../../../types.ts';
import { traceRecords } from './traces.ts';

export interface Records {
  /** Undefined where rows are lists without names. */
  names: string[] | undefined;
  rows: string[][];
  /** Lines of the file, from 1; of a file that is one value, the number of the record. */
  lines: number[];
  /** Rows are points as HiPlot wraps them. */
  datapoints?: true;
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Entry = Map<string, string>;

/** Objects within objects that are followed. */
const DEEPEST = 6;

/** @returns undefined where the text is no JSON, and should be read as something else */
export function readJson(text: string): Records | { problem: Message } | undefined {
  const start = text.search(/\S/);
  if (text[start] !== '{' && text[start] !== '[') return undefined;
  const whole = parse(text);
  if (!('error' in whole)) return fromValue(whole.value);
  const lines = jsonLines(text);
  if (lines) return lines;
  // A list may also be the first cell of a row.
  return /^\s*(\{\s*["}]|\[\s*[[{])/.test(text)
    ? { problem: say('problem.csv-json', { detail: whole.error }) }
    : undefined;
}

function parse(text: string): { value: Json } | { error: string } {
  try {
    return { value: JSON.parse(text) as Json };
  } catch (error) {
    // Python writes numbers that JSON does not have.
    const plain = text.replace(/(?<=[:,[]\s*)(-?Infinity|NaN)(?=\s*[,\]}])/g, '"$1"');
    if (plain !== text) {
      const again = parse(plain);
      if (!('error' in again)) return again;
    }
    return { error: (error as Error).message.slice(0, 100) };
  }
}

function jsonLines(text: string): Records | undefined {
  const values: Json[] = [];
  const lines: number[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const read = parse(line);
    if ('error' in read || !isObject(read.value)) return undefined;
    values.push(read.value);
    lines.push(i + 1);
  }
  return values.length > 0 ? fromObjects(values, lines) : undefined;
}

const isObject = (value: Json): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const areObjects = (values: Json): values is { [key: string]: Json }[] =>
  Array.isArray(values) && values.length > 0 && values.every(isObject);
const numbered = (keys: readonly string[]): boolean => keys.every((key) => /^\d+$/.test(key));

function fromValue(value: Json): Records | { problem: Message } | undefined {
  if (areObjects(value)) return fromObjects(value);
  if (Array.isArray(value)) return value.every(Array.isArray) ? fromLists(value as Json[][]) : undefined;
  if (!isObject(value)) return undefined;
  const traced = traceRecords(value);
  if (traced) return fromObjects(traced as Json[]);
  const entries = Object.entries(value);
  const of = (name: string): Json => lookUp(value, name) ?? null;
  const points = of('datapoints');
  if (areObjects(points)) return { ...fromObjects(points.map(datapoint)), datapoints: true };
  const [names, data] = [of('columns'), of('data')];
  if (Array.isArray(names) && Array.isArray(data) && data.every(Array.isArray)) {
    return fromLists([names.map(cellOf), ...(data as Json[][])], true);
  }
  const inner = entries.find(([, one]) => areObjects(one) && one.length > 1);
  if (inner) return fromObjects(inner[1] as Json[]);
  if (entries.length > 1 && entries.every(([, one]) => Array.isArray(one))) {
    const columns = entries.map(([, one]) => one as Json[]);
    const longest = columns.reduce((most, { length }) => Math.max(most, length), 0);
    const rows = Array.from({ length: longest }, (_, i) => columns.map((column) => column[i] ?? null));
    return fromLists([entries.map(([name]) => name), ...rows], true);
  }
  if (entries.length > 1 && entries.every(([, one]) => isObject(one))) return fromNested(entries);
  return fromObjects([value]);
}

/** `{column: {row: value}}`, as pandas writes by default, or `{row: {column: value}}`. */
function fromNested(entries: [string, Json][]): Records {
  const outer = entries.map(([name]) => name);
  const inner = Object.keys(entries[0][1] as object);
  if (numbered(outer) || !numbered(inner)) return fromObjects(entries.map(([, one]) => one));
  return fromObjects(
    inner.map((row) =>
      Object.fromEntries(
        entries.map(([name, one]) => [name, lookUp(one as { [key: string]: Json }, row) ?? null]),
      ),
    ),
  );
}

/** A point of HiPlot: what was measured is within `values`. */
function datapoint(point: { [key: string]: Json }): Json {
  const { values, ...rest } = point;
  return isObject(values ?? null) ? { ...rest, ...(values as object) } : point;
}

function fromLists(lists: Json[][], named = false): Records {
  const [first, ...rest] = lists.map((row) => row.map(cellOf));
  const header =
    named || (lists[0].every((cell) => typeof cell === 'string') && lists.length > 1) ? first : undefined;
  const rows = header ? rest : [first, ...rest];
  return { names: header, rows, lines: rows.map((_, i) => i + 1) };
}

function fromObjects(values: readonly Json[], lines?: number[]): Records {
  const places = new Map<string, number>();
  const entries = values.map((value) => {
    const entry: Entry = new Map();
    flatten(value, '', entry, 0);
    for (const name of entry.keys()) if (!places.has(name)) places.set(name, places.size);
    return entry;
  });
  const names = [...places.keys()];
  const rows = entries.map((entry) => names.map((name) => entry.get(name) ?? ''));
  return { names, rows, lines: lines ?? rows.map((_, i) => i + 1) };
}

function flatten(value: Json, path: string, into: Entry, depth: number): void {
  if (!isObject(value) || depth >= DEEPEST) {
    into.set(path, cellOf(value));
    return;
  }
  for (const [name, one] of Object.entries(value)) {
    flatten(one, path === '' ? name : `${path}.${name}`, into, depth + 1);
  }
}

const cellOf = (value: Json): string =>
  value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
