import { afterEach, describe, expect, it } from 'vitest';
import {
  countRuns,
  gridOf,
  makeRunner,
  OUTCOME,
  type Outcome,
  planRuns,
  runOutcome,
  Tally,
} from '#core/assumptions/phase/index.ts';
import { axisOf, questionOf } from '#core/assumptions/phase/testing.ts';
import { dealPhase } from './phase.ts';
import { spawnInProcess } from '../in-process.ts';
import { WorkerPool } from '../pool.ts';

const question = questionOf({
  objective: 'rippled-bowl',
  strategies: ['binary:golden', 'random', 'nelder-mead', 'tpe'],
  x: axisOf('objective.ripple', 0, 0.3, 9),
  y: axisOf('noise', 0, 0.2, 5),
  repeats: 7,
});
const grid = gridOf(question);
const runner = makeRunner(question);
const expected = Uint8Array.from({ length: countRuns(grid) }, (_, run) => runOutcome(runner, run));

const pools: WorkerPool[] = [];
function poolOf(size: number): WorkerPool {
  const pool = new WorkerPool({ size, spawn: spawnInProcess });
  pools.push(pool);
  return pool;
}
afterEach(() => {
  for (const pool of pools.splice(0)) pool.dispose();
});

function collect(pool: WorkerPool, tally: Tally, runs: Uint32Array, stopAfter = Infinity) {
  const failed: number[] = [];
  const deal = dealPhase(pool, question, runs, {
    onPart: ({ runs: made, outcomes, theory }) => {
      made.forEach((run, i) => tally.add(run, outcomes[i] as Outcome, theory[i]));
      if (tally.done >= stopAfter) deal.cancel();
    },
    onFailure: (run) => failed.push(run),
  });
  return { deal, failed };
}

describe('a diagram', () => {
  it.each([1, 2, 5])('is the same from %i workers', async (size) => {
    const tally = new Tally(grid);
    const { deal, failed } = collect(poolOf(size), tally, planRuns(grid));
    await deal.over;
    expect(failed).toEqual([]);
    expect(tally.outcomes).toEqual(expected);
    // Golden section where the bowl has one valley and no noise: one cell, seven repeats.
    expect([tally.predicted, tally.agreed]).toEqual([7, 7]);
    expect(tally.promising.size).toBe(0);
    expect(new Set(expected)).toEqual(new Set([OUTCOME.missed, OUTCOME.reached]));
  });

  it('goes on where it was stopped, and comes to the same', async () => {
    const tally = new Tally(grid);
    const pool = poolOf(2);
    const first = collect(pool, tally, planRuns(grid), 100);
    await first.deal.over;
    const before = tally.done;
    expect(before).toBeGreaterThanOrEqual(100);
    expect(before).toBeLessThan(expected.length);
    const rest = planRuns(grid, (run) => tally.outcomes[run] !== OUTCOME.unknown);
    expect(rest.length).toBe(expected.length - before);
    await collect(pool, tally, rest).deal.over;
    expect(tally.outcomes).toEqual(expected);
  });

  it('does not hold up what else the pool is asked for', async () => {
    const pool = poolOf(1);
    const tally = new Tally(grid);
    const { deal } = collect(pool, tally, planRuns(grid));
    await Promise.resolve();
    const small = { ...question, x: axisOf('noise', 0, 1, 2), y: axisOf('budget', 1, 2, 2) };
    await pool.ask('phase', { question: small, runs: Uint32Array.of(0) }).result;
    // Two chunks were waiting: it came after the first of them, a quarter of all.
    expect(tally.done).toBeLessThanOrEqual(Math.floor(expected.length / 4));
    await deal.over;
    expect(tally.done).toBe(expected.length);
  });
});

describe('a worker', () => {
  /** Does so many runs a turn, and tells which. */
  function fakeWorker(perTurn: number) {
    const made: number[] = [];
    const pool = new WorkerPool({
      size: 1,
      spawn: ({ message }) => {
        queueMicrotask(() => message({ type: 'ready' }));
        return {
          terminate: () => {},
          send(told) {
            if (told.type !== 'ask' || told.request !== 'phase') return;
            const { job } = told;
            const runs = told.ask.runs.slice(0, perTurn);
            made.push(...runs);
            message({ type: 'accepted', job });
            const outcomes = Uint8Array.from(runs, (run) => expected[run]);
            const theory = new Uint8Array(runs.length);
            message({ type: 'part', job, part: { runs: Uint32Array.from(runs), outcomes, theory } });
            message({ type: 'done', job, result: { runs: runs.length } });
          },
        };
      },
    });
    pools.push(pool);
    return { pool, made };
  }

  it('is given runs coarse to fine', async () => {
    const { pool, made } = fakeWorker(Infinity);
    await collect(pool, new Tally(grid), planRuns(grid)).deal.over;
    expect(made).toEqual([...planRuns(grid)]);
  });

  it('that ends its turn early does the rest later', async () => {
    const { pool, made } = fakeWorker(1);
    const runs = planRuns(grid).slice(0, 40);
    await collect(pool, new Tally(grid), runs).deal.over;
    expect(made.toSorted((a, b) => a - b)).toEqual([...runs].toSorted((a, b) => a - b));
  });
});
