/** A worker's job that counts: it hands over the counts so far, and looks up between two steps of its counting. */
import { nextTask } from '../next-task.ts';
import { LOOK_EVERY } from '../protocol.ts';

/**
 * @param steps yields the counts so far, which may be one object that is updated in place
 * @returns the last counts; undefined where it was cancelled
 */
export async function countJob<Counts>(
  steps: Generator<Counts, void, void>,
  emit: (counts: Counts) => void,
  isCancelled: () => boolean,
): Promise<Counts | undefined> {
  let sent = performance.now();
  let latest: Counts | undefined;
  for (const counts of steps) {
    latest = counts;
    if (performance.now() - sent < LOOK_EVERY) continue;
    emit(counts);
    await nextTask();
    if (isCancelled()) return undefined;
    sent = performance.now();
  }
  return latest;
}
