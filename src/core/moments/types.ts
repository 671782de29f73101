/** What matters in a run, as data. */
import type { Message, Trace } from '../types.ts';

/**
 * - `lost`: a search by brackets threw away what held the minimum, and kept no place as good
 * - `leader`: another strategy has the lowest feasible true value, or shares it
 * - `within`: a strategy's best value came within a share of the range of values above the minimum
 * - `restart`: a strategy gave up where it was and began anew
 * - `unused`: a strategy had nothing left to ask before the budget was spent: a grid that is complete
 * - `surprise`: an observation lay outside of the ±2σ that the model had predicted for it
 */
export const MOMENT_KINDS = ['lost', 'within', 'leader', 'unused', 'surprise', 'restart'] as const;
export type MomentKind = (typeof MOMENT_KINDS)[number];

export interface Moment {
  /** Number of trials after which it is so, counted from 1: at this position of the clock it is said. */
  trial: number;
  /** Whose it is; of several, the first in the order of the registry. */
  strategy: string;
  kind: MomentKind;
  /**
   * The sentence. Values of the objective are in its own sense, with all their digits; `strategy` and `from` are ids with commas
   * between them, in the order of the registry; shares are per cent, as text.
   *
   * | key                                        | values                     |
   * | ------------------------------------------ | -------------------------- |
   * | moment.leader-first, …-level (several)     | strategy, best             |
   * | moment.leader, moment.leader-alone         | strategy, from, best, other|
   * | moment.leader-by, moment.leader-alone-by   | strategy, from, by         |
   * | moment.leader-tie, moment.leader-level     | strategy, from, best       |
   * | moment.lost, …-shape, -interaction, -tie, -noise | strategy             |
   * | moment.within-first, …-level, within, -alone | strategy, share, goal    |
   * | moment.restart                             | strategy                   |
   * | moment.unused, moment.unused-grid          | strategy, count; size      |
   * | moment.surprise                            | strategy, y, mean, band    |
   * | moment.surprise-by                         | strategy, by, band         |
   *
   * `other`: the best value of `from`; `by`: how much better, or how far off; `goal`: `minimum`, or `known` where nothing proves
   * that there is no lower value; `band`: 2σ.
   */
  message: Message;
  /** Of several at one trial, the one with the largest is said first. */
  weight: number;
}

/** A run, or as much of one as there is: `unused` is absent while it goes on. */
export type RunSoFar = Pick<Trace, 'strategy' | 'trials'> & Partial<Pick<Trace, 'unused' | 'closing'>>;
