/** Results as they arrive: what every statistic is computed from, complete or not. */
import { unitOf } from '../../magnitude.ts';
import { problemOf } from '../../run.ts';
import type { Problem } from '../../types.ts';
import { optimaOf } from '../instances.ts';
import type { RunKey, RunRecord, Study } from '../types.ts';
import { deployedValues, type Judged } from './deployed.ts';

/** Regrets below this (in units in which values differ by about 1), or below the tolerance of the known minimum if that is larger, count as this. */
export const REGRET_FLOOR = 1e-12;

/** The smallest regret that means anything on a problem, in its own units. */
export const regretFloor = (problem: Problem): number =>
  Math.max(REGRET_FLOOR * unitOf(problem), problem.optimum.tolerance);

/**
 * Holds the runs of a study by problem, strategy and repeat. Adding a run costs the same whatever is there; statistics
 * of one problem and strategy are computed when asked for and kept until another of its runs arrives.
 */
export class Accumulator {
  readonly study: Study;
  /** Whose regret all statistics are about; see {@link judgedBy}. */
  readonly judged: Judged;
  /** The known minimum of a run's problem, or of its instance. */
  readonly optimumOf: (run: Pick<RunKey, 'problem' | 'repeat'>) => number;
  /** Smallest regret that means anything, of every problem: the floor of log axes, and what counts as solved. */
  readonly floors: Float64Array;
  /** Runs held. */
  size = 0;
  readonly #cells: RunRecord[][];
  readonly #sorted: boolean[];
  readonly #kept: Map<string, unknown>[];

  constructor(study: Study, judged: Judged = 'tried') {
    this.study = study;
    this.judged = judged;
    this.optimumOf = optimaOf(study);
    this.floors = Float64Array.from(study.problems, (problem) => regretFloor(problemOf(problem)));
    const cells = study.problems.length * study.strategies.length;
    this.#cells = Array.from({ length: cells }, () => []);
    this.#sorted = new Array<boolean>(cells).fill(true);
    this.#kept = Array.from({ length: cells }, () => new Map());
  }

  /** Takes a run. A run that is already there stays as it is: both are the same. */
  add(record: RunRecord): void {
    const cell = this.#cell(record.problem, record.strategy);
    if (this.find(record)) return;
    this.#deployed?.add(record);
    if (this.judged === 'deployed') record = { ...record, best: deployedValues(record) };
    const runs = this.#cells[cell];
    // Workers finish in any order; reading needs order, adding must not pay for it.
    if (runs.length > 0 && runs[runs.length - 1].repeat > record.repeat) this.#sorted[cell] = false;
    runs.push(record);
    this.#index.set(this.#place(record), record);
    this.#kept[cell].clear();
    this.size += 1;
  }

  #deployed: Accumulator | undefined;
  /**
   * The same runs, judged otherwise: `best` of its runs is then the true value of the point that would be deployed. Kept,
   * and kept up to date, from when it is first asked for.
   */
  judgedBy(judged: Judged): Accumulator {
    if (judged === this.judged) return this;
    if (judged === 'tried')
      throw new Error('What would be deployed is known of results, not the other way round.');
    if (!this.#deployed) {
      this.#deployed = new Accumulator(this.study, judged);
      for (const record of this.#index.values()) this.#deployed.add(record);
    }
    return this.#deployed;
  }

  readonly #index = new Map<number, RunRecord>();
  #place = ({ problem, strategy, repeat }: RunKey): number =>
    this.#cell(problem, strategy) * this.study.repeats + repeat;
  #cell = (problem: number, strategy: number): number => problem * this.study.strategies.length + strategy;

  find(key: RunKey): RunRecord | undefined {
    return this.#index.get(this.#place(key));
  }

  /** The runs of a strategy on a problem that are there, by repeat. */
  runs(problem: number, strategy: number): readonly RunRecord[] {
    const cell = this.#cell(problem, strategy);
    if (!this.#sorted[cell]) {
      this.#cells[cell].sort((a, b) => a.repeat - b.repeat);
      this.#sorted[cell] = true;
    }
    return this.#cells[cell];
  }

  /** Computed once for the runs that are there; anew after another arrived. */
  keep<Result>(problem: number, strategy: number, what: string, compute: () => Result): Result {
    const kept = this.#kept[this.#cell(problem, strategy)];
    if (!kept.has(what)) kept.set(what, compute());
    return kept.get(what) as Result;
  }
}

/**
 * Simple regret after `trial` trials (1-based): best so far, or what would be deployed, − known minimum, raised to the problem's floor. A run that
 * ended earlier keeps its last value; +∞ while nothing feasible was found, so that such runs count as worst.
 */
export function regretAt({ optimumOf, floors }: Accumulator, run: RunRecord, trial: number): number {
  const best = run.best[Math.min(trial, run.best.length) - 1];
  // The comparison is false for NaN, and where the run has no trials.
  const regret = best - optimumOf(run);
  return regret === regret ? Math.max(floors[run.problem], regret) : Infinity;
}

/** Trials that failed have no value, NaN. */
const same = (one: number, other: number): boolean =>
  one === other || (Number.isNaN(one) && Number.isNaN(other));

/**
 * Up to which trial (1-based) all runs of a strategy on a problem have the same values: there, they are one run, made
 * again. ∞: to their end.
 */
export function sameUntil(results: Accumulator, problem: number, strategy: number): number {
  return results.keep(problem, strategy, 'same until', () => {
    const [first, ...others] = results.runs(problem, strategy);
    // What would be deployed hangs on observations, too.
    const observed = results.judged === 'deployed';
    let until = Infinity;
    for (const { y, value } of others) {
      // Where one run has ended and the other has not, they differ from then on.
      const shared = Math.min(until, value.length, first.value.length);
      let i = 0;
      while (i < shared && same(value[i], first.value[i]) && (!observed || same(y[i], first.y[i]))) i += 1;
      if (i < shared || value.length !== first.value.length) until = Math.min(until, i);
    }
    return until;
  });
}

/**
 * {@link regretAt} of all runs of a problem after `trial` trials, strategies × repeats, row-major; NaN where a run is
 * not there yet.
 */
export function regretTable(results: Accumulator, problem: number, trial: number): Float64Array {
  const { strategies, repeats } = results.study;
  const table = new Float64Array(strategies.length * repeats).fill(NaN);
  for (let strategy = 0; strategy < strategies.length; strategy++) {
    for (const run of results.runs(problem, strategy)) {
      table[strategy * repeats + run.repeat] = regretAt(results, run, trial);
    }
  }
  return table;
}
