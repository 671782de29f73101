/** The second walk through a table: its points, and the rows that are none. */
import { shorten } from '../../../params.ts';
import { say, type Message } from '../../../types.ts';
import { MOST_POINTS } from '../table.ts';
import type { Layout } from './layout/layout.ts';
import { LeftOuts } from './left-out.ts';
import { isGap, unquoted, type ReadNumber } from './layout/numbers.ts';
import { placeKey, Places, TrialRows } from './places.ts';
import type { Roles } from './columns/roles.ts';
import { fateOf } from './columns/states.ts';
import type { Subject } from './columns/subjects.ts';
import { isLong } from './survey.ts';
import type { Filter, LeftOut, Sense, TablePoint, TrialRow } from './types.ts';

export interface Question {
  layout: Layout;
  subjects: readonly Subject[];
  roles: Roles;
  read: ReadNumber;
  where: readonly Filter[];
  sense: Sense;
  rows: TrialRow;
}

export interface Collected {
  points: TablePoint[];
  leftOut: LeftOut[];
  failed: number;
  repeats: number;
  trialRows: { counts: TrialRow; others: number; name: string } | undefined;
  /** Filter columns whose texts differ between rows of one place, with the text of the best row. */
  mixed: Map<number, string>;
}

/** Whether a cell has what a filter asks for: the same text, or the same number. */
export function matcher(filter: Filter, read: ReadNumber): (cell: string) => boolean {
  const wanted = unquoted(filter.equals);
  const number = read(wanted);
  return (cell) => {
    const text = unquoted(cell);
    return text === wanted || (number !== undefined && Object.is(read(text), number));
  };
}

export function collect(question: Question): Collected | { problem: Message } {
  const { layout, subjects, roles, read, where, sense, rows } = question;
  const { hyperparameters, objective, state, filters } = roles;
  const width = subjects.length;
  const nameOf = (index: number) => shorten(subjects[index].name);
  const filter = where.map((one) => ({ ...one, fits: matcher(one, read) }));
  const apart = apartBy(subjects, roles);
  const progress = progressOf(subjects, objective, hyperparameters);
  const trials = new TrialRows(sense, rows);
  const places = new Places(MOST_POINTS);
  const left = new LeftOuts();
  const mixing = new Mixing(filters, sense);
  let crowded = 0;

  layout.forEach((fields, line) => {
    if (isLong(fields, width)) {
      left.add(say('reading.left-long'), '', line);
      return true;
    }
    const other = filter.find(({ column, fits }) => !fits(fields[column] ?? ''));
    if (other) {
      left.add(
        say('reading.left-where', { name: nameOf(other.column), value: shorten(other.equals) }),
        '',
        line,
      );
      return true;
    }
    const fate = state === undefined ? 'complete' : (fateOf(unquoted(fields[state] ?? '')) ?? 'complete');
    if (fate !== 'complete') {
      const value = unquoted(fields[state!]);
      left.add(FATES[fate](nameOf(state!), shorten(value)), value, line, fate === 'failed');
      return true;
    }
    const x: number[] = [];
    for (const index of hyperparameters) {
      const value = read(fields[index] ?? '');
      if (value === undefined || !Number.isFinite(value)) {
        left.add(missing(fields[index], nameOf(index)), nameOf(index), line);
        return true;
      }
      x.push(value);
    }
    const y = read(fields[objective] ?? '');
    if (y === undefined) {
      left.add(missing(fields[objective], nameOf(objective)), nameOf(objective), line);
      return true;
    }
    if (!Number.isFinite(y)) {
      const given = shorten(unquoted(fields[objective]));
      left.add(say('reading.left-not-finite', { name: nameOf(objective), given }), '', line, true);
      return true;
    }
    mixing.add(x, y, fields);
    if (progress) {
      const at = progress.index < 0 ? line : (read(fields[progress.index] ?? '') ?? 0);
      const setting = [placeKey(x), ...apart.map((index) => fields[index])].join('\u0000');
      trials.add(setting, x, at, y, line);
    }
    if (!places.add(x, y, line)) crowded = line;
    return crowded === 0;
  });
  if (crowded > 0) return { problem: say('problem.csv-points', { row: crowded, most: MOST_POINTS }) };
  const several = progress !== undefined && trials.others > 0 && (progress.sure || !trials.onlyCounts);
  const kept = several ? new Places(MOST_POINTS) : places;
  if (several) for (const { x, y, line } of trials.trials) kept.add(x, y, line);
  return {
    points: kept.points,
    leftOut: left.all,
    failed: left.failed,
    repeats: kept.repeats,
    trialRows: several
      ? { counts: rows, others: trials.others, name: progress.index < 0 ? '' : nameOf(progress.index) }
      : undefined,
    mixed: mixing.found,
  };
}

