import { flushSync } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { run } from '#core/run.ts';
import { defaultScenario } from '#core/scenario.ts';
import type { Scenario, TraceFile } from '#core/types.ts';
import type { SpawnWorker } from '#workers/client.ts';
import { spawnInProcess } from '#workers/in-process.ts';
import { WorkerPool } from '#workers/pool.ts';
import { Lab } from './lab.svelte.ts';
import { Formulas } from '../opening/formulas.ts';
import { LARGEST_FILE, Opening } from '../opening/opening.ts';
import { FakeFrames } from '../shared/testing.ts';

const random = { id: 'random', params: {} };
const scenario: Scenario = { ...defaultScenario(), budget: 12, strategies: [random] };
const withBudget = (budget: number): Scenario => ({ ...scenario, budget });

const formulaPool = new WorkerPool({ size: 1, spawn: spawnInProcess });
const formulas = new Formulas(formulaPool);

const open: Lab[] = [];
afterEach(() => {
  for (const lab of open.splice(0)) lab.dispose();
});

/** Workers that crash as soon as they are told to, otherwise the real code. */
function labOf(asked = scenario) {
  const frames = new FakeFrames();
  const crash: ((reason: string) => void)[] = [];
  let silent = false;
  const spawn: SpawnWorker = (on) => {
    crash.push(on.gone);
    if (silent) return { send: () => {}, terminate: () => {} };
    return spawnInProcess(on);
  };
  const pool = new WorkerPool({ size: 2, spawn });
  const lab = new Lab({ scenario: asked, pool, opening: new Opening(formulas), frames, settle: 5 });
  open.push(lab);
  return { lab, frames, crash, setSilent: (value: boolean) => (silent = value) };
}

const finished = (lab: Lab) => vi.waitFor(() => expect(lab.busy).toBe(false), 10_000);
const fileOf = (content: string, name = 'traces.json') => new File([content], name);

