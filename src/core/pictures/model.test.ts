import { describe, expect, it } from 'vitest';
import { drawModel, samplePaths } from './model.ts';
import { run } from '../run.ts';
import type { Choice, ModelView, Trial } from '../types.ts';

const KERNELS = ['rbf', 'matern32', 'matern52'];

function traceOf(objective: string, params: Choice['params'] = {}, budget = 16) {
  const [trace] = run({
    version: 1,
    objective: { id: objective, params: {} },
    noise: { kind: 'none' },
    budget,
    seed: 3,
    repeat: 0,
    strategies: [{ id: 'bayes', params }],
  }).traces;
  const modelOf = (trial: Pick<Trial, 'view'> | undefined): ModelView => {
    if (trial?.view?.kind !== 'model') throw new Error('no model here');
    return trial.view;
  };
  return { ...trace, modelOf };
}

const coordinates = (trials: readonly Trial[]) => Float64Array.from(trials.flatMap(({ unit }) => unit));

describe.each(['forrester', 'branin'])('the picture of a model of %s', (objective) => {
  it.each(KERNELS)('passes through noiseless samples (%s)', (kernel) => {
    const { trials, closing, modelOf } = traceOf(objective, { kernel });
    const values = trials.map(({ y }) => y!);
    const range = Math.max(...values) - Math.min(...values);
    const { mean, sd } = drawModel(modelOf(closing), trials, coordinates(trials));
    values.forEach((y, i) => {
      expect(Math.abs(mean[i] - y)).toBeLessThan(1e-3 * range);
      expect(sd[i]).toBeLessThan(1e-2 * range);
    });
  });

  it('shows at every trial what was predicted and wanted when its point was chosen', () => {
    const { trials, modelOf } = traceOf(objective, { acquisition: 'ei' });
    for (const trial of trials.filter(({ view }) => view)) {
      const view = modelOf(trial);
      const { mean, sd, acquisition } = drawModel(view, trials, Float64Array.from(trial.unit));
      expect(mean[0]).toBeCloseTo(view.predicted.mean, 6);
      expect(sd[0]).toBeCloseTo(view.predicted.sd, 6);
      expect(acquisition[0] * view.yScale).toBeCloseTo(Number(trial.why.values.score), 6);
      // Nowhere on a grid is it higher.
      const side = 25;
      const d = trial.unit.length;
      const grid = Float64Array.from({ length: side ** d * d }, (_, at) =>
        at % d === 0 ? (Math.floor(at / d) % side) / (side - 1) : Math.floor(at / d / side) / (side - 1),
      );
      const highest = Math.max(...drawModel(view, trials, grid).acquisition);
      expect(highest).toBeLessThanOrEqual(acquisition[0] * 1.001 + 1e-12);
    }
  });

  it('looks at no trial later than its model', () => {
    const { trials, modelOf } = traceOf(objective);
    const view = modelOf(trials[9]);
    expect(view.conditioned).toBe(9);
    const points = coordinates(trials.slice(9));
    const later = trials.map((trial, i) => (i < 9 ? trial : { ...trial, y: 1e6 }));
    expect(drawModel(view, later, points)).toEqual(drawModel(view, trials.slice(0, 9), points));
    const earlier = trials.map((trial, i) => (i < 8 ? trial : { ...trial, y: 1e6 }));
    expect(drawModel(view, earlier, points).mean).not.toEqual(drawModel(view, trials, points).mean);
  });
});

describe('Thompson sampling', () => {
  it('shows the drawn function that it minimised, at the end too', () => {
    const { trials, closing, modelOf } = traceOf('forrester', { acquisition: 'thompson' });
    const grid = Float64Array.from({ length: 201 }, (_, i) => i / 200);
    for (const trial of trials.filter(({ view }) => view)) {
      const view = modelOf(trial);
      const here = drawModel(view, trials, Float64Array.from(trial.unit)).acquisition[0];
      expect(here * view.yScale + view.yMean).toBeCloseTo(Number(trial.why.values.score), 6);
      const lowest = Math.min(...drawModel(view, trials, grid).acquisition);
      expect(here).toBeLessThan(lowest + 0.02);
    }
    expect(modelOf(closing).acquisition.draw).toBeTypeOf('number');
  });
});

describe('functions drawn for show', () => {
  it('are as many as asked for, different, repeatable, and pass through noiseless samples', () => {
    const { trials, closing, modelOf } = traceOf('forrester');
    const view = modelOf(closing);
    const points = coordinates(trials);
    const values = trials.map(({ y }) => y!);
    const range = Math.max(...values) - Math.min(...values);
    const paths = samplePaths(view, trials, points, 3, 11);
    expect(paths).toHaveLength(3);
    expect(samplePaths(view, trials, points, 3, 11)).toEqual(paths);
    for (const path of paths) {
      path.forEach((value, i) => expect(Math.abs(value - values[i])).toBeLessThan(1e-2 * range));
    }
    const first = traceOf('forrester', {}, 4);
    const [one, other] = samplePaths(first.modelOf(first.closing), first.trials, points, 2, 1);
    expect(Math.max(...one.map((value, i) => Math.abs(value - other[i])))).toBeGreaterThan(0.1);
  });
});

it('a trial that failed counts as the worst value seen', () => {
  const { trials, closing, modelOf } = traceOf('forrester');
  const view = modelOf(closing);
  const worst = Math.max(...trials.map(({ y }) => y!));
  const failed = trials.map((trial, i) => (i === 2 ? { ...trial, y: null } : trial));
  const replaced = trials.map((trial, i) => (i === 2 ? { ...trial, y: worst } : trial));
  const points = coordinates(trials);
  if (trials[2].y === worst) throw new Error('pick another trial: this one is the worst already');
  expect(drawModel(view, failed, points)).toEqual(drawModel(view, replaced, points));
});
