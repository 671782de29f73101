/** The landscape that a class searched: asked of a worker when it may be seen, and gone when it may not. */
import type { Revealed } from '#core/play/class-reading.ts';
import type { Message } from '#core/types.ts';
import { JobCancelled } from '#workers/client.ts';
import type { Job, WorkerPool } from '#workers/pool.ts';
import { errorMessage } from '../shared/errors.ts';

export class Landscape {
  #there = $state.raw<Revealed | undefined>();
  #failure = $state.raw<Message | undefined>();
  #wanted: string | undefined;
  #job: Job<Revealed> | undefined;
  readonly #pool: WorkerPool;

  constructor(pool: WorkerPool) {
    this.#pool = pool;
  }

  /** That of the challenge which was wanted last, once it is there. */
  get there(): Revealed | undefined {
    return this.#there;
  }
  get failure(): Message | undefined {
    return this.#failure;
  }

  /** @param challenge its code; undefined: none may be seen */
  want(challenge: string | undefined): void {
    if (challenge === this.#wanted && !this.#failure) return;
    this.#job?.cancel();
    this.#wanted = challenge;
    this.#there = undefined;
    this.#failure = undefined;
    if (challenge === undefined) return;
    const job = this.#pool.ask('reveal', { challenge });
    this.#job = job;
    job.result.then(
      (revealed) => {
        if (this.#wanted === challenge) this.#there = revealed;
      },
      (error: unknown) => {
        if (this.#wanted === challenge && !(error instanceof JobCancelled))
          this.#failure = errorMessage(error);
      },
    );
  }

  dispose(): void {
    this.#job?.cancel();
  }
}
