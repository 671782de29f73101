/** Training runs crash: such a trial is recorded with its reason, and the search goes on. */
import { describe, expect, it } from 'vitest';
import { problemOf } from '../run.ts';
import { strategies } from '../strategies/index.ts';
import { finish } from '../testing.ts';
import { SettingsError, type Problem, type Scenario } from '../types.ts';
import { modelBased, caseScenario } from './cases.ts';
import { counted, expectContract } from './contract.ts';

const thrown = (what: unknown) => () => {
  throw what;
};

/** What an objective may do instead of returning a number, and what the record says of it. */
const WAYS: [string, () => number, string][] = [
  ['returns NaN', () => NaN, 'the objective returned NaN'],
  ['returns infinity', () => Infinity, 'the objective returned Infinity'],
  ['returns minus infinity', () => -Infinity, 'the objective returned -Infinity'],
  ['returns nothing', () => undefined as unknown as number, 'the objective returned undefined'],
  ['throws an error', thrown(new RangeError('loss diverged')), 'loss diverged'],
  ['throws a text', thrown('out of memory'), 'out of memory'],
  ['returns text', () => '0.5' as unknown as number, 'the objective returned text instead of a number'],
  ['throws a number', thrown(137), 'the objective threw 137'],
  ['throws nothing', thrown(undefined), 'the objective threw undefined'],
  ['throws a bare object', thrown(Object.create(null)), 'the objective threw an object'],
  ['throws an empty error', thrown(new Error('')), 'the objective threw an error without a message'],
];

/** When: by the number of the evaluation (from 1), or where it is. */
const TIMES: [string, (evaluation: number, first: number) => boolean][] = [
  ['at first', (evaluation) => evaluation === 1],
  ['now and then', (evaluation) => evaluation % 3 === 0],
  ['mostly', (evaluation) => evaluation % 3 !== 2],
  ['always', () => true],
  ['in one half of the space', (_, first) => first < 0.5],
];

function failing(
  honest: Problem,
  fail: () => number,
  when: (evaluation: number, first: number) => boolean,
): { target: Problem; failed: () => number } {
  let evaluations = 0;
  let failed = 0;
  const value = (x: readonly number[]) => {
    evaluations += 1;
    if (!when(evaluations, honest.space.toUnit(x)[0])) return honest.value(x);
    failed += 1;
    return fail();
  };
  return { target: { ...honest, value }, failed: () => failed };
}

describe.each(strategies.map((strategy) => [strategy.id, strategy] as const))(
  '%s goes on',
  (id, strategy) => {
    const scenarios = ['branin', 'knn-cancer', 'gbr-diabetes', 'quadratic', 'hartmann6'].map((objective) =>
      caseScenario({ objective, budget: modelBased(strategy) ? 14 : 20, strategies: [id] }),
    );
    const expectToGoOn = (
      scenario: Scenario,
      fail: () => number,
      when: (typeof TIMES)[number][1],
      reason: string | RegExp,
    ) => {
      const honest = problemOf(scenario);
      const { target, failed } = failing(honest, fail, when);
      const { trials, unused } = expectContract(scenario, counted(target), strategy);
      const records = trials.flatMap(({ failure }) => failure ?? []);
      expect(records).toHaveLength(failed());
      for (const record of records) {
        expect(record).toBe(reason);
      }
      // Whoever spends everything where nothing fails does so here.
      expect(unused, 'gave up').toBeLessThanOrEqual(finish(scenario).unused);
    };

    it.each(WAYS)('where the objective %s', (_, fail, reason) => {
      for (const scenario of scenarios.slice(0, 2)) expectToGoOn(scenario, fail, (n) => n % 3 === 0, reason);
    });

    it.each(TIMES)('where evaluations fail %s', (_, when) => {
      for (const scenario of scenarios) expectToGoOn(scenario, thrown(new Error('crash')), when, 'crash');
    });
  },
);

it('settings that do not fit the problem are refused before the first trial', () => {
  const scenario = caseScenario({
    objective: 'forrester',
    strategies: [{ id: 'grid', params: { levels: [[2]] } }],
  });
  const target = counted(problemOf(scenario));
  expect(() => finish(scenario, target)).toThrow(SettingsError);
  expect(target.evaluations()).toBe(0);
});
