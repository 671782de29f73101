/** Which runs of a study are in. A study may have a hundred thousand: one byte each, and no list of those that are missing. */
import type { PackedRuns } from '#core/study/packed.ts';
import { planIndex, runAt } from '#core/study/plan.ts';
import type { RunKey, Study } from '#core/study/types.ts';
import type { Items } from '#workers/deal.ts';

export class StudyProgress {
  readonly study: Study;
  readonly total: number;
  /** Runs that are in. */
  finished = 0;
  readonly #in: Uint8Array;

  /** @param places of the runs that are in: their places in the plan */
  constructor(study: Study, places: Iterable<number> = []) {
    this.study = study;
    this.total = study.problems.length * study.strategies.length * study.repeats;
    this.#in = new Uint8Array(this.total);
    for (const place of places) this.#mark(place);
  }

  /** A run that is in already does not count again. */
  take({ problem, strategy, repeat }: PackedRuns): void {
    for (let r = 0; r < problem.length; r++) {
      this.#mark(planIndex(this.study, { problem: problem[r], strategy: strategy[r], repeat: repeat[r] }));
    }
  }

  /** The runs that are missing now, in the order of the plan. */
  missing(): Items<RunKey> {
    const { study, total } = this;
    const done = this.#in;
    return {
      length: total - this.finished,
      *[Symbol.iterator]() {
        for (let place = 0; place < total; place++) if (!done[place]) yield runAt(study, place);
      },
    };
  }

  #mark(place: number): void {
    if (this.#in[place]) return;
    this.#in[place] = 1;
    this.finished += 1;
  }
}
