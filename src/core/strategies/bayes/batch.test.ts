import { describe, expect, it } from 'vitest';
import { drawModel } from '../../pictures/model.ts';
import type { ParamValues } from '../../params.ts';
import { problemOf, runTrials } from '../../run.ts';
import { readScenario } from '../../scenario.ts';
import type { ModelView, Trace, Trial } from '../../types.ts';

function search(objective: string, budget: number, params: ParamValues = {}, seed = 1): Trace {
  const { scenario, notices } = readScenario({
    objective,
    budget,
    seed,
    strategies: [{ id: 'batch-bayes', params }],
  });
  expect(notices).toEqual([]);
  const trials = runTrials(scenario, scenario.strategies[0]);
  for (;;) {
    const step = trials.next();
    if (step.done) return step.value;
  }
}

const modelled = ({ trials }: Trace) =>
  trials.filter((trial): trial is Trial & { view: ModelView } => trial.view?.kind === 'model');

describe('a batch', () => {
  it('is asked at once, the last one cut by the budget', () => {
    const { trials } = search('branin', 17, { size: 4, initial: 6 });
    expect(trials.map(({ batch }) => batch)).toEqual([0, 0, 0, 0, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4]);
    expect(trials.at(-1)!.why.values).toMatchObject({ place: 3, size: 3 });
  });

  it('is chosen by one belief: what was known before it, and what is pretended of its own points', () => {
    for (const { index, batch, view } of modelled(search('branin', 18, { size: 4, initial: 6 }))) {
      expect(view.conditioned).toBe(6 + 4 * (batch - 2));
      expect(view.fantasies?.length ?? 0).toBe(index - view.conditioned);
    }
  });

  it.each(['branin', 'gbr-diabetes'])('holds no point twice, and none that is known (%s)', (objective) => {
    const { trials } = search(objective, 24, { size: 6 });
    expect(new Set(trials.map(({ x }) => x.join())).size).toBe(24);
  });

  it('takes the uncertainty out of the neighbourhood of its pending points', () => {
    const trace = search('branin', 18, { size: 4, initial: 6 });
    for (const { index, unit, view } of modelled(trace)) {
      if (!view.fantasies) continue;
      const pending = trace.trials[index - 1];
      const { sd } = drawModel(view, trace.trials, Float64Array.from([...pending.unit, ...unit]));
      expect(sd[0]).toBeLessThan(0.25 * view.yScale);
      expect(sd[0]).toBeLessThan(sd[1]);
    }
  });
});

describe('what is pretended', () => {
  it('by the believer is what the model without it predicted', () => {
    const trace = search('branin', 18, { size: 4, initial: 6 });
    for (const { index, view } of modelled(trace)) {
      if (!view.fantasies) continue;
      const before = trace.trials[index - 1];
      if (before.view?.kind !== 'model') throw new Error('the point before has a model');
      expect(view.fantasies.at(-1)).toBe(before.view.predicted.mean);
      const { mean } = drawModel(before.view, trace.trials, Float64Array.from(before.unit));
      expect(mean[0]).toBeCloseTo(before.view.predicted.mean, 6);
    }
  });

  it.each([
    ['liar-min', (y: number[]) => Math.min(...y)],
    ['liar-mean', (y: number[]) => y.reduce((a, b) => a + b) / y.length],
    ['liar-max', (y: number[]) => Math.max(...y)],
  ])('by the constant liar (%s) is one number for all', (lie, expected) => {
    const { trials } = search('branin', 18, { size: 4, initial: 6, lie });
    for (const { view } of trials) {
      if (view?.kind !== 'model') continue;
      const seen = trials.slice(0, view.conditioned).map(({ y }) => y!);
      for (const fantasy of view.fantasies ?? []) expect(fantasy).toBeCloseTo(expected(seen), 8);
    }
  });

  it('is forgotten: the next batch believes what came back', () => {
    const trace = search('branin', 14, { size: 4, initial: 6 });
    const last = trace.trials[10];
    if (last.view?.kind !== 'model') throw new Error('a model chose this');
    const known = trace.trials[7];
    const { mean } = drawModel(last.view, trace.trials, Float64Array.from(known.unit));
    expect(Math.abs(mean[0] - known.y!)).toBeLessThan(0.05 * last.view.yScale);
  });
});

it('eight batches of four come close to 32 trials one by one', () => {
  const regrets = Array.from({ length: 9 }, (_, seed) => {
    const { trials } = search('branin', 40, { initial: 8 }, seed);
    return trials.at(-1)!.best! - problemOf({ objective: { id: 'branin', params: {} } }).optimum.value;
  });
  expect(regrets.sort((a, b) => a - b)[4]).toBeLessThan(0.01);
});
