/** From outcomes to what a map shows: success counts, and who wins where. */
import { signTest } from '../../study/statistics/index.ts';
import type { Grid } from './cells.ts';
import { countRuns, placeOf, runAt } from './plan.ts';
import { OUTCOME, PROMISED, type Outcome } from './types.ts';

/** Counts by cell and strategy, cells × strategies, row-major. */
export interface Counts {
  runs: Uint16Array;
  successes: Uint16Array;
}

/** A winner must be told apart from every other strategy at this level. */
export const SIGNIFICANCE = 0.05;

/**
 * `winner`: reaches the target significantly more often than every other strategy. `tied`: the best cannot be told from
 * another. `none`: nobody reached it. `unknown`: not every strategy has run.
 */
export type Verdict =
  | { kind: 'winner'; strategy: number }
  | { kind: 'tied'; among: number[] }
  | { kind: 'none' }
  | { kind: 'unknown' };

/** Outcomes as they arrive; which run comes when does not matter. */
export class Tally {
  readonly grid: Grid;
  readonly outcomes: Uint8Array;
  readonly counts: Counts;
  /** Runs that are in, and those of them that could not be made. */
  done = 0;
  broken = 0;
  /** Runs whose outcome theory predicts, and those of them that came out so. */
  predicted = 0;
  agreed = 0;
  /** Strategies that theory promises success somewhere. */
  readonly promising = new Set<number>();
  readonly #promised: Uint8Array;
  readonly #pValues = new Map<number, number>();

  constructor(grid: Grid) {
    this.grid = grid;
    const pairs = grid.columns * grid.rows * grid.question.strategies.length;
    this.outcomes = new Uint8Array(countRuns(grid));
    this.#promised = new Uint8Array(pairs);
    this.counts = { runs: new Uint16Array(pairs), successes: new Uint16Array(pairs) };
  }

  /**
   * Takes an outcome; one that is there already stays as it is.
   * @param theory what `makeTheory` says of the run
   */
  add(run: number, outcome: Outcome, theory = 0): void {
    if (this.outcomes[run] !== OUTCOME.unknown || outcome === OUTCOME.unknown) return;
    this.outcomes[run] = outcome;
    this.done += 1;
    if (outcome === OUTCOME.broken) {
      this.broken += 1;
      return;
    }
    const prediction = theory % PROMISED;
    if (prediction !== OUTCOME.unknown) this.predicted += 1;
    if (prediction === outcome) this.agreed += 1;
    const { cell, strategy } = placeOf(this.grid, run);
    const pair = cell * this.grid.question.strategies.length + strategy;
    if (theory >= PROMISED) {
      this.#promised[pair] = 1;
      this.promising.add(strategy);
    }
    this.counts.runs[pair] += 1;
    if (outcome === OUTCOME.reached) this.counts.successes[pair] += 1;
  }

  /** Successes and runs of a strategy in a cell. */
  at(cell: number, strategy: number): { successes: number; runs: number } {
    const pair = cell * this.grid.question.strategies.length + strategy;
    return { successes: this.counts.successes[pair], runs: this.counts.runs[pair] };
  }

  /** Whether theory promises the strategy success in the cell. */
  promises(cell: number, strategy: number): boolean {
    return this.#promised[cell * this.grid.question.strategies.length + strategy] === 1;
  }

  /**
   * Who wins in a cell, among some of the strategies. Repeats are paired, so the test is McNemar's in its exact form
   * (1947, Psychometrika 12): the sign test on the repeats that just one of the two solved. The winner must pass it
   * against every other strategy; an intersection of tests needs no correction for their number (Berger 1982,
   * Technometrics 24). Over the cells of a map nothing is corrected: one cell in isolation may be chance.
   */
  verdict(cell: number, among: readonly number[]): Verdict {
    let best = -1;
    let highest = -1;
    for (const strategy of among) {
      const { successes, runs } = this.at(cell, strategy);
      if (runs === 0) return { kind: 'unknown' };
      if (successes / runs > highest) [best, highest] = [strategy, successes / runs];
    }
    if (best < 0) return { kind: 'unknown' };
    if (highest === 0) return { kind: 'none' };
    const level = among.filter((other) => other !== best && this.#p(cell, best, other) > SIGNIFICANCE);
    if (level.length === 0) return { kind: 'winner', strategy: best };
    return { kind: 'tied', among: among.filter((one) => one === best || level.includes(one)) };
  }

  /** Two-sided p-value of the difference between two strategies in a cell. */
  #p(cell: number, a: number, b: number): number {
    const { repeats } = this.grid.question;
    const [from, to] = [a, b].map((strategy) => runAt(this.grid, { cell, strategy, repeat: 0 }));
    let wins = 0;
    let losses = 0;
    for (let repeat = 0; repeat < repeats; repeat++) {
      const [mine, theirs] = [this.outcomes[from + repeat], this.outcomes[to + repeat]];
      if (mine === OUTCOME.reached && theirs === OUTCOME.missed) wins += 1;
      else if (mine === OUTCOME.missed && theirs === OUTCOME.reached) losses += 1;
    }
    const key = wins * 65536 + losses;
    let p = this.#pValues.get(key);
    if (p === undefined) this.#pValues.set(key, (p = signTest(wins, losses)));
    return p;
  }
}
