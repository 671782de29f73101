/** The runs of the Arena's study: which are in, and those that are missing while they are being made. */
import type { PackedRuns } from '#core/study/packed.ts';
import type { RunKey, Study } from '#core/study/types.ts';
import { say, type Message } from '#core/types.ts';
import { JobError } from '#workers/client.ts';
import { dealStudy, type Deal } from '#workers/deal.ts';
import type { WorkerPool } from '#workers/pool.ts';
import { errorMessage } from '../../shared/errors.ts';
import { Progress } from './progress.ts';

export interface StudyRunsOptions {
  pool: WorkerPool;
  now: () => number;
  /** Runs are in; may hold some that were in before. */
  onRuns: (packed: PackedRuns) => void;
  onFailure: (...said: Message[]) => void;
  /** Nothing is left to be made. Not called after {@link StudyRuns.stop}. */
  onOver: () => void;
}

/** Before this, in seconds, nobody can say how long the rest will take. */
const ESTIMATE_AFTER = 1;
/** How often the number of finished runs is shown anew, in ms: a person reads no faster, and each time the page is painted. */
const COUNT_EVERY = 250;
/** The first few tell what is wrong; five hundred of the same would drown it. */
const FAILURES_TOLD = 3;

export class StudyRuns {
  #finished = $state(0);
  #total = $state(0);
  #secondsLeft = $state<number | undefined>(undefined);

  readonly #options: StudyRunsOptions;
  #progress: Progress | undefined;
  #deal: Deal | undefined;

  constructor(options: StudyRunsOptions) {
    this.#options = options;
  }

  /** Runs that are in; while more are made, as of some moments ago. */
  get finished(): number {
    return this.#finished;
  }
  get total(): number {
    return this.#total;
  }
  /** While runs are made, once it can be said. */
  get secondsLeft(): number | undefined {
    return this.#secondsLeft;
  }
  /** All runs of a study are in. */
  get complete(): boolean {
    return this.#progress !== undefined && this.#progress.finished === this.#progress.total;
  }

  /** @param done places in the plan of the runs that are in */
  hold(study: Study, done: Iterable<number>): void {
    this.#progress = new Progress(study, done);
    this.stop();
  }

  clear(): void {
    this.#progress = undefined;
    this.stop();
  }

  /** Makes what is missing. @returns false where nothing is */
  start(): boolean {
    const progress = this.#progress;
    if (!progress || this.complete) return false;
    const { now, pool, onRuns, onFailure, onOver } = this.#options;
    const { study } = progress;
    const missing = progress.missing();
    const before = progress.finished;
    const started = now();
    pool.tryAgain();
    let failed = 0;
    let counted = -Infinity;
    const deal = dealStudy(pool, study, missing, {
      onPart: (packed) => {
        progress.take(packed);
        onRuns(packed);
        const at = now();
        if (at - counted < COUNT_EVERY) return;
        counted = at;
        this.#count();
        this.#estimate((at - started) / 1000, progress.finished - before, missing.length);
      },
      onFailure: (key, error) => {
        if (error instanceof JobError && error.code === 'worker-unavailable') {
          // No run of the study can be made now.
          if (this.#deal !== deal) return;
          onFailure(errorMessage(error));
          this.stop();
          onOver();
          return;
        }
        failed += 1;
        if (failed <= FAILURES_TOLD) onFailure(failure(study, key), errorMessage(error));
      },
    });
    this.#deal = deal;
    void deal.over.then(() => {
      if (this.#deal !== deal) return;
      this.stop();
      onOver();
    });
    return true;
  }

  /** What is in stays, and {@link start} goes on from there. */
  stop(): void {
    this.#deal?.cancel();
    this.#deal = undefined;
    this.#secondsLeft = undefined;
    this.#count();
  }

  #count(): void {
    this.#finished = this.#progress?.finished ?? 0;
    this.#total = this.#progress?.total ?? 0;
  }

  /** All problems and strategies come once before any comes again: what is done is a fair sample of what is left. */
  #estimate(seconds: number, done: number, of: number): void {
    if (seconds >= ESTIMATE_AFTER && done > 0) this.#secondsLeft = (seconds * (of - done)) / done;
  }
}

const failure = ({ problems, strategies }: Study, { problem, strategy, repeat }: RunKey): Message =>
  say('error.study-run', {
    problem: problems[problem].name,
    strategy: strategies[strategy].name,
    repeat: repeat + 1,
  });
