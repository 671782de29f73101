/** The many runs of a `share` figure: counted by the workers, a part on screen every few tenths of a second. */
import { Recent } from '#core/recent.ts';
import { optimaOf } from '#core/study/instances.ts';
import { unpack } from '#core/study/packed.ts';
import { planRuns } from '#core/study/plan.ts';
import type { Study } from '#core/study/types.ts';
import type { Message } from '#core/types.ts';
import { dealStudy, type Deal } from '#workers/deal.ts';
import type { WorkerPool } from '#workers/pool.ts';
import { lowest, studyOf } from '../../../learn/counting.ts';
import type { ShareFigure } from '../../../learn/figures.ts';
import { errorMessage } from '../../shared/errors.ts';

/** What each repeat ended with, by strategy; NaN where it is not there yet. */
export interface Ends {
  study: Study;
  values: readonly Float64Array[];
  /** The same as simple regrets. */
  regrets: readonly Float64Array[];
  /** Repeats that all strategies have made. */
  done: number;
}

/** Charts follow at most this often, in ms: thousands of points are drawn anew. */
const REFRESH_EVERY = 400;
/** A dial that is being turned waits for the hand to rest, in ms. */
const SETTLE = 120;
/** Values of a dial that are kept as they were counted. */
const DIALLED = 12;

export class ShareState {
  #dial = $state<number | undefined>();
  #ends = $state.raw<Ends | undefined>();
  #running = $state(false);
  #problem = $state.raw<Message | undefined>();
  readonly figure: ShareFigure;
  readonly #pool: WorkerPool;
  /** What was counted last, by the value of the dial. */
  readonly #kept = new Recent<number | undefined, Ends>(DIALLED);
  #deal: Deal | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #refreshing: ReturnType<typeof setTimeout> | undefined;

  /** @param pool not disposed of here */
  constructor(figure: ShareFigure, pool: WorkerPool) {
    this.figure = figure;
    this.#pool = pool;
    this.#dial = figure.dial?.start;
  }

  /** It comes on screen, as its section states it. */
  enter(): void {
    this.#stop();
    this.#dial = this.figure.dial?.start;
    this.#count();
  }
  /** It is not: what was counted stays. */
  leave(): void {
    this.#stop();
  }

  get dial(): number | undefined {
    return this.#dial;
  }
  /** Counted for the value that the dial had last, until there is something for the present one. */
  get ends(): Ends | undefined {
    return this.#ends;
  }
  get running(): boolean {
    return this.#running;
  }
  get problem(): Message | undefined {
    return this.#problem;
  }
  // Derived, it would hold on to the component that it was made in, and this outlives that.
  get differs(): boolean {
    return this.#dial !== this.figure.dial?.start;
  }

  turn(dial: number | undefined): void {
    if (dial === this.#dial) return;
    this.#dial = dial;
    this.#stop();
    this.#waiting = setTimeout(() => this.#count(), SETTLE);
  }
  reset(): void {
    this.turn(this.figure.dial?.start);
  }

  #count(): void {
    const dial = this.#dial;
    const known = this.#kept.get(dial);
    if (known && known.done === known.study.repeats) {
      this.#ends = known;
      return;
    }
    const study = studyOf(this.figure, dial);
    const empty = () => study.strategies.map(() => new Float64Array(study.repeats).fill(NaN));
    const [values, regrets] = [empty(), empty()];
    // A problem is made for every placement: by and by, as the runs come in.
    const optimum = optimaOf(study);
    let finished = 0;
    const show = () => {
      this.#refreshing = undefined;
      const ends = { study, values, regrets, done: Math.floor(finished / study.strategies.length) };
      this.#kept.set(dial, ends);
      this.#ends = ends;
    };
    this.#running = true;
    this.#problem = undefined;
    const deal = dealStudy(this.#pool, study, planRuns(study), {
      onPart: (packed) => {
        for (const { strategy, repeat, best } of unpack(packed)) {
          values[strategy][repeat] = lowest(best);
          regrets[strategy][repeat] = lowest(best) - optimum({ problem: 0, repeat });
          finished += 1;
        }
        this.#refreshing ??= setTimeout(show, REFRESH_EVERY);
      },
      onFailure: (_, error) => (this.#problem = errorMessage(error)),
    });
    this.#deal = deal;
    void deal.over.then(() => {
      if (this.#deal !== deal) return;
      clearTimeout(this.#refreshing);
      show();
      this.#running = false;
    });
  }
  #stop(): void {
    clearTimeout(this.#waiting);
    clearTimeout(this.#refreshing);
    this.#refreshing = undefined;
    const deal = this.#deal;
    this.#deal = undefined;
    deal?.cancel();
    this.#running = false;
  }
}

/** Of a chapter, and some of the one before. */
const KEPT = 6;
/** The figures that were looked at last: whoever comes back finds them counted. */
export class Shares {
  readonly pool: WorkerPool;
  readonly #kept = new Recent<string, ShareState>(KEPT);

  /** @param pool not disposed of here */
  constructor(pool: WorkerPool) {
    this.pool = pool;
  }
  of(figure: ShareFigure): ShareState {
    const key = JSON.stringify(figure);
    let state = this.#kept.get(key);
    if (!state) this.#kept.set(key, (state = new ShareState(figure, this.pool)));
    return state;
  }
}
