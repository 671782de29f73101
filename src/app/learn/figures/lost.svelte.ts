/* eslint-disable svelte/prefer-svelte-reactivity -- what is counted is kept in a map that nothing on screen reads */
/** How often the rules of binary search throw the minimum away: counted by the workers while the reader turns a dial. */
import {
  addFatalCounts,
  noFatalCounts,
  type FatalCounts,
  type FatalQuestion,
} from '#core/assumptions/fatal-share.ts';
import type { Message } from '#core/types.ts';
import { JobCancelled } from '#workers/client.ts';
import type { WorkerPool } from '#workers/pool.ts';
import type { LostFigure } from '../../../learn/figures.ts';
import { questionOf } from '../../../learn/lost.ts';
import { errorMessage } from '../../shared/errors.ts';

/** A dial that is being turned waits for the hand to rest, in ms. */
const SETTLE = 120;

export interface Counted {
  dial: number;
  counts: FatalCounts;
}

export class LostState {
  #dial = $state(0);
  #counted = $state.raw<Counted | undefined>();
  #running = $state(false);
  #problem = $state.raw<Message | undefined>();
  readonly figure: LostFigure;
  readonly #pool: WorkerPool;
  /** What is counted to the end, by the value of the dial. */
  readonly #kept = new Map<number, Counted>();
  #cancel: (() => void) | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /** @param pool not disposed of here */
  constructor(figure: LostFigure, pool: WorkerPool) {
    this.figure = figure;
    this.#pool = pool;
    this.#dial = figure.dial.start;
    this.#count();
  }

  get dial(): number {
    return this.#dial;
  }
  /** Counted for the value that the dial had last, until there is something for the present one. */
  get counted(): Counted | undefined {
    return this.#counted;
  }
  get running(): boolean {
    return this.#running;
  }
  get problem(): Message | undefined {
    return this.#problem;
  }
  readonly differs = $derived.by(() => this.#dial !== this.figure.dial.start);

  turn(dial: number): void {
    if (dial === this.#dial) return;
    this.#dial = dial;
    this.#stop();
    this.#running = true;
    this.#waiting = setTimeout(() => this.#count(), SETTLE);
  }
  reset(): void {
    this.turn(this.figure.dial.start);
  }

  #count(): void {
    const dial = this.#dial;
    const known = this.#kept.get(dial);
    if (known) {
      this.#counted = known;
      this.#running = false;
      return;
    }
    this.#running = true;
    this.#problem = undefined;
    const question = questionOf(this.figure, dial);
    const parts = new Map<number, FatalCounts>();
    let over = false;
    const take = (first: number, counts: FatalCounts) => {
      if (over) return;
      parts.set(first, counts);
      const all = [...parts.values()].reduce(addFatalCounts, noFatalCounts(question.budget));
      this.#counted = { dial, counts: all };
      if (all.runs < question.runs) return;
      this.#kept.set(dial, this.#counted);
      this.#running = false;
    };
    const jobs = partsOf(question, this.#pool.size).map(({ first, count }) => {
      const onPart = (counts: FatalCounts) => take(first, counts);
      const job = this.#pool.ask('fatal', { ...question, first, count }, { onPart });
      return { cancel: job.cancel, done: job.result.then(onPart) };
    });
    this.#cancel = () => {
      over = true;
      // Those that wait first, or a worker that is set free begins them.
      for (const job of jobs.toReversed()) job.cancel();
    };
    void Promise.all(jobs.map(({ done }) => done)).catch((error: unknown) => {
      if (over || error instanceof JobCancelled) return;
      this.#stop();
      this.#problem = errorMessage(error);
    });
  }
  #stop(): void {
    clearTimeout(this.#waiting);
    this.#cancel?.();
    this.#cancel = undefined;
    this.#running = false;
  }
  dispose(): void {
    this.#stop();
  }
}

function partsOf({ runs }: FatalQuestion, workers: number): { first: number; count: number }[] {
  const size = Math.ceil(runs / workers);
  return Array.from({ length: Math.ceil(runs / size) }, (_, i) => ({
    first: i * size,
    count: Math.min(size, runs - i * size),
  }));
}
