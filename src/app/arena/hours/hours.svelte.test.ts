import { afterEach, describe, expect, it, vi } from 'vitest';
import { run } from '#core/run.ts';
import { readStudy } from '#core/study/read-study.ts';
import { runScenario } from '#core/study/run-study.ts';
import { schedule, scheduledTrials, trainingHours } from '#core/study/schedule.ts';
import type { Study } from '#core/study/types.ts';
import type { SpawnWorker } from '#workers/client.ts';
import { spawnInProcess } from '#workers/in-process.ts';
import { WorkerPool } from '#workers/pool.ts';
import { Hours } from './hours.svelte.ts';

function studyOf(patch: object = {}): Study {
  const read = readStudy({
    problems: ['branin', 'forrester'],
    strategies: ['grid', 'binary', 'random', 'k-section'],
    budget: 24,
    repeats: 6,
    seed: 5,
    ...patch,
  });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.study;
}
const pools: WorkerPool[] = [];
const open: Hours[] = [];
const frames = {
  request: (callback: (now: number) => void) => Number(setTimeout(callback, 1)),
  cancel: clearTimeout,
};
function clockOn(spawn: SpawnWorker = spawnInProcess) {
  const pool = new WorkerPool({ size: 2, spawn });
  const clock = new Hours({ pool, frames, settle: 1 });
  clock.begin();
  pools.push(pool);
  open.push(clock);
  return { clock, pool };
}
afterEach(() => {
  for (const clock of open.splice(0)) clock.cancel();
  for (const pool of pools.splice(0)) pool.dispose();
});
const until = (condition: () => unknown) =>
  vi.waitFor(() => expect(condition()).toBeTruthy(), { timeout: 10_000, interval: 5 });
const finished = (clock: Hours) =>
  until(() => clock.lanes.length > 0 && clock.lanes.every(({ status }) => status === 'done'));
const byName = (clock: Hours, name: string) =>
  clock.lanes.find(({ strategy }) => strategy.name === name)!.schedule!;

describe('runs', () => {
  it('start once the page that asks for them is there; one that comes back says so again', async () => {
    const spawn = vi.fn(spawnInProcess);
    const { clock } = clockOn(spawn);
    clock.cancel();
    clock.adopt(studyOf(), 0);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(spawn).not.toHaveBeenCalled();
    expect(clock.lanes.map(({ status }) => status)).toContain('waiting');
    clock.begin();
    await finished(clock);
    expect(spawn).toHaveBeenCalled();
  });
});

