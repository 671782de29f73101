/** A study being put together: what the reader has chosen so far, and what it comes to. */
import { readStudy } from '#core/study/read-study.ts';
import type { Study } from '#core/study/types.ts';
import type { Message } from '#core/types.ts';
import { DEFAULT_SKETCH } from './study-presets.ts';
import { sketchOf, writtenOut, type Sketch } from './study-sketch.ts';

export class StudyDraft {
  #sketch = $state.raw<Sketch>(DEFAULT_SKETCH);
  /** The study that a sketch was made from: it need not be read again. */
  #adopted = $state.raw<{ sketch: Sketch; study: Study } | undefined>(undefined);
  #read = $derived.by(() =>
    this.#adopted?.sketch === this.#sketch ? this.#adopted : readStudy(writtenOut(this.#sketch)),
  );

  constructor(sketch: Sketch = DEFAULT_SKETCH) {
    this.#sketch = sketch;
  }

  /** A study once {@link refusals} is empty. */
  get sketch(): Sketch {
    return this.#sketch;
  }
  /** Why the sketch cannot be run. */
  get refusals(): readonly Message[] {
    return 'problems' in this.#read ? this.#read.problems : [];
  }
  /** The sketch as a study. */
  get study(): Study | undefined {
    return 'study' in this.#read ? this.#read.study : undefined;
  }

  /** Begins with another sketch: nothing of the one before stays. */
  begin(sketch: Sketch): void {
    this.#sketch = sketch;
  }
  edit(patch: Partial<Sketch>): void {
    this.#sketch = { ...this.#sketch, ...patch };
  }
  adopt(study: Study): void {
    const sketch = sketchOf(study);
    this.#adopted = { sketch, study };
    this.#sketch = sketch;
  }
}
