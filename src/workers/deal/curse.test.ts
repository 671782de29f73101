import { expect, it } from 'vitest';
import { addCounts, noCounts, simulateCurse, type CurseCounts } from '#core/study/curse.ts';
import type { SpawnWorker } from '../client.ts';
import { dealCurse, sharesOf, type Share } from './curse.ts';
import { spawnInProcess } from '../in-process.ts';
import { WorkerPool } from '../pool.ts';
import type { Ask } from '../protocol.ts';

const question = {
  dimensions: 2,
  volume: 0.05,
  shape: 'box' as const,
  targets: 90,
  maxTrials: 20,
  seed: 4,
};
const all: Share[] = [{ first: 0, targets: question.targets }];

function whole(): CurseCounts {
  let last: CurseCounts | undefined;
  for (const counts of simulateCurse(question, question.targets)) last = counts;
  return last!;
}

function collect(spawn: SpawnWorker, shares: readonly Share[], size = 2) {
  const pool = new WorkerPool({ size, spawn });
  const latest = new Map<number, CurseCounts>();
  const failed: string[] = [];
  const deal = dealCurse(pool, question, shares, {
    onCounts: ({ first }, counts) => latest.set(first, counts),
    onFailure: ({ first }, error) => failed.push(`${first} ${(error as Error).message}`),
  });
  const sum = () => [...latest.values()].reduce(addCounts, noCounts(question.maxTrials));
  return { pool, deal, latest, failed, sum };
}

it('shares are all the targets, each once, and a few for each worker', () => {
  const missing = [
    { first: 3, targets: 500 },
    { first: 700, targets: 7 },
    { first: 900, targets: 100 },
  ];
  for (const workers of [1, 2, 6]) {
    const shares = sharesOf(missing, workers);
    const numbers = (list: readonly Share[]) =>
      list.flatMap(({ first, targets }) => Array.from({ length: targets }, (_, i) => first + i));
    expect(numbers(shares)).toEqual(numbers(missing));
    expect(shares.length).toBeGreaterThanOrEqual(4 * workers);
    expect(shares.length).toBeLessThanOrEqual(4 * workers + 3);
  }
  expect(sharesOf([{ first: 0, targets: 12 }], 6)).toEqual([
    { first: 0, targets: 10 },
    { first: 10, targets: 2 },
  ]);
  expect(sharesOf([], 2)).toEqual([]);
});

it.each([1, 3])('counts what one go would, on %i workers', async (size) => {
  const { pool, deal, failed, sum } = collect(spawnInProcess, sharesOf(all, size), size);
  await deal.over;
  expect(sum()).toEqual(whole());
  expect(failed).toEqual([]);
  pool.dispose();
});

it('goes on around a share that fails, and says which', async () => {
  const shares = sharesOf(all, 2);
  const sick = shares[2].first;
  const spawn: SpawnWorker = (on) => {
    const link = spawnInProcess(on);
    return {
      ...link,
      send(asked) {
        if (asked.type !== 'ask' || (asked.ask as Ask<'curse'>).first !== sick) return link.send(asked);
        const error = { code: 'run-failed' as const, message: 'it is sick', details: {} };
        on.message({ type: 'failed', job: asked.job, error });
      },
    };
  };
  const { pool, deal, latest, failed } = collect(spawn, shares);
  await deal.over;
  expect(failed).toEqual([`${sick} it is sick`]);
  expect([...latest.keys()].sort((a, b) => a - b)).toEqual(
    shares.map(({ first }) => first).filter((first) => first !== sick),
  );
  pool.dispose();
});

it('stops when told, and hands over nothing more', async () => {
  const { pool, deal, latest, failed } = collect(spawnInProcess, sharesOf(all, 1), 1);
  deal.cancel();
  await deal.over;
  expect([latest.size, failed]).toEqual([0, []]);
  pool.dispose();
});
