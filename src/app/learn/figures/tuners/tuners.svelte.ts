/** Classes of simulated tuners: run by the workers, kept for all sections that look at them. */
import { unpack } from '#core/study/packed.ts';
import type { Message } from '#core/types.ts';
import { dealStudy, type Deal } from '#workers/deal.ts';
import type { WorkerPool } from '#workers/pool.ts';
import type { TunersFigure } from '../../../../learn/figures.ts';
import {
  heldIn,
  sizeOf,
  tunerKeys,
  tunersStudy,
  type Tuner,
  type TunerClass,
} from '../../../../learn/tuners.ts';
import { errorMessage } from '../../../shared/errors.ts';

/** Tuners by number, for every question: whoever comes to the next section finds those there that were run. */
export type Tuned = Map<string, (Tuner | undefined)[]>;

/** Charts follow at most this often, in ms. */
const REFRESH_EVERY = 250;

export class TunersState {
  #classes = $state.raw<readonly TunerClass[]>([]);
  #running = $state(false);
  #problem = $state.raw<Message | undefined>();
  #named = $state(false);
  #trials = $state(0);
  readonly figure: TunersFigure;
  /** Trials of each tuner. */
  readonly budget: number;
  readonly #tuners: (Tuner | undefined)[];
  #deal: Deal | undefined;
  #refreshing: ReturnType<typeof setTimeout> | undefined;

  /** @param pool not disposed of here */
  constructor(figure: TunersFigure, pool: WorkerPool, kept: Tuned) {
    this.figure = figure;
    const study = tunersStudy(figure);
    this.budget = study.budget;
    this.#named = figure.named;
    this.#trials = study.budget;
    const key = JSON.stringify([{ ...study, repeats: 0 }, figure.each]);
    this.#tuners = kept.get(key) ?? [];
    kept.set(key, this.#tuners);
    this.#run(study, pool);
  }

  /** Those that are complete, in order. */
  get classes(): readonly TunerClass[] {
    return this.#classes;
  }
  get running(): boolean {
    return this.#running;
  }
  get problem(): Message | undefined {
    return this.#problem;
  }
  get named(): boolean {
    return this.#named;
  }
  set named(named: boolean) {
    this.#named = named;
  }
  /** What is shown is as of this trial. */
  get trials(): number {
    return this.#trials;
  }
  set trials(trials: number) {
    this.#trials = Math.min(this.budget, Math.max(1, Math.round(trials)));
  }
  readonly differs = $derived.by(() => this.#named !== this.figure.named || this.#trials !== this.budget);
  reset(): void {
    this.#named = this.figure.named;
    this.#trials = this.budget;
  }

  #run(study: ReturnType<typeof tunersStudy>, pool: WorkerPool): void {
    const missing = tunerKeys(this.figure, 0, this.figure.classes).filter(
      ({ repeat }) => this.#tuners[repeat] === undefined,
    );
    this.#show();
    if (missing.length === 0) return;
    this.#running = true;
    const deal = dealStudy(pool, study, missing, {
      onPart: (packed) => {
        for (const run of unpack(packed))
          this.#tuners[run.repeat] = { level: run.strategy, held: heldIn(run) };
        this.#refreshing ??= setTimeout(() => this.#show(), REFRESH_EVERY);
      },
      onFailure: (_, error) => (this.#problem = errorMessage(error)),
    });
    this.#deal = deal;
    void deal.over.then(() => {
      if (this.#deal !== deal) return;
      this.#show();
      this.#running = false;
    });
  }
  #show(): void {
    clearTimeout(this.#refreshing);
    this.#refreshing = undefined;
    const size = sizeOf(this.figure);
    const whole: TunerClass[] = [];
    for (let c = 0; c < this.figure.classes; c++) {
      const tuners = Array.from({ length: size }, (_, i) => this.#tuners[c * size + i]);
      if (tuners.every((tuner) => tuner !== undefined)) whole.push(tuners);
      // The first class is the one that is shown, the second its rematch.
      else if (c < 2) break;
    }
    this.#classes = whole;
  }
  dispose(): void {
    clearTimeout(this.#refreshing);
    const deal = this.#deal;
    this.#deal = undefined;
    deal?.cancel();
  }
}
