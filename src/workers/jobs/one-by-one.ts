/** Many runs in a worker: what is done is handed over from time to time, and between two trials it looks up. */
import { nextTask } from '../next-task.ts';
import { FLUSH_RUNS_EVERY, LOOK_EVERY } from '../protocol.ts';

/**
 * @param steps of one run: pauses after every trial
 * @param hand takes the results since it was last called; without any it is a sign of life
 * @param turn how long runs may begin, in milliseconds; at least one is made
 * @returns how many runs were made; undefined where they were cancelled
 */
export async function oneByOne<Item, Result>(
  items: Iterable<Item>,
  steps: (item: Item) => Generator<void, Result, void>,
  hand: (finished: Result[]) => void,
  isCancelled: () => boolean,
  turn = Infinity,
): Promise<number | undefined> {
  const began = performance.now();
  let looked = began;
  let sent = began;
  let finished: Result[] = [];
  let made = 0;
  for (const item of items) {
    const run = steps(item);
    for (;;) {
      const step = run.next();
      if (step.done) {
        finished.push(step.value);
        made += 1;
        break;
      }
      const now = performance.now();
      if (now - looked < LOOK_EVERY) continue;
      if (now - sent >= FLUSH_RUNS_EVERY) {
        hand(finished);
        finished = [];
        sent = now;
      }
      await nextTask();
      if (isCancelled()) {
        // Lets the strategy's generator clean up.
        run.return(undefined as never);
        return undefined;
      }
      looked = performance.now();
    }
    if (performance.now() - began >= turn) break;
  }
  if (finished.length > 0) hand(finished);
  return made;
}
