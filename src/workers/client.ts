/**
 * The page's side of one worker: hides whether it is a browser's Worker, Node's, or a test's, and tells
 * promptly when it is gone. Knows no queue; that is the pool's.
 */
import type { Message } from '../core/types.ts';
import { LOCK_PREFIX, type FromWorker, type JobFailure, type ToWorker } from './protocol.ts';

/** Why a job gave no result. */
export class JobError extends Error implements JobFailure {
  readonly code: JobFailure['code'];
  readonly details: JobFailure['details'];
  declare readonly said?: Message;
  constructor({ code, message, details, said }: JobFailure) {
    super(message);
    this.name = 'JobError';
    this.code = code;
    this.details = details;
    if (said) this.said = said;
  }
}

/** The job was given up by the page itself; nothing to report to anyone. */
export class JobCancelled extends Error {
  constructor() {
    super('The job was cancelled.');
    this.name = 'JobCancelled';
  }
}

/** What the pool needs of a worker. */
export interface WorkerLink {
  send: (message: ToWorker) => void;
  /** Stops it at once, whatever it is doing. */
  terminate: () => void;
}

/** Starts a worker. `onGone` is called at most once, and never after `terminate`. */
export type SpawnWorker = (on: {
  message: (message: FromWorker) => void;
  gone: (reason: string) => void;
}) => WorkerLink;

/**
 * Starts the simulation worker in a browser.
 *
 * A worker that throws says so (`error`). One that closes itself, or that the browser kills, fires no event
 * at all: therefore every worker holds a Web Lock with its own name for as long as it lives, and the page
 * queues for that lock. Getting it means that the worker is gone. Where there are no Web Locks (an insecure
 * origin), the pool's time limits still notice, later.
 */
export const spawnSimulationWorker: SpawnWorker = (on) => {
  const name = `${LOCK_PREFIX}${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  const worker = new Worker(new URL('./simulation.worker.ts', import.meta.url), { type: 'module', name });
  const watch = new AbortController();

  const gone = (reason: string) => {
    if (watch.signal.aborted) return;
    stop();
    on.gone(reason);
  };
  const stop = () => {
    watch.abort();
    worker.terminate();
  };

  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (watch.signal.aborted) return;
    // The worker has its lock before it says that it is ready.
    if (data.type === 'ready') {
      void navigator.locks
        ?.request(name, { signal: watch.signal }, () => gone('it stopped without a word'))
        .catch(() => {}); // Withdrawn by `stop`.
    }
    on.message(data);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    gone(event.message || 'its code could not be loaded');
  };
  worker.onmessageerror = () => gone('it sent something that could not be read');

  return { send: (message) => worker.postMessage(message), terminate: stop };
};
