import { describe, expect, it } from 'vitest';
import { problemOf, run } from '../run.ts';
import { readScenario } from '../scenario.ts';
import { fatalStep } from './fatal-step.ts';

function search(objective: object, params: object = {}, budget = 24) {
  const { scenario, notices } = readScenario({ objective, budget, strategies: [{ id: 'binary', params }] });
  expect(notices).toEqual([]);
  const [trace] = run(scenario).traces;
  return { trace, fatal: fatalStep(trace, problemOf(scenario)) };
}

describe('the fatal step', () => {
  it.each(['golden', 'fibonacci', 'bisection', 'ternary'])('does not happen to %s in one valley', (rule) => {
    for (const minimum of [0.05, 0.2, 0.37, 0.5, 0.618, 0.9]) {
      expect(search({ id: 'quadratic', params: { minimum } }, { rule }).fatal).toBeNull();
      expect(search({ id: 'absolute-value', params: { minimum } }, { rule }).fatal).toBeNull();
    }
  });

  it('is the comparison that sends the search into the wrong valley', () => {
    const { trace, fatal } = search({
      id: 'rippled-bowl',
      params: { minimum: 0.31, ripple: 0.15, frequency: 6 },
    });
    expect(fatal).not.toBeNull();
    const before = trace.trials[fatal!.trial - 1].view;
    const after = trace.trials[fatal!.trial].view;
    if (before?.kind !== 'bracket' || after?.kind !== 'bracket')
      throw new Error('binary search shows brackets');
    expect(before.lo[0] <= 0.31 && 0.31 <= before.hi[0]).toBe(true);
    expect(after.lo[0] <= 0.31 && 0.31 <= after.hi[0]).toBe(false);
    expect(after.cut).toBeDefined();
  });

  it('knows that the minimisers of a flat bottom fill an interval', () => {
    for (const minimum of [0.2, 0.4, 0.7]) {
      expect(search({ id: 'flat-bottom', params: { minimum, width: 0.3 } }).fatal).toBeNull();
    }
  });

  it('is found after the last trial, too', () => {
    const full = search({ id: 'rippled-bowl', params: { minimum: 0.31, ripple: 0.15, frequency: 6 } });
    const cutShort = search(
      { id: 'rippled-bowl', params: { minimum: 0.31, ripple: 0.15, frequency: 6 } },
      {},
      full.fatal!.trial,
    );
    expect(cutShort.fatal).toEqual(full.fatal);
  });

  it('does not concern strategies without a box', () => {
    const { scenario } = readScenario({ objective: 'branin', strategies: ['random'] });
    expect(fatalStep(run(scenario).traces[0], problemOf(scenario))).toBeNull();
  });
});
