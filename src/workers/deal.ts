/**
 * Deals the runs of a study to a pool of workers.
 *
 * Strategies differ in cost by a factor of thousands. Chunks are a share of what is left (guided self-scheduling,
 * Polychronopoulos & Kuck 1987, IEEE Transactions on Computers C-36): large ones first, which costs few messages, single
 * runs at the end, so that all workers finish together. Each worker has its next chunk waiting while it works.
 */
import type { PackedRuns } from '../core/study/packed.ts';
import { planIndex } from '../core/study/plan.ts';
import type { RunKey, Study } from '../core/study/types.ts';
import { JobCancelled } from './client.ts';
import type { Job, WorkerPool } from './pool.ts';

export interface DealOptions {
  onPart: (packed: PackedRuns) => void;
  /** A run could not be made, also not by itself: the others go on. */
  onFailure: (key: RunKey, error: unknown) => void;
}

export interface Deal {
  /** Settled when all runs are in, have failed, or were cancelled. Never rejects. */
  over: Promise<void>;
  cancel: () => void;
}

/** Runs of one message at most: what is lost with a worker, and how long a cancel may wait behind it. */
const LARGEST = 64;

export function dealStudy(
  pool: WorkerPool,
  study: Study,
  keys: readonly RunKey[],
  { onPart, onFailure }: DealOptions,
): Deal {
  const waiting: RunKey[][] = [];
  let next = 0;
  let cancelled = false;
  const open = new Set<Job<unknown>>();
  let finish!: () => void;
  const over = new Promise<void>((resolve) => (finish = resolve));
  const hands = pool.size * 2;

  const take = (): RunKey[] | undefined => {
    if (waiting.length > 0) return waiting.shift();
    if (next >= keys.length) return undefined;
    const size = Math.min(LARGEST, Math.max(1, Math.floor((keys.length - next) / (hands * 2))));
    return keys.slice(next, (next += size));
  };

  const deal = (): void => {
    while (!cancelled && open.size < hands) {
      const chunk = take();
      if (!chunk) break;
      give(chunk);
    }
    if (open.size === 0) finish();
  };

  const give = (chunk: RunKey[]): void => {
    const missing = new Map(chunk.map((key) => [planIndex(study, key), key]));
    const job = pool.ask(
      'study',
      { study, keys: chunk },
      {
        onPart: (packed) => {
          for (let r = 0; r < packed.length.length; r++) {
            const { problem, strategy, repeat } = packed;
            missing.delete(
              planIndex(study, { problem: problem[r], strategy: strategy[r], repeat: repeat[r] }),
            );
          }
          if (!cancelled && packed.length.length > 0) onPart(packed);
        },
      },
    );
    open.add(job);
    job.result
      .catch((error: unknown) => {
        if (cancelled || error instanceof JobCancelled) return;
        const [suspect, ...rest] = missing.values();
        // The run that was under way goes by itself, so that the others of its chunk do not fail with it.
        if (chunk.length > 1) waiting.push(...[[suspect], rest].filter((keep) => keep.length > 0));
        else onFailure(suspect, error);
      })
      .finally(() => {
        open.delete(job);
        deal();
      });
  };

  queueMicrotask(deal);
  return {
    over,
    cancel() {
      cancelled = true;
      for (const job of open) job.cancel();
      if (open.size === 0) finish();
    },
  };
}