describe('schedules', () => {
  it('are those of the core for the very runs of the study', async () => {
    const { clock } = clockOn();
    const study = studyOf();
    clock.set({ repeat: 3, chance: true, axis: 0, thinking: 'given', seconds: 360, follow: false });
    clock.adopt(study, 0);
    expect(clock.busy).toBe(true);
    await finished(clock);
    expect(clock.busy).toBe(false);
    for (const [strategy, lane] of clock.lanes.entries()) {
      const scenario = runScenario(study, { problem: 0, strategy, repeat: 3 });
      const trials = scheduledTrials(run(scenario).traces[0].trials);
      const slope = Math.log(4);
      const hours = trainingHours(trials, { median: 1, sigma: 0.5, longer: { axis: 0, slope } }, [5, 3]);
      const oblivious = ['grid', 'random'].includes(lane.strategy.id);
      const expected = schedule(trials, { machines: 4, hours, thinking: 0.1, oblivious });
      expect(lane.trials).toEqual(trials);
      expect(lane.schedule!.bars.length).toBe(expected.bars.length);
      expect(lane.schedule!.makespan).toBeCloseTo(expected.makespan, 9);
      expect(lane.schedule!.thinking).toBeCloseTo(trials.length / 10, 12);
    }
  });

  it('follow the point that would be deployed as soon as that is what counts, with the same runs', async () => {
    const { clock } = clockOn();
    const noisy = studyOf({ problems: [{ id: 'branin', noise: 30 }], strategies: ['random'], budget: 12 });
    clock.adopt(noisy, 0);
    await finished(clock);
    const [{ trials, schedule: tried }] = clock.lanes;
    clock.adopt(noisy, 0, 'deployed');
    expect(clock.busy).toBe(false);
    const [{ trials: same, schedule: deployed }] = clock.lanes;
    expect(same).toEqual(trials);
    const lowest = trials!.reduce((least, one) => (one.y! < least.y! ? one : least));
    expect(deployed!.progress.at(-1)!.best).toBe(lowest.value);
    expect(tried!.progress.at(-1)!.best).toBe(Math.min(...trials!.map(({ value }) => value)));
    expect([clock.judged, deployed!.makespan]).toEqual(['deployed', tried!.makespan]);
  });

  it('show the lesson: designs fill the machines, bisection waits, batches follow the machines', async () => {
    const { clock } = clockOn();
    clock.set({ chance: false });
    clock.adopt(studyOf(), 1);
    await finished(clock);
    for (const machines of [4, 8]) {
      clock.set({ machines });
      await finished(clock);
      const [random, binary, batches] = ['random', 'binary', 'k-section'].map((name) => byName(clock, name));
      expect(random.makespan).toBe(random.machineHours / machines);
      expect(binary.makespan).toBe(binary.machineHours);
      expect(batches.makespan).toBeLessThan(binary.makespan);
      // 24 trials in batches of 4 or 8 leave nobody idle: times are constant.
      expect(batches.makespan).toBe(24 / machines);
    }
  });

  it('are made anew without running anything, where only times change', async () => {
    const { clock, pool } = clockOn();
    const ask = vi.spyOn(pool, 'ask');
    clock.adopt(studyOf(), 0);
    await finished(clock);
    expect(ask).toHaveBeenCalledTimes(4);
    const before = clock.lanes[1];
    clock.set({ median: 2 });
    expect(clock.lanes[1].schedule!.makespan).toBe(before.schedule!.makespan * 2);
    clock.set({ median: 1 });
    clock.set({ repeat: 0 });
    expect(clock.lanes[1].schedule).toEqual(before.schedule);
    // Another number of machines is another run of k-section only; the old one is remembered.
    clock.set({ machines: 5 });
    await finished(clock);
    clock.set({ machines: 4 });
    await finished(clock);
    expect(ask).toHaveBeenCalledTimes(5);
  });

  it('measure the thinking of the runs that they show', async () => {
    const { clock } = clockOn();
    clock.set({ thinking: 'measured' });
    clock.adopt(studyOf({ strategies: ['bayes'], budget: 12 }), 0);
    await finished(clock);
    const { thinking, machineHours } = clock.lanes[0].schedule!;
    expect(thinking).toBeGreaterThan(0);
    expect(thinking).toBeLessThan(machineHours);
  });
});

