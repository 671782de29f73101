/** Many runs and what they hand in: run by the workers once, looked at after as many trials as the reader likes. */
import { unpack } from '#core/study/packed.ts';
import { planRuns } from '#core/study/plan.ts';
import type { Message } from '#core/types.ts';
import { dealStudy, type Deal } from '#workers/deal.ts';
import type { WorkerPool } from '#workers/pool.ts';
import type { WinnersFigure } from '../../../../learn/figures.ts';
import { winnersIn, winnersStudy, type Winners } from '../../../../learn/winners.ts';
import { errorMessage } from '../../../shared/errors.ts';

/** Studies that were run to their end. */
export type Won = Map<string, readonly Winners[]>;

/** Charts follow at most this often, in ms. */
const REFRESH_EVERY = 400;

export class WinnersState {
  #runs = $state.raw<readonly Winners[]>([]);
  #running = $state(false);
  #problem = $state.raw<Message | undefined>();
  #dial = $state(0);
  readonly figure: WinnersFigure;
  #deal: Deal | undefined;
  #refreshing: ReturnType<typeof setTimeout> | undefined;

  /** @param pool not disposed of here */
  constructor(figure: WinnersFigure, pool: WorkerPool, kept: Won) {
    this.figure = figure;
    this.#dial = figure.start;
    const study = winnersStudy(figure);
    const key = JSON.stringify(study);
    const known = kept.get(key);
    if (known) {
      this.#runs = known;
      return;
    }
    const runs: (Winners | undefined)[] = [];
    const show = () => {
      clearTimeout(this.#refreshing);
      this.#refreshing = undefined;
      this.#runs = runs.filter((run) => run !== undefined);
    };
    this.#running = true;
    const deal = dealStudy(pool, study, planRuns(study), {
      onPart: (packed) => {
        for (const run of unpack(packed)) runs[run.repeat] = winnersIn(run);
        this.#refreshing ??= setTimeout(show, REFRESH_EVERY);
      },
      onFailure: (_, error) => (this.#problem = errorMessage(error)),
    });
    this.#deal = deal;
    void deal.over.then(() => {
      if (this.#deal !== deal) return;
      show();
      if (this.#runs.length === figure.repeats) kept.set(key, this.#runs);
      this.#running = false;
    });
  }

  get runs(): readonly Winners[] {
    return this.#runs;
  }
  get running(): boolean {
    return this.#running;
  }
  get problem(): Message | undefined {
    return this.#problem;
  }
  /** Trials. */
  get dial(): number {
    return this.#dial;
  }
  set dial(trials: number) {
    this.#dial = trials;
  }
  readonly differs = $derived.by(() => this.#dial !== this.figure.start);
  reset(): void {
    this.#dial = this.figure.start;
  }
  dispose(): void {
    clearTimeout(this.#refreshing);
    const deal = this.#deal;
    this.#deal = undefined;
    deal?.cancel();
  }
}
