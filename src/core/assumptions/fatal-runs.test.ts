import { expect, it } from 'vitest';
import { problemOf, run } from '../run.ts';
import { readScenario } from '../scenario.ts';
import type { Scenario } from '../types.ts';
import { fatalRuns, type FatalRuns, type FatalRunsQuestion } from './fatal-runs.ts';
import { FATAL_RULES } from './fatal-share.ts';
import { fatalStep } from './fatal-step.ts';

function finish(question: FatalRunsQuestion): FatalRuns {
  const steps = fatalRuns(question);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
const read = (raw: object): Scenario => readScenario(raw).scenario;

it('are the runs of the Lab, rule by rule, with their fatal steps', () => {
  const scenario = read({
    objective: { id: 'morph', params: { ripple: 0.12 } },
    noise: 0.02,
    budget: 18,
    seed: 5,
    repeat: 2,
    strategies: FATAL_RULES.slice(0, 1).map((rule) => ({ id: 'binary', params: { rule, gap: 0.1 } })),
  });
  const { rules, optimum } = finish({ scenario, settings: { gap: 0.1, rule: 'golden' } });
  expect(rules.map(({ rule }) => rule)).toEqual(FATAL_RULES);
  expect(optimum.at).toEqual([[0.37]]);
  for (const { rule, trials, closing, fatal, line } of rules) {
    const alone = { ...scenario, strategies: [{ id: 'binary', params: { rule, gap: 0.1, comparisons: 3 } }] };
    const [trace] = run(alone).traces;
    expect({ trials, closing }).toEqual({ trials: trace.trials, closing: trace.closing });
    expect(fatal).toEqual(fatalStep(trace, problemOf(scenario)));
    expect([line.x.length, line.x[0], line.x.at(-1)]).toEqual([301, 0, 1]);
    expect(line.y).toEqual(line.x.map((x) => problemOf(scenario).value([x])));
  }
  expect(rules.some(({ fatal }) => fatal)).toBe(true);
});

it('show the line on which it happened, the other knobs where they stood', () => {
  const objective = { id: 'morph-2d', params: { x1: 0.3, x2: 0.7, conditioning: 100, rotation: 45 } };
  const scenario = read({ objective, budget: 40 });
  const { value } = problemOf(scenario);
  for (const { fatal, axis, trials, line } of finish({ scenario }).rules) {
    expect(axis).toBe(fatal!.axis);
    const { x } = trials[fatal!.trial - 1];
    expect(line.y).toEqual(line.x.map((u) => value(x.with(axis, u))));
  }
});

it('of an integer shows every value', () => {
  const { rules } = finish({ scenario: read({ objective: 'knn-cancer', budget: 8 }) });
  const [{ line }] = rules;
  expect(new Set(line.x).size).toBe(line.x.length);
  expect(line.x.every(Number.isInteger)).toBe(true);
});

it('can be given up between two trials', () => {
  const steps = fatalRuns({ scenario: read({ objective: 'morph' }) });
  expect(steps.next()).toEqual({ done: false, value: undefined });
  expect(steps.return(undefined as never).done).toBe(true);
});
