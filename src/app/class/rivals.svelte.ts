/* eslint-disable svelte/prefer-svelte-reactivity -- maps and sets here are bookkeeping, or made anew with what they are derived from */
/** The strategies that a class is held against: each many times on its very problem, at the same budget, as runs come in. */
import { unpack } from '#core/study/packed.ts';
import { planRuns } from '#core/study/plan.ts';
import { quantile, QUARTILES } from '#core/study/statistics/quantiles.ts';
import type { Study } from '#core/study/types.ts';
import type { Message } from '#core/types.ts';
import { dealStudy } from '#workers/deal.ts';
import type { WorkerPool } from '#workers/pool.ts';
import { LongRun } from '../pacing/long-run.svelte.ts';
import { errorMessage } from '../shared/errors.ts';

/** What the runs of a strategy came to, or the players of a class: the lowest value without noise after each trial. */
export interface Band {
  /** How many. */
  runs: number;
  /** Quartiles; entry i is after i + 1 trials. */
  lower: Float64Array;
  median: Float64Array;
  upper: Float64Array;
  /** After the last trial, ascending. */
  finals: Float64Array;
}

export interface Rival extends Band {
  /** Of the strategy. */
  id: string;
}

/** @param courses who ended early keeps its last value; what has none counts as worst */
export function bandOf(courses: readonly ArrayLike<number>[], trials: number): Band {
  const [lower, median, upper] = QUARTILES.map(() => new Float64Array(trials));
  const values = new Float64Array(courses.length);
  for (let i = 0; i < trials; i++) {
    for (let r = 0; r < courses.length; r++) values[r] = valueAt(courses[r], i);
    values.sort();
    lower[i] = quantile(values, QUARTILES[0]);
    median[i] = quantile(values, QUARTILES[1]);
    upper[i] = quantile(values, QUARTILES[2]);
  }
  // Of the last trial, as they were sorted.
  return { runs: courses.length, lower, median, upper, finals: trials > 0 ? values : new Float64Array(0) };
}

/** After i + 1 trials. */
export function valueAt(course: ArrayLike<number>, i: number): number {
  const value = course[Math.min(i, course.length - 1)];
  return value === undefined || Number.isNaN(value) ? Infinity : value;
}

/** Charts follow runs at most this often, in ms: whoever looks at a class does not count runs. */
const REFRESH_EVERY = 800;

export class Rivals {
  #bands = $state.raw<readonly Rival[]>([]);
  #failure = $state.raw<Message | undefined>();
  readonly #pool: WorkerPool;
  readonly #run: LongRun;
  #study: Study | undefined;
  /** By strategy: the courses that are in. */
  #courses: Float64Array[][] = [];
  /** Runs that are in, by repeat and strategy. */
  #done = new Set<string>();

  constructor(pool: WorkerPool, now: () => number = () => performance.now()) {
    this.#pool = pool;
    this.#run = new LongRun({ now, every: REFRESH_EVERY });
  }

  /** In the order of the study; as of some moments ago while runs are made. */
  get bands(): readonly Rival[] {
    return this.#bands;
  }
  get running(): boolean {
    return this.#run.running;
  }
  get finished(): number {
    return this.#run.finished;
  }
  get total(): number {
    return this.#run.total;
  }
  /** Why runs are missing, where they are not just being made. */
  get failure(): Message | undefined {
    return this.#failure;
  }

  /** Runs the study; one that is there or on its way goes on. */
  adopt(study: Study | undefined): void {
    if (JSON.stringify(study) === JSON.stringify(this.#study)) return;
    this.#run.stop();
    this.#study = study;
    this.#courses = study ? study.strategies.map(() => []) : [];
    this.#done.clear();
    this.#refresh();
    this.#run.hold(0, 0);
    this.start();
  }

  /** Makes what is missing. */
  start(): void {
    const study = this.#study;
    if (!study) return;
    this.#failure = undefined;
    const keys = planRuns(study);
    const missing = keys.filter((key) => !this.#done.has(nameOf(key)));
    if (missing.length === 0) return;
    this.#run.begin({
      total: keys.length,
      finished: () => this.#done.size,
      deal: (changed) =>
        dealStudy(this.#pool, study, missing, {
          onPart: (packed) => {
            for (const record of unpack(packed)) {
              if (this.#done.has(nameOf(record))) continue;
              this.#done.add(nameOf(record));
              this.#courses[record.strategy].push(record.best);
            }
            changed();
          },
          onFailure: (_, error) => (this.#failure = errorMessage(error)),
        }),
      refresh: () => this.#refresh(),
    });
  }

  /** What is in stays, and {@link start} goes on from there. */
  stop(): void {
    this.#run.stop();
  }

  #refresh(): void {
    const study = this.#study;
    this.#bands = study
      ? study.strategies.map(({ id }, s) => ({ id, ...bandOf(this.#courses[s], study.budget) }))
      : [];
  }
}

const nameOf = ({ strategy, repeat }: { strategy: number; repeat: number }) => `${strategy} ${repeat}`;