const FATES = {
  pruned: (name: string, value: string) => say('reading.left-pruned', { name, value }),
  failed: (name: string, value: string) => say('reading.left-failed', { name, value }),
  unfinished: (name: string, value: string) => say('reading.left-unfinished', { name, value }),
};

const missing = (cell: string | undefined, name: string): Message =>
  isGap(cell ?? '')
    ? say('reading.left-gap', { name })
    : say('reading.left-text', { name, given: shorten(unquoted(cell!)) });

/** Columns that tell trials of one setting apart. */
function apartBy(subjects: readonly Subject[], { filters }: Roles): number[] {
  const named = subjects.filter(({ hint }) => hint === 'trial');
  if (named.length > 0) return named.map(({ index }) => index);
  return subjects
    .filter(({ index, kind, metric, values, numbers, texts }) => {
      if (metric) return false;
      if (kind === 'seed' || kind === 'fold' || filters.includes(index)) return true;
      // An id that is another one in every row tells rows apart, not trials.
      return kind === 'id' && values !== undefined && values.size < numbers + texts;
    })
    .map(({ index }) => index);
}

/** The column that says how far a trial is; −1 where rows of one trial follow each other. */
function progressOf(
  subjects: readonly Subject[],
  objective: number,
  hyperparameters: readonly number[],
): { index: number; sure: boolean } | undefined {
  const free = subjects.filter(
    ({ index, numeric }) => numeric && index !== objective && !hyperparameters.includes(index),
  );
  const hinted = free.find(({ hint }) => hint === 'progress');
  if (hinted) return { index: hinted.index, sure: true };
  const found = free.find(({ kind, counts, constant }) => kind === 'progress' && !counts && !constant);
  if (found) return { index: found.index, sure: false };
  return subjects.some(({ hint }) => hint === 'trial') ? { index: -1, sure: true } : undefined;
}

/** Watches for places where rows differ in a text: averaging them would hide it. */
class Mixing {
  readonly found = new Map<number, string>();
  readonly #columns: readonly number[];
  readonly #seen = new Map<number | string, string[]>();
  readonly #sign: number;
  readonly #mixed = new Set<number>();
  #best = Infinity;
  #texts: string[] = [];

  constructor(columns: readonly number[], sense: Sense) {
    this.#columns = columns;
    this.#sign = sense === 'minimise' ? 1 : -1;
  }

  add(x: number[], y: number, fields: readonly string[]): void {
    if (this.#columns.length === 0) return;
    const texts = this.#columns.map((column) => unquoted(fields[column] ?? ''));
    const key = placeKey(x);
    const before = this.#seen.get(key);
    if (!before) this.#seen.set(key, texts);
    else for (const [i, text] of texts.entries()) if (text !== before[i]) this.#mixed.add(i);
    if (this.#sign * y < this.#best) {
      this.#best = this.#sign * y;
      this.#texts = texts;
    }
    // The map is small: columns of texts are few.
    for (const i of this.#mixed) this.found.set(this.#columns[i], this.#texts[i]);
  }
}
