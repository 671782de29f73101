/** A thread that takes the next run of the list until there is none, and hands over what is finished now and then. */
import { parentPort, workerData } from 'node:worker_threads';
import { buffersOf, pack } from '#core/study/packed.ts';
import { runOne } from '#core/study/run-study.ts';
import type { RunRecord } from '#core/study/types.ts';
import type { WorkerData, WorkerMessage } from './threads.ts';

/** Milliseconds between two messages at least: cheap runs come in hundreds, dear ones singly. */
const FLUSH_EVERY = 100;

const { study, keys, next } = workerData as WorkerData;
const send = (message: WorkerMessage, transfer: ArrayBuffer[] = []) =>
  parentPort!.postMessage(message, transfer);
const seconds = () => performance.now() / 1000;

let finished: RunRecord[] = [];
const flush = () => {
  if (finished.length === 0) return;
  const runs = pack(finished);
  finished = [];
  send({ runs }, buffersOf(runs));
};

let sent = performance.now();
// The counter is shared by all threads: nobody waits for a share of the work to be dealt.
for (let k = Atomics.add(next, 0, 1); k < keys.length; k = Atomics.add(next, 0, 1)) {
  try {
    finished.push(runOne(study, keys[k], seconds));
  } catch (error) {
    flush();
    send({ failed: keys[k], why: error instanceof Error ? error.message : String(error) });
    break;
  }
  if (performance.now() - sent >= FLUSH_EVERY) {
    flush();
    sent = performance.now();
  }
}
flush();
