import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  checkQuestion,
  countRuns,
  gridOf,
  makeRunner,
  runOutcome,
  type PhaseQuestion,
} from '#core/assumptions/phase/index.ts';
import { readScenario } from '#core/scenario.ts';
import type { SpawnWorker } from '#workers/client.ts';
import { spawnInProcess } from '#workers/in-process.ts';
import { WorkerPool } from '#workers/pool.ts';
import type { PhaseRequest } from '#workers/protocol.ts';
import { entryOf, PRESET_IDS, PHASE_PRESETS, sketchFor } from './phase-presets.ts';
import { baseOfScenario, PhaseDiagram } from './phase.svelte.ts';

const scenarioFrom = (raw: object) => readScenario(raw).scenario;
const rippled = scenarioFrom({ objective: 'rippled-bowl', budget: 10, seed: 7 });

const pools: WorkerPool[] = [];
function diagramOn(scenario = rippled, { size = 2, spawn = spawnInProcess as SpawnWorker } = {}) {
  const pool = new WorkerPool({ size, spawn });
  pools.push(pool);
  const diagram = new PhaseDiagram({ pool, scenario });
  diagram.edit({
    strategies: ['grid', 'binary:golden', 'nelder-mead'].map(entryOf),
    x: { ...diagram.sketch.x, cells: 5 },
    y: { ...diagram.sketch.y, cells: 4 },
    repeats: 7,
  });
  return diagram;
}
afterEach(() => {
  for (const pool of pools.splice(0)) pool.dispose();
});
const until = (condition: () => unknown) =>
  vi.waitFor(() => expect(condition()).toBeTruthy(), { timeout: 20_000, interval: 5 });
const outcomesOf = (question: PhaseQuestion): number[] => {
  const runner = makeRunner(question);
  return Array.from({ length: countRuns(runner.grid) }, (_, run) => runOutcome(runner, run));
};
const shown = (diagram: PhaseDiagram) => [...diagram.results!.tally.outcomes];

