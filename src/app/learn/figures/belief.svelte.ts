/** A belief that the reader takes hold of: what a section states of it, and what has become of it since. */
import type { Message } from '#core/types.ts';
import { stated as statedOf, statedBy, trialsOf, type Held, type Stated } from '../../../learn/belief.ts';
import type { BeliefFigure } from '../../../learn/figures.ts';
import { errorMessage } from '../../shared/errors.ts';

/** More, and a drag would lag behind the hand. */
export const MOST = 14;

export class BeliefState {
  readonly figure: BeliefFigure;
  #stated = $state.raw<Stated | undefined>();
  #held = $state.raw<Held | undefined>();
  #problem = $state.raw<Message | undefined>();
  /** The truth behind a run is on screen. */
  truth = $state(false);
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(figure: BeliefFigure) {
    this.figure = figure;
    if (figure.trials === undefined) this.#put(statedOf(figure));
    else {
      // A trial at a time: whoever scrolls past is not held up.
      const going = trialsOf(figure);
      const next = () => {
        try {
          const step = going.next();
          if (step.done) this.#put(statedBy(figure, step.value));
          else this.#waiting = setTimeout(next);
        } catch (error) {
          this.#problem = errorMessage(error);
        }
      };
      this.#waiting = setTimeout(next);
    }
  }
  #put(stated: Stated): void {
    this.#stated = stated;
    this.#held = stated;
  }

  /** Undefined until its trials have been made. */
  get stated(): Stated | undefined {
    return this.#stated;
  }
  get held(): Held | undefined {
    return this.#held;
  }
  get problem(): Message | undefined {
    return this.#problem;
  }
  readonly differs = $derived.by(
    () => this.truth || (this.#held !== undefined && this.#held !== this.#stated),
  );

  set(change: Partial<Held>): void {
    if (this.#held) this.#held = { ...this.#held, ...change };
  }
  move(index: number, u: number, y: number): void {
    this.set({ seen: this.#held?.seen.map((one, i) => (i === index ? { u, y } : one)) ?? [] });
  }
  add(u: number, y: number): void {
    const seen = this.#held?.seen ?? [];
    if (seen.length < MOST) this.set({ seen: [...seen, { u, y }] });
  }
  remove(index: number): void {
    this.set({ seen: this.#held?.seen.filter((_, i) => i !== index) ?? [] });
  }
  reset(): void {
    this.truth = false;
    this.#held = this.#stated;
  }
  dispose(): void {
    clearTimeout(this.#waiting);
  }
}
