/**
 * The vocabulary of studies: every strategy on every problem, repeated, as plain data (structured-clone safe).
 *
 * A `Study` is the question. Its unit of work is one run, named by a `RunKey`; what came of it is a `RunRecord`, small
 * enough that a hundred thousand of them fit in memory and pass between threads.
 */
import type { ParamValues } from '../params.ts';
import type { Choice, Noise } from '../types.ts';

export interface StudyProblem {
  /** Unique within the study; what files and charts call it. */
  name: string;
  objective: Choice;
  noise: Noise;
}

export interface StudyStrategy extends Choice {
  /** Unique within the study: one strategy may take part with several settings. */
  name: string;
  params: ParamValues;
}

export interface Study {
  format: 'trial-by-trial/study';
  version: 1;
  problems: StudyProblem[];
  strategies: StudyStrategy[];
  /** Evaluations each run may spend. */
  budget: number;
  /** Runs of each strategy on each problem: repeats 0 … repeats − 1 of the seed. */
  repeats: number;
  seed: number;
  /** Every repeat has an instance of each problem of its own (`instances.ts`); absent: the same problem in all of them. */
  instances?: 'moved';
}

/** Which run: indices into the study's problems and strategies, and the 0-based repeat. */
export interface RunKey {
  problem: number;
  strategy: number;
  repeat: number;
}

/** Bits of {@link RunRecord.flags}. */
export const FLAG = {
  failed: 1,
  /** Evaluated, but outside the feasible set. */
  infeasible: 2,
  /** The same hyperparameter values as an earlier trial of the run. */
  repeated: 4,
  /** Part of a start that observations had no part in, as the strategy says (`Role`). */
  initial: 8,
  /** The second of two new points that are compared with each other. */
  secondProbe: 16,
} as const;

/** One run, a column per quantity; entry i is trial i + 1. All columns are equally long, at most the budget. */
export interface RunRecord extends RunKey {
  /** Observed value, in the objective's units; NaN where the evaluation failed. */
  y: Float64Array;
  /** Noiseless value; NaN where the evaluation failed. */
  value: Float64Array;
  /** Lowest feasible noiseless value so far; NaN while there is none. */
  best: Float64Array;
  flags: Uint8Array;
  /** 0-based; trials of one batch could be trained at the same time. */
  batch: Uint16Array;
  /** Evaluations the strategy left over. */
  unused: number;
  /**
   * Time inside the strategy, without evaluations. Measured, so not part of what a study promises to reproduce: no
   * results file holds it. NaN where it is not known.
   */
  thinkingSeconds: number;
}

/** Evaluations that a study may ask for at most: what a page can hold, at 27 bytes each. */
export const MAX_TRIALS = 20_000_000;
