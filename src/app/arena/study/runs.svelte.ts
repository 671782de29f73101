/** The runs of the Arena's study: which are in, and those that are missing while they are being made. */
import type { PackedRuns } from '#core/study/packed.ts';
import type { RunKey, Study } from '#core/study/types.ts';
import { say, type Message } from '#core/types.ts';
import { JobError } from '#workers/client.ts';
import { dealStudy } from '#workers/deal.ts';
import type { WorkerPool } from '#workers/pool.ts';
import { LongRun } from '../../pacing/long-run.svelte.ts';
import { errorMessage } from '../../shared/errors.ts';
import { StudyProgress } from './study-progress.ts';

export interface StudyRunsOptions {
  pool: WorkerPool;
  now: () => number;
  /** Runs are in; may hold some that were in before. */
  onRuns: (packed: PackedRuns) => void;
  onFailure: (...said: Message[]) => void;
  /** Nothing is left to be made. Not called after {@link StudyRuns.stop}. */
  onOver: () => void;
}

/** The first few tell what is wrong; five hundred of the same would drown it. */
const FAILURES_TOLD = 3;

export class StudyRuns {
  readonly #options: StudyRunsOptions;
  readonly #run: LongRun;
  #progress: StudyProgress | undefined;

  constructor(options: StudyRunsOptions) {
    this.#options = options;
    this.#run = new LongRun({ now: options.now });
  }

  /** Runs that are in; while more are made, as of some moments ago. */
  get finished(): number {
    return this.#run.finished;
  }
  get total(): number {
    return this.#run.total;
  }
  /** While runs are made, once it can be said. */
  get secondsLeft(): number | undefined {
    return this.#run.secondsLeft;
  }
  /** All runs of a study are in. */
  get complete(): boolean {
    return this.#progress !== undefined && this.#progress.finished === this.#progress.total;
  }

  /** @param done places in the plan of the runs that are in */
  hold(study: Study, done: Iterable<number>): void {
    this.#progress = new StudyProgress(study, done);
    this.#run.hold(this.#progress.finished, this.#progress.total);
  }

  clear(): void {
    this.#progress = undefined;
    this.#run.hold(0, 0);
  }

  /** Makes what is missing. @returns false where nothing is */
  start(): boolean {
    const progress = this.#progress;
    if (!progress || this.complete) return false;
    const { pool, onRuns, onFailure, onOver } = this.#options;
    const { study } = progress;
    pool.tryAgain();
    let failed = 0;
    this.#run.begin({
      total: progress.total,
      finished: () => progress.finished,
      deal: (changed) =>
        dealStudy(pool, study, progress.missing(), {
          onPart: (packed) => {
            progress.take(packed);
            onRuns(packed);
            changed();
          },
          onFailure: (key, error) => {
            if (error instanceof JobError && error.code === 'worker-unavailable') {
              // No run of the study can be made now; all that were asked for say so, once.
              if (!this.#run.running) return;
              onFailure(errorMessage(error));
              this.stop();
              onOver();
              return;
            }
            failed += 1;
            if (failed <= FAILURES_TOLD) onFailure(failure(study, key), errorMessage(error));
          },
        }),
      over: onOver,
    });
    return true;
  }

  /** What is in stays, and {@link start} goes on from there. */
  stop(): void {
    this.#run.stop();
  }
}

const failure = ({ problems, strategies }: Study, { problem, strategy, repeat }: RunKey): Message =>
  say('error.study-run', {
    problem: problems[problem].name,
    strategy: strategies[strategy].name,
    repeat: repeat + 1,
  });
