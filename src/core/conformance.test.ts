/** The contract of every strategy on every problem: both registries are the list of what is tested. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { objectives } from './objectives/index.ts';
import { problemOf, runTrials } from './run.ts';
import { readScenario } from './scenario.ts';
import { strategies } from './strategies/index.ts';
import { paramsArbitrary } from './testing.ts';
import { readTraceFile } from './trace-file.ts';
import { SettingsError, type Problem, type Scenario, type Trace } from './types.ts';

function finish(scenario: Scenario, target?: Problem): Trace {
  const trials = runTrials(scenario, scenario.strategies[0], target);
  for (;;) {
    const step = trials.next();
    if (step.done) return step.value;
  }
}

describe.each(strategies.map((strategy) => [strategy.id, strategy] as const))('%s', (id, strategy) => {
  describe.each(objectives.map((objective) => [objective.id, objective] as const))(
    'on %s',
    (_, objective) => {
      const { dimensions } = problemOf({ objective: { id: objective.id, params: {} } }).space;
      const scenarios = fc.record({
        budget: fc.integer({ min: 1, max: 14 }),
        seed: fc.integer({ min: 0, max: 1000 }),
        noise: fc.constantFrom('none', '0.1', undefined),
        own: paramsArbitrary(strategy.params, dimensions),
      });

      it('keeps the contract', () => {
        fc.assert(
          fc.property(scenarios, ({ budget, seed, noise, own }) => {
            const { scenario, notices } = readScenario({
              objective: objective.id,
              budget,
              seed,
              noise,
              strategies: [{ id, params: own }],
            });
            expect(notices).toEqual([]);
            const trace = finish(scenario);

            // The budget, to the trial.
            expect(trace.trials.length).toBeLessThanOrEqual(budget);
            expect(trace.trials.length + trace.unused).toBe(budget);
            for (const [i, { index, unit, x }] of trace.trials.entries()) {
              expect(index).toBe(i);
              for (const [axis, { kind, lo, hi }] of dimensions.entries()) {
                expect(unit[axis]).toBeGreaterThanOrEqual(0);
                expect(unit[axis]).toBeLessThanOrEqual(1);
                expect(x[axis]).toBeGreaterThanOrEqual(lo);
                expect(x[axis]).toBeLessThanOrEqual(hi);
                if (kind === 'integer') expect(Number.isInteger(x[axis])).toBe(true);
              }
            }

            // Twice the same, as plain data: what crosses to the page and what is written to a file.
            expect(finish(scenario)).toEqual(trace);
            expect(structuredClone(trace)).toEqual(trace);
            const file = {
              format: 'trial-by-trial/traces' as const,
              version: 1 as const,
              scenario,
              traces: [trace],
            };
            expect(readTraceFile(JSON.parse(JSON.stringify(file)))).toEqual({ file });
          }),
          { numRuns: 5 },
        );
      });
    },
  );

  it('goes on where evaluations fail, some of them or all', () => {
    for (const objective of ['branin', 'knn-cancer', 'gbr-diabetes']) {
      const { scenario } = readScenario({ objective, budget: 14, strategies: [id] });
      const honest = problemOf(scenario);
      for (const every of [3, 1]) {
        let evaluations = 0;
        const target: Problem = {
          ...honest,
          value: (x) => {
            evaluations += 1;
            if (evaluations % every === 0) throw new Error('diverged');
            return honest.value(x);
          },
        };
        const trace = finish(scenario, target);
        expect(trace.trials.length + trace.unused).toBe(14);
        const failed = trace.trials.filter(({ failure }) => failure === 'diverged');
        expect(failed).toHaveLength(Math.floor(trace.trials.length / every));
        expect(failed.length).toBeGreaterThan(0);
        for (const { y, feasible } of failed) expect([y, feasible]).toEqual([null, false]);
        const file = {
          format: 'trial-by-trial/traces' as const,
          version: 1 as const,
          scenario,
          traces: [trace],
        };
        expect(readTraceFile(JSON.parse(JSON.stringify(file)))).toEqual({ file });
      }
    }
  });

  it('cannot look beyond its budget: it is asked for no more', () => {
    const { scenario } = readScenario({ objective: 'branin', budget: 9, strategies: [id] });
    const honest = problemOf(scenario);
    let evaluations = 0;
    const trace = finish(scenario, {
      ...honest,
      value: (x) => {
        evaluations += 1;
        return honest.value(x);
      },
    });
    expect(evaluations).toBe(trace.trials.length);
    expect(evaluations).toBeLessThanOrEqual(9);
  });

  it.runIf(strategy.oblivious)('needs no observation, as it declares', () => {
    const { scenario } = readScenario({ objective: 'branin', budget: 12, strategies: [id] });
    const honest = problemOf(scenario);
    const points = (target: Problem) => finish(scenario, target).trials.map(({ unit }) => unit);
    expect(points({ ...honest, value: (x) => -honest.value(x) })).toEqual(points(honest));
  });

  it('cannot see the optimum: it does the same wherever that is said to be', () => {
    const { scenario } = readScenario({ objective: 'branin', budget: 9, strategies: [id] });
    const honest = problemOf(scenario);
    const lying = { ...honest, optimum: { ...honest.optimum, value: -99, at: [[0, 0]] } };
    expect(finish(scenario, lying)).toEqual(finish(scenario, honest));
  });
});

it('settings that do not fit the problem are refused before the first trial', () => {
  const { scenario } = readScenario({
    objective: 'forrester',
    strategies: [{ id: 'grid', params: { levels: [[2]] } }],
  });
  expect(() => finish(scenario)).toThrow(SettingsError);
});
