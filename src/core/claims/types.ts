/**
 * What a preset, a question or an example shows, as data: a claim that can be run and found false. The words that people
 * read beside it say no more than its claims do, and a test runs them all.
 */
import type { FatalCause } from '../assumptions/fatal-step.ts';
import type { FatalRule } from '../assumptions/fatal-share.ts';
import type { ParamValues } from '../params.ts';

/** From … to, both included. Shares count from 0 to 1. */
export type Range = readonly [number, number];

/** Of one problem, with its noise, budget and seed: what the Assumptions page and the Lab show. */
export type ScenarioClaim =
  /** What the diagnosis says, without noise; `by`: the witness of a “no”. */
  | {
      kind: 'verdict';
      verdict: 'unimodal' | 'convex' | 'separable';
      holds: 'yes' | 'no';
      by?: 'hump' | 'plateau';
    }
  /** Local minima that the diagnosis counts. */
  | { kind: 'minima'; count: number }
  /** Where the lowest value lies, in the units of the hyperparameters, to the digits that are given. */
  | { kind: 'minimum-at'; at: readonly number[] }
  /** The trial at which a rule of binary search throws the minimum away; null: it keeps it. */
  | { kind: 'lost-at'; rule: FatalRule; trial: number | null; cause?: FatalCause }
  /** How many of all placements (of the minimum, and of the noise) lose it. */
  | { kind: 'lost-share'; rule: FatalRule; share: Range; cause?: FatalCause }
  /** How many noisy looks come to a verdict of “one valley”, or “convex”, that is true. */
  | { kind: 'looks'; verdict: 'unimodal' | 'convex'; share: Range }
  /** At a point that is no minimum, no change of a single knob, small or large, leads down. */
  | { kind: 'stuck'; at: readonly number[] }
  /** A strategy's median regret, over placements and repeats, is so many times what it is with other settings of the problem. */
  | { kind: 'costs'; strategy: string; instead: ParamValues; times: Range }
  /** How many seeds end, after so many trials, with a true regret of at most this. */
  | { kind: 'reaches'; strategy: string; regret: number; trials: number; share: Range };

/** Of a study: over its own problems, strategies, budget and repeats. Names are those of the study. */
export type StudyClaim =
  /** a ends lower than b in such a share of paired repeats (ties count half), on one problem or on all of them together. */
  | { kind: 'ahead'; a: string; b: string; on?: string; share: Range }
  /** Has the lowest mean rank on a problem. */
  | { kind: 'best'; strategy: string; on: string }
  /** The median regret on one problem is so many times what it is on another. */
  | { kind: 'worse'; strategy: string; on: string; than: string; times: Range }
  /** Different values that a run tries of the hyperparameter (by number) of which it tries the fewest. */
  | { kind: 'values'; strategy: string; on: string; distinct: Range }
  /** All problems of the study declare this. */
  | { kind: 'facts'; unimodal: boolean };

/** Of a phase diagram: the share of runs that reach the target, in the cell nearest to x and y. */
export type PhaseClaim =
  | { kind: 'reach'; strategy: string; x: number; y: number; share: Range }
  /** Wherever theory says how runs of these strategies must end, they end so. */
  | { kind: 'promised'; strategies: readonly string[] };
