/**
 * Large updates a piece at a time: as many as fit a frame, the rest in the next ones, so that no single task keeps the
 * page from answering. What can be seen goes first.
 */
import { browserFrames, type Frames } from './frames.ts';

export interface Turn {
  /** Asked when turns are given: whether it can be seen now. */
  visible: () => boolean;
  /** Done in the turn, all of it. */
  work: () => void;
}

/** Time of a frame that is used, in ms: half of one at 60 Hz. */
const SHARE = 8;

export class Turns {
  readonly #frames: Frames;
  readonly #now: () => number;
  /** By owner, in the order of asking. */
  readonly #waiting = new Map<object, Turn>();
  /** A frame has been asked for, or its turns are being given. */
  #busy = false;

  constructor(frames: Frames = browserFrames(), now = () => performance.now()) {
    this.#frames = frames;
    this.#now = now;
  }

  /** An owner that waits already keeps its place in the queue. */
  ask(owner: object, turn: Turn): void {
    this.#waiting.set(owner, turn);
    this.#schedule();
  }

  withdraw(owner: object): void {
    this.#waiting.delete(owner);
  }

  #schedule(): void {
    if (this.#busy || this.#waiting.size === 0) return;
    this.#busy = true;
    this.#frames.request(() => this.#give());
  }

  #give(): void {
    const started = this.#now();
    while (this.#waiting.size > 0) {
      const waiting = [...this.#waiting];
      const [owner, turn] = waiting.find(([, { visible }]) => visible()) ?? waiting[0];
      this.#waiting.delete(owner);
      turn.work();
      if (this.#now() - started >= SHARE) break;
    }
    this.#busy = false;
    this.#schedule();
  }
}
