/** How a text is laid out as a table: its separator, its header, and its rows. */
import { say, type Message } from '../../../../types.ts';
import { isTrailer, possibleCuts, REMARK, type Sample } from './cuts.ts';
import { findHeader, type Header } from './header.ts';
import { readJson } from './json.ts';
import { isGap, unquoted } from './numbers.ts';
import { forEachRow, type Cut, type Visit } from './rows.ts';
import type { Separator } from '../types.ts';

export interface Layout {
  separator: Separator;
  /** By column, all different; those without a name are called A, B, C … */
  names: string[];
  /** Which columns have no name of their own. */
  nameless: boolean[];
  header: boolean;
  /** The header has no field for the first column. */
  short: boolean;
  /** Points of HiPlot. */
  datapoints: boolean;
  /** Rows of trials, without remarks. Says in which line a quote was opened and never closed. */
  forEach: (visit: Visit) => { unclosed: number } | undefined;
}

/** @param text with lines that end with \n */
export function layoutOf(text: string): Layout | { problem: Message } {
  const json = readJson(text);
  if (json) {
    if ('problem' in json) return json;
    const { names, rows, lines } = json;
    return {
      separator: 'json',
      ...named(names ?? new Array<string>(Math.max(0, ...rows.map(({ length }) => length))).fill('')),
      header: names !== undefined,
      short: false,
      datapoints: json.datapoints ?? false,
      forEach: (visit) => {
        for (const [i, row] of rows.entries()) if (visit(row, lines[i]) === false) break;
        return undefined;
      },
    };
  }
  const found = cutLayout(text);
  // Full-width commas and digits, as Chinese keyboards type them.
  const plain = /[，；｜０-９]/.test(text) && (!found || 'problem' in found) ? halfWidth(text) : undefined;
  return (
    (plain === undefined ? found : (cutLayout(plain) ?? found)) ?? {
      problem: say('problem.csv-columns', { found: 0 }),
    }
  );
}

const halfWidth = (text: string): string =>
  text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

const SEPARATED = /^\s*"?sep=(.)"?\s*$/i;

function cutLayout(text: string): Layout | { problem: Message } | undefined {
  const from = { at: 0, line: 1 };
  const firstLine = text.slice(0, lineEnd(text, 0));
  const separator = SEPARATED.exec(firstLine)?.[1];
  if (separator !== undefined) Object.assign(from, { at: firstLine.length + 1, line: 2 });
  // Where most lines start with a mark, it is part of the table: trials called #1, #2 …
  const lines = text.slice(from.at, from.at + 20_000).split('\n');
  const remarks = 2 * lines.filter((line) => REMARK.test(line)).length <= lines.length + 1;
  const comments = remarks ? skipComments(text, from) : [];
  const { samples, broken } = possibleCuts(text, from, remarks, separator);
  let problem: Message | undefined;
  for (const sample of samples) {
    const header = findHeader(sample, commentFields(comments.at(-1), sample));
    if ('mismatch' in header) {
      problem ??= say('problem.csv-header', header.mismatch);
      continue;
    }
    return madeOf(text, from, remarks, sample, header);
  }
  if (problem) return { problem };
  return broken ? { problem: say('problem.csv-quote', { row: openQuote(text, from) }) } : undefined;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Lines in front of the table that are remarks, without their mark; `from` is moved behind them. */
function skipComments(text: string, from: { at: number; line: number }): string[] {
  const comments: string[] = [];
  while (from.at < text.length) {
    const line = text.slice(from.at, lineEnd(text, from.at));
    const remark = REMARK.test(line);
    if (!remark && line.trim() !== '') break;
    if (remark) comments.push(line);
    from.at += line.length + 1;
    from.line += 1;
  }
  return comments;
}

/** NumPy writes names behind a mark, and often with blanks between them although the numbers have commas. */
function commentFields(comment: string | undefined, { cut, width }: Sample): string[] | undefined {
  if (comment === undefined) return undefined;
  const text = comment.replace(REMARK, '').trim();
  const cuts: Cut[] = [typeof cut === 'string' ? cut : 'blanks', 'blanks', ','];
  return cuts
    .map((one) => {
      let fields: string[] = [];
      forEachRow(text, one, (row) => {
        fields = row.map((field) => field.trim());
        return false;
      });
      return fields;
    })
    .find((fields) => fields.length === width);
}

function madeOf(
  text: string,
  from: { at: number; line: number },
  remarks: boolean,
  { cut, width }: Sample,
  { names, first, short }: Header,
): Layout {
  const all = Array.from({ length: width }, (_, i) => names?.[i] ?? '');
  const repeated = names?.[0];
  return {
    separator: typeof cut === 'string' ? cut : 'blanks',
    ...named(all),
    header: names !== undefined,
    short,
    datapoints: false,
    forEach: (visit) =>
      forEachRow(
        text,
        cut,
        (fields, line) => {
          if (line < first) return true;
          const mark = fields[0].charCodeAt(0);
          // Digits first in nearly all rows: no remarks, no second header.
          if (!(mark >= 48 && mark <= 57)) {
            if (remarks && REMARK.test(fields[0])) return true;
            if (fields.every((field) => field.trim() === '')) return true;
            if (fields[0].trim() === repeated && names!.every((name, i) => fields[i]?.trim() === name))
              return true;
            if (isTrailer(fields)) return true;
          }
          return visit(fields, line);
        },
        from,
      ),
  };
}

function openQuote(text: string, from: { at: number; line: number }): number {
  for (const cut of [',', ';', '\t', '|'] as const) {
    const open = forEachRow(text, cut, () => true, from);
    if (open) return open.unclosed;
  }
  return from.line;
}

/** Names as a person reads them, and all different. */
function named(given: readonly string[]): Pick<Layout, 'names' | 'nameless'> {
  const read = given.map((name) => unquoted(name.replace(/[\s\u00A0\u200B\uFEFF]+/g, ' ')));
  const nameless = read.map((name) => isGap(name) || /^unnamed: \d+(?:_level_\d+)?$/i.test(name));
  const used = new Set<string>();
  const names = read.map((name, i) => {
    const wanted = isGap(name) ? letters(i) : name;
    let free = wanted;
    for (let again = 2; used.has(free); again++) free = `${wanted}_${again}`;
    used.add(free);
    return free;
  });
  return { names, nameless };
}

/** A, B, …, Z, AA, …: as in a spreadsheet. */
function letters(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? letters(rest) : '') + String.fromCharCode(65 + (index % 26));
}
