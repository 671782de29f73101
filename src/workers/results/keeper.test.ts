import { beforeEach, describe, expect, it } from 'vitest';
import { pack, unpack, type PackedRuns } from '#core/study/packed.ts';
import { planIndex } from '#core/study/plan.ts';
import { writeCsv } from '#core/study/results/index.ts';
import { runAll, study } from '#core/study/testing.ts';
import { KeeperClient, KeeperGone, type SpawnKeeper } from './client.ts';
import { sealed } from './parts.ts';
import { inPieces } from './pieces.ts';
import { memoryStore, runsIn, spawnKeeperInProcess, type MemoryStore } from './testing.ts';

const given = study({ problems: ['branin', 'forrester'], strategies: ['random', 'grid'], repeats: 3 });
const records = runAll(given);
const other = { ...given, seed: 9 };
const view = { trial: 8, problem: 0, scope: 'all', target: 0.01 } as const;

let store: MemoryStore;
let told: string[];
function keeperOn(spawn?: SpawnKeeper) {
  told = [];
  return new KeeperClient(
    {
      storage: ({ key }) => told.push(key),
      said: ({ key, values }) => told.push([key, ...Object.values(values)].join(' ')),
      gone: (reason) => told.push(reason),
    },
    spawn ?? spawnKeeperInProcess(store),
  );
}
/** Handed over, so copies: the records are used again. */
const packed = (from = 0, to = records.length) => structuredClone(pack(records.slice(from, to)));
const kept = (of = given) => runsIn(store.kept.get(JSON.stringify(of)) ?? []);
const csv = (of = given, runs = records) => new Blob([...writeCsv(of, runs)]);
const text = (blob: Blob) => blob.text();

beforeEach(() => {
  store = memoryStore();
});

