import { describe, expect, it } from 'vitest';
import { problemOf, run } from '../run.ts';
import { readScenario } from '../scenario.ts';
import type { Point, Scenario } from '../types.ts';
import { fatalStepSoFar } from './fatal-so-far.ts';
import { fatalStep } from './fatal-step.ts';

const scenario = (objective: string): Scenario =>
  readScenario({ objective: { id: objective }, strategies: [{ id: 'binary' }], budget: 30, seed: 1 })
    .scenario;

describe('the fatal step of a run so far', () => {
  it.each(['rippled-bowl', 'branin', 'hartmann6', 'quadratic'])(
    'is that of the run, and is found once whoever asks (%s)',
    (objective) => {
      const asked = scenario(objective);
      const problem = problemOf(asked);
      let evaluations = 0;
      const counted = { ...problem, value: (x: Point) => (evaluations++, problem.value(x)) };
      const [{ trials, closing }] = run(asked).traces;
      const whole = { trials, ...(closing && { closing }) };
      const step = fatalStepSoFar(whole, counted);
      expect(step).toEqual(fatalStep(whole, problem));
      const once = evaluations;
      // Another who asks has a list of its own of the same trials, and perhaps fewer of them.
      expect(fatalStepSoFar({ ...whole, trials: [...trials] }, counted)).toEqual(step);
      for (let shown = step?.trial ?? trials.length; shown < trials.length; shown++)
        fatalStepSoFar({ trials: trials.slice(0, shown + 1) }, counted);
      expect(evaluations).toBe(once);
    },
  );
});
