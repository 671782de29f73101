/* eslint-disable svelte/prefer-svelte-reactivity -- what is in is bookkeeping: `refresh` says when to look */
/** Many runs of strategies beside somebody who plays: dealt to the workers, counted as they come in, to be stopped and gone on with. */
import { unpack } from '#core/study/packed.ts';
import { planIndex, planRuns } from '#core/study/plan.ts';
import type { RunRecord, Study } from '#core/study/types.ts';
import type { Message } from '#core/types.ts';
import { dealStudy } from '#workers/deal.ts';
import type { WorkerPool } from '#workers/pool.ts';
import { LongRun, type LongRunOptions } from './long-run.svelte.ts';
import { errorMessage } from '../shared/errors.ts';

export interface RivalRunsOptions extends LongRunOptions {
  /** Not disposed of here. */
  pool: WorkerPool;
  /** A run is in, for the first time. */
  take: (record: RunRecord) => void;
  /** Some are in since the last time, or another study has none so far. */
  refresh: () => void;
}

export class RivalRuns {
  readonly run: LongRun;
  #failure = $state.raw<Message | undefined>();
  readonly #options: RivalRunsOptions;
  #study: Study | undefined;
  /** Places in the plan. */
  #done = new Set<number>();

  constructor(options: RivalRunsOptions) {
    this.#options = options;
    this.run = new LongRun(options);
  }

  /** Why runs are missing, where they are not just being made. */
  get failure(): Message | undefined {
    return this.#failure;
  }

  /**
   * Turns to a study, without a run of it. One that is there already stays, with its runs.
   * @param another called where it is another, before anything is told of it
   */
  adopt(study: Study | undefined, another: () => void): void {
    if (JSON.stringify(study) === JSON.stringify(this.#study)) return;
    this.run.stop();
    another();
    this.#study = study;
    this.#done = new Set();
    this.run.hold(0, study ? planRuns(study).length : 0);
    this.#options.refresh();
  }

  /** Makes what is missing. */
  start(): void {
    const study = this.#study;
    if (!study || this.run.running) return;
    this.#failure = undefined;
    const done = this.#done;
    const keys = planRuns(study);
    const missing = keys.filter((key) => !done.has(planIndex(study, key)));
    if (missing.length === 0) return;
    const { pool, take, refresh } = this.#options;
    pool.tryAgain();
    this.run.begin({
      total: keys.length,
      finished: () => done.size,
      deal: (changed) =>
        dealStudy(pool, study, missing, {
          onPart: (packed) => {
            for (const record of unpack(packed)) {
              const place = planIndex(study, record);
              if (done.has(place)) continue;
              done.add(place);
              take(record);
            }
            changed();
          },
          onFailure: (_, error) => (this.#failure = errorMessage(error)),
        }),
      refresh,
    });
  }

  /** What is in stays, and {@link start} goes on from there. */
  stop(): void {
    this.run.stop();
  }
}