describe('the keeper of results', () => {
  it('answers in order: what was added before a question counts', async () => {
    const keeper = keeperOn();
    expect(await keeper.ask('restore', null)).toBeNull();
    expect(await keeper.ask('summary', view)).toBeNull();
    const { study: held, done } = await keeper.ask('start', given);
    expect([held, [...done]]).toEqual([given, []]);
    keeper.add(packed(0, 5));
    expect((await keeper.ask('summary', view))!.runs).toBe(5);
    keeper.add(packed(3));
    expect((await keeper.ask('summary', view))!.runs).toBe(12);
    keeper.dispose();
  });

  it('begins anew where the study that was kept is none of this version', async () => {
    const [problem] = given.problems;
    const strange = [
      { ...given, problems: [{ ...problem, objective: { id: 'of-another-version', params: {} } }] },
      { ...given, strategies: [{ ...given.strategies[0], params: { setting: 1 } }] },
      { ...given, strategies: [{ ...given.strategies[1], params: {} }] },
    ];
    for (const kept of strange) {
      store.kept.set(JSON.stringify(kept), [pack(records.slice(0, 2))]);
      const keeper = keeperOn();
      expect(await keeper.ask('restore', null)).toBeNull();
      expect([...(await keeper.ask('start', given)).done]).toEqual([]);
      expect(told).toEqual([]);
      keeper.dispose();
      store.kept.delete(JSON.stringify(given));
    }
    // Nothing of it is thrown away: the version that knows it may be there again.
    expect(strange.map((one) => kept(one))).toEqual([2, 2, 2]);
  });

  it('writes what came in one piece, and finds it again after a reload', async () => {
    const keeper = keeperOn();
    await keeper.ask('start', given);
    for (let i = 0; i < 10; i++) keeper.add(packed(i, i + 1));
    await keeper.ask('flush', null);
    expect([kept(), store.kept.get(JSON.stringify(given))!.length]).toEqual([10, 1]);
    keeper.dispose();
    const again = keeperOn();
    const { study: held, done } = (await again.ask('restore', null))!;
    expect(held).toEqual(given);
    expect([...done].sort((a, b) => a - b)).toEqual(Array.from({ length: 10 }, (_, i) => i));
    again.dispose();
  });

  it('keeps studies apart, and what each has', async () => {
    const keeper = keeperOn();
    await keeper.ask('start', given);
    keeper.add(packed(0, 4));
    expect((await keeper.ask('start', other)).done).toHaveLength(0);
    keeper.add(packed(4, 6));
    expect((await keeper.ask('start', given)).done).toHaveLength(4);
    expect([kept(given), kept(other)]).toEqual([4, 2]);
    await keeper.ask('forget', null);
    expect([...store.kept.keys()]).toEqual([JSON.stringify(other)]);
    expect(await keeper.ask('summary', view)).toBeNull();
    keeper.dispose();
  });

  it('opens a file, adds it to what it had of that study, and keeps what was new', async () => {
    const keeper = keeperOn();
    await keeper.ask('start', given);
    keeper.add(packed(0, 4));
    const opened = await keeper.ask('open', {
      name: 'a.csv',
      file: csv(given, records.slice(2)),
    });
    expect(opened).toMatchObject({ study: given });
    await keeper.ask('flush', null);
    const places = store.kept
      .get(JSON.stringify(given))!
      .flatMap(unpack)
      .map((record) => planIndex(given, record));
    expect(places.sort((a, b) => a - b)).toEqual(records.map((_, i) => i));
    expect(await text(await keeper.ask('export', 'csv'))).toBe(await text(csv()));
    keeper.dispose();
  });

  it('refuses a file and stays as it was', async () => {
    const keeper = keeperOn();
    await keeper.ask('start', given);
    keeper.add(packed(0, 4));
    const whole = await text(csv(other));
    const broken = { arrayBuffer: () => Promise.reject(new Error('it was moved')) };
    for (const [name, content, key] of [
      ['cut.csv', whole.slice(0, -40), 'problem.results-truncated'],
      ['foreign.csv', 'a,b\n1,2\n', 'problem.results-foreign'],
      ['changed.csv', whole.replace(',ok,', ',failed,'), 'problem.results-altered'],
    ]) {
      const answer = await keeper.ask('open', { name, file: new Blob([content]) });
      expect(answer).toMatchObject({ problem: { key, values: { name } } });
    }
    // A channel would not carry this one.
    const direct = memoryStore();
    const { Keeper } = await import('./keeper.ts');
    const answer = await new Promise((resolve) =>
      new Keeper(direct, resolve).receive({
        ...{ type: 'ask', id: 1, request: 'open' },
        ask: { name: 'moved.csv', file: broken as unknown as Blob },
      }),
    );
    expect(answer).toMatchObject({
      answer: {
        problem: { key: 'problem.results-unreadable', values: { name: 'moved.csv', detail: 'it was moved' } },
      },
    });
    expect((await keeper.ask('summary', view))!.runs).toBe(4);
    expect([...store.kept.keys()]).toEqual([JSON.stringify(given)]);
    keeper.dispose();
  });

  it('makes room by forgetting older studies, never the one on screen', async () => {
    store.room = 8;
    const keeper = keeperOn();
    await keeper.ask('start', other);
    keeper.add(packed(0, 6));
    await keeper.ask('start', given);
    keeper.add(packed(0, 6));
    await keeper.ask('flush', null);
    expect([kept(given), kept(other), told]).toEqual([6, 0, []]);
    keeper.dispose();
  });

  it('says once that there is no room, and goes on in memory', async () => {
    store.room = 8;
    const keeper = keeperOn();
    await keeper.ask('start', given);
    for (const [from, to] of [
      [0, 6],
      [6, 9],
      [9, 12],
    ]) {
      keeper.add(packed(from, to));
      await keeper.ask('flush', null);
    }
    expect([kept(), told]).toEqual([6, ['problem.storage-full']]);
    expect((await keeper.ask('summary', view))!.runs).toBe(12);
    // Turned to again, memory has more than the database.
    expect((await keeper.ask('start', given)).done).toHaveLength(12);
    expect(await text(await keeper.ask('export', 'csv'))).toBe(await text(csv()));
    keeper.dispose();
  });

  it.each<[string, (pack: PackedRuns) => void]>([
    ['a value that changed', ({ y }) => (y[3] += 1)],
    ['a value that changed in its last bit', ({ best }) => (new Uint8Array(best.buffer)[8] ^= 1)],
    ['a column that was cut short', (pack) => (pack.value = pack.value.slice(0, -1))],
    ['all columns cut short', (pack) => Object.assign(pack, packed(0, 2))],
    ['a column that is gone', (pack) => delete (pack as Partial<PackedRuns>).flags],
    ['a column of another kind', (pack) => (pack.y = [...pack.y] as never)],
    ['runs of a problem that is none', ({ problem }) => problem.fill(77)],
    ['nothing', (pack) => Object.keys(pack).forEach((name) => delete pack[name as keyof PackedRuns])],
  ])('runs again what is damaged, such as %s, and says so once', async (_, damage) => {
    const before = keeperOn();
    await before.ask('start', given);
    for (const [from, to] of [
      [0, 4],
      [4, 12],
    ]) {
      before.add(packed(from, to));
      await before.ask('flush', null);
    }
    before.dispose();
    damage(store.kept.get(JSON.stringify(given))![0]);

    const keeper = keeperOn();
    const { done } = (await keeper.ask('restore', null))!;
    expect([...done].sort((a, b) => a - b)).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
    expect(told).toEqual(['problem.kept-damaged 1']);
    expect((await keeper.ask('start', given)).done).toHaveLength(8);
    keeper.add(packed(0, 4));
    await keeper.ask('flush', null);
    expect(told).toHaveLength(1);
    expect(await text(await keeper.ask('export', 'csv'))).toBe(await text(csv()));
    keeper.dispose();
    const again = keeperOn();
    expect((await again.ask('restore', null))!.done).toHaveLength(12);
    expect(told).toEqual([]);
    again.dispose();
  });

  it('neither reads nor throws away what a later version kept', async () => {
    const before = keeperOn();
    await before.ask('start', given);
    before.add(packed(0, 4));
    await before.ask('flush', null);
    before.dispose();
    const [theirs] = store.kept.get(JSON.stringify(given))!;
    store.parts.set(theirs, { ...store.parts.get(theirs)!, version: 99 });
    const keeper = keeperOn();
    expect((await keeper.ask('start', given)).done).toHaveLength(0);
    expect(told).toEqual(['problem.kept-later 1']);
    keeper.add(packed());
    await keeper.ask('flush', null);
    expect(store.kept.get(JSON.stringify(given))).toContain(theirs);
    keeper.dispose();
  });

  it.each([
    [0, 'problem.kept-older 1', false],
    [2, 'problem.kept-later 1', true],
  ])('never mixes runs with those that engine %i made, and says so', async (engine, said, stays) => {
    const before = keeperOn();
    await before.ask('start', given);
    before.add(packed(0, 4));
    await before.ask('flush', null);
    before.dispose();
    const text = JSON.stringify(given);
    const [theirs] = store.kept.get(text)!;
    store.parts.set(theirs, sealed(text, theirs, engine));
    const keeper = keeperOn();
    expect((await keeper.ask('restore', null))!.done).toHaveLength(0);
    expect(told).toEqual([said]);
    expect(store.kept.get(text)).toContain(theirs);
    expect((await keeper.ask('start', given)).done).toHaveLength(0);
    // Said once.
    expect(told).toEqual([said]);
    keeper.add(packed());
    await keeper.ask('flush', null);
    expect(store.kept.get(text)!.includes(theirs)).toBe(stays);
    const again = keeperOn();
    expect((await again.ask('restore', null))!.done).toHaveLength(records.length);
    again.dispose();
    keeper.dispose();
  });

  it('keeps a study again that another tab forgets while it runs, and says so', async () => {
    const running = keeperOn();
    await running.ask('start', given);
    running.add(packed(0, 5));
    await running.ask('flush', null);
    const tab = keeperOn();
    await tab.ask('restore', null);
    await tab.ask('forget', null);
    expect(store.kept.size).toBe(0);
    // Begun again meanwhile: what the running tab had is missing all the same.
    await tab.ask('start', given);
    running.add(packed(5, 12));
    await running.ask('flush', null);
    expect(told).toEqual(['problem.kept-forgotten']);
    const places = new Set(
      store.kept
        .get(JSON.stringify(given))!
        .flatMap(unpack)
        .map((record) => planIndex(given, record)),
    );
    expect(places.size).toBe(12);
    for (const one of [running, tab]) one.dispose();
  });

  it('answers every question with an error of its own', async () => {
    const keeper = keeperOn();
    await expect(keeper.ask('export', 'csv')).rejects.toThrow('no results');
    expect(await keeper.ask('summary', view)).toBeNull();
    keeper.dispose();
  });
});

it('a keeper that is gone leaves no question open, and the next one starts another', async () => {
  const ends: ((reason: string) => void)[] = [];
  const spawn: SpawnKeeper = (on) => {
    const link = spawnKeeperInProcess(store)(on);
    ends.push((reason) => {
      link.terminate();
      on.gone(reason);
    });
    return link;
  };
  const keeper = keeperOn(spawn);
  await keeper.ask('start', given);
  keeper.add(packed(0, 5));
  await keeper.ask('flush', null);
  const open = keeper.ask('summary', view);
  ends[0]('out of memory');
  await expect(open).rejects.toThrow(KeeperGone);
  expect(told).toEqual(['out of memory']);
  // What arrives meanwhile has nowhere to go, and breaks nothing.
  keeper.add(packed(5, 6));
  expect((await keeper.ask('start', given)).done).toHaveLength(5);
  expect(ends).toHaveLength(2);
  keeper.dispose();
});

it('large results are cut into pieces between runs', () => {
  const pieces = [...inPieces(records, 20)];
  expect(pieces.map(({ length }) => length.length)).toEqual([3, 3, 3, 3]);
  expect(pieces.flatMap(unpack)).toEqual(records);
  expect([...inPieces([])]).toEqual([]);
});
