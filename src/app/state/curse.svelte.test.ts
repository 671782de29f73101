import { afterEach, describe, expect, it, vi } from 'vitest';
import { CLASSIC, simulateCurse, type CurseCounts, type CurseQuestion } from '../../core/study/curse.ts';
import type { SpawnWorker } from '../../workers/client.ts';
import { spawnInProcess } from '../../workers/in-process.ts';
import { WorkerPool } from '../../workers/pool.ts';
import { PRESETS } from './curse-settings.ts';
import { Curse } from './curse.svelte.ts';

const MOST = 40;
const open: Curse[] = [];
/** How many targets were asked of the workers, in all. */
let asked = 0;
function curse(spawn: SpawnWorker = spawnInProcess): Curse {
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
  const makePool = () => new WorkerPool({ size: 2, spawn: counting });
  const one = new Curse({ makePool, maxTrials: MOST });
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
    const one = new Curse({ makePool: () => new WorkerPool({ size: 1, spawn: spawnInProcess }) });
    one.run();
    expect(one.question!.maxTrials).toBe(CLASSIC.maxTrials);
    one.dispose();
  });

  it('counts nothing before it is asked, then what the core counts', async () => {
    const one = curse();
    expect([one.status, one.counts, asked]).toEqual(['empty', undefined, 0]);
    one.choose(PRESETS[0]);
    expect([one.status, one.current]).toEqual(['running', true]);
    await until(() => one.status === 'done');
    const question = { ...one.settings, ...PRESETS[0], volume: CLASSIC.volume, maxTrials: MOST };
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
    one.choose(PRESETS[0]);
    await until(() => one.counts!.targets > 0);
    one.choose(PRESETS[1]);
    expect(one.question).toMatchObject(PRESETS[1]);
    one.choose(PRESETS[0]);
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
