/** Where a player stands among many runs of strategies on the very same problem: made by the workers, live, to be stopped. */
import { RUNS, standing, studyOf, type Standing } from '#core/play/percentiles.ts';
import type { Challenge } from '#core/play/challenge.ts';
import { Accumulator } from '#core/study/statistics/index.ts';
import type { Message } from '#core/types.ts';
import type { WorkerPool } from '#workers/pool.ts';
import type { LongRun } from '../../pacing/long-run.svelte.ts';
import { RivalRuns } from '../../pacing/rival-runs.svelte.ts';

/** Who chooses by chance, in whole or in part: others would do the same 200 times. The first one is what help is measured by. */
export const RIVALS = ['random', 'latin-hypercube', 'tpe', 'bayes'] as const;
export type Rival = (typeof RIVALS)[number];

export class Field {
  readonly total = RUNS * RIVALS.length;
  #results: Accumulator | undefined;
  /** Counts what has come in: results are changed in place. */
  #news = $state(0);
  readonly #runs: RivalRuns;
  readonly #challenge: Challenge;

  /** @param pool not disposed of here */
  constructor(challenge: Challenge, pool: WorkerPool) {
    this.#challenge = challenge;
    this.#runs = new RivalRuns({
      pool,
      take: (record) => this.#results!.add(record),
      refresh: () => (this.#news += 1),
    });
  }

  /** How far it is. */
  get run(): LongRun {
    return this.#runs.run;
  }
  get problem(): Message | undefined {
    return this.#runs.failure;
  }

  /** Makes the runs that are missing. */
  start(): void {
    const study = studyOf(this.#challenge, RIVALS);
    this.#runs.adopt(study, () => (this.#results = new Accumulator(study)));
    this.#runs.start();
  }
  stop(): void {
    this.#runs.stop();
  }

  /**
   * @param gap of the player
   * @param made trials of the player: runs are looked at as of as many
   */
  standingOf(rival: Rival, gap: number, made: number): Standing | undefined {
    void this.#news;
    if (!this.#results) return undefined;
    const found = standing(this.#results, RIVALS.indexOf(rival), gap, made);
    return found.runs > 0 ? found : undefined;
  }
}
