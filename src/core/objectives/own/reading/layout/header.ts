/** Which rows at the top are the header, and which are remarks. */
import { isGap, unquoted } from './numbers.ts';
import { noEvidence, weigh } from './signs.ts';
import { filled, type Row, type Sample } from './cuts.ts';

export interface Header {
  /** By column; empty where there is none. Undefined without a header. */
  names: string[] | undefined;
  /** Where the first row of trials stands. */
  first: number;
  /** The header is one field short: the first column holds names of rows. */
  short: boolean;
}
/** A row in front of the trials that has another number of names than they have fields. */
export interface Mismatch {
  mismatch: { row: number; found: number; dataRow: number; expected: number };
}

const isNumber = (cell: string): boolean => weigh(cell, 0, noEvidence()) || /^[+-]?(?:inf|nan)/i.test(cell);
const isWord = (cell: string): boolean => cell !== '' && !isNumber(cell) && !isGap(cell);
/** What stands in place of a number where a trial failed. */
const FAILURE = /^(?:fail(?:ed|ure)?|diverged|crash(?:ed)?|oom|time ?out|pruned|killed)$/i;
const counts = (cells: readonly string[]) => cells.every((cell, i) => cell === String(i));

/** @param comment a line behind `#` in front of the table that has as many fields */
export function findHeader({ rows, width }: Sample, comment: string[] | undefined): Header | Mismatch {
  const start = rows.findIndex(({ fields }) => fields.length >= width && filled(fields) <= width);
  const body = rows.slice(start).map(({ fields }) => fields);
  const numeric = numericColumns(body.slice(1), width);
  if (start < 0) return { names: undefined, first: rows[0].line, short: false };
  if (isHeader(body[0], body.slice(1), numeric)) return joined(rows.slice(start), numeric, width);
  const here = rows[start].line;
  const before = rows.slice(0, start).map(({ fields }) => fields.slice(0, filled(fields)));
  const all = numericColumns(body, width);
  const last = before.at(-1);
  if (comment && !last && isHeader(comment, body, all)) {
    return { names: comment, first: here, short: false };
  }
  // pandas prints the index's name in a line of its own.
  const index = before.at(-2)?.length === width - 1 && last?.length === 1 && isWord(last[0]) ? last[0] : '';
  const short = index === '' ? last : before.at(-2);
  if (short?.length === width - 1 && (counts(short) || isHeader(['', ...short], body, all))) {
    const odd = rows.slice(start).find(({ fields }) => filled(fields) === width - 1 && fields.length < width);
    if (!odd) return { names: [index, ...short], first: here, short: true };
    return { mismatch: { row: odd.line, found: width - 1, dataRow: here, expected: width } };
  }
  if (last && last.length > 1 && last.some(isWord)) {
    return { mismatch: { row: rows[start - 1].line, found: last.length, dataRow: here, expected: width } };
  }
  return { names: undefined, first: here, short: false };
}

/** Of which columns nearly all cells are numbers, below what may be further lines of the header. */
function numericColumns(rows: readonly string[][], width: number): boolean[] {
  const below = rows.slice(Math.min(3, Math.floor(rows.length / 2)));
  return Array.from({ length: width }, (_, i) => {
    const cells = below.map((fields) => fields[i] ?? '').filter((cell) => !isGap(cell));
    return cells.length > 0 && cells.filter(isNumber).length >= 0.8 * cells.length;
  });
}

function isHeader(row: readonly string[], rest: readonly string[][], numeric: readonly boolean[]): boolean {
  const [first, ...others] = row;
  // pandas names columns that have no names by their numbers, with or without an index in front of them.
  if (row.length > 1 && (counts(row) || (first === '' && others.length > 1 && counts(others)))) {
    return row.length > 2 || !goesOn(rest.map((fields) => Number(fields[0])));
  }
  const words = row.filter((cell, i) => numeric[i] && isWord(cell) && !FAILURE.test(cell)).length;
  const numbers = row.filter((cell, i) => numeric[i] && isNumber(cell)).length;
  if (words > 0) return words >= numbers;
  return numbers === 0 && row.some(isWord) && !numeric.includes(true);
}

/** A first place of 0 before ever larger ones is a place, no name. */
const goesOn = (places: readonly number[]): boolean =>
  places.length > 0 && places.every((place, i) => place > (i === 0 ? 0 : places[i - 1]));

/** A header in several lines: names over names (pandas, over groups), units, or the names of an index of its own. */
function joined(rows: readonly Row[], numeric: readonly boolean[], width: number): Header {
  const names = Array.from({ length: width }, (_, i) => rows[0].fields[i] ?? '');
  let next = 1;
  for (; next < rows.length; next++) {
    const { fields } = rows[next];
    // A line may be longer than the table: what stands beside it names nothing.
    const words = fields.flatMap((cell, i) => (i < width && isWord(cell) ? [i] : []));
    const further =
      words.length > 0 &&
      !fields.some(isNumber) &&
      rows.length > next + 1 &&
      (words.some((i) => numeric[i] && names[i] !== '' && !FAILURE.test(fields[i])) ||
        words.every((i) => names[i] === '' || numeric[i]));
    if (!further) break;
    for (const i of words) names[i] = names[i] === '' ? fields[i] : `${unquoted(names[i])} ${fields[i]}`;
  }
  return { names, first: rows[next]?.line ?? Infinity, short: false };
}
