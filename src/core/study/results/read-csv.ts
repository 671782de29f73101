/** Reads what `write-csv.ts` writes, a megabyte at a time. */
import { emptyColumns, RowError, STATUSES, type StudyColumns } from '../columns.ts';
import type { Study } from '../types.ts';
import { crc32, hex } from './crc32.ts';
import { altered, atRow, damaged, foreign, maxRows, otherVersion, truncated, VERSION } from './format.ts';
import { readHead } from './read-head.ts';
import { FIRST_LINE, HEADER } from './write-csv.ts';

const LINE_FEED = 10;
const CHUNK = 1 << 20;
/** Fields after problem and strategy. */
const FIELDS = 9;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const latin = new TextDecoder('utf-8');

/** @throws {Refusal} */
export function readCsv(bytes: Uint8Array, name: string): { study: Study; columns: StudyColumns } {
  const firstEnd = bytes.indexOf(LINE_FEED);
  const first = latin.decode(bytes.subarray(0, firstEnd < 0 ? bytes.length : firstEnd));
  if (!first.startsWith(FIRST_LINE)) throw foreign(name);
  if (firstEnd < 0) throw truncated(name, 0);
  const [, version, json] = /^(\S*) (.*)$/s.exec(first.slice(FIRST_LINE.length)) ?? ['', '', ''];
  if (version !== String(VERSION)) throw otherVersion(name, version);

  const lastStart = bytes.lastIndexOf(LINE_FEED, bytes.length - 2) + 1;
  const last = latin.decode(bytes.subarray(lastStart));
  const [, rowsText, given] = /^# end (0|[1-9]\d{0,8}) ([0-9a-f]{8})\n$/.exec(last) ?? [];
  const bodyStart = firstEnd + 1 + HEADER.length + 1;
  // It is whole, but an editor or a spreadsheet has written it again: with other line ends, quotes or empty cells.
  const [, sealed] = /^"?# end \d+ ([0-9a-f]{8})\b.*\n$/s.exec(last) ?? [];
  if (given === undefined && sealed !== undefined)
    throw altered(name, hex(crc32(bytes.subarray(0, lastStart))), sealed);
  if (given === undefined) throw truncated(name, Math.max(0, completeLines(bytes, firstEnd + 1) - 1));

  const expected = hex(crc32(bytes.subarray(0, lastStart)));
  const intact = given === expected;
  try {
    const study = readHead(json, name);
    const header = latin.decode(bytes.subarray(firstEnd + 1, bodyStart));
    if (header !== `${HEADER}\n`) throw damaged(name, HEADER);
    const rows = Number(rowsText);
    if (rows > maxRows(study)) throw altered(name, rowsText, String(maxRows(study)));
    const columns = emptyColumns(study, rows);
    const found = fill(columns, bytes.subarray(bodyStart, lastStart), name);
    if (found !== rows) throw altered(name, String(found), rowsText);
    if (!intact) throw altered(name, expected, given);
    return { study, columns };
  } catch (error) {
    // Where the damage has a place, that is what helps; else that there is some.
    if (error instanceof RowError) throw atRow(name, error);
    throw error;
  }
}

function completeLines(bytes: Uint8Array, from: number): number {
  let lines = 0;
  for (let at = bytes.indexOf(LINE_FEED, from); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) lines += 1;
  return lines;
}

/** @returns rows that were there, which may be more than columns have room for */
function fill(columns: StudyColumns, body: Uint8Array, name: string): number {
  const parse = rowParser(columns);
  let row = 0;
  for (let from = 0; from < body.length;) {
    const near = from + CHUNK >= body.length ? body.length - 1 : body.lastIndexOf(LINE_FEED, from + CHUNK);
    const to = (near >= from ? near : body.indexOf(LINE_FEED, from)) + 1;
    const lines = decode(body.subarray(from, to), name, row).split('\n');
    lines.pop();
    for (const line of lines) {
      if (row < columns.rows) parse(line, row);
      row += 1;
    }
    from = to;
  }
  return row;
}

function decode(bytes: Uint8Array, name: string, row: number): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw damaged(name, `UTF-8, > ${row}`);
  }
}

function rowParser(columns: StudyColumns): (line: string, row: number) => void {
  const { problem, strategy, repeat, trial, batch, y, value, best, regret, status, flags } = columns;
  const problems = new Map(problem.names.map((name, code) => [name, code]));
  const strategies = new Map(strategy.names.map((name, code) => [name, code]));
  // Rows of a run follow each other: what their beginnings stand for is worked out once.
  let run = { start: '\n', problem: 0, strategy: 0 };

  return (line, row) => {
    if (!line.startsWith(run.start)) {
      const [first, afterFirst] = field(line, 0, row, 'problem');
      const [second, afterSecond] = field(line, afterFirst, row, 'strategy');
      run = {
        start: line.slice(0, afterSecond),
        problem: code(problems, first, row, 'problem'),
        strategy: code(strategies, second, row, 'strategy'),
      };
    }
    const cells = line.slice(run.start.length).split(',');
    if (cells.length !== FIELDS) throw new RowError(row, 'flags', cells.length + 2, `${FIELDS + 2} × “,”`);
    problem.codes[row] = run.problem;
    strategy.codes[row] = run.strategy;
    repeat[row] = whole(cells[0], row, 'repeat', 0xffff);
    trial[row] = whole(cells[1], row, 'trial', 0xffff);
    batch[row] = whole(cells[2], row, 'batch', 0xffff);
    y[row] = real(cells[3], row, 'y');
    value[row] = real(cells[4], row, 'value');
    best[row] = real(cells[5], row, 'best');
    regret[row] = real(cells[6], row, 'regret');
    const state = STATUSES.indexOf(cells[7] as (typeof STATUSES)[number]);
    if (state < 0) throw new RowError(row, 'status', `“${cells[7]}”`, STATUSES.join(', '));
    status.codes[row] = state;
    flags[row] = whole(cells[8], row, 'flags', 0xff);
  };
}

/** The text that starts at `from`, and where the next one does. */
function field(line: string, from: number, row: number, column: string): [text: string, next: number] {
  if (line[from] !== '"') {
    const to = line.indexOf(',', from);
    if (to < 0) throw new RowError(row, column, `“${line.slice(from, from + 40)}”`, '“,”');
    return [line.slice(from, to), to + 1];
  }
  let to = from + 1;
  while (line[to] !== '"' || line[to + 1] === '"') {
    if (to >= line.length) throw new RowError(row, column, `“${line.slice(from, from + 40)}”`, '“"”');
    to += line[to] === '"' ? 2 : 1;
  }
  if (line[to + 1] !== ',') throw new RowError(row, column, `“${line.slice(from, from + 40)}”`, '“,”');
  return [line.slice(from + 1, to).replaceAll('""', '"'), to + 2];
}

function code(codes: ReadonlyMap<string, number>, given: string, row: number, column: string): number {
  const found = codes.get(given);
  if (found === undefined) throw new RowError(row, column, `“${given}”`, [...codes.keys()].join(', '));
  return found;
}

function whole(text: string, row: number, column: string, max: number): number {
  const x = Number(text);
  if (text === '' || !Number.isInteger(x) || x < 0 || x > max)
    throw new RowError(row, column, `“${text}”`, `0 … ${max}`);
  return x;
}

function real(text: string, row: number, column: string): number {
  if (text === '') return NaN;
  const x = Number(text);
  if (!Number.isFinite(x)) throw new RowError(row, column, `“${text}”`, '−∞ < · < ∞');
  return x;
}
