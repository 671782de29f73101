/** What a class is made with. */
import type { WorkerPool } from '#workers/pool.ts';
import type { Frames } from '../pacing/frames.ts';
import type { Memory } from './memory.ts';

/** The strategies of the course. */
export const RIVALS = ['binary', 'grid', 'babysit', 'random', 'bayes'];

export interface ClassOptions {
  /** Reads and replays; not disposed of here. */
  pool: WorkerPool;
  /** Runs strategies; not disposed of here. */
  rivals: WorkerPool;
  memory: Memory;
  /** Brings what shows results, beside the first of them; rejects where that does not come. */
  bring?: () => Promise<unknown>;
  frames?: Frames;
  repeats?: number;
  /** 0 ≤ x < 1: which landscape a new challenge is about. */
  chance?: () => number;
}
