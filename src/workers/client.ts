/**
 * The page's side of one worker: hides whether it is a browser's Worker, Node's, or a test's, and tells
 * promptly when it is gone. Knows no queue; that is the pool's.
 */
import type { Message } from '#core/types.ts';
import type { FromWorker, JobFailure, ToWorker } from './protocol.ts';
import { inPage } from './pool/refused.ts';
import { nameWorker, watch } from './pool/watch.ts';

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
 * Starts the simulation worker in a browser. Where that refuses workers altogether (a frame that may not do what its page may),
 * the page does the work itself, in pieces; slower, and not beside what else it does.
 */
export const spawnSimulationWorker: SpawnWorker = (on) => {
  const name = nameWorker();
  try {
    const worker = new Worker(new URL('./simulation.worker.ts', import.meta.url), { type: 'module', name });
    return watch<ToWorker, FromWorker>(worker, name, on);
  } catch {
    return inPage<ToWorker, FromWorker>(on, async () => {
      const { spawn } = await import('./in-page.ts');
      return spawn();
    });
  }
};
