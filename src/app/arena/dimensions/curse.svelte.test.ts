import { afterEach, describe, expect, it, vi } from 'vitest';
import { CLASSIC, simulateCurse, type CurseCounts, type CurseQuestion } from '#core/study/curse.ts';
import type { SpawnWorker } from '#workers/client.ts';
import { spawnInProcess } from '#workers/in-process.ts';
import { WorkerPool } from '#workers/pool.ts';
import { MOST_TALLIES, type Memory } from './memory.ts';
import { DEFAULT_COST, DEFAULT_CURSE, CURSE_PRESETS } from './settings.ts';
import { Curse } from './curse.svelte.ts';

const MOST = 40;
const open: Curse[] = [];
/** How many targets were asked of the workers, in all. */
let asked = 0;
function curse(spawn: SpawnWorker = spawnInProcess, memory?: Memory): Curse {
  asked = 0;
  const counting: SpawnWorker = (on) => {
    const link = spawn(on);
    return {
      ...link,
      send(message) {
        if (message.type === 'ask') asked += (message.ask as CurseQuestion).targets;
        link.send(message);
      },
    };
  };
  const pool = new WorkerPool({ size: 2, spawn: counting });
  const one = new Curse({ pool, maxTrials: MOST, memory });
  open.push(one);
  return one;
}
afterEach(() => {
  for (const one of open.splice(0)) one.dispose();
});
const until = (condition: () => unknown) =>
  vi.waitFor(() => expect(condition()).toBeTruthy(), { timeout: 20_000, interval: 5 });

const expected = new Map<string, CurseCounts>();
function counted(question: CurseQuestion): CurseCounts {
  const key = JSON.stringify(question);
  if (!expected.has(key)) {
    for (const counts of simulateCurse(question, question.targets)) expected.set(key, counts);
  }
  return expected.get(key)!;
}

describe('the curse', () => {
  it('asks for up to 512 trials by itself', () => {
    const one = new Curse({ pool: new WorkerPool({ size: 1, spawn: spawnInProcess }) });
    one.run();
    expect(one.question!.maxTrials).toBe(CLASSIC.maxTrials);
    one.dispose();
  });

  it('counts an example where nothing was asked or set, and says that it is one until somebody asks', async () => {
    const one = curse();
    one.begin();
    expect([one.status, one.example]).toEqual(['running', true]);
    await until(() => one.status === 'done');
    expect(one.counts).toEqual(counted({ ...DEFAULT_CURSE, maxTrials: MOST }));
    one.begin();
    expect([one.status, one.example]).toEqual(['done', true]);
    one.choose(CURSE_PRESETS[0]);
    expect(one.example).toBe(false);

    const touched = curse();
    touched.edit({ targets: 5000 });
    touched.begin();
    expect([touched.status, touched.example]).toEqual(['empty', false]);
  });

  it('counts nothing before it is asked, then what the core counts', async () => {
    const one = curse();
    expect([one.status, one.counts, asked]).toEqual(['empty', undefined, 0]);
    one.choose(CURSE_PRESETS[0]);
    expect([one.status, one.current]).toEqual(['running', true]);
    await until(() => one.status === 'done');
    const question = { ...one.settings, ...CURSE_PRESETS[0], volume: CLASSIC.volume, maxTrials: MOST };
    expect(one.question).toEqual(question);
    expect(one.counts).toEqual(counted(question));
  });

  it('shows counts on the way, stops, and goes on to the same counts', async () => {
    const one = curse();
    one.edit({ dimensions: 2, targets: 8000 });
    one.run();
    await until(() => one.counts!.targets > 0);
    one.cancel();
    expect(one.status).toBe('paused');
    const seen = one.counts!;
    expect(seen.targets).toBeLessThan(8000);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(one.counts).toBe(seen);
    asked = 0;
    one.run();
    await until(() => one.status === 'done');
    expect(asked).toBe(8000 - seen.targets);
    expect(one.counts).toEqual(counted(one.question!));
  });

  it('does not count twice what it has counted, and adds targets to it', async () => {
    const one = curse();
    one.edit({ dimensions: 1 });
    one.run();
    await until(() => one.status === 'done');
    const first = one.counts;
    one.edit({ targets: 1500 });
    expect([one.current, one.counts]).toEqual([false, first]);
    asked = 0;
    one.run();
    await until(() => one.status === 'done');
    expect(asked).toBe(500);
    expect(one.counts).toEqual(counted(one.question!));
    one.edit({ targets: 1000 });
    one.run();
    expect([one.status, one.counts, asked]).toEqual(['done', first, 500]);
    one.edit({ seed: 77 });
    one.run();
    expect(one.status).toBe('running');
    expect(one.counts!.targets).toBe(0);
  });

  it('keeps what another preset interrupts', async () => {
    const one = curse();
    one.edit({ targets: 8000 });
    one.choose(CURSE_PRESETS[0]);
    await until(() => one.counts!.targets > 0);
    one.choose(CURSE_PRESETS[1]);
    expect(one.question).toMatchObject(CURSE_PRESETS[1]);
    one.choose(CURSE_PRESETS[0]);
    expect(one.counts!.targets).toBeGreaterThan(0);
    one.cancel();
    expect([one.status, one.question!.shape]).toEqual(['paused', 'cube']);
  });

  it('tells of a failure once, keeps the rest, and asks for the missing again', async () => {
    let sick = true;
    const spawn: SpawnWorker = (on) => {
      const link = spawnInProcess(on);
      return {
        ...link,
        send(message) {
          const { first = 0 } = message.type === 'ask' ? (message.ask as CurseQuestion) : {};
          if (message.type !== 'ask' || !sick || first < 500) return link.send(message);
          const error = { code: 'run-failed' as const, message: 'it is sick', details: {} };
          on.message({ type: 'failed', job: message.job, error });
        },
      };
    };
    const one = curse(spawn);
    one.edit({ dimensions: 1 });
    one.run();
    await until(() => one.status !== 'running');
    expect(one.status).toBe('paused');
    expect(one.notices).toEqual([{ key: 'error.run-failed', values: { detail: 'it is sick' } }]);
    expect(one.counts!.targets).toBe(500);
    sick = false;
    one.run();
    expect(one.notices).toEqual([]);
    await until(() => one.status === 'done');
    expect(one.counts).toEqual(counted(one.question!));
  });

  it('keeps what is typed about costs apart from everything else', () => {
    const one = curse();
    one.reckon({ price: 4, currency: 'CHF' });
    one.reckon({ unit: 'money' });
    expect(one.cost).toMatchObject({ price: 4, currency: 'CHF', unit: 'money', levels: 5 });
    expect(one.status).toBe('empty');
  });
});