describe('Lab', () => {
  it('runs every strategy to the trace that the core gives', async () => {
    const { lab } = labOf();
    lab.start();
    await finished(lab);
    expect(lab.runs.random.status).toBe('done');
    expect(lab.file).toEqual(run(scenario));
    expect(lab.available).toBe(12);
  });

  it('holds the clock at what the strategy that has come furthest has reached', async () => {
    const { lab } = labOf({ ...scenario, strategies: [random, { id: 'bayes', params: {} }] });
    lab.clock.toEnd();
    expect(lab.clock.t).toBe(0);
    lab.start();
    const met: number[] = [];
    const stop = $effect.root(() => {
      $effect(() => {
        if (lab.runs.random.status === 'done' && lab.busy) met.push(lab.clock.t);
      });
    });
    await finished(lab);
    stop();
    expect(met.length, 'one was done before the other').toBeGreaterThan(0);
    expect(new Set(met)).toEqual(new Set([12]));
    expect(lab.clock.t).toBe(12);
  });

  it('takes trials of the reader, and touches no other run for it', async () => {
    const manual = { id: 'manual', params: {} };
    const { lab } = labOf({ ...scenario, strategies: [random, manual] });
    lab.start();
    await finished(lab);
    const other = lab.runs.random;
    expect(lab.runs.manual.trials).toEqual([]);
    for (const [i, x] of [0.3, 0.7, 0.757].entries()) {
      const before = lab.runs.manual.trials;
      lab.place([...before.map((trial) => trial.x), [x]]);
      await finished(lab);
      expect(lab.runs.manual.trials.map((trial) => trial.x)).toEqual([
        ...before.map((trial) => trial.x),
        [x],
      ]);
      expect(lab.runs.manual.trials.slice(0, i)).toEqual(before);
      expect(lab.clock.t).toBe(i + 1);
    }
    lab.place([[0.3]]);
    await finished(lab);
    expect([lab.runs.manual.trials.length, lab.clock.t]).toEqual([1, 1]);
    expect(lab.runs.random).toBe(other);
  });

  it('lets the clock go as far as the fastest, and no run stopped on the way holds it', () => {
    const { lab } = labOf({ ...scenario, strategies: [random, { id: 'grid', params: {} }] });
    const [{ trials }] = run(scenario).traces;
    const { random: fast, grid: slow } = lab.runs;
    lab.clock.toEnd();
    fast.change({ trials: trials.slice(0, 7) });
    slow.change({ trials: trials.slice(0, 3) });
    expect([lab.clock.t, fast.behind(7), slow.behind(7), slow.behind(3)]).toEqual([7, false, true, false]);
    fast.change({ status: 'failed' });
    expect([lab.clock.t, lab.clock.waiting]).toEqual([7, true]);
    slow.change({ status: 'cancelled' });
    expect([lab.clock.t, lab.clock.waiting]).toEqual([12, false]);
    // What was stopped knows nothing of later trials; a grid that is complete has nothing more to say.
    expect([fast.behind(12), slow.behind(12)]).toEqual([true, true]);
    slow.change({ trace: { strategy: slow.choice, trials: slow.trials, unused: 9 } });
    expect(slow.behind(12)).toBe(false);
  });

  it('searches a part of the ranges until it is told otherwise, or gets another problem', () => {
    const box = { lo: [-4], hi: [9.9] };
    const part = {
      ...scenario,
      objective: { id: 'double-well', params: { tilt: 0.2 } },
      box: { lo: [-1.5], hi: [2] },
    };
    const { lab } = labOf(part);
    expect(lab.problem.space.dimensions[0]).toMatchObject({ lo: -1.5, hi: 2 });
    lab.setParam('double-well', 'tilt', 0.4);
    lab.update({ budget: 9 });
    expect(lab.scenario.box).toEqual(part.box);
    lab.widen();
    expect('box' in lab.scenario).toBe(false);
    expect(lab.problem.space.dimensions[0]).toMatchObject({ lo: -1.6, hi: 2.4 });

    for (const choose of [
      () => lab.setObjective('forrester'),
      () => lab.setProblem({ id: 'drawn', params: {} }),
    ]) {
      lab.adopt(part);
      choose();
      expect('box' in lab.scenario).toBe(false);
      expect(lab.notices).toEqual([]);
    }
    // What does not fit is said, and the rest is taken.
    lab.update({ box });
    expect(lab.notices.map(({ key }) => key)).toEqual(['notice.box-range']);
    expect('box' in lab.scenario).toBe(false);
  });

  it('takes a formula when its minimum is known, unless the reader has gone on', async () => {
    const { lab } = labOf();
    const problem = (formula: string) => ({ id: 'formula', params: { formula, space: '' } });
    lab.setProblem(problem('x^2 + 11'));
    expect(lab.scenario.objective.id).toBe(scenario.objective.id);
    await vi.waitFor(() => expect(lab.problem.optimum.value).toBe(11));
    // At once: it was learnt before.
    lab.setProblem({ id: 'branin', params: {} });
    lab.setProblem(problem('x^2 + 11'));
    expect(lab.problem.optimum.value).toBe(11);

    lab.setProblem(problem('x^2 + 12'));
    lab.setProblem(problem('x^2 + 13'));
    await vi.waitFor(() => expect(lab.problem.optimum.value).toBe(13));
    lab.setProblem(problem('x^2 + 14'));
    lab.setObjective('ackley');
    await formulas.ready([problem('x^2 + 14')]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(lab.scenario.objective.id).toBe('ackley');
  });

  it('is reactive: effects see a run from waiting to done', async () => {
    const { lab } = labOf();
    const seen: string[] = [];
    const stop = $effect.root(() => {
      $effect(() => void seen.push(`${lab.runs.random.status} ${lab.runs.random.trials.length}`));
    });
    flushSync();
    lab.start();
    await finished(lab);
    flushSync();
    stop();
    expect([seen[0], seen.at(-1)]).toEqual(['waiting 0', 'done 12']);
  });

  it('starts anew when the scenario changes, and clamps what is out of range with a notice', async () => {
    const { lab } = labOf();
    lab.start();
    await finished(lab);
    lab.clock.seek(9);
    lab.update({ seed: 77 });
    expect([lab.runs.random.status, lab.runs.random.trials.length, lab.clock.t]).toEqual(['waiting', 0, 0]);
    await finished(lab);
    expect(lab.file).toEqual(run({ ...scenario, seed: 77 }));
    expect(lab.clock.t).toBe(9);

    lab.update({ seed: -3 });
    expect(lab.scenario.seed).toBe(0);
    expect(lab.notices.length).toBe(1);
  });

  it('goes back to 0 for another objective, and keeps its place (or the new end) otherwise', () => {
    const { lab } = labOf({ ...scenario, objective: { id: 'branin', params: {} } });
    lab.clock.seek(10);
    lab.update({ budget: 6 });
    expect(lab.clock.wanted).toBe(6);
    lab.setObjective('forrester');
    expect([lab.clock.wanted, lab.problem.space.dimensions.length]).toEqual([0, 1]);
  });

  it('drops what a cancelled run still sends', async () => {
    const { lab } = labOf(withBudget(200));
    lab.start();
    lab.update({ seed: 5 });
    lab.update({ seed: 6, budget: 10 });
    await finished(lab);
    expect(lab.file).toEqual(run({ ...scenario, seed: 6, budget: 10 }));
  });

  it('cancels, keeps what is there, and starts again', async () => {
    const { lab } = labOf();
    lab.start();
    lab.cancel();
    expect(lab.runs.random.status).toBe('cancelled');
    expect(lab.busy).toBe(false);
    lab.retry('random');
    await finished(lab);
    expect(lab.runs.random.status).toBe('done');
  });

  it('says that a worker crashed, and runs again on request', async () => {
    const { lab, crash } = labOf();
    lab.start();
    crash[0]('boom');
    await finished(lab);
    expect(lab.runs.random.status).toBe('failed');
    expect(lab.runs.random.error?.key).toBe('error.worker-crashed');
    lab.retry('random');
    await finished(lab);
    expect([lab.runs.random.status, lab.runs.random.error]).toEqual(['done', undefined]);
    expect(lab.file).toEqual(run(scenario));
  });

  it('replays a file until the scenario is changed', async () => {
    const { lab } = labOf();
    const file = run({ ...scenario, seed: 42, budget: 7 });
    expect(await lab.openFile(fileOf(JSON.stringify(file)))).toBe(true);
    expect([lab.replayed?.scenario.seed, lab.clock.length, lab.available]).toEqual([42, 7, 7]);
    expect(lab.runs.random.trials).toEqual(file.traces[0].trials);
    lab.start();
    expect(lab.runs.random.status).toBe('done');
    lab.update({ seed: 43 });
    expect(lab.replayed).toBeNull();
    await finished(lab);
    expect((lab.file as TraceFile).scenario.seed).toBe(43);
  });

  it('refuses what is not a trace file, keeps what is on screen, and says why', async () => {
    const { lab } = labOf();
    lab.start();
    await finished(lab);
    const shown = lab.file;
    expect(await lab.openFile(fileOf('{"format":'))).toBe(false);
    expect(lab.notices.map((n) => n.key)).toEqual(['notice.file-unreadable']);
    expect(await lab.openFile(fileOf('{"format":"other"}'))).toBe(false);
    expect(lab.notices.length).toBe(1);
    const large = { name: 'large.json', size: LARGEST_FILE + 1 } as File;
    expect(await lab.openFile(large)).toBe(false);
    expect(lab.notices[0].key).toBe('notice.file-too-large');
    expect(lab.file).toEqual(shown);
  });
});
