/** A worker's job with one answer at its end: it looks up between two steps, and now and then gives a sign of life. */
import { nextTask } from '../next-task.ts';
import { FLUSH_EVERY } from '../protocol.ts';

/** In milliseconds. */
const ALIVE_EVERY = 1000;

/** @returns undefined where it was cancelled */
export async function stepJob<Answer>(
  steps: Generator<void, Answer, void>,
  emit: (part: null) => void,
  isCancelled: () => boolean,
): Promise<Answer | undefined> {
  let looked = performance.now();
  let heard = looked;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const now = performance.now();
    if (now - looked < FLUSH_EVERY) continue;
    if (now - heard >= ALIVE_EVERY) {
      emit(null);
      heard = now;
    }
    await nextTask();
    if (isCancelled()) {
      steps.return(undefined as never);
      return undefined;
    }
    looked = performance.now();
  }
}