/** A browser's memory, as long as the test lasts. */
function memoryOf(stored = new Map<string, string>()) {
  const memory: Memory = {
    recall: (name) => stored.get(name) ?? null,
    remember: (name, value) => void stored.set(name, value),
  };
  return { memory, stored };
}

describe('the curse after a reload', () => {
  it('has its settings, its counts and the trials that were looked at, and counts nothing', async () => {
    const { memory } = memoryOf();
    const before = curse(spawnInProcess, memory);
    before.reckon({ levels: 7, currency: 'CHF', unit: 'money' });
    before.look(20);
    before.choose(CURSE_PRESETS[0]);
    await until(() => before.status === 'done');
    const other = before.counts;
    before.choose(CURSE_PRESETS[1]);
    await until(() => before.status === 'done');

    const after = curse(spawnInProcess, memory);
    expect([after.cost, after.settings, after.trials]).toEqual([before.cost, before.settings, 20]);
    expect([after.status, after.current, after.counts]).toEqual(['done', true, before.counts]);
    after.choose(CURSE_PRESETS[0]);
    expect([after.status, after.counts, asked]).toEqual(['done', other, 0]);
  });

  it('shows what belongs to other settings as such, and leads back to it', async () => {
    const { memory } = memoryOf();
    const before = curse(spawnInProcess, memory);
    before.edit({ dimensions: 2 });
    before.run();
    await until(() => before.status === 'done');
    before.edit({ dimensions: 3 });
    const after = curse(spawnInProcess, memory);
    expect([after.settings.dimensions, after.question!.dimensions, after.current]).toEqual([3, 2, false]);
    after.back();
    expect([after.settings.dimensions, after.current]).toEqual([2, true]);
  });

  it('goes on from what was in when the page was left in the middle', async () => {
    const { memory } = memoryOf();
    const before = curse(spawnInProcess, memory);
    before.edit({ targets: 8000 });
    before.run();
    await until(() => before.counts!.targets > 0);
    const after = curse(spawnInProcess, memory);
    before.dispose();
    const { targets } = after.counts!;
    expect(after.status).toBe('paused');
    expect(targets).toBeGreaterThan(0);
    asked = 0;
    after.run();
    await until(() => after.status === 'done');
    expect(asked).toBe(8000 - targets);
    expect(after.counts).toEqual(counted(after.question!));
  });

  it('keeps the counts that were looked at last, not all there ever were', async () => {
    const { memory, stored } = memoryOf();
    const one = curse(spawnInProcess, memory);
    one.edit({ dimensions: 1 });
    for (let seed = 1; seed <= MOST_TALLIES + 1; seed++) {
      one.edit({ seed });
      one.run();
      await until(() => one.status === 'done');
    }
    const { tallies } = JSON.parse(stored.get('curse-counts')!) as { tallies: { question: CurseQuestion }[] };
    expect(tallies.map(({ question }) => question.seed)).toEqual(
      Array.from({ length: MOST_TALLIES }, (_, i) => i + 2),
    );
  });

  it('begins anew where what it finds is broken, or cannot be', async () => {
    const { memory, stored } = memoryOf();
    const before = curse(spawnInProcess, memory);
    before.edit({ dimensions: 1 });
    before.run();
    await until(() => before.status === 'done');
    const [choices, counts] = [stored.get('curse')!, stored.get('curse-counts')!];
    const anew = () => {
      const after = curse(spawnInProcess, memory);
      return [after.status, after.settings, after.cost];
    };
    expect(anew()[0]).toBe('done');
    for (const [name, text] of [
      ['curse-counts', '{'],
      ['curse-counts', counts.replace('"version":1', '"version":0')],
      // More hits than targets, a target too many, a list too short.
      ['curse-counts', counts.replace('"grid":[', '"grid":[9999,')],
      ['curse-counts', counts.replace('"targets":1000,"successes"', '"targets":999,"successes"')],
      ['curse-counts', counts.replace(/"sobol":\[\d+,/, '"sobol":[')],
    ] as const) {
      expect(text).not.toBe(counts);
      stored.set(name, text);
      expect(anew()[0], text.slice(0, 60)).toBe('empty');
    }
    for (const text of ['null', choices.replace('"dimensions":1,', '"dimensions":99,')]) {
      expect(text).not.toBe(choices);
      stored.set('curse', text);
      expect(anew()).toEqual(['empty', DEFAULT_CURSE, DEFAULT_COST]);
    }
  });
});
