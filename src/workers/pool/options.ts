/** What a pool of workers can be asked for, and how patient it is. */
import type { SpawnWorker } from '../client.ts';
import type { Part, RequestName } from '../protocol.ts';
import type { Starts } from './starts.ts';

export interface Job<R> {
  /** Rejects with {@link JobError}, or {@link JobCancelled}. */
  result: Promise<R>;
  /** Gives the job up: `result` rejects at once, and nothing more is heard of it. */
  cancel: () => void;
}

export interface JobOptions<Name extends RequestName> {
  onPart?: (part: Part<Name>) => void;
  /** The job is sent again from the start: forget the parts so far. */
  onRestart?: () => void;
  /** Higher first; equal ones in the order they were asked. Default 0. */
  priority?: number;
}

export interface PoolOptions {
  /** How many workers at most. Default: one per core but one, from 2 to 6. */
  size?: number;
  spawn?: SpawnWorker;
  limits?: Partial<Limits>;
  /** How starting workers goes; default: that of the page, shared by its pools. */
  starts?: Starts;
}

/** In milliseconds. */
export interface Limits {
  /** A new worker's code is loaded: a large file over a slow network. */
  readyWithin: number;
  /** A worker that was ready says that it has the job. */
  acceptWithin: number;
  /** A worker with a job is heard of: trials arrive; a hang is an endless loop. */
  silentFor: number;
  /** A cancelled job's worker says that it is free: it looks up between two trials. */
  cancelWithin: number;
}

export const DEFAULT_LIMITS: Limits = {
  readyWithin: 30_000,
  acceptWithin: 2_500,
  silentFor: 20_000,
  cancelWithin: 150,
};

/** One core is left to the page; two workers even where there is one, so that one that hangs stops nobody. */
export function poolSize(cores: number = globalThis.navigator?.hardwareConcurrency ?? 2): number {
  return Math.min(6, Math.max(2, cores - 1));
}
