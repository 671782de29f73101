/**
 * The vocabulary of phase diagrams, as plain data (structured-clone safe): over two dials of a scenario, how often does
 * each strategy reach a target within the budget, and who does so most often?
 *
 * A `PhaseQuestion` is the whole question. Its unit of work is one run, named by a number (`plan.ts`); what is kept of
 * it is one of four outcomes, a byte.
 */
import type { StudyStrategy } from '../../study/types.ts';
import type { Scenario } from '../../types.ts';

/** What an axis turns: a numeric parameter of the objective, or one of the scenario's own numbers. */
export type Dial = 'noise' | 'budget' | 'target' | `objective.${string}`;

/** The values of a dial: `cells` of them from `lo` to `hi`, both included. */
export interface PhaseAxis {
  dial: Dial;
  lo: number;
  hi: number;
  scale: 'linear' | 'log';
  /** Whole numbers come once each: a dial with fewer of them has fewer cells. */
  cells: number;
}

/**
 * How small the regret has to become. `absolute`: in the objective's units, the same number in all cells. `share`: as a
 * share of the median regret of a uniformly random point of the cell's own problem, so that a target means the same where
 * dials change the objective's scale (`cells.ts`).
 */
export interface Target {
  kind: 'share' | 'absolute';
  value: number;
}

export interface PhaseQuestion {
  /** Everything that the dials leave alone. */
  base: Pick<Scenario, 'objective' | 'noise' | 'budget' | 'seed'>;
  /** Names are unique: one strategy may take part with several settings, as binary search's four rules do. */
  strategies: StudyStrategy[];
  x: PhaseAxis;
  y: PhaseAxis;
  target: Target;
  /**
   * Whose regret counts: of the best point tried, as everywhere on this site, or of the one that would be deployed, the
   * lowest observation. Without noise both are the same.
   */
  judged: 'tried' | 'deployed';
  /** Runs of each strategy in each cell: repeats 0 … repeats − 1 of the seed. */
  repeats: number;
  /** Every repeat has its own place of the optimum, the same in all cells and for all strategies. */
  placed: boolean;
}

/** What came of a run. */
export const OUTCOME = { unknown: 0, missed: 1, reached: 2, broken: 3 } as const;
export type Outcome = (typeof OUTCOME)[keyof typeof OUTCOME];

/** Added to an outcome that theory predicts, where it promises success in all runs of a strategy in a cell. */
export const PROMISED = 4;

/** Runs of one diagram at most: a byte each is kept. */
export const MOST_RUNS = 2_000_000;
/** Trials of one diagram at most: minutes for the quick strategies. */
export const MOST_TRIALS = 100_000_000;
