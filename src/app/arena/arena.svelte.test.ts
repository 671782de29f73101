import { afterEach, describe, expect, it, vi } from 'vitest';
import { planRuns } from '#core/study/plan.ts';
import { Accumulator } from '#core/study/statistics/index.ts';
import { runOne } from '#core/study/run-study.ts';
import { summarise } from '#core/study/summary.ts';
import { spawnInProcess } from '#workers/in-process.ts';
import { WorkerPool } from '#workers/pool.ts';
import { memoryStore, spawnKeeperInProcess } from '#workers/results/testing.ts';
import { openingAtOnce } from '../opening/testing.ts';
import { Arena } from './arena.svelte.ts';
import type { Sketch } from './study/study-sketch.ts';

const sketch: Sketch = {
  problems: ['forrester', 'branin'],
  strategies: [{ id: 'random' }, { id: 'grid' }, { id: 'binary' }],
  budget: 12,
  repeats: 8,
  seed: 3,
};
const open: Arena[] = [];
const pools = new Map<Arena, WorkerPool>();
function arenaOn(store = memoryStore(), given: Sketch = sketch, size = 2) {
  const pool = new WorkerPool({ size, spawn: spawnInProcess });
  const opening = openingAtOnce();
  const spawnKeeper = spawnKeeperInProcess(store);
  const arena = new Arena({ pool, dimensions: pool, opening, spawnKeeper, sketch: given });
  pools.set(arena, pool);
  open.push(arena);
  return arena;
}
afterEach(() => {
  for (const arena of open.splice(0)) arena.dispose();
});
const until = (condition: () => unknown) =>
  vi.waitFor(() => expect(condition()).toBeTruthy(), { timeout: 10_000, interval: 5 });
const complete = (arena: Arena) =>
  until(() => arena.status === 'done' && arena.summary?.runs === arena.total);

