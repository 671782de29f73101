/**
 * Splits delimited text into rows and fields (RFC 4180, and what spreadsheets make of it), one row at a time, so that a
 * million rows need no more memory than the text.
 */

/** `blanks`: any run of spaces and tabs. */
export type Separator = ',' | ';' | '\t' | 'blanks';

const QUOTE = '"';

/**
 * @param visit gets each row that is not empty, and the 1-based line it starts in; `false` stops
 * @returns the line in which a quote was opened and never closed
 */
export function forEachRow(
  text: string,
  separator: Separator,
  visit: (fields: string[], line: number) => boolean | void,
): { unclosed: number } | undefined {
  // A mark of the encoding is no part of the first field.
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  for (let line = 1; at < text.length;) {
    const end = lineEnd(text, at);
    const row = withoutReturn(text.slice(at, end));
    if (separator !== 'blanks' && row.includes(QUOTE)) {
      const read = quotedRow(text, at, separator);
      if (!read) return { unclosed: line };
      if (visit(read.fields, line) === false) return undefined;
      line += read.lines;
      at = read.next;
      continue;
    }
    if (row.trim() !== '') {
      const fields = separator === 'blanks' ? row.trim().split(/[ \t]+/) : row.split(separator);
      if (visit(fields, line) === false) return undefined;
    }
    line += 1;
    at = end + 1;
  }
  return undefined;
}

/** A line in front of the header that only people read. */
export const isRemark = (fields: readonly string[]): boolean =>
  fields.length === 1 && fields[0].startsWith('#');

const withoutReturn = (row: string): string => (row.endsWith('\r') ? row.slice(0, -1) : row);

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
    fields.push(field ?? (cut < 0 ? withoutReturn(rest) : rest.slice(0, cut)));
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

const CANDIDATES: readonly Separator[] = ['\t', ';', ','];
const PROBED = 200;

/** Which separator cuts the first rows into the same number of fields, more than one, most often. */
export function guessSeparator(text: string): Separator {
  let best: Separator = 'blanks';
  let most = 0.5;
  let broken = false;
  for (const separator of CANDIDATES) {
    const counts = new Map<number, number>();
    let rows = 0;
    const unclosed = forEachRow(text, separator, ({ length }) => {
      counts.set(length, (counts.get(length) ?? 0) + 1);
      rows += 1;
      return rows < PROBED;
    });
    broken ||= unclosed !== undefined;
    const [fields, often] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [1, 0]);
    // Semicolons come before commas: where both cut evenly, the commas are those of decimals.
    if (fields > 1 && often / rows > most) [best, most] = [separator, often / rows];
  }
  // Where a quote swallows the rest, that is what has to be said.
  return best === 'blanks' && broken ? ',' : best;
}
