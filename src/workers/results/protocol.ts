/**
 * What the page and the keeper of results say to each other. The keeper is one worker with a memory: it holds the runs
 * of the study on screen, keeps them in the browser's database, reads and writes result files, and computes what charts
 * show. The page never holds a million numbers.
 */
import type { PackedRuns } from '#core/study/packed.ts';
import type { StudySummary, StudyView } from '#core/study/summary.ts';
import type { Study } from '#core/study/types.ts';
import type { Message } from '#core/types.ts';
import type { Ready } from '../pool/watch.ts';

export type FileFormat = 'csv' | 'parquet';

/** The study on screen, and which of its runs are in: their places in the plan. */
export interface Held {
  study: Study;
  done: Uint32Array<ArrayBuffer>;
}

export interface KeeperRequests {
  /** The study that was on screen last, from the database. */
  restore: { ask: null; answer: Held | null };
  /** Turns to a study; what the database has of it is there again. */
  start: { ask: Study; answer: Held };
  /** Turns to the study of a results file; a file that is refused changes nothing. The file itself is not copied. */
  open: { ask: { name: string; file: Blob }; answer: Held | { problem: Message } };
  summary: { ask: StudyView; answer: StudySummary | null };
  export: { ask: FileFormat; answer: Blob };
  /** Answered once everything that was added has been written. */
  flush: { ask: null; answer: null };
  /** Forgets the study on screen, in the database too. */
  forget: { ask: null; answer: null };
}
export type KeeperRequest = keyof KeeperRequests;

export type ToKeeper =
  | { type: 'add'; packed: PackedRuns }
  | {
      [Name in KeeperRequest]: {
        type: 'ask';
        id: number;
        request: Name;
        ask: KeeperRequests[Name]['ask'];
      };
    }[KeeperRequest];

export type FromKeeper =
  | Ready
  | { type: 'answer'; id: number; answer: KeeperRequests[KeeperRequest]['answer'] }
  | { type: 'failed'; id: number; message: string }
  /** Something that the reader should know; results are kept all the same. */
  | { type: 'said'; message: Message }
  /** The database does not keep what it is given; said once. Results stay in memory. */
  | { type: 'storage'; problem: Message };