describe('the Arena', () => {
  it('runs a study on the pool and shows what the core computes', async () => {
    const arena = arenaOn();
    await arena.run();
    await complete(arena);
    const study = arena.study!;
    const results = new Accumulator(study);
    for (const key of planRuns(study)) results.add(runOne(study, key, () => 0));
    // Thinking is measured: it differs from run to run.
    const { uses, ...expected } = summarise(results, arena.view);
    expect(arena.summary).toMatchObject(expected);
    expect(arena.summary!.uses.map(({ trials }) => trials)).toEqual(uses.map(({ trials }) => trials));
    expect([arena.finished, arena.total, arena.current]).toEqual([48, 48, true]);
  });

  it('re-ranks as of the trial that is looked at', async () => {
    const arena = arenaOn();
    await arena.run();
    await complete(arena);
    const before = arena.summary;
    arena.look({ trial: 2, scope: 'one', problem: 1 });
    await until(() => arena.summary !== before && arena.summary?.trial === 2);
    expect(arena.summary).toMatchObject({ problem: 1, scope: 'one' });
    expect(arena.summary!.wins[0][1]!.pairs).toBe(8);
  });

  it('judges by the point that would be deployed, and goes on to do so for the next study', async () => {
    const objective = { id: 'branin', params: {} };
    const noisy: Sketch = { ...sketch, problems: [{ objective, noise: { kind: 'gaussian', sd: 30 } }] };
    const arena = arenaOn(memoryStore(), noisy);
    expect(arena.view.judged).toBe('tried');
    await arena.run();
    await complete(arena);
    const before = arena.summary!;
    arena.look({ judged: 'deployed' });
    await until(() => arena.summary?.judged === 'deployed');
    expect(arena.summary!.curves[0].median).not.toEqual(before.curves[0].median);
    arena.draft.edit({ repeats: 3 });
    await arena.run();
    await complete(arena);
    expect([arena.view.judged, arena.summary!.judged]).toEqual(['deployed', 'deployed']);
  });

  it('stops, keeps what is in, and goes on to the same results', async () => {
    const store = memoryStore();
    const long: Sketch = { ...sketch, strategies: [{ id: 'bayes' }, { id: 'random' }], repeats: 10 };
    const arena = arenaOn(store, long, 1);
    await arena.run();
    await until(() => arena.finished > 0);
    arena.cancel();
    expect(arena.status).toBe('paused');
    const seen = arena.finished;
    expect(seen).toBeLessThan(arena.total);
    await arena.run();
    expect(arena.finished).toBeGreaterThanOrEqual(seen);
    await complete(arena);
    const whole = arenaOn(memoryStore(), long);
    await whole.run();
    await complete(whole);
    expect(arena.summary!.ranks).toEqual(whole.summary!.ranks);
    expect(arena.summary!.points).toEqual(whole.summary!.points);
  });

  it('finds everything again after a reload, and does not compute it again', async () => {
    const store = memoryStore();
    const first = arenaOn(store);
    await first.run();
    await complete(first);
    await until(() => [...store.kept.values()].flat().reduce((n, { length }) => n + length.length, 0) === 48);
    first.dispose();
    const again = arenaOn(store, { ...sketch, seed: 99 });
    await again.restore();
    await until(() => again.summary?.runs === 48);
    expect([again.status, again.draft.sketch.seed, again.current]).toEqual(['done', 3, true]);
    expect(again.summary!.ranks).toEqual(first.summary!.ranks);
    expect(pools.get(again)!.workers).toBe(0);
  });

  it('writes what is in at once when it is over', async () => {
    const store = memoryStore();
    const written = () => [...store.kept.values()].flat().reduce((n, { length }) => n + length.length, 0);
    const arena = arenaOn(store, { ...sketch, strategies: [{ id: 'random' }] });
    await arena.run();
    await until(() => arena.status === 'done');
    // No timer has to elapse: what arrives on the way waits for more, the last does not.
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    expect(written()).toBe(arena.total);
  });

  it('goes on in memory where the database refuses, and says so once', async () => {
    for (const [name, key] of [
      ['QuotaExceededError', 'problem.storage-full'],
      ['TimeoutError', 'problem.storage-blocked'],
      ['SecurityError', 'problem.storage-refused'],
    ]) {
      const store = memoryStore();
      store.refuse = Object.assign(new Error('no'), { name });
      const arena = arenaOn(store);
      await arena.restore();
      await arena.run();
      await complete(arena);
      expect(arena.notices.map((notice) => notice.key)).toEqual([key]);
    }
  });

  it('says what cannot be run, and changes nothing', async () => {
    const arena = arenaOn();
    arena.draft.edit({ strategies: [], repeats: 8 });
    expect(arena.draft.refusals.map(({ key }) => key)).toEqual(['problem.study-list']);
    await arena.run();
    expect([arena.status, arena.study]).toEqual(['empty', undefined]);
  });

  it('takes a study file, refuses another with its name, and keeps the sketch', async () => {
    const arena = arenaOn();
    const file = (text: string) => new File([text], 'mine.json', { type: 'application/json' });
    const raw = { problems: 'unimodal', strategies: ['random'], budget: 5, repeats: 2 };
    expect(await arena.openFile(file(JSON.stringify(raw)))).toBe(true);
    expect([arena.draft.sketch.budget, arena.draft.sketch.problems.length]).toEqual([5, 7]);
    expect(await arena.openFile(file(JSON.stringify({ ...raw, budget: 0 })))).toBe(false);
    expect(await arena.openFile(file('{'))).toBe(false);
    expect(arena.notices.map(({ key }) => key)).toEqual([
      'notice.study-refused',
      'problem.study-whole',
      'notice.file-unreadable',
    ]);
    expect(arena.draft.sketch.budget).toBe(5);
  });

  it('opens its own results files, and says by name what is wrong with others', async () => {
    const arena = arenaOn();
    await arena.run();
    await complete(arena);
    const { ranks } = arena.summary!;
    for (const format of ['csv', 'parquet'] as const) {
      const bytes = await (await arena.exportResults(format)).arrayBuffer();
      const other = arenaOn(memoryStore(), { ...sketch, seed: 5 });
      expect(await other.openFile(new File([bytes], `results.${format}`))).toBe(true);
      await until(() => other.summary);
      expect([other.status, other.draft.sketch.seed, other.summary!.ranks]).toEqual(['done', 3, ranks]);

      const cut = new File([bytes.slice(0, bytes.byteLength - 9)], `cut.${format}`);
      expect(await other.openFile(cut)).toBe(false);
      expect(JSON.stringify(other.notices)).toContain(`cut.${format}`);
      expect([other.status, other.summary!.ranks]).toEqual(['done', ranks]);
    }
  });
});
