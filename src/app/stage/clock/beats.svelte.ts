/** How long the trial that the clock has just come to may take to be shown: its three beats fit into its time. */
import { MEASURED, type Beats } from '#charts/beats.ts';
import { TRIALS_PER_SECOND, type Clock } from './clock.svelte.ts';

/** Ms. What has less changes at once. */
const SHORTEST = 200;
/** Ms after a step in which its marks come, on a slow machine, too; what comes later has another reason. */
const NEW = 500;
/** Of a trial at 1×, and after a step by hand; a trial that stays longer comes no more slowly. */
const LONGEST = 1000 / TRIALS_PER_SECOND;

export class StepBeats implements Beats {
  #ms = $state(0);
  /** Playing this fast, pictures change at once. */
  #hurried = $state(false);
  #t: number;
  #at = -Infinity;
  readonly #clock: Clock;
  readonly #still: () => boolean;
  readonly #now: () => number;

  /** @param still nothing may move */
  constructor(clock: Clock, still: () => boolean, now: () => number = () => performance.now()) {
    this.#clock = clock;
    this.#still = still;
    this.#now = now;
    this.#t = clock.t;
  }

  ofNew(): number {
    return this.#now() - this.#at < NEW ? this.#ms : 0;
  }
  /** Of what changes from trial to trial: ms until it does, and how long it takes; undefined: its own. */
  get wait(): number {
    return this.#ms * MEASURED[1];
  }
  get motion(): number | undefined {
    return this.#ms > 0 ? this.#ms * (MEASURED[2] - MEASURED[1]) : this.#hurried ? 0 : undefined;
  }

  /** To be called before the picture of a trial is drawn. */
  follow(): void {
    const { t, playing, speed } = this.#clock;
    const [before, last] = [this.#t, this.#at];
    if (t === before) return;
    this.#t = t;
    this.#at = this.#now();
    // Few different times: each other one restyles all pictures. A key that is held down steps faster than can be told.
    const ms = playing ? Math.min(LONGEST, LONGEST / speed) : this.#at - last < LONGEST ? 0 : LONGEST;
    this.#hurried = ms < SHORTEST;
    this.#ms = t !== before + 1 || this.#hurried || this.#still() ? 0 : ms;
  }
}