describe('phase diagrams', () => {
  it('begin with the page’s scenario and dials that it has', () => {
    const { sketch, question, refusals, status } = diagramOn();
    expect([sketch.x.dial, sketch.y.dial]).toEqual(['objective.ripple', 'noise']);
    const plane = diagramOn(scenarioFrom({ objective: 'morph-2d' })).sketch;
    expect([plane.x.dial, plane.y.dial]).toEqual(['objective.conditioning', 'objective.rotation']);
    expect(question.base).toEqual({
      objective: rippled.objective,
      noise: { kind: 'none' },
      budget: 10,
      seed: 7,
    });
    expect([refusals, status]).toEqual([[], 'empty']);
  });

  it('show what the core computes', async () => {
    const diagram = diagramOn();
    diagram.run();
    expect(diagram.status).toBe('running');
    await until(() => diagram.status === 'done');
    expect(shown(diagram)).toEqual(outcomesOf(diagram.question));
    expect([diagram.finished, diagram.total, diagram.current]).toEqual([420, 420, true]);
  });

  it('stop, keep what is in, and go on to the same maps', async () => {
    const diagram = diagramOn(rippled, { size: 1 });
    diagram.edit({ strategies: ['bayes', 'random'].map(entryOf) });
    diagram.run();
    await until(() => diagram.finished > 0);
    diagram.cancel();
    expect(diagram.status).toBe('paused');
    const { finished } = diagram;
    expect(finished).toBeLessThan(diagram.total);
    diagram.edit({ strategies: ['bayes', 'random'].map(entryOf) });
    expect(diagram.current).toBe(true);
    const known = new Set(shown(diagram).flatMap((outcome, run) => (outcome > 0 ? [run] : [])));
    const ask = vi.spyOn(pools.at(-1)!, 'ask');
    diagram.run();
    expect(diagram.finished).toBeGreaterThanOrEqual(finished);
    await until(() => diagram.status === 'done');
    const asked = ask.mock.calls.flatMap(([, request]) => [...(request as PhaseRequest).runs]);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((run) => known.has(run))).toEqual([]);
    expect(shown(diagram)).toEqual(outcomesOf(diagram.question));
  });

  it('say what cannot be asked, and compute nothing', () => {
    const diagram = diagramOn();
    diagram.setDial('y', 'objective.ripple');
    expect(diagram.refusals.map(({ key }) => key)).toEqual(['problem.phase-same-dial']);
    diagram.run();
    expect(diagram.status).toBe('empty');
  });

  it('keep the maps while the question changes, know that they are of another, and find the way back', async () => {
    const diagram = diagramOn();
    diagram.run();
    await until(() => diagram.status === 'done');
    const before = diagram.question;
    diagram.setAxis('x', { hi: 0.2 });
    diagram.edit({ repeats: 9 });
    expect([diagram.current, diagram.status]).toEqual([false, 'done']);
    diagram.back();
    expect(diagram.question).toEqual(before);
    expect(diagram.current).toBe(true);
    diagram.choose('minimum-budget');
    diagram.back();
    expect(diagram.sketch.own).toBeUndefined();
  });

  it('follow the page: what a dial turns does not matter, another problem brings other dials', async () => {
    const diagram = diagramOn();
    diagram.run();
    await until(() => diagram.status === 'done');
    const turned = { ...rippled.objective, params: { ...rippled.objective.params, ripple: 0.4 } };
    diagram.adopt({ ...rippled, objective: turned });
    expect(diagram.current).toBe(true);
    diagram.adopt({ ...rippled, budget: 11 });
    expect(diagram.current).toBe(false);
    diagram.adopt(scenarioFrom({ objective: 'rotated-quadratic' }));
    expect(diagram.refusals).toEqual([]);
    expect(new Set([diagram.sketch.x.dial, diagram.sketch.y.dial]).size).toBe(2);
    diagram.choose('rotation-conditioning');
    diagram.adopt(rippled);
    expect(diagram.question.base.objective.id).toBe('morph-2d');
    diagram.setObjective(undefined);
    expect(diagram.question.base.objective.id).toBe('rippled-bowl');
    expect(diagram.refusals).toEqual([]);
  });

  it('are no part of an address before somebody chooses; until then they follow the page', () => {
    const pool = new WorkerPool({ size: 1, spawn: spawnInProcess });
    pools.push(pool);
    const diagram = new PhaseDiagram({ pool, scenario: rippled });
    diagram.adopt(scenarioFrom({ objective: 'morph-2d' }));
    expect([diagram.query, diagram.sketch.y.dial]).toEqual(['', 'objective.rotation']);
    diagram.adopt(rippled);
    expect(diagram.sketch).toEqual(sketchFor(baseOfScenario(rippled)));
    diagram.edit({ repeats: 9 });
    expect(diagram.query).toMatch(/^phase\.x=.*&phase\.repeats=9$/);
  });

  it('have their question in the address once it was asked, also the one they begin with', () => {
    const spawn: SpawnWorker = () => ({ send: () => {}, terminate: () => {} });
    const pool = new WorkerPool({ size: 1, spawn });
    pools.push(pool);
    const diagram = new PhaseDiagram({ pool, scenario: rippled });
    const { question } = diagram;
    diagram.run();
    expect(diagram.query).toMatch(/^phase\.x=/);
    expect([diagram.question, diagram.current]).toEqual([question, true]);
    diagram.cancel();
  });

  it('take the question of an address and compute nothing; without one they are as at first', () => {
    const from = diagramOn();
    from.choose('minimum-budget');
    from.setBase({ seed: 5 });
    const diagram = diagramOn();
    expect(diagram.read(from.query, rippled)).toEqual([]);
    expect([diagram.question, diagram.status, diagram.query]).toEqual([from.question, 'empty', from.query]);
    // About the page, as it is in the same address.
    expect(
      diagram.read('phase.x=budget&phase.y=noise&phase.colour=red', { ...rippled, seed: 8 }),
    ).toHaveLength(1);
    expect([diagram.question.base.seed, diagram.sketch.x.dial]).toEqual([8, 'budget']);
    expect(diagram.read('', rippled)).toEqual([]);
    expect([diagram.query, diagram.sketch]).toEqual(['', sketchFor(baseOfScenario(rippled))]);
  });

  it('take a problem of their own, and settings that put a dial out of use give way to another', () => {
    const diagram = diagramOn();
    diagram.setObjective('bbob');
    expect(diagram.question.base.objective.params.dimension).toBe(2);
    diagram.setParam('function', 'f15');
    diagram.setBase({ budget: 77, noise: { kind: 'gaussian', sd: 0.5 } });
    expect(diagram.question.base).toMatchObject({
      objective: { id: 'bbob', params: { function: 'f15' } },
      budget: 77,
      noise: { sd: 0.5 },
    });
    expect(diagram.refusals).toEqual([]);
  });

  it('give a target that is a dial a new range with its kind', () => {
    const diagram = diagramOn();
    diagram.setDial('x', 'target');
    expect(diagram.sketch.x.hi).toBe(1);
    diagram.setTargetKind('absolute', 0.001);
    expect(diagram.sketch.x.hi).not.toBe(1);
    expect(diagram.refusals).toEqual([]);
  });

  it('go on around runs that fail, count them, and say whose they are once', async () => {
    /** Cannot run the grid at all. */
    const spawn: SpawnWorker = ({ message }) => {
      queueMicrotask(() => message({ type: 'ready' }));
      return {
        terminate: () => {},
        send(told) {
          if (told.type !== 'ask' || told.request !== 'phase') return;
          const { job, ask } = told;
          message({ type: 'accepted', job });
          const sick = ask.runs.findIndex((run) => Math.floor(run / 7) % 3 === 0);
          const runs = Uint32Array.from(sick < 0 ? ask.runs : ask.runs.slice(0, sick));
          const outcomes = new Uint8Array(runs.length).fill(2);
          message({ type: 'part', job, part: { runs, outcomes, theory: new Uint8Array(runs.length) } });
          if (sick < 0) message({ type: 'done', job, result: { runs: runs.length } });
          else
            message({
              type: 'failed',
              job,
              error: { code: 'run-failed', message: 'it is sick', details: {} },
            });
        },
      };
    };
    const diagram = diagramOn(rippled, { spawn });
    diagram.run();
    await until(() => diagram.status === 'done');
    const { tally } = diagram.results!;
    expect(tally.broken).toBe(140);
    expect([tally.at(3, 0).runs, tally.at(3, 1)]).toEqual([0, { runs: 7, successes: 7 }]);
    expect(diagram.notices.map(({ key }) => key)).toEqual(['error.phase-run', 'error.run-failed']);
  });

  it('are kept for the page that one comes back to', async () => {
    const pool = new WorkerPool({ size: 1, spawn: spawnInProcess });
    pools.push(pool);
    const diagram = new PhaseDiagram({ pool, scenario: rippled });
    diagram.choose('minimum-budget');
    diagram.run();
    await until(() => diagram.finished > 0);
    diagram.cancel();
    const { finished } = diagram;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([diagram.finished, diagram.status]).toEqual([finished, 'paused']);
    diagram.adopt({ ...rippled, budget: 12 });
    expect([diagram.finished, diagram.current]).toEqual([finished, true]);
    diagram.setObjective(undefined);
    expect(diagram.question.base.budget).toBe(12);
  });
});

describe('presets', () => {
  it.each(PRESET_IDS)('%s can be asked', (id) => {
    const { own, ...rest } = PHASE_PRESETS[id]();
    const question = { ...rest, base: own! };
    expect(checkQuestion(question)).toEqual([]);
    const { columns, rows } = gridOf(question);
    expect([columns, rows]).toEqual([question.x.cells, question.y.cells]);
  });
});
