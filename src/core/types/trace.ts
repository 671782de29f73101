/** The answer: plain data, structured-clone and JSON safe. */
import type { Message } from './message.ts';
import type { Choice, Scenario } from './scenario.ts';
import type { View } from './views.ts';

export interface Trial {
  /** 0-based; shown to people as 1-based. */
  index: number;
  /** The batch this trial was asked in: trials of one batch could be trained at the same time. */
  batch: number;
  /** The point as evaluated, in the unit cube (integers already rounded). */
  unit: number[];
  /** The same point as hyperparameter values. */
  x: number[];
  /** Observed value; null where the evaluation failed. */
  y: number | null;
  trueValue: number | null;
  feasible: boolean;
  /** Lowest feasible true value up to and including this trial; null while there is none. */
  best: number | null;
  /** Index of the feasible trial with the lowest observed y so far: what a person would deploy; −1 if none. */
  incumbent: number;
  /** Why the evaluation failed. */
  failure?: string;
  /** Why the strategy chose this point. */
  why: Message;
  /** The strategy's state at the moment it chose this point. */
  view?: View;
}

/** What one strategy did with its budget. */
export interface Trace {
  strategy: Choice;
  trials: Trial[];
  /** Evaluations the strategy left over because it had nothing more to ask. */
  unused: number;
  /** What the last observation led to, where the strategy has something to show after it. */
  closing?: Closing;
}

export interface Closing {
  why: Message;
  view?: View;
}

/** Written to files and to standard output. */
export interface TraceFile {
  format: 'trial-by-trial/traces';
  version: 1;
  scenario: Scenario;
  traces: Trace[];
}
