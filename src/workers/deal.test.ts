import { expect, it } from 'vitest';
import { pack } from '#core/study/packed.ts';
import { planIndex, planRuns } from '#core/study/plan.ts';
import { readStudy } from '#core/study/read-study.ts';
import { runOne } from '#core/study/run-study.ts';
import type { Study } from '#core/study/types.ts';
import { dealStudy } from './deal.ts';
import { spawnInProcess } from './in-process.ts';
import { WorkerPool } from './pool.ts';
import type { SpawnWorker } from './client.ts';
import type { Ask } from './protocol.ts';

const read = readStudy({ problems: ['branin'], strategies: ['random', 'grid'], budget: 4, repeats: 100 });
const study = (read as { study: Study }).study;
const keys = planRuns(study);

function collect(spawn: SpawnWorker, size = 2) {
  const pool = new WorkerPool({ size, spawn });
  const seen: number[] = [];
  const failed: string[] = [];
  const deal = dealStudy(pool, study, keys, {
    onPart: ({ problem, strategy, repeat }) =>
      repeat.forEach((r, i) =>
        seen.push(planIndex(study, { problem: problem[i], strategy: strategy[i], repeat: r })),
      ),
    onFailure: (key, error) => failed.push(`${planIndex(study, key)} ${(error as Error).message}`),
  });
  return { pool, deal, seen, failed };
}

it('makes every run once', async () => {
  const { pool, deal, seen, failed } = collect(spawnInProcess);
  await deal.over;
  expect(seen.sort((a, b) => a - b)).toEqual(keys.map((_, i) => i));
  expect(failed).toEqual([]);
  pool.dispose();
});

it('goes on around a run that fails, and says which', async () => {
  const sick = 37;
  /** A worker that cannot do one of the runs: it hands over those before it. */
  const spawn: SpawnWorker = ({ message }) => {
    queueMicrotask(() => message({ type: 'ready' }));
    return {
      terminate: () => {},
      send(asked) {
        if (asked.type !== 'ask') return;
        const { job } = asked;
        const { keys: chunk } = asked.ask as Ask<'study'>;
        message({ type: 'accepted', job });
        const at = chunk.findIndex((key) => planIndex(study, key) === sick);
        const done = at < 0 ? chunk : chunk.slice(0, at);
        message({ type: 'part', job, part: pack(done.map((key) => runOne(study, key, () => 0))) });
        if (at < 0) message({ type: 'done', job, result: { runs: chunk.length } });
        else
          message({
            type: 'failed',
            job,
            error: { code: 'run-failed', message: 'it is sick', details: {} },
          });
      },
    };
  };
  const { pool, deal, seen, failed } = collect(spawn);
  await deal.over;
  expect(failed).toEqual([`${sick} it is sick`]);
  expect(seen.sort((a, b) => a - b)).toEqual(keys.map((_, i) => i).filter((i) => i !== sick));
  pool.dispose();
});

it('stops when told, and hands over nothing more', async () => {
  const { pool, deal, seen } = collect(spawnInProcess, 1);
  deal.cancel();
  await deal.over;
  expect(seen).toEqual([]);
  pool.dispose();
});
