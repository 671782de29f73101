/**
 * The one clock of the Lab: the trial that panels show.
 *
 * `wanted` is where the reader has put the clock, `t` what can be shown of it: while trials are still being
 * computed t goes as far as the strategy that has come furthest. A slower one shows its latest trial meanwhile, and
 * says that it is behind. A link to trial 17, or End pressed early, is honoured as soon as anybody is there.
 */

import { browserFrames, type Frames } from '../../pacing/frames.ts';

export const SPEEDS = [0.25, 0.5, 1, 2, 4, 8] as const;
export type Speed = (typeof SPEEDS)[number];

/** Trials a second at 1×: 20 s for a budget of 40, slow enough to read the picture, not the sentence. */
export const TRIALS_PER_SECOND = 2;

/** Longest time a single frame may account for (ms): a tab that slept does not leap ahead. */
const LONGEST_FRAME = 250;

/** How many trials' time a trial stays on screen while playing; 1 for all, where nothing says otherwise. */
export type Beats = (trial: number) => number;

/** All trials take as long. Made here: what a component makes holds on to it, and a clock outlives its stage. */
export const evenly: Beats = () => 1;

export class Clock {
  /** Number of trials the reader has asked to see, 0…length. */
  #wanted = $state(0);
  #length = $state(0);
  #playing = $state(false);
  #speed = $state<Speed>(1);

  readonly #available: () => number;
  readonly #frames: Frames;
  #frame: number | undefined;
  #last: number | undefined;
  /** Beats that the trial on screen has had while playing. */
  #had = 0;
  /** Where a trial has more to say than others, it may stay longer; at least one beat. */
  beats: Beats = evenly;

  /**
   * @param available how many trials the strategy that has come furthest has; reactive if it reads state
   */
  constructor(length: number, available: () => number = () => Infinity, frames: Frames = browserFrames()) {
    this.#length = length;
    this.#available = available;
    this.#frames = frames;
  }

  /** Number of trials shown, 0…length: trials[0..t) are visible. */
  get t(): number {
    return Math.min(this.#wanted, this.#available(), this.#length);
  }
  /** Where the reader has put the clock; more than {@link t} while trials are still being computed. */
  get wanted(): number {
    return this.#wanted;
  }
  /** The budget. */
  get length(): number {
    return this.#length;
  }
  get playing(): boolean {
    return this.#playing;
  }
  /** The clock is held up by trials that are still being computed. */
  get waiting(): boolean {
    return (
      this.#available() < (this.#playing ? this.#length : this.#wanted) && this.#available() <= this.#wanted
    );
  }
  get atEnd(): boolean {
    return this.t >= this.#length;
  }
  get speed(): Speed {
    return this.#speed;
  }
  /** Takes the nearest of {@link SPEEDS}. */
  set speed(speed: number) {
    this.#speed = SPEEDS.reduce((a, b) => (Math.abs(b - speed) < Math.abs(a - speed) ? b : a));
  }

  /** Runs on from the trial shown; from the start where it stands at the end. */
  play(): void {
    if (this.#playing || this.#length === 0) return;
    this.#wanted = this.atEnd ? 0 : this.t;
    this.#run();
  }

  /** Runs on from trial t, once that is there; at the end there is nothing to play. */
  playFrom(t: number): void {
    this.seek(t);
    if (this.#wanted < this.#length) this.#run();
  }
  #run(): void {
    this.#had = 0;
    this.#last = undefined;
    this.#playing = true;
    this.#frame = this.#frames.request(this.#tick);
  }

  pause(): void {
    this.#playing = false;
    if (this.#frame !== undefined) this.#frames.cancel(this.#frame);
    this.#frame = undefined;
  }

  toggle(): void {
    if (this.#playing) this.pause();
    else this.play();
  }

  /** So many trials on from the one shown (negative: back); pauses. */
  step(trials: number): void {
    this.seek(this.t + trials);
  }

  /** Shows trial t (rounded, 0…length); pauses, because the reader has taken the wheel. */
  seek(t: number): void {
    this.pause();
    if (!Number.isFinite(t)) return;
    this.#wanted = Math.min(this.#length, Math.max(0, Math.round(t)));
  }

  toStart(): void {
    this.seek(0);
  }

  toEnd(): void {
    this.seek(this.#length);
  }

  /** One notch along {@link SPEEDS}. */
  faster(): void {
    this.#speed = SPEEDS[Math.min(SPEEDS.length - 1, SPEEDS.indexOf(this.#speed) + 1)];
  }
  slower(): void {
    this.#speed = SPEEDS[Math.max(0, SPEEDS.indexOf(this.#speed) - 1)];
  }

  /** A new budget: the position stays where it is, or moves to the new end. */
  setLength(length: number): void {
    this.#length = Math.max(0, Math.round(length));
    this.#wanted = Math.min(this.#wanted, this.#length);
  }

  /** Stops asking for frames; the clock can be thrown away. */
  dispose(): void {
    this.pause();
  }

  #tick = (now: number): void => {
    this.#frame = undefined;
    if (!this.#playing) return;
    const elapsed = Math.min(LONGEST_FRAME, now - (this.#last ?? now));
    this.#last = now;
    this.#had += (elapsed / 1000) * TRIALS_PER_SECOND * this.#speed;
    const reachable = Math.min(this.#length, this.#available());
    // Never backwards: the reader may have asked for more than is there.
    let next = this.#wanted;
    for (let due = this.beats(next); next < reachable && this.#had >= due; due = this.beats(next)) {
      this.#had -= due;
      next += 1;
    }
    if (next >= reachable) this.#had = 0; // Waiting is not saved up for a leap.
    this.#wanted = next;
    if (this.#wanted >= this.#length) this.pause();
    else this.#frame = this.#frames.request(this.#tick);
  };
}
