/** What a strategy is, and what it says and hears. */
import type { ParamDeclarations, ParamValues } from '../params.ts';
import type { Rng } from '../rng.ts';
import type { Dimension, Space } from '../space.ts';
import type { Message } from './message.ts';
import type { Point } from './point.ts';
import type { Closing } from './trace.ts';
import type { View } from './views.ts';

/** A point to evaluate and the reason for it. */
export interface Proposal {
  unit: Point;
  /**
   * The same point as hyperparameter values, where these are what was chosen (typed, say): evaluated as they stand,
   * to the last bit, while `unit` says them to rounding. In range, whole where the hyperparameter is.
   */
  x?: Point;
  why: Message;
  view?: View;
  /** What the evaluation is spent on, where studies count it by itself. */
  role?: Role;
}

/**
 * - `initial`: the first trials of a run, in which observations have no part: a design, a simplex, a population, a guess.
 *   Strategies that compare from their first trials on (binary search, k-section) have no such start, nor do oblivious
 *   ones; a restart is not one, since results led to it.
 * - `second-probe`: the second of two new points that are compared with each other.
 */
export type Role = 'initial' | 'second-probe';

/** What came back for a proposal: the point as evaluated (integers rounded) and the observation. */
export interface Outcome {
  unit: Point;
  /** +∞ where the evaluation failed, so that comparisons stay well defined. */
  y: number;
  failed: boolean;
  feasible: boolean;
}

export interface SearchContext {
  dim: number;
  /** For reading and writing hyperparameter values in messages and hand-set levels. */
  space: Space;
  dimensions: readonly Dimension[];
  /** What it may spend itself. */
  budget: number;
  /**
   * What others have observed before it began, in order, as the first trials of the run: none, unless it takes over from
   * them. {@link Strategy.resumes} says whether it looks at them.
   */
  given: readonly Outcome[];
  /** Validated and complete: every declared parameter is present. */
  params: ParamValues;
  /** Streams of the strategy's own, by purpose: `stream('draws')`. */
  stream: (purpose: string) => Rng;
}

/**
 * Yields the point it wants evaluated (or several, a batch) and receives what came back, in the same order.
 * A batch larger than the remaining budget is cut. After the last observation the generator is resumed once
 * more: it may return a `Closing`; a further proposal is ignored.
 */
export type Search = Generator<Proposal | readonly Proposal[], Closing | void, readonly Outcome[]>;

export interface Strategy {
  id: string;
  /** Its settings as data: form, URL schema, command line and docs are made from them. */
  params: ParamDeclarations;
  /** Needs no observation to choose points. */
  oblivious?: boolean;
  /** Begins with the observations that it is given: they are its data, its place to stand, its first vertex. */
  resumes?: boolean;
  /** At its defaults it has nothing to try: somebody has to say what. */
  waits?: boolean;
  /** It hands over to other strategies: its sentences may be theirs. */
  relays?: boolean;
  /** The whole-number parameter that says how many points are asked at once, for as many machines; absent where there is none. */
  batchSize?: string;
  /**
   * What of y leaves its choices as they are: any increasing transform (`order`: it only compares), or adding a
   * constant and scaling by a positive factor (`affine`, to rounding). Absent where it minds the units of y.
   */
  invariance?: 'order' | 'affine';
  /** Which blanks of a sentence are values of the objective: where it is maximised, they are turned. Absent where none are. */
  heights?: (why: Message) => readonly string[];
  /** Sentences, by the name behind the id, with which it gives up where it was and begins anew. Absent where it never does. */
  restarts?: readonly string[];
  /** Paper or textbook. */
  source: string;
  search: (context: SearchContext) => Search;
}
