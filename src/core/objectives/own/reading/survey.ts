/** The first walk through a table: what stands in its columns, whatever they mean. */
import { say, type Message } from '../../../types.ts';
import type { Layout } from './layout/layout.ts';
import { isGap, numberReader, unquoted, type ReadNumber, type Signs } from './layout/numbers.ts';
import { noEvidence, plainNumber, signsOf, weigh, weighPlain, type Evidence } from './layout/signs.ts';
import { MOST_VALUES } from './types.ts';

/** Columns of a file at most. */
export const MOST_COLUMNS = 500;

export interface Column {
  name: string;
  /** It has no name of its own, or one that pandas made up. */
  nameless: boolean;
  /** Cells that are numbers, numbers that are not finite, and cells that are neither number nor gap. */
  numbers: number;
  odd: number;
  texts: number;
  /** Of the finite numbers. */
  lo: number;
  hi: number;
  whole: boolean;
  /** Its numbers count the rows, from 0 or 1. */
  counts: boolean;
  /** Different cells with how often they are there, until there are too many. */
  values: Map<string, number> | undefined;
  /** The first text, and its line. */
  text: { cell: string; line: number } | undefined;
  /** Nearly all cells are numbers: now and then a word among numbers is a gap. */
  numeric: boolean;
}

export interface Survey {
  columns: Column[];
  signs: Signs;
  /** Nothing in the file decides between its signs. */
  guessed: boolean;
  rows: number;
  read: ReadNumber;
}

/** Rows with more fields than there are names are left out while they are few. */
const MOST_LONG = 0.1;

/**
 * @param matters which columns decide about the signs; if these say nothing, all do
 */
export function survey(layout: Layout, matters: (index: number) => boolean): Survey | { problem: Message } {
  const width = layout.names.length;
  if (width > MOST_COLUMNS) return { problem: say('problem.csv-wide', { found: width, most: MOST_COLUMNS }) };
  // Most files have points and no groups: then one walk is enough.
  const plain = numberReader({ decimal: '.', grouping: '' });
  const evidence = layout.names.map(noEvidence);
  const first = walk(layout, plain, evidence);
  if ('problem' in first) return first;
  const numberlike = evidence.map(({ likely, unlikely }) => likely > 0 && likely >= 4 * unlikely);
  const voting = numberlike.map((one, i) => one && matters(i));
  const voters = voting.some(Boolean) ? voting : numberlike;
  const signs = signsOf(
    evidence.filter((_, i) => voters[i]),
    layout.separator,
  );
  if ('problem' in signs) return signs;
  const { decimal, grouping, guessed } = signs;
  const found = { signs: { decimal, grouping }, guessed };
  if (decimal === '.' && grouping === '') return { ...first, ...found, read: plain };
  const read = numberReader(signs);
  const second = walk(layout, read);
  return 'problem' in second ? second : { ...second, ...found, read };
}

/** Empty fields at the end are no fields. */
export const isLong = (fields: readonly string[], width: number): boolean =>
  fields.length > width && fields.some((field, i) => i >= width && field.trim() !== '');

/** @param evidence gets what the cells say about signs */
function walk(
  layout: Layout,
  read: ReadNumber,
  evidence?: readonly Evidence[],
): { columns: Column[]; rows: number } | { problem: Message } {
  const width = layout.names.length;
  const counters = layout.names.map(() => new Counter());
  let rows = 0;
  let long = 0;
  let first: { line: number; found: number } | undefined;
  const unclosed = layout.forEach((fields, line) => {
    if (isLong(fields, width)) {
      long += 1;
      first ??= { line, found: fields.length };
      return;
    }
    for (let i = 0; i < width; i++) {
      const cell = fields[i] ?? '';
      const x = plainNumber(cell);
      if (evidence && x === x) {
        weighPlain(cell, x, line, evidence[i]);
        evidence[i].likely += 1;
        counters[i].number(x, rows);
      } else {
        if (evidence) {
          if (weigh(cell, line, evidence[i])) evidence[i].likely += 1;
          else if (!isGap(cell)) evidence[i].unlikely += 1;
        }
        counters[i].cell(cell, rows, line, read);
      }
    }
    rows += 1;
  });
  if (unclosed) return { problem: say('problem.csv-quote', { row: unclosed.unclosed }) };
  if (first && long > MOST_LONG * (rows + long)) {
    return { problem: say('problem.csv-ragged', { row: first.line, found: first.found, expected: width }) };
  }
  const columns = counters.map((counter, i) => ({
    name: layout.names[i],
    nameless: layout.nameless[i],
    ...counter.result(rows),
  }));
  return { columns, rows: rows + long };
}

/** Counts what stands in a column. */
class Counter {
  #numbers = 0;
  #odd = 0;
  #texts = 0;
  #lo = Infinity;
  #hi = -Infinity;
  #whole = true;
  #counts = true;
  #text: Column['text'];
  /** Numbers are the same however they are written; texts are as they stand. */
  readonly #values = new Map<number | string, number>();
  #many = false;

  number(x: number, row: number): void {
    if (!Number.isFinite(x)) {
      this.#odd += 1;
      return;
    }
    this.#numbers += 1;
    if (x < this.#lo) this.#lo = x;
    if (x > this.#hi) this.#hi = x;
    if (this.#whole) this.#whole = Number.isInteger(x);
    if (this.#counts) this.#counts = x === this.#lo + row && (this.#lo === 0 || this.#lo === 1);
    if (!this.#many) this.#note(x);
  }

  cell(cell: string, row: number, line: number, read: ReadNumber): void {
    const x = read(cell);
    if (x !== undefined) {
      this.number(x, row);
      return;
    }
    this.#counts = false;
    if (isGap(cell)) return;
    this.#texts += 1;
    const text = unquoted(cell);
    this.#text ??= { cell: text, line };
    if (!this.#many) this.#note(text);
  }

  #note(value: number | string): void {
    this.#values.set(value, (this.#values.get(value) ?? 0) + 1);
    this.#many = this.#values.size > MOST_VALUES;
  }

  result(rows: number): Omit<Column, 'name' | 'nameless'> {
    const numeric = this.#numbers > 0 && this.#numbers >= 4 * this.#texts;
    return {
      numbers: this.#numbers,
      odd: this.#odd,
      texts: this.#texts,
      lo: this.#lo,
      hi: this.#hi,
      whole: this.#whole && this.#numbers > 0,
      counts: this.#counts && numeric && rows > 1,
      values: this.#many
        ? undefined
        : new Map([...this.#values].map(([value, count]) => [String(value), count])),
      text: this.#text,
      numeric,
    };
  }
}
