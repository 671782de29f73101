/** How long the trial that the clock has just come to may take to be shown: its three beats fit into its time. */
import { MEASURED, type Beats } from '#charts/beats.ts';
import { TRIALS_PER_SECOND, type Clock } from './clock.svelte.ts';

/** Ms. What has less changes at once. */
const SHORTEST = 200;
/** Ms after a step in which its marks come, on a slow machine, too; what comes later has another reason. */
const NEW = 1000;
/** Of a trial at 1×, and after a step by hand; a trial that stays longer comes no more slowly. */
const LONGEST = 1000 / TRIALS_PER_SECOND;

export class StepBeats implements Beats {
  #ms = $state(0);
  /** Playing this fast, pictures change at once. */
  #hurried = $state(false);
  #t: number;
  #at = -Infinity;
  /** What came last was the next trial. */
  #stepped = false;
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
    const [before, last, stepped] = [this.#t, this.#at, this.#stepped];
    if (t === before) return;
    this.#t = t;
    this.#at = this.#now();
    this.#stepped = t === before + 1;
    // A key that is held down steps faster than can be told; a jump just before is no step.
    const held = stepped && this.#at - last < LONGEST;
    // Few different times: each other one restyles all pictures.
    const ms = playing ? Math.min(LONGEST, LONGEST / speed) : held ? 0 : LONGEST;
    this.#hurried = ms < SHORTEST;
    this.#ms = !this.#stepped || this.#hurried || this.#still() ? 0 : ms;
  }
}
