/** Runs a list of runs on several threads. */
import { Worker } from 'node:worker_threads';
import { unpack, type PackedRuns } from '#core/study/packed.ts';
import type { RunKey, RunRecord, Study } from '#core/study/types.ts';

export interface WorkerData {
  study: Study;
  keys: readonly RunKey[];
  /** One number in shared memory: the next of the keys that nobody has taken. */
  next: Int32Array<SharedArrayBuffer>;
}

export type WorkerMessage = { runs: PackedRuns } | { failed: RunKey; why: string };

/**
 * @param onRuns called with the runs that came, in any order; not again once it has thrown
 * @throws {Error} where a run cannot be made, when those that were under way have been handed over; what `onRuns` threw
 */
export async function runOnThreads(
  study: Study,
  keys: readonly RunKey[],
  count: number,
  onRuns: (records: RunRecord[]) => void,
): Promise<void> {
  const next = new Int32Array(new SharedArrayBuffer(4));
  const data: WorkerData = { study, keys, next };
  const stop = () => Atomics.store(next, 0, keys.length);
  const failures: Error[] = [];
  let refused = false;
  const threads = Array.from(
    { length: Math.min(count, keys.length) },
    () =>
      new Promise<void>((resolve) => {
        const worker = new Worker(new URL('worker-entry.mjs', import.meta.url), {
          workerData: data,
          execArgv: [],
        });
        const fail = (error: Error) => {
          failures.push(error);
          stop();
        };
        worker.on('message', (message: WorkerMessage) => {
          if ('failed' in message) return fail(new Error(failure(study, message)));
          if (refused) return;
          try {
            onRuns(unpack(message.runs));
          } catch (error) {
            refused = true;
            fail(error as Error);
          }
        });
        worker.on('error', fail);
        worker.on('exit', () => resolve());
      }),
  );
  await Promise.all(threads);
  if (failures.length > 0) throw failures[0];
}

const failure = (
  { problems, strategies }: Study,
  { failed, why }: Extract<WorkerMessage, { failed: RunKey }>,
): string =>
  `Repeat ${failed.repeat} of strategy ${strategies[failed.strategy].name} on problem ${problems[failed.problem].name} failed: ${why}`;
