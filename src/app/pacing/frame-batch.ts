/**
 * Collects changes and makes them together, once per frame: five streams of trials cost the page one update.
 */
import { browserFrames, type Frames } from './frames.ts';

export class FrameBatch {
  readonly #frames: Frames;
  readonly #changes = new Map<unknown, () => void>();
  #frame: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(frames: Frames = browserFrames()) {
    this.#frames = frames;
  }

  /** Makes `change` in the next frame; a later one of the same owner takes its place. */
  add(owner: unknown, change: () => void): void {
    this.#changes.set(owner, change);
    if (this.#frame !== undefined) return;
    this.#frame = this.#frames.request(() => this.flush());
    // A hidden tab gets no frames, but its runs should be seen to go on.
    this.#timer = setTimeout(() => this.flush(), 500);
  }

  remove(owner: unknown): void {
    this.#changes.delete(owner);
  }

  /** Makes what has been collected now. */
  flush(): void {
    if (this.#frame !== undefined) this.#frames.cancel(this.#frame);
    clearTimeout(this.#timer);
    this.#frame = undefined;
    const changes = [...this.#changes.values()];
    this.#changes.clear();
    for (const change of changes) change();
  }

  dispose(): void {
    this.#changes.clear();
    this.flush();
  }
}
