/**
 * Deals the targets of a curse question to a pool of workers. All targets cost the same, so the shares are equal, a few for
 * each worker: a worker that starts late, or shares its core, takes fewer of them.
 */
import type { CurseCounts, CurseQuestion } from '#core/study/curse.ts';
import { JobCancelled } from '../client.ts';
import type { Deal } from '../deal.ts';
import type { WorkerPool } from '../pool.ts';

/** Targets `first` … `first + targets − 1`. */
export interface Share {
  first: number;
  targets: number;
}

const SHARES_PER_WORKER = 4;
/** A share of fewer is not worth its messages. */
const SMALLEST = 10;

/** The same targets in shares for so many workers. */
export function sharesOf(missing: readonly Share[], workers: number): Share[] {
  const total = missing.reduce((sum, { targets }) => sum + targets, 0);
  const size = Math.max(SMALLEST, Math.ceil(total / (workers * SHARES_PER_WORKER)));
  return missing.flatMap(({ first, targets }) =>
    Array.from({ length: Math.ceil(targets / size) }, (_, i) => ({
      first: first + i * size,
      targets: Math.min(size, targets - i * size),
    })),
  );
}

export interface DealCurseOptions {
  /** The counts of a share so far: of its first `counts.targets` targets, instead of what was said of it before. */
  onCounts: (share: Share, counts: CurseCounts) => void;
  /** The rest of a share could not be counted; the others go on. */
  onFailure: (share: Share, error: unknown) => void;
}

/** Asks for the shares, in their order. Its `over` never rejects. */
export function dealCurse(
  pool: WorkerPool,
  question: CurseQuestion,
  shares: readonly Share[],
  { onCounts, onFailure }: DealCurseOptions,
): Deal {
  let cancelled = false;
  const jobs = shares.map((share) => {
    const onPart = (counts: CurseCounts) => {
      if (!cancelled) onCounts(share, counts);
    };
    const job = pool.ask('curse', { ...question, ...share }, { onPart });
    const settled = job.result.then(onPart, (error: unknown) => {
      if (!cancelled && !(error instanceof JobCancelled)) onFailure(share, error);
    });
    return { cancel: job.cancel, settled };
  });
  return {
    over: Promise.all(jobs.map(({ settled }) => settled)).then(() => {}),
    cancel() {
      cancelled = true;
      for (const { cancel } of jobs) cancel();
    },
  };
}
