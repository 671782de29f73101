/** Formulas and ranges of any size work as in ordinary units, or are refused with a sentence. */
import { describe, expect, it } from 'vitest';
import { run } from '../../run.ts';
import { readScenario } from '../../scenario.ts';
import { Accumulator } from '../../study/statistics/index.ts';
import { formula } from './formula.ts';
import { readSpace } from './space-text.ts';
import { table } from './table.ts';

const made = (text: string, space = '') => formula.create({ formula: text, space });
const SIZES = ['1e155', '1e-165', '1e-12', '1e250', '1e-250'];

describe('a formula', () => {
  it.each(SIZES)('times %s has its minimum where it had it, found as finely', (size) => {
    for (const text of ['(x - 0.3)^2 + 0.1*sin(20*x)', '(x - 0.2)^2 + abs(y - 0.7)', 'cos(6*pi*x)']) {
      const [plain, scaled] = [made(text).optimum, made(`${size}*(${text})`).optimum];
      const factor = Number(size);
      expect(scaled.value / factor).toBeCloseTo(plain.value, 9);
      expect(scaled.tolerance / factor).toBeLessThan(1e-8);
      expect(scaled.tolerance).toBeGreaterThan(0);
      expect(scaled.certified).toBe(plain.certified);
      expect(scaled.at.length).toBe(plain.at.length);
      const places = (at: number[][]) => at.map((x) => x.map((value) => value.toFixed(4)).join()).sort();
      expect(places(scaled.at)).toEqual(places(plain.at));
    }
  });

  it('on an offset of 3·10¹¹ is known to the last digits of its values, no better and no worse', () => {
    const { optimum } = made('3e11 + (x - 0.3)^2');
    expect(optimum.certified).not.toBe(false);
    expect(optimum.tolerance).toBeLessThan(2e-3);
    expect(optimum.at[0][0]).toBeCloseTo(0.3, 1);
  });

  it('whose values are subnormal is a problem like any other', () => {
    const { optimum, value } = made('exp(-715 - 20*x)');
    expect(optimum.at).toEqual([[1]]);
    expect(optimum.value).toBe(value([1]));
    expect(optimum.tolerance).toBeGreaterThan(0);
  });

  it('is searched all over a log scale of 400 decades', () => {
    const { scenario, notices } = readScenario({
      objective: { id: 'formula', params: { formula: 'abs(log10(x) - 37)', space: 'x log 1e-200 1e200' } },
      noise: 'none',
      budget: 30,
      strategies: ['bayes', 'binary', 'random', 'grid', 'cma-es', 'tpe'],
    });
    expect(notices).toEqual([]);
    for (const { trials, strategy } of run(scenario).traces) {
      const decades = trials.map(({ x }) => Math.log10(x[0]));
      expect(new Set(decades.map(Math.round)).size, strategy.id).toBeGreaterThan(5);
      expect(trials.at(-1)!.best, strategy.id).toBeLessThan(20);
    }
  });
});

describe('regrets', () => {
  it.each(SIZES)('of values times %s are told apart as in ordinary units', (size) => {
    const floorOf = (text: string) => {
      const { scenario } = readScenario({ objective: { id: 'formula', params: { formula: text } } });
      const problems = [{ name: 'p', objective: scenario.objective, noise: scenario.noise }];
      const study = { problems, strategies: [], budget: 1, repeats: 1, seed: 1 };
      return new Accumulator(study as never).floors[0];
    };
    expect(floorOf(`${size}*(x - 0.3)^2`) / Number(size)).toBeLessThan(1e-8);
    expect(floorOf('(x - 0.3)^2')).toBeLessThan(1e-8);
  });
});

describe('a range', () => {
  it.each([
    ['x 0 1e301'],
    ['x -1e308 1e308'],
    ['x 0 1e400'],
    ['x 1e-400 1'],
    ['x 0 5e-324'],
    ['x 0 1e-310'],
    ['x 1e-310 2e-310'],
    ['x log 1e-310 1'],
    ['x log 1e-400 1'],
    ['x 1 1.0000000001'],
    ['x log 3 3.000000001'],
    ['x -1e-305 1e-305'],
  ])('%s is refused where it is typed, as it was typed', (text) => {
    const read = readSpace(text);
    expect(read).toMatchObject({ problem: { key: 'problem.space-order' } });
    if (!('problem' in read)) return;
    const { lo, hi } = read.problem.values;
    expect(String(lo)).not.toBe(String(hi));
  });

  it.each([['x 0 1e300'], ['x -1e300 1e300'], ['x 0 1e-299'], ['x log 1e-300 1e300'], ['x 1e-310 1']])(
    '%s is searched',
    (text) => {
      const { scenario, notices } = readScenario({
        objective: { id: 'formula', params: { formula: 'x/(1 + abs(x))', space: text } },
        strategies: ['random', 'bayes', 'nelder-mead'],
        budget: 12,
      });
      expect(notices).toEqual([]);
      for (const { trials } of run(scenario).traces) {
        for (const { x } of trials) expect(Number.isFinite(x[0])).toBe(true);
        expect(new Set(trials.map(({ x }) => x[0])).size).toBeGreaterThan(8);
      }
    },
  );

  it('of a table is not said to be one value where it is narrow or wide', () => {
    const said = (xs: number[], space = '') => table.check!({ trials: [xs, [1, 2]], space })?.key;
    expect(said([1, 1])).toBe('problem.table-constant');
    expect(said([1, 1 + 1e-12])).toBe('problem.table-ends');
    expect(said([0, 1e305])).toBe('problem.table-ends');
    expect(said([0, 1e-305])).toBe('problem.table-ends');
  });
});
