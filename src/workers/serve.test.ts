import { afterEach, describe, expect, it } from 'vitest';
import { run } from '#core/run.ts';
import { defaultScenario } from '#core/scenario.ts';
import { drawParzen } from '#core/pictures/parzen.ts';
import { real } from '#core/space.ts';
import type { ModelView, ParzenView, Scenario, Trial } from '#core/types.ts';
import { JobCancelled, JobError } from './client.ts';
import { gridPoints } from './grid.ts';
import { spawnInProcess } from './in-process.ts';
import { WorkerPool } from './pool.ts';

const strategy = { id: 'random', params: {} };
const scenario: Scenario = { ...defaultScenario(), budget: 40, seed: 3, strategies: [strategy] };

let pool = new WorkerPool({ size: 1, spawn: spawnInProcess });
afterEach(() => {
  pool.dispose();
  pool = new WorkerPool({ size: 1, spawn: spawnInProcess });
});

function runInWorker(asked = scenario) {
  const trials: Trial[] = [];
  let chunks = 0;
  const job = pool.ask(
    'run',
    { scenario: asked, strategy },
    {
      onPart: (part) => {
        chunks++;
        trials.push(...part);
      },
    },
  );
  return { job, trials, chunks: () => chunks };
}

describe('the simulation worker', () => {
  it('gives the very trace that the core gives', async () => {
    const { job, trials } = runInWorker();
    const { thinkingSeconds, ...result } = await job.result;
    const [trace] = run(scenario).traces;
    expect({ strategy, trials, ...result }).toEqual(trace);
    expect(thinkingSeconds).toBeGreaterThanOrEqual(0);
  });

  it('hands over trials a chunk at a time, as they happen', async () => {
    const { job, trials, chunks } = runInWorker({ ...scenario, budget: 40_000 });
    await job.result;
    expect(trials.length).toBe(40_000);
    expect(chunks()).toBeGreaterThan(1);
    expect(chunks()).toBeLessThan(400);
  });

  it('reacts to a cancel between two chunks, and takes the next job', async () => {
    const first = runInWorker({ ...scenario, budget: 5_000_000 });
    while (first.chunks() < 2) await new Promise((r) => setTimeout(r, 1));
    first.job.cancel();
    await expect(first.job.result).rejects.toBeInstanceOf(JobCancelled);
    const seen = first.trials.length;
    const asked = performance.now();
    await runInWorker().job.result;
    // A worker that had not stopped would have been thrown away after 150 ms.
    expect(performance.now() - asked).toBeLessThan(140);
    expect(first.trials.length).toBe(seen);
  });

  it('sends an error as data, and works on', async () => {
    const unknown = pool.ask('run', { scenario, strategy: { id: 'oracle', params: {} } });
    const error = await unknown.result.catch((e: unknown) => e);
    expect(error).toBeInstanceOf(JobError);
    expect(error).toMatchObject({ code: 'run-failed', message: expect.stringContaining('oracle') });
    await expect(runInWorker().job.result).resolves.toMatchObject({ unused: 0 });
  });
});

