/**
 * The page's side of one worker: hides whether it is a browser's Worker, Node's, or a test's, and tells
 * promptly when it is gone. Knows no queue; that is the pool's.
 */
import type { Message } from '#core/types.ts';
import type { FromWorker, JobFailure, ToWorker } from './protocol.ts';
import { nameWorker, NOT_LOADED, watch } from './pool/watch.ts';

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

/** Called when the browser has refused to start a worker, and the page does its work itself. */
let onRefused = (): void => {};
export const whenRefused = (tell: () => void): void => void (onRefused = tell);

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
    onRefused();
    return spawnInPage(on);
  }
};

/** Its code comes first. */
const spawnInPage: SpawnWorker = (on) => {
  const waiting: ToWorker[] = [];
  let link: WorkerLink | undefined;
  let live = true;
  void import('./in-page.ts').then(
    async ({ spawn }) => {
      const made = await spawn({ ...on, message: (message) => live && on.message(message) });
      if (!live) return made.terminate();
      link = made;
      for (const message of waiting) link.send(message);
    },
    () => live && on.gone(NOT_LOADED),
  );
  return {
    send: (message) => (link ? link.send(message) : void waiting.push(message)),
    terminate() {
      live = false;
      link?.terminate();
    },
  };
};
