/**
 * One long computation: how far it is, how long the rest will take, what is in so far, stop and resume. What it computes
 * is its owner's business: a study, a phase diagram, the counts of the curse.
 */
import type { Deal } from '#workers/deal.ts';

/** What an owner hands over to begin with. */
export interface LongWork {
  /** Units of work in all, those that are done included. */
  total: number;
  /** Units that are done now: read before the first, and whenever what is on screen is renewed. */
  finished: () => number;
  /** Deals out what is missing; calls `changed` whenever something is in. */
  deal: (changed: () => void) => Deal;
  /** Something has come in since the last time, or will no more: what is on screen is renewed. */
  refresh?: () => void;
  /** Nothing is left to be done. Not called after {@link LongRun.stop}. */
  over?: () => void;
}

export interface LongRunOptions {
  now?: () => number;
  /** What is on screen is renewed at most so often, in ms. */
  every?: number;
}

/** A person reads numbers no faster, and each time the page is painted. In ms. */
const EVERY = 250;
/** Before this, in seconds, nobody can say how long the rest will take. */
const ESTIMATE_AFTER = 1;

export class LongRun {
  #running = $state(false);
  #finished = $state(0);
  #total = $state(0);
  #secondsLeft = $state<number | undefined>(undefined);

  readonly #now: () => number;
  readonly #every: number;
  #work: LongWork | undefined;
  #deal: Deal | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor({ now = () => performance.now(), every = EVERY }: LongRunOptions = {}) {
    this.#now = now;
    this.#every = every;
  }

  get running(): boolean {
    return this.#running;
  }
  /** Units that are done; while it runs, as of some moments ago. */
  get finished(): number {
    return this.#finished;
  }
  get total(): number {
    return this.#total;
  }
  get complete(): boolean {
    return this.#total > 0 && this.#finished === this.#total;
  }
  /** While it runs, once it can be said. */
  get secondsLeft(): number | undefined {
    return this.#secondsLeft;
  }

  /** Shows how far another computation is; what runs is stopped. */
  hold(finished: number, total: number): void {
    this.stop();
    this.#finished = finished;
    this.#total = total;
  }

  /** Stops what runs, and does what is missing. */
  begin(work: LongWork): void {
    this.hold(work.finished(), work.total);
    const before = this.#finished;
    const started = this.#now();
    this.#work = work;
    this.#running = true;
    let renewed = -Infinity;
    const renew = () => {
      this.#timer = undefined;
      renewed = this.#now();
      this.#renew();
      const seconds = (renewed - started) / 1000;
      const made = this.#finished - before;
      // What comes first is a fair sample of what is left: plans are made so.
      if (seconds >= ESTIMATE_AFTER && made > 0)
        this.#secondsLeft = (seconds * (this.#total - this.#finished)) / made;
    };
    const deal = work.deal(() => {
      if (this.#work !== work || this.#timer !== undefined) return;
      // The first of it at once: somebody waits.
      const early = renewed + this.#every - this.#now();
      if (early <= 0) renew();
      else this.#timer = setTimeout(renew, early);
    });
    this.#deal = deal;
    void deal.over.then(() => {
      if (this.#deal !== deal) return;
      this.stop();
      work.over?.();
    });
  }

  /** What is in stays, and {@link begin} goes on from there. */
  stop(): void {
    if (!this.#work) return;
    this.#deal?.cancel();
    this.#renew();
    this.#deal = undefined;
    this.#work = undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#running = false;
    this.#secondsLeft = undefined;
  }

  #renew(): void {
    if (!this.#work) return;
    this.#finished = this.#work.finished();
    this.#work.refresh?.();
  }
}