describe('pictures', () => {
  const view: ModelView = {
    kind: 'model',
    kernel: 'matern52',
    lengthscales: [0.3],
    signalVariance: 1,
    noiseVariance: 1e-6,
    yMean: 0,
    yScale: 1,
    conditioned: 3,
    jitter: 0,
    logMarginalLikelihood: 0,
    acquisition: { kind: 'ei', xi: 0, kappa: 2, best: -1 },
    predicted: { mean: 0, sd: 1 },
  };
  const trials = [0, 0.5, 1].map(
    (u, index) => ({ index, unit: [u], x: [u], y: Math.cos(4 * u), feasible: true }) as Trial,
  );
  const grid = { kind: 'line', axis: 0, count: 101 } as const;

  it('pass through the samples, with draws on request', async () => {
    const paths = { count: 3, seed: 1 };
    const picture = await pool.ask('picture', { kind: 'model', view, trials, grid, paths }).result;
    if (picture.kind !== 'model') throw new Error('A model was asked for.');
    for (const i of [0, 50, 100]) {
      expect(picture.mean[i]).toBeCloseTo(Math.cos((4 * i) / 100), 3);
      expect(picture.sd[i]).toBeLessThan(0.01);
    }
    expect(picture.sd[25]).toBeGreaterThan(0.05);
    expect(picture.acquisition.length).toBe(101);
    expect(picture.paths.map((path) => path.length)).toEqual([101, 101, 101]);
  });

  it('fail with a sentence where they do not fit the model', async () => {
    const wrong = pool.ask('picture', { kind: 'model', view, trials, grid: { ...grid, axis: 1 } });
    await expect(wrong.result).rejects.toMatchObject({ code: 'run-failed' });
  });

  describe('of two densities', () => {
    const parzen: ParzenView = {
      kind: 'parzen',
      conditioned: 3,
      good: [1],
      multivariate: true,
      bandwidth: 'scott',
      priorWeight: 1,
    };
    const dimensions = [real('a', 0, 1), real('b', 0, 1)];
    const seen = [
      [0.1, 0.9],
      [0.7, 0.3],
      [0.5, 0.5],
    ].map((unit, index) => ({ index, unit, x: unit, y: index, feasible: true }) as Trial);
    const ask = async (plane: { columns: number; rows: number } | null, count = 0) => {
      const wanted = plane
        ? ({ kind: 'plane', axes: [0, 1], ...plane } as const)
        : ({ kind: 'marginals', count } as const);
      const asked = { kind: 'parzen', view: parzen, trials: seen, dimensions, grid: wanted } as const;
      const picture = await pool.ask('picture', asked).result;
      if (picture.kind !== 'parzen') throw new Error('Densities were asked for.');
      return picture;
    };

    it('are those of the core on a plane', async () => {
      const picture = await ask({ columns: 2, rows: 1 });
      const points = Float64Array.of(0.25, 0.5, 0.75, 0.5);
      expect(picture).toEqual({ kind: 'parzen', ...drawParzen(parzen, seen, dimensions, points) });
    });

    it('come as one marginal per dimension, each of which is a density and peaks at its good trial', async () => {
      const COUNT = 201;
      const { good, rest } = await ask(null, COUNT);
      expect([good.length, rest.length]).toEqual([2 * COUNT, 2 * COUNT]);
      for (const [axis, at] of seen[1].unit.entries()) {
        for (const logs of [good, rest]) {
          const values = logs.slice(axis * COUNT, (axis + 1) * COUNT).map(Math.exp);
          const inner = values.reduce((sum, value) => sum + value, 0) - (values[0] + values[COUNT - 1]) / 2;
          expect(inner / (COUNT - 1)).toBeCloseTo(1, 3);
        }
        const own = good.slice(axis * COUNT, (axis + 1) * COUNT);
        expect(Math.abs(own.indexOf(Math.max(...own)) / (COUNT - 1) - at)).toBeLessThan(0.1);
      }
    });
  });
});

describe('gridPoints', () => {
  it('walks a line from end to end through the given point', () => {
    const line = gridPoints({ kind: 'line', axis: 1, count: 3, through: [0.2, 0.9] }, 2);
    expect([...line]).toEqual([0.2, 0, 0.2, 0.5, 0.2, 1]);
  });
  it('gives cell centres, row-major, row 0 at the bottom, on the axes in the order given', () => {
    const plane = gridPoints({ kind: 'plane', axes: [2, 0], columns: 2, rows: 1 }, 3);
    expect([...plane]).toEqual([0.5, 0.5, 0.25, 0.5, 0.5, 0.75]);
    const tall = gridPoints({ kind: 'plane', axes: [0, 1], columns: 1, rows: 2 }, 2);
    expect([...tall]).toEqual([0.5, 0.25, 0.5, 0.75]);
  });
});
