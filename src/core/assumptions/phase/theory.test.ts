import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runTrials } from '../../run.ts';
import { readScenario } from '../../scenario.ts';
import { makeSpace, real } from '../../space.ts';
import type { Problem, Trial } from '../../types.ts';
import { lawOf } from './promises.ts';
import { strategyOf } from './testing.ts';
import { bracketLength, nearestTrial, worstDistance, type LawfulSearch } from './theory.ts';

const PHI = (Math.sqrt(5) - 1) / 2;
const SEARCHES = [
  strategyOf('binary:golden'),
  strategyOf('binary:fibonacci'),
  strategyOf('binary:ternary'),
  strategyOf('binary:bisection', { gap: 1e-3 }),
  strategyOf('binary:bisection', { gap: 0.4 }),
  strategyOf('grid'),
  strategyOf('grid', { placement: 'centres' }),
].map((strategy) => {
  const law = lawOf(strategy)!;
  return { name: JSON.stringify(law), strategy, law };
});

/** The search itself, on a function of one variable with its minimum at m. */
function search(index: number, trials: number, m: number, f = (x: number) => Math.abs(x - m)) {
  const { id, params } = SEARCHES[index].strategy;
  const { scenario } = readScenario({ budget: trials, strategies: [{ id, params }] });
  const target: Problem = {
    space: makeSpace([real('x', 0, 1)]),
    value: ([x]) => f(x),
    optimum: { value: f(m), at: [[m]], kind: 'exact', tolerance: 0 },
    facts: { convex: false, unimodal: true, separable: true, smooth: false },
  };
  const made: Trial[] = [];
  const steps = runTrials(scenario, scenario.strategies[0], target);
  for (;;) {
    const step = steps.next();
    if (step.done) return { trials: made, closing: step.value.closing };
    made.push(step.value);
  }
}

const distance = ({ trials }: { trials: Trial[] }, m: number) =>
  Math.min(...trials.map(({ unit }) => Math.abs(unit[0] - m)));

const everySearch = SEARCHES.map(({ name }, index) => [name, index] as const);
const budgets = fc.integer({ min: 1, max: 40 });
const minima = fc.double({ min: 0, max: 1, noNaN: true });
/** One valley, far from symmetric: its sides rise at quite different speeds, and by different powers. */
const valley = (m: number, steepness: number, power: number) => (x: number) =>
  x < m ? steepness * (m - x) : Math.pow(x - m, power);

describe('brackets', () => {
  it('are as long as Kiefer says', () => {
    expect(bracketLength({ rule: 'fibonacci' }, 10)).toBeCloseTo(1 / 89, 7);
    expect(bracketLength({ rule: 'golden' }, 10)).toBeCloseTo(PHI ** 9, 12);
    expect(bracketLength({ rule: 'ternary' }, 10)).toBeCloseTo((2 / 3) ** 5, 12);
    expect(bracketLength({ rule: 'ternary' }, 11)).toBeCloseTo((2 / 3) ** 5, 12);
    expect(bracketLength({ rule: 'bisection', gap: 0.1 }, 6)).toBeCloseTo(0.55 ** 3, 12);
  });

  it.each(everySearch.filter(([, index]) => SEARCHES[index].law.rule !== 'grid'))(
    'are those that the search ends with: %s',
    (_, index) => {
      const law = SEARCHES[index].law as Exclude<LawfulSearch, { rule: 'grid' }>;
      fc.assert(
        fc.property(budgets, minima, (trials, m) => {
          const view = search(index, trials, m).closing?.view;
          if (view?.kind !== 'bracket') throw new Error('binary search closes with its bracket');
          const length = view.hi[0] - view.lo[0];
          const expected = bracketLength(law, trials);
          // Fibonacci's last two probes stand a millionth of the bracket apart, on one side or the other.
          expect(Math.abs(length - expected)).toBeLessThanOrEqual(3e-6 * expected + 1e-14);
        }),
        { numRuns: 200 },
      );
    },
  );
});

describe('the nearest trial', () => {
  it.each(everySearch)('is never farther than theory allows, whatever the valley: %s', (_, index) => {
    fc.assert(
      fc.property(
        budgets,
        minima,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: 0.3, max: 4, noNaN: true }),
        (trials, m, steepness, power) => {
          const found = distance(search(index, trials, m, valley(m, steepness, power)), m);
          expect(found).toBeLessThanOrEqual(worstDistance(SEARCHES[index].law, trials) + 1e-13);
        },
      ),
      { numRuns: 400 },
    );
  });

  it.each(everySearch)('is as far as theory allows for some minimum: %s', (_, index) => {
    const { law } = SEARCHES[index];
    for (let trials = 1; trials <= 25; trials++) {
      // Half-way between the levels of a grid; for binary search at an end of the range.
      const between = law.rule === 'grid' && law.placement === 'endpoints' && trials > 1;
      const worst = between ? 0.5 / (trials - 1) : 0;
      const found = Math.max(...[worst, 1 - worst].map((m) => distance(search(index, trials, m), m)));
      const allowed = worstDistance(law, trials);
      expect(found).toBeGreaterThan(allowed * (1 - 3e-6));
    }
  });

  it.each(everySearch)('follows from the minimum alone in a symmetric valley: %s', (_, index) => {
    fc.assert(
      fc.property(budgets, minima, (trials, m) => {
        const { law } = SEARCHES[index];
        const predicted = nearestTrial(law, trials, m);
        fc.pre(predicted !== undefined);
        // Which of Fibonacci's last two probes is new, a millionth of the bracket beside the other, is for rounding to say.
        const slack = law.rule === 'fibonacci' ? 2e-6 * worstDistance(law, trials) : 0;
        const found = distance(search(index, trials, m), m);
        expect(Math.abs(predicted - found)).toBeLessThanOrEqual(slack + 1e-13);
      }),
      { numRuns: 400 },
    );
  });

  it('is not predicted where two probes are equally near', () => {
    expect(nearestTrial({ rule: 'ternary' }, 3, 0.5)).toBeUndefined();
    expect(nearestTrial({ rule: 'ternary' }, 2, 0.5)).toBeCloseTo(1 / 6, 12);
  });

  it('is farther after golden section than after Fibonacci only in the bracket, not in the probe', () => {
    for (let n = 3; n < 30; n++) {
      expect(bracketLength({ rule: 'fibonacci' }, n)).toBeLessThan(bracketLength({ rule: 'golden' }, n));
      expect(worstDistance({ rule: 'fibonacci' }, n)).toBeGreaterThan(worstDistance({ rule: 'golden' }, n));
    }
  });
});

it('knows the laws of binary search and of even grids, and of nothing else', () => {
  expect(lawOf(strategyOf('binary:golden'))).toEqual({ rule: 'golden' });
  expect(lawOf(strategyOf('binary:bisection', { gap: 0.2 }))).toEqual({ rule: 'bisection', gap: 0.2 });
  expect(lawOf(strategyOf('grid', { levels: [[0.5]] }))).toBeUndefined();
  expect(lawOf(strategyOf('random'))).toBeUndefined();
});
