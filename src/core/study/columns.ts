/**
 * Results in long form: a row per trial, a typed array per quantity, texts by their number in a dictionary. What CSV and
 * Parquet files are written from and read into.
 *
 * Rows stand in the order of the plan and dictionaries hold the whole study's names, so the columns of merged shards
 * are those of the unsharded run, byte for byte. Thinking time is measured, hence not among them.
 */
import { optimaOf } from './instances.ts';
import { planIndex } from './plan.ts';
import { FLAG, type RunRecord, type Study } from './types.ts';

/** Entry i is `names[codes[i]]`. */
export interface Dictionary {
  names: readonly string[];
  codes: Uint16Array;
}

export const STATUSES = ['ok', 'failed', 'infeasible'] as const;

/** All columns have one entry per row. */
export interface StudyColumns {
  rows: number;
  problem: Dictionary;
  strategy: Dictionary;
  /** 0-based, as in scenarios. */
  repeat: Uint16Array;
  /** 1-based, as shown to people. */
  trial: Uint16Array;
  /** 0-based. */
  batch: Uint16Array;
  /** Objective’s units; NaN where the trial failed. */
  y: Float64Array;
  value: Float64Array;
  /** NaN while there is no feasible trial; so is `regret`. */
  best: Float64Array;
  /** Simple regret: best − the known minimum of the problem, or of its instance. As it is: a minimum known to 1e-9 may be passed by as much. */
  regret: Float64Array;
  /** Names: {@link STATUSES}. */
  status: Dictionary;
  /** {@link FLAG} bits; `status` says two of them. */
  flags: Uint8Array;
}

/** @param records of different runs, in any order */
export function toColumns(study: Study, records: readonly RunRecord[]): StudyColumns {
  const sorted = [...records].sort((a, b) => planIndex(study, a) - planIndex(study, b));
  const rows = sorted.reduce((sum, { y }) => sum + y.length, 0);
  const columns = emptyColumns(study, rows);
  const { problem, strategy, repeat, trial, batch, y, value, best, regret, status, flags } = columns;
  const optimumOf = optimaOf(study);
  let row = 0;
  for (const record of sorted) {
    const n = record.y.length;
    problem.codes.fill(record.problem, row, row + n);
    strategy.codes.fill(record.strategy, row, row + n);
    repeat.fill(record.repeat, row, row + n);
    batch.set(record.batch, row);
    y.set(record.y, row);
    value.set(record.value, row);
    best.set(record.best, row);
    flags.set(record.flags, row);
    const optimum = optimumOf(record);
    for (let i = 0; i < n; i++) {
      // −0 is 0: formats, and the dictionaries inside of Parquet, do not all tell them apart.
      y[row + i] += 0;
      value[row + i] += 0;
      best[row + i] += 0;
      trial[row + i] = i + 1;
      regret[row + i] = best[row + i] - optimum;
      status.codes[row + i] = statusOf(record.flags[i]);
    }
    row += n;
  }
  return columns;
}

/** Index into {@link STATUSES}. */
const statusOf = (flags: number): number => (flags & FLAG.failed ? 1 : flags & FLAG.infeasible ? 2 : 0);

/** Columns to be filled in. */
export function emptyColumns({ problems, strategies }: Study, rows: number): StudyColumns {
  const dictionary = (names: readonly string[]): Dictionary => ({ names, codes: new Uint16Array(rows) });
  return {
    rows,
    problem: dictionary(problems.map(({ name }) => name)),
    strategy: dictionary(strategies.map(({ name }) => name)),
    repeat: new Uint16Array(rows),
    trial: new Uint16Array(rows),
    batch: new Uint16Array(rows),
    y: new Float64Array(rows),
    value: new Float64Array(rows),
    best: new Float64Array(rows),
    regret: new Float64Array(rows),
    status: dictionary(STATUSES),
    flags: new Uint8Array(rows),
  };
}

/**
 * The records that columns were made from; `thinkingSeconds` is not known any more (NaN).
 * @throws {RowError} where rows name what the study does not have, or trials of a run are not numbered 1, 2, … in
 *   consecutive rows; the message names row (1-based), column, what was given and what was expected
 */
export function fromColumns(study: Study, columns: StudyColumns): RunRecord[] {
  const problemAt = translate('problem', columns.problem, study.problems);
  const strategyAt = translate('strategy', columns.strategy, study.strategies);
  const seen = new Set<number>();
  const records: RunRecord[] = [];
  for (let start = 0; start < columns.rows;) {
    const key = {
      problem: problemAt(start),
      strategy: strategyAt(start),
      repeat: columns.repeat[start],
    };
    let end = start;
    while (end < columns.rows && sameRun(columns, start, end)) {
      const expected = end - start + 1;
      if (columns.trial[end] !== expected || expected > study.budget)
        throw new RowError(end, 'trial', columns.trial[end], `${Math.min(expected, study.budget)}`);
      end += 1;
    }
    if (key.repeat >= study.repeats)
      throw new RowError(start, 'repeat', key.repeat, `0 … ${study.repeats - 1}`);
    const place = planIndex(study, key);
    if (seen.has(place)) throw new RowError(start, 'repeat', key.repeat, 'each run once');
    seen.add(place);
    records.push({
      ...key,
      y: columns.y.slice(start, end),
      value: columns.value.slice(start, end),
      best: columns.best.slice(start, end),
      flags: columns.flags.slice(start, end),
      batch: columns.batch.slice(start, end),
      unused: study.budget - (end - start),
      thinkingSeconds: NaN,
    });
    start = end;
  }
  return records;
}

/** Rows of a run begin anew at each trial 1, also where the same run stands there twice. */
const sameRun = ({ problem, strategy, repeat, trial }: StudyColumns, start: number, row: number): boolean =>
  row === start ||
  (trial[row] !== 1 &&
    problem.codes[row] === problem.codes[start] &&
    strategy.codes[row] === strategy.codes[start] &&
    repeat[row] === repeat[start]);

/** A row that cannot be part of the study's results. */
export class RowError extends Error {
  /** 1-based row, its column, what stands there and what was expected. */
  readonly place: { row: number; column: string; given: string | number; expected: string };
  /** @param row 0-based */
  constructor(row: number, column: string, given: string | number, expected: string) {
    super(`Row ${row + 1}, column ${column}: ${given} was given, ${expected} expected.`);
    this.place = { row: row + 1, column, given, expected };
  }
}

/** Names of the columns as indices of the study, whatever the order of the dictionary. */
function translate(
  column: string,
  { names, codes }: Dictionary,
  entries: readonly { name: string }[],
): (row: number) => number {
  const index = names.map((name) => entries.findIndex((entry) => entry.name === name));
  return (row) => {
    const found = index[codes[row]] ?? -1;
    if (found < 0) {
      const given = names[codes[row]] ?? `code ${codes[row]}`;
      throw new RowError(row, column, `“${given}”`, entries.map(({ name }) => name).join(', '));
    }
    return found;
  };
}
