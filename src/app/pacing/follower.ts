/**
 * Keeps what is shown in step with what changes: asks anew after a change, one question at a time. Changes that arrive
 * meanwhile are one further question.
 */
export interface FollowerOptions {
  /** Computes and shows what is to be seen now. Never rejects. */
  ask: () => Promise<void>;
  now: () => number;
}

/** Results are followed at most this often, in ms; and never take more than a fifth of a core. */
const EVERY = 500;

export class Follower {
  readonly #ask: () => Promise<void>;
  readonly #now: () => number;
  #asking = false;
  #stale: 'no' | 'results' | 'view' = 'no';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  constructor({ ask, now }: FollowerOptions) {
    this.#ask = ask;
    this.#now = now;
  }

  /** @param what `view`: a person waits, so at once; `results`: there are more of them */
  changed(what: 'results' | 'view'): void {
    if (this.#stopped) return;
    if (this.#stale !== 'view') this.#stale = what;
    if (!this.#asking) this.#schedule(what === 'view' ? 0 : EVERY);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  #schedule(delay: number): void {
    // Results wait for the question that is due anyway.
    if (this.#timer !== undefined && delay > 0) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#go(), delay);
  }

  async #go(): Promise<void> {
    this.#timer = undefined;
    this.#stale = 'no';
    this.#asking = true;
    const asked = this.#now();
    await this.#ask();
    this.#asking = false;
    const took = this.#now() - asked;
    if (this.#stopped || this.#stale === 'no') return;
    this.#schedule(this.#stale === 'view' ? 0 : Math.max(EVERY, 4 * took));
  }
}