describe('what is wanted', () => {
  it('changes with the problem and the repeat; the last repeat stands in for one that the study lacks', async () => {
    const { clock } = clockOn();
    clock.adopt(studyOf(), 0);
    await finished(clock);
    const first = clock.lanes[2].trials;
    clock.adopt(studyOf(), 9);
    await finished(clock);
    expect([clock.problem, clock.lanes[2].trials![0].unit.length]).toEqual([1, 1]);
    clock.adopt(clock.study!, 0);
    clock.set({ repeat: 99 });
    await finished(clock);
    expect(clock.repeat).toBe(5);
    expect(clock.lanes[2].trials).not.toEqual(first);
    clock.set({ repeat: 0 });
    expect(clock.lanes[2].trials).toEqual(first);
  });

  it('gives up what is no longer wanted', async () => {
    const { clock, pool } = clockOn();
    const asked: { cancel: () => void }[] = [];
    const ask = pool.ask.bind(pool);
    vi.spyOn(pool, 'ask').mockImplementation((...given) => {
      const job = ask(...given);
      asked.push({ cancel: vi.spyOn(job, 'cancel') as never });
      return job;
    });
    clock.adopt(studyOf({ strategies: ['bayes'], budget: 500 }), 0);
    await until(() => clock.lanes[0].arrived > 0);
    expect(clock.lanes[0].status).toBe('running');
    clock.adopt(studyOf({ strategies: ['random'], budget: 8 }), 0);
    expect(asked[0].cancel).toHaveBeenCalledTimes(1);
    await finished(clock);
    expect(clock.lanes.map(({ strategy, arrived }) => [strategy.id, arrived])).toEqual([['random', 8]]);
    clock.cancel();
    expect([clock.study, clock.lanes]).toEqual([undefined, []]);
  });

  it('once nobody looks, keeps what was on screen for whoever comes back, and nothing else', async () => {
    const { clock, pool } = clockOn();
    const ask = vi.spyOn(pool, 'ask');
    const study = studyOf({ strategies: ['grid', 'random'], budget: 500, repeats: 8 });
    const look = async (repeats: readonly number[]) => {
      for (const repeat of repeats) {
        clock.set({ repeat });
        clock.adopt(study, 0);
        await finished(clock);
      }
    };
    await look([0, 1, 2, 3, 4, 5, 6, 7, 0]);
    expect(ask).toHaveBeenCalledTimes(16);
    clock.cancel();
    clock.begin();
    await look([0]);
    expect(ask).toHaveBeenCalledTimes(16);
    await look([7]);
    expect(ask).toHaveBeenCalledTimes(18);
  });

  it('fails for one strategy in its own words, and can be tried again', async () => {
    let broken = true;
    const spawn: SpawnWorker = (on) =>
      spawnInProcess({
        ...on,
        message(message) {
          const spoilt = broken && message.type === 'done';
          const error = { code: 'worker-crashed' as const, message: 'gone', details: {} };
          on.message(spoilt ? { type: 'failed', job: message.job, error } : message);
        },
      });
    const { clock } = clockOn(spawn);
    clock.adopt(studyOf({ strategies: ['random', 'grid'] }), 0);
    await until(() => clock.lanes.every(({ status }) => status === 'failed'));
    expect(clock.lanes[0].error?.key).toBe('error.worker-crashed');
    expect(clock.lanes[0].schedule).toBeUndefined();
    expect(clock.quartiles('hours')[0].at.length).toBe(0);
    broken = false;
    clock.retry();
    expect(clock.busy).toBe(true);
    await finished(clock);
    expect(clock.lanes[0].error).toBeUndefined();
  });
});

describe('curves', () => {
  it('are the regret of the one repeat, against hours and machine-hours', async () => {
    const { clock } = clockOn();
    clock.set({ machines: 3, chance: false });
    clock.adopt(studyOf(), 0);
    await finished(clock);
    const { trials, schedule: made } = clock.lanes[2];
    const [hours, machineHours] = [clock.quartiles('hours')[2], clock.quartiles('machineHours')[2]];
    // 24 trials, three at a time, an hour each.
    expect([...hours.at]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect([...machineHours.at]).toEqual([3, 6, 9, 12, 15, 18, 21, 24]);
    expect(hours.median[7]).toBe(clock.toRegret()(Math.min(...trials!.map(({ value }) => value))));
    expect(made!.progress.at(-1)!.best - hours.median[7]).toBeCloseTo(0.397887, 5);
    expect(hours.lower).toEqual(hours.median);
  });

  it('are quartiles over all repeats on request, as far as they are in', async () => {
    const { clock } = clockOn();
    const study = studyOf();
    clock.adopt(study, 0);
    await finished(clock);
    clock.set({ overall: true });
    expect(clock.counted).toEqual({ done: 4, failed: 0, of: 24 });
    await until(() => clock.counted.done === 24);
    const ends = Array.from({ length: 6 }, (_, repeat) => {
      const scenario = runScenario(study, { problem: 0, strategy: 2, repeat });
      return clock.toRegret()(run(scenario).traces[0].trials.at(-1)!.best!);
    }).sort((a, b) => a - b);
    expect(clock.quartiles('hours')[2].median.at(-1)).toBeCloseTo((ends[2] + ends[3]) / 2, 12);
    clock.set({ overall: false });
    expect(clock.counted.of).toBe(0);
  });

  it('count no more repeats than a page can take', () => {
    const { clock } = clockOn();
    clock.adopt(studyOf({ repeats: 500, budget: 500 }), 0);
    expect(clock.countable).toBe(30);
    clock.adopt(studyOf(), 0);
    expect(clock.countable).toBe(6);
  });
});
