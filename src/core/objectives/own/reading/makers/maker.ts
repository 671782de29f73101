/** What is known of a program that writes tables of trials. */
import type { Maker, Sense } from '../types.ts';

/** Names of columns, as they stand in the file. */
export interface Names {
  all: readonly string[];
  has: (name: string) => boolean;
  /** The names that fit. */
  like: (pattern: RegExp) => string[];
  /** Points of HiPlot, as it wraps them in JSON. */
  datapoints: boolean;
}

/**
 * What a maker says of a column:
 *
 * | hint           | what it is                                                      |
 * | -------------- | --------------------------------------------------------------- |
 * | hyperparameter | one, if it is a column of numbers                               |
 * | objective      | the result; of several, the first                               |
 * | figure         | something that was measured, perhaps the result                 |
 * | state          | says which trials were finished                                 |
 * | progress       | how far a trial was when the row was written                    |
 * | trial          | the same in all rows of a trial                                 |
 * | note           | about the run: machine, date, tag                               |
 */
export type Hint = 'hyperparameter' | 'objective' | 'figure' | 'state' | 'progress' | 'trial' | 'note';

export interface MakerRules {
  id: Maker;
  /** As it calls itself. */
  name: string;
  /** Columns that give it away; undefined where it is another one's table. */
  recognise: (names: Names) => string[] | undefined;
  /** Undefined where the name itself has to tell. */
  hint: (name: string, names: Names) => Hint | undefined;
  /** Of all its results. */
  sense?: Sense;
}

export function namesOf(all: readonly string[], datapoints: boolean): Names {
  const known = new Set(all);
  return {
    all,
    datapoints,
    has: (name) => known.has(name),
    like: (pattern) => all.filter((name) => pattern.test(name)),
  };
}
