/** Where a player stands among many runs of strategies on the very same problem: made by the workers, live, to be stopped. */
import { RUNS, standing, studyOf, type Standing } from '#core/play/percentiles.ts';
import type { Challenge } from '#core/play/challenge.ts';
import { unpack } from '#core/study/packed.ts';
import { planRuns } from '#core/study/plan.ts';
import { Accumulator } from '#core/study/statistics/index.ts';
import type { Message } from '#core/types.ts';
import { dealStudy } from '#workers/deal.ts';
import type { WorkerPool } from '#workers/pool.ts';
import { LongRun } from '../../pacing/long-run.svelte.ts';
import { errorMessage } from '../../shared/errors.ts';

/** Who chooses by chance, in whole or in part: others would do the same 200 times. The first one is what help is measured by. */
export const RIVALS = ['random', 'latin-hypercube', 'tpe', 'bayes'] as const;
export type Rival = (typeof RIVALS)[number];

export class Field {
  readonly run: LongRun;
  readonly total = RUNS * RIVALS.length;
  #results: Accumulator | undefined;
  /** Counts what has come in: results are changed in place. */
  #news = $state(0);
  #problem = $state.raw<Message | undefined>();
  readonly #pool: WorkerPool;
  readonly #challenge: Challenge;

  /** @param pool not disposed of here */
  constructor(challenge: Challenge, pool: WorkerPool) {
    this.#challenge = challenge;
    this.#pool = pool;
    this.run = new LongRun();
  }

  get problem(): Message | undefined {
    return this.#problem;
  }

  /** Makes the runs that are missing. */
  start(): void {
    if (this.run.running || this.run.complete) return;
    this.#problem = undefined;
    const results = (this.#results ??= new Accumulator(studyOf(this.#challenge, RIVALS)));
    const { study } = results;
    const missing = planRuns(study).filter((key) => !results.find(key));
    this.#pool.tryAgain();
    this.run.begin({
      total: this.total,
      finished: () => this.#finished(),
      deal: (changed) =>
        dealStudy(this.#pool, study, missing, {
          onPart: (packed) => {
            for (const record of unpack(packed)) if (!results.find(record)) results.add(record);
            changed();
          },
          onFailure: (_, error) => (this.#problem = errorMessage(error)),
        }),
      refresh: () => (this.#news += 1),
    });
  }
  stop(): void {
    this.run.stop();
  }

  #finished(): number {
    const results = this.#results;
    return results ? RIVALS.reduce((sum, _, i) => sum + results.runs(0, i).length, 0) : 0;
  }

  /** @param gap of the player */
  standingOf(rival: Rival, gap: number): Standing | undefined {
    void this.#news;
    if (!this.#results) return undefined;
    const found = standing(this.#results, RIVALS.indexOf(rival), gap);
    return found.runs > 0 ? found : undefined;
  }
}
