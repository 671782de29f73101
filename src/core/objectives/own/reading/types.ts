/** What a table of trials means: the answer of reading one, and what its reader may want otherwise. */
import type { Message } from '../../../types.ts';
import type { ScaleName } from '../space-text.ts';

/** Programs that write tables of trials, known by their headers. */
export type Maker =
  'optuna' | 'scikit-learn' | 'wandb' | 'ray-tune' | 'keras-tuner' | 'mlflow' | 'hiplot' | 'trial-by-trial';

/**
 * | role           | what a column is                                                       |
 * | -------------- | ---------------------------------------------------------------------- |
 * | hyperparameter | an axis                                                                |
 * | objective      | what is optimised                                                      |
 * | filter         | a text, a truth value or one of few, that can choose rows              |
 * | state          | says which rows count                                                  |
 * | ignored        | anything else: index, time, id, rank, spread, training figure, remark  |
 */
export type Role = 'hyperparameter' | 'objective' | 'filter' | 'state' | 'ignored';

export type Sense = 'minimise' | 'maximise';

/** `blanks`: runs of spaces and tabs; `json`: objects, one a row. */
export type Separator = ',' | ';' | '\t' | '|' | 'blanks' | 'json';
export type Decimal = '.' | ',';
/** The sign between groups of digits; empty where there is none. A blank stands for every kind of blank. */
export type Grouping = '' | ',' | '.' | "'" | ' ';

export interface ReadColumn {
  /** As in the file; a name that is missing or there twice is completed, so that names tell columns apart. */
  name: string;
  role: Role;
  /** Why it has that role: `reading.*`. */
  reason: Message;
  kind: 'number' | 'text';
  /** What stands in it, most frequent first, where that is at most {@link MOST_VALUES} different texts. */
  values?: { text: string; count: number }[];
  /** Of a column of numbers: what its values look like, the lowest and the highest. */
  scale?: ScaleName;
  lo?: number;
  hi?: number;
}

/** Different texts of a column that are listed. */
export const MOST_VALUES = 50;
/** Hyperparameters that a table can be searched in. */
export const MOST_HYPERPARAMETERS = 6;

export interface Direction {
  sense: Sense;
  /** `reading.*`; speaks of this sense only. */
  reason: Message;
}

export interface Filter {
  column: number;
  /** A text of the column, without blanks around it. */
  equals: string;
}

/** Which row of a trial counts that has several: the last, or the best. */
export type TrialRow = 'last' | 'best';

/** What the table's reader chose instead of the guess. Columns are counted from 0. */
export interface Wanted {
  hyperparameters?: number[];
  objective?: number;
  /** In place of the guessed filters; `[]` takes all rows. */
  where?: Filter[];
  sense?: Sense;
  rows?: TrialRow;
}

/** Rows that are no points, and why. */
export interface LeftOut {
  reason: Message;
  count: number;
  /** Lines of the file, from 1; the first few. */
  lines: number[];
}

export interface TablePoint {
  /** In the order of the hyperparameters, in the table's own units. */
  x: number[];
  /** In the table's own units and sense; the mean, where `count` trials are at this place. */
  y: number;
  count: number;
  /** Of the first of these trials; counted from 1. */
  line: number;
}

export interface TableReading {
  maker: Maker | null;
  /** What gave the maker away. */
  makerReason?: Message;
  columns: ReadColumn[];
  direction: Direction;
  separator: Separator;
  decimal: Decimal;
  grouping: Grouping;
  header: boolean;
  /** Rows under the header. */
  rows: number;
  /** One to {@link MOST_HYPERPARAMETERS} columns. */
  hyperparameters: number[];
  objective: number;
  where: Filter[];
  /** Where some trials have several rows: which of them counts, and how many do not. */
  trialRows?: { counts: TrialRow; others: number };
  /** At least two, each place once. */
  points: TablePoint[];
  leftOut: LeftOut[];
  /** Trials without a result: failed ones, and losses that are no numbers. They are left out, too. */
  failed: number;
  best: { x: number[]; y: number };
  /** Of the hyperparameters, as the text of a domain takes them: one word each, all different. */
  names: string[];
  scales: ScaleName[];
  /** What else there is to be said: repeats averaged, rows of one trial, filters that could be set. */
  notes: Message[];
}

/** A reading, or why there is none. */
export type ReadResult = TableReading | { problem: Message };
