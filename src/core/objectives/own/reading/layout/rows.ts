/**
 * Cuts text into rows and fields (RFC 4180, and what spreadsheets and printouts make of it), one row at a time, so that
 * a million rows need no more memory than the text.
 */
import type { Separator } from '../types.ts';

/** How a row is cut. `blanks`: at any run of them; an array: at these columns of characters, as printouts align them. */
export type Cut = Exclude<Separator, 'json'> | readonly number[];

/** Gets each row that is not empty, and the 1-based line it starts in; `false` stops. */
export type Visit = (fields: string[], line: number) => boolean | void;

const QUOTE = '"';

/** Lines end with \n from here on: files of old Macintoshes, and those that went through several programs. */
export const withPlainEnds = (text: string): string =>
  text.includes('\r') ? text.replace(/\r+\n|\r/g, '\n') : text;

/** A line of a drawn table: `|---|:-:|`, `+====+`, `-----`. */
const RULE = /^[\s|+:=-]*[-=]{2,}[\s|+:=-]*$/;

/**
 * @param text with lines that end with \n
 * @param from where the first row starts, as an index of the text and as a 1-based line
 * @returns the line in which a quote was opened and never closed
 */
export function forEachRow(
  text: string,
  cut: Cut,
  visit: Visit,
  from = { at: 0, line: 1 },
): { unclosed: number } | undefined {
  const split = splitter(cut);
  const quotable = typeof cut === 'string' && cut !== 'blanks';
  let { at, line } = from;
  while (at < text.length) {
    const end = lineEnd(text, at);
    const row = text.slice(at, end);
    if (quotable && row.includes(QUOTE)) {
      const read = quotedRow(text, at, cut);
      if (!read) return { unclosed: line };
      if (visit(cut === '|' ? withoutFrame(read.fields) : read.fields, line) === false) return undefined;
      line += read.lines;
      at = read.next;
      continue;
    }
    if (row.trim() !== '' && !isRule(row)) {
      if (visit(split(row), line) === false) return undefined;
    }
    line += 1;
    at = end + 1;
  }
  return undefined;
}

function isRule(row: string): boolean {
  const first = row.charCodeAt(0);
  // Digits first, as in nearly all rows: none.
  return !(first >= 48 && first <= 57) && RULE.test(row);
}

function splitter(cut: Cut): (row: string) => string[] {
  if (cut === 'blanks') return (row) => (row.includes(QUOTE) ? quotedWords(row) : row.trim().split(/[ \t]+/));
  if (cut === '|') return (row) => withoutFrame(row.split('|'));
  if (typeof cut === 'string') return (row) => row.split(cut);
  return (row) => [0, ...cut].map((start, i) => row.slice(start, cut[i]).trim());
}

/** Tables drawn with pipes have them at both ends, too. A column without a name has none at the other end. */
function withoutFrame(fields: string[]): string[] {
  const framed = fields.length > 2 && fields[0].trim() === '' && fields.at(-1)!.trim() === '';
  return framed ? fields.slice(1, -1) : fields;
}

/** R writes quotes between blanks, and a quote in a quote behind a backslash. */
const quotedWords = (row: string): string[] =>
  [...row.matchAll(/"((?:[^"\\]|""|\\.)*)"|\S+/g)].map(([word, quoted]) =>
    quoted === undefined ? word : quoted.replace(/""|\\"/g, QUOTE),
  );

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** A row with quotes, field by field: a quoted one may go on in the next line. Undefined where a quote stays open. */
function quotedRow(
  text: string,
  from: number,
  separator: string,
): { fields: string[]; lines: number; next: number } | undefined {
  const fields: string[] = [];
  let at = from;
  let lines = 1;
  let end = lineEnd(text, at);
  for (;;) {
    let start = at;
    while (text[start] === ' ') start += 1;
    let field: string | undefined;
    if (text[start] === QUOTE) {
      const quoted = quotedField(text, start + 1);
      if (!quoted) return undefined;
      field = quoted.field;
      lines += quoted.lines;
      // What follows a closing quote is no part of anything that was meant.
      at = quoted.next;
      if (at > end) end = lineEnd(text, at);
    }
    const rest = text.slice(at, end);
    const cut = rest.indexOf(separator);
    fields.push(field ?? (cut < 0 ? rest : rest.slice(0, cut)));
    if (cut < 0) return { fields, lines, next: end + 1 };
    at += cut + 1;
  }
}

/** From after the opening quote; two quotes in a row are one. */
function quotedField(text: string, from: number): { field: string; lines: number; next: number } | undefined {
  const parts: string[] = [];
  for (let at = from; ;) {
    const close = text.indexOf(QUOTE, at);
    if (close < 0) return undefined;
    parts.push(text.slice(at, close));
    if (text[close + 1] !== QUOTE) {
      const field = parts.join(QUOTE);
      return { field, lines: field.split('\n').length - 1, next: close + 1 };
    }
    at = close + 2;
  }
}
