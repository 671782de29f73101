/** Stand-ins that the tests of this folder share. */
import type { Frames } from '../pacing/frames.ts';

/** Frames at 125 Hz of a time that only tests move. */
export class FakeFrames implements Frames {
  #now = 0;
  #next = 1;
  readonly #asked = new Map<number, (now: number) => void>();

  get waiting(): number {
    return this.#asked.size;
  }
  request = (callback: (now: number) => void): number => {
    this.#asked.set(this.#next, callback);
    return this.#next++;
  };
  cancel = (handle: number): void => {
    this.#asked.delete(handle);
  };
  run(milliseconds: number): void {
    for (const end = this.#now + milliseconds; this.#now < end;) this.leap(Math.min(8, end - this.#now));
  }
  /** One frame, so much later. */
  leap(milliseconds: number): void {
    this.#now += milliseconds;
    const callbacks = [...this.#asked.values()];
    this.#asked.clear();
    for (const callback of callbacks) callback(this.#now);
  }
}

/** A text as it is typed: a line may break anywhere. */
export const breakable = (text: string): string => text.replaceAll('\u00a0', ' ');
