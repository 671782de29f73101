/** The strategies that a class is held against: each many times on its very problem, at the same budget, as runs come in. */
import type { Study } from '#core/study/types.ts';
import type { Message } from '#core/types.ts';
import type { WorkerPool } from '#workers/pool.ts';
import { RivalRuns } from '../pacing/rival-runs.svelte.ts';
import { bandOf, type Band } from './band.ts';

export interface Rival extends Band {
  /** Of the strategy. */
  id: string;
}

/** Charts follow runs at most this often, in ms: whoever looks at a class does not count runs. */
const REFRESH_EVERY = 800;

export class Rivals {
  #bands = $state.raw<readonly Rival[]>([]);
  readonly #runs: RivalRuns;
  #study: Study | undefined;
  /** By strategy: the courses that are in. */
  #courses: Float64Array[][] = [];

  constructor(pool: WorkerPool) {
    this.#runs = new RivalRuns({
      pool,
      every: REFRESH_EVERY,
      take: ({ strategy, best }) => this.#courses[strategy].push(best),
      refresh: () => this.#refresh(),
    });
  }

  /** In the order of the study; as of some moments ago while runs are made. */
  get bands(): readonly Rival[] {
    return this.#bands;
  }
  get running(): boolean {
    return this.#runs.run.running;
  }
  get finished(): number {
    return this.#runs.run.finished;
  }
  get total(): number {
    return this.#runs.run.total;
  }
  /** Why runs are missing, where they are not just being made. */
  get failure(): Message | undefined {
    return this.#runs.failure;
  }

  /** Runs the study; one that is there or on its way goes on. */
  adopt(study: Study | undefined): void {
    this.#runs.adopt(study, () => {
      this.#study = study;
      this.#courses = study ? study.strategies.map(() => []) : [];
    });
    this.start();
  }
  /** Makes what is missing. */
  start(): void {
    this.#runs.start();
  }
  /** What is in stays, and {@link start} goes on from there. */
  stop(): void {
    this.#runs.stop();
  }

  #refresh(): void {
    const study = this.#study;
    this.#bands = study
      ? study.strategies.map(({ id }, s) => ({ id, ...bandOf(this.#courses[s], study.budget) }))
      : [];
  }
}
