/** Ways to cut a text into columns, the likeliest first. */
import { noEvidence, weigh } from './signs.ts';
import { isGap } from './numbers.ts';
import { forEachRow, type Cut } from './rows.ts';

export interface Row {
  fields: string[];
  line: number;
}
export interface Sample {
  cut: Cut;
  rows: Row[];
  /** Fields of most rows. */
  width: number;
}

/** Rows that are looked at to find how a table is laid out. */
const PROBED = 200;
/** Semicolons come before commas: where both cut evenly, the commas are those of decimals. */
const SEPARATORS: readonly Cut[] = ['\t', ';', '|', ',', 'blanks'];

/** A line in front of the table or within it that only people read. */
export const REMARK = /^\s*(?:#+|%+|\/\/+)/;

/** The first rows, without remarks. */
function sample(
  text: string,
  cut: Cut,
  from: { at: number; line: number },
  remarks: boolean,
): Row[] | undefined {
  const rows: Row[] = [];
  const unclosed = forEachRow(
    text,
    cut,
    (fields, line) => {
      const trimmed = fields.map((field) => field.trim());
      if ((remarks && REMARK.test(trimmed[0])) || trimmed.every((field) => field === '')) return true;
      rows.push({ fields: trimmed, line });
      return rows.length < PROBED;
    },
    from,
  );
  return unclosed ? undefined : rows;
}

/** @returns the cuts that make two columns at least, best first; `broken` where a quote stays open */
export function possibleCuts(
  text: string,
  from: { at: number; line: number },
  remarks: boolean,
  named: string | undefined,
): { samples: Sample[]; broken: boolean } {
  const candidates: Cut[] = named === undefined ? [...SEPARATORS] : [named as Cut];
  const aligned = named === undefined ? alignedColumns(text, from) : [];
  if (aligned.length > 0) candidates.push(aligned);
  let broken = false;
  const found: { sample: Sample; score: number }[] = [];
  for (const cut of candidates) {
    const rows = sample(text, cut, from, remarks);
    broken ||= rows === undefined;
    if (!rows || rows.length === 0) continue;
    const width = widthOf(rows);
    if (width < 2) continue;
    const even = rows.filter(({ fields }) => filled(fields) <= width && fields.length >= width);
    const quality =
      even.reduce((sum, { fields }) => sum + worth(fields, typeof cut !== 'string'), 0) / even.length;
    found.push({ sample: { cut, rows, width }, score: quality * (even.length / rows.length) });
  }
  found.sort((a, b) => b.score - a.score);
  return { samples: found.filter(({ score }) => score > 0).map(({ sample }) => sample), broken };
}

/** Without empty fields at the end. */
export const filled = (fields: readonly string[]): number =>
  fields.findLastIndex((field) => field !== '') + 1;

/** The most frequent number of fields, that of later rows where two are as frequent; empty last columns do not count. */
function widthOf(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const { fields } of rows) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  const most = Math.max(...counts.values());
  let width = rows.findLast(({ fields }) => counts.get(fields.length) === most)!.fields.length;
  while (width > 1 && rows.every(({ fields }) => fields.length !== width || fields[width - 1] === '')) {
    if (rows.some(({ fields }) => filled(fields) >= width)) break;
    width -= 1;
  }
  return width;
}

/** Between 0 and 1: numbers and gaps are what a table has; a text with a separator in it is probably cut wrongly. */
function worth(fields: readonly string[], full: boolean): number {
  const evidence = noEvidence();
  const sum = fields.reduce(
    (total, field) =>
      total +
      (full && field === ''
        ? 0
        : isGap(field) || weigh(field, 0, evidence)
          ? 1
          : /[\t;|,]/.test(field)
            ? 0
            : 0.8),
    0,
  );
  return sum / fields.length;
}

/** Columns of characters at which fields start in a printout: behind those that are blank in all lines. */
function alignedColumns(text: string, from: { at: number }): number[] {
  const lines = text
    .slice(from.at, from.at + 100_000)
    .split('\n', PROBED)
    .filter((line) => line.trim() !== '' && !isTrailer([line]));
  // Programs that align columns write no quotes, and something into every field.
  if (lines.length < 2 || lines.some((line) => /[\t"]/.test(line))) return [];
  const longest = Math.max(...lines.map(({ length }) => length));
  const blank = (column: number) => lines.every((line) => (line[column] ?? ' ') === ' ');
  const starts = blank(0) ? [] : [0];
  for (let column = 1; column < longest; column++) {
    if (blank(column - 1) && !blank(column)) starts.push(column);
  }
  // A field without a name above it belongs to the next one, like the parts of a duration; the first may hold row names.
  const named = (i: number) => i === 0 || lines[0].slice(starts[i], starts[i + 1]).trim() !== '';
  return starts.filter((_, i) => i > 0 && named(i - 1));
}

/** What pandas and psql print under a table. */
export const isTrailer = (fields: readonly string[]): boolean =>
  /^\s*(?:\[?\(?\d+ rows?(?: x \d+ columns)?[\])])\s*$/.test(fields.join(' '));
