/**
 * How starting workers goes: the file of a worker that could not be loaded is not asked for again and again, but less and
 * less often, and at once where somebody asks by hand or the network is back. All pools of a page share one.
 */

/** After the first failure, in ms; after each further one twice as long. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60_000;

export class Starts {
  #failures = 0;
  #until = -Infinity;
  #epoch = 0;
  readonly #hopeful = new Set<() => void>();
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** No start may be tried now. */
  get resting(): boolean {
    return this.#now() < this.#until;
  }
  /** The last start failed: one at a time is enough to find out more. */
  get doubtful(): boolean {
    return this.#failures > 0;
  }

  /** Grows with each {@link again}: a start belongs to the one it was begun in. */
  get epoch(): number {
    return this.#epoch;
  }

  /** @param epoch when the start was begun: what failed before the network was back says nothing about now */
  failed(epoch = this.#epoch): void {
    // Several that were started together are one failure.
    if (this.resting || epoch < this.#epoch) return;
    this.#until = this.#now() + Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.#failures);
    this.#failures += 1;
  }
  succeeded(): void {
    this.#failures = 0;
    this.#until = -Infinity;
  }
  /** Somebody asks by hand, or the network is back. */
  again(): void {
    this.#epoch += 1;
    this.#until = -Infinity;
    for (const ask of [...this.#hopeful]) ask();
  }
  /** @param ask called at each {@link again}: time to ask once more for what failed. @returns stops that */
  onAgain(ask: () => void): () => void {
    this.#hopeful.add(ask);
    return () => this.#hopeful.delete(ask);
  }
}

/** Those of the page. */
export const pageStarts = new Starts();
globalThis.addEventListener?.('online', () => pageStarts.again());
