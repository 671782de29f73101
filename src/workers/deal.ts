/**
 * Deals many small pieces of work to a pool of workers.
 *
 * Strategies differ in cost by a factor of thousands. Chunks are a share of what is left (guided self-scheduling,
 * Polychronopoulos & Kuck 1987, IEEE Transactions on Computers C-36): large ones first, which costs few messages, single
 * runs at the end, so that all workers finish together. Each worker has its next chunk waiting while it works.
 */
import type { PackedRuns } from '#core/study/packed.ts';
import { planIndex } from '#core/study/plan.ts';
import type { RunKey, Study } from '#core/study/types.ts';
import { JobCancelled } from './client.ts';
import type { Job, WorkerPool } from './pool.ts';
import type { Ask, Part, RequestName } from './protocol.ts';

/** An array, or whoever makes its items up one by one. */
export interface Items<Item> extends Iterable<Item> {
  readonly length: number;
}

/** What is to be done, piece by piece, and how a worker is asked for some of it. */
export interface Work<Name extends RequestName, Item> {
  request: Name;
  /** In the order of their turn. */
  items: Items<Item>;
  /** A number of its own for every item. */
  idOf: (item: Item) => number;
  ask: (items: Item[]) => Ask<Name>;
  /** Which items a part brings; one that is empty is a sign of life. */
  idsIn: (part: Part<Name>) => Iterable<number>;
  /** Items of one message at most: what is lost with a worker, and how long a cancel may wait behind it. */
  largest: number;
  /** Against what else the pool is asked for; default 0. */
  priority?: number;
}

export interface Receive<Name extends RequestName, Item> {
  onPart: (part: Part<Name>) => void;
  /** An item could not be done, also not by itself: the others go on. */
  onFailure: (item: Item, error: unknown) => void;
}

export interface Deal {
  /** Settled when everything is in, has failed, or was cancelled. Never rejects. */
  over: Promise<void>;
  cancel: () => void;
}

export function deal<Name extends RequestName, Item>(
  pool: WorkerPool,
  { request, items, idOf, ask, idsIn, largest, priority = 0 }: Work<Name, Item>,
  { onPart, onFailure }: Receive<Name, Item>,
): Deal {
  const waiting: Item[][] = [];
  const dealt = items[Symbol.iterator]();
  let left = items.length;
  let cancelled = false;
  const open = new Set<Job<unknown>>();
  let finish!: () => void;
  const over = new Promise<void>((resolve) => (finish = resolve));
  const hands = pool.size * 2;

  const take = (): Item[] | undefined => {
    if (waiting.length > 0) return waiting.shift();
    if (left === 0) return undefined;
    const size = Math.min(largest, Math.max(1, Math.floor(left / (hands * 2))));
    left -= size;
    return Array.from({ length: size }, () => dealt.next().value as Item);
  };

  const dealOut = (): void => {
    while (!cancelled && open.size < hands) {
      const chunk = take();
      if (!chunk) break;
      give(chunk);
    }
    if (open.size === 0) finish();
  };

  const give = (chunk: Item[]): void => {
    const missing = new Map(chunk.map((item) => [idOf(item), item]));
    const job = pool.ask(request, ask(chunk), {
      priority,
      onPart: (part) => {
        let brought = false;
        for (const id of idsIn(part)) {
          missing.delete(id);
          brought = true;
        }
        if (!cancelled && brought) onPart(part);
      },
    });
    open.add(job);
    job.result
      .then(() => {
        // A worker may stop early to let others have their turn: the rest comes next.
        if (!cancelled && missing.size > 0) waiting.unshift([...missing.values()]);
      })
      .catch((error: unknown) => {
        if (cancelled || error instanceof JobCancelled || missing.size === 0) return;
        const [suspect, ...rest] = missing.values();
        // The run that was under way goes by itself, so that the others of its chunk do not fail with it.
        if (chunk.length > 1) waiting.push(...[[suspect], rest].filter((keep) => keep.length > 0));
        else onFailure(suspect, error);
      })
      .finally(() => {
        open.delete(job);
        dealOut();
      });
  };

  queueMicrotask(dealOut);
  return {
    over,
    cancel() {
      cancelled = true;
      for (const job of open) job.cancel();
      if (open.size === 0) finish();
    },
  };
}

/** Runs of a study. */
export const dealStudy = (
  pool: WorkerPool,
  study: Study,
  keys: Items<RunKey>,
  receive: Receive<'study', RunKey>,
): Deal =>
  deal(
    pool,
    {
      request: 'study',
      items: keys,
      idOf: (key) => planIndex(study, key),
      ask: (chunk) => ({ study, keys: chunk }),
      idsIn: (packed) => runsIn(study, packed),
      largest: 64,
    },
    receive,
  );

function* runsIn(study: Study, { problem, strategy, repeat, length }: PackedRuns): Generator<number> {
  for (let r = 0; r < length.length; r++)
    yield planIndex(study, { problem: problem[r], strategy: strategy[r], repeat: repeat[r] });
}
