/** Deals the runs of a phase diagram to a pool, behind whatever else is asked for. */
import type { PhaseQuestion } from '#core/assumptions/phase/index.ts';
import { deal, type Deal, type Receive } from '../deal.ts';
import type { WorkerPool } from '../pool.ts';

/** A worker returns what it has after a second anyway: a chunk of quick runs may be large. */
const LARGEST = 512;

/** @param runs their numbers, in the order of their turn */
export const dealPhase = (
  pool: WorkerPool,
  question: PhaseQuestion,
  runs: Uint32Array,
  receive: Receive<'phase', number>,
): Deal =>
  deal(
    pool,
    {
      request: 'phase',
      items: runs,
      idOf: (run) => run,
      ask: (chunk) => ({ question, runs: Uint32Array.from(chunk) }),
      idsIn: (part) => part.runs,
      largest: LARGEST,
      priority: -1,
    },
    receive,
  );
