/** Runs what is claimed of a phase diagram, in the cells that a claim is about. */
import {
  makeRunner,
  makeTheory,
  OUTCOME,
  PROMISED,
  runAt,
  runOutcome,
  type PhaseQuestion,
  type Runner,
} from '../assumptions/phase/index.ts';
import type { PhaseClaim } from './types.ts';

/** Of a map that theory speaks about, every so many columns and rows are run. */
const STRIDE = 3;

export class PhaseClaims {
  readonly #question: PhaseQuestion;
  readonly #runner: Runner;

  constructor(question: PhaseQuestion) {
    this.#question = question;
    this.#runner = makeRunner(question);
  }

  /**
   * @returns what is found instead; undefined where the claim holds
   * @throws {Error} where it names a strategy that does not take part
   */
  complaint(claim: PhaseClaim): string | undefined {
    return claim.kind === 'reach' ? this.#reach(claim) : this.#promised(claim.strategies);
  }

  #strategy(name: string): number {
    const place = this.#question.strategies.findIndex((one) => one.name === name);
    if (place < 0) throw new Error(`“${name}” does not take part`);
    return place;
  }

  #outcome(cell: number, strategy: number, repeat: number) {
    return runOutcome(this.#runner, runAt(this.#runner.grid, { cell, strategy, repeat }));
  }

  #reach({ strategy, x, y, share: [from, to] }: Extract<PhaseClaim, { kind: 'reach' }>): string | undefined {
    const { grid } = this.#runner;
    const cell = nearest(grid.y, y) * grid.columns + nearest(grid.x, x);
    const { repeats } = this.#question;
    let reached = 0;
    for (let repeat = 0; repeat < repeats; repeat++)
      if (this.#outcome(cell, this.#strategy(strategy), repeat) === OUTCOME.reached) reached += 1;
    const share = reached / repeats;
    return share >= from && share <= to ? undefined : `reached in ${share}, not ${from} to ${to}`;
  }

  #promised(names: readonly string[]): string | undefined {
    const { grid } = this.#runner;
    const theory = makeTheory(grid);
    for (const name of names) {
      const strategy = this.#strategy(name);
      let promised = 0;
      for (const row of every(STRIDE, grid.rows)) {
        for (const column of every(STRIDE, grid.columns)) {
          const cell = row * grid.columns + column;
          const told = theory(runAt(grid, { cell, strategy, repeat: 0 }));
          if (told === OUTCOME.unknown) continue;
          const outcome = this.#outcome(cell, strategy, 0);
          if (told >= PROMISED) promised += 1;
          const expected = told >= PROMISED ? OUTCOME.reached : told;
          if (outcome !== expected)
            return `${name} at ${grid.x[column]}, ${grid.y[row]}: ${outcome}, not ${told}`;
        }
      }
      if (promised === 0) return `nothing is promised of ${name}`;
    }
    return undefined;
  }
}

/** 0, step, 2 step …, and the last of `count` in any case. */
const every = (step: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => i).filter((i) => i % step === 0 || i === count - 1);

function nearest(values: readonly number[], to: number): number {
  let best = 0;
  for (const [i, value] of values.entries()) if (Math.abs(value - to) < Math.abs(values[best] - to)) best = i;
  return best;
}
