import { describe, expect, it } from 'vitest';
import { queryToRaw, scenarioToQuery } from '../../query.ts';
import { problemOf } from '../../run.ts';
import { readScenario } from '../../scenario.ts';
import { readStudy } from '../../study/read-study.ts';
import { Accumulator } from '../../study/statistics/index.ts';
import { formula, formulaMinimum } from './formula.ts';
import type { Minimum } from './formula/minimum/minimum.ts';

const read = (params: Record<string, unknown>) => readScenario({ objective: { id: 'formula', params } });

describe('a formula as an objective', () => {
  it('has the domain it is given, 0 … 1 where nothing is said', () => {
    const { scenario, notices } = read({ formula: 'x1 + x2 + x3', space: 'x log 1e-5 1; x3 integer 1 10' });
    expect(notices).toEqual([]);
    expect(problemOf(scenario).space.dimensions).toEqual([
      { id: 'x1', kind: 'real', scale: 'log', lo: 1e-5, hi: 1 },
      { id: 'x2', kind: 'real', scale: 'linear', lo: 0, hi: 1 },
      { id: 'x3', kind: 'integer', scale: 'linear', lo: 1, hi: 10 },
    ]);
  });

  it('is made once for the same settings', () => {
    const { scenario } = read({ formula: 'x^2 + 0.25' });
    expect(problemOf(scenario)).toBe(problemOf(structuredClone(scenario)));
  });

  it('comes back from a link as it was typed', () => {
    const params = {
      formula: 'x > 0.5 && y <= 1 ? x^2 % 2 + 1 : 3*y # '.replace('#', ''),
      space: 'x -1 1; y log 1e-3 1',
    };
    const { scenario, notices } = read(params);
    expect(notices).toEqual([]);
    expect(readScenario(queryToRaw(scenarioToQuery(scenario)))).toEqual({ scenario, notices: [] });
  });

  it('that is refused leaves the default, says where, and is not lost', () => {
    for (const [params, key, field, entered] of [
      [{ formula: 'x + foo' }, 'formula-name', 'formula.formula', 'x + foo'],
      [{ space: 'x log 0 1' }, 'space-log', 'formula.space', 'x log 0 1'],
      [{ formula: 'log(x)' }, 'formula-abyss', 'formula', '{"formula":"log(x)","space":""}'],
      [{ formula: 'sqrt(-1 - x)' }, 'formula-never', 'formula', '{"formula":"sqrt(-1 - x)","space":""}'],
    ] as const) {
      const { scenario, notices } = read(params);
      expect(notices).toMatchObject([{ key: `problem.${key}`, values: { field, entered } }]);
      expect(scenario.objective.params.formula).toBe(formula.params.formula.default);
    }
    expect(() => formula.create({ formula: 'log(x)', space: '' })).toThrow();
  });

  it('that fails here and there fails those trials only', () => {
    const { scenario } = read({ formula: 'sqrt(x - 0.5) + 1/(x - 0.75)^2' });
    const { value, optimum } = problemOf(scenario);
    expect([value([0.2]), value([0.75])]).toEqual([NaN, Infinity]);
    expect(optimum.value).toBe(value(optimum.at[0]));
  });

  it('takes a minimum that was found elsewhere, step by step, and is not bounded again', () => {
    const params = { formula: 'cos(7*x) + y^2 + 0.125', space: '' };
    expect(formulaMinimum.known(params)).toBe(false);
    const optimum = { value: -3, at: [[0.5, 0]], kind: 'numeric', tolerance: 1 } as const;
    formulaMinimum.learn(params, { optimum } as unknown as Minimum);
    expect(formulaMinimum.known(params)).toBe(true);
    expect(formula.check!(params)).toBeUndefined();
    expect(formula.create(params).optimum).toBe(optimum);
    // Another domain is another question.
    const wider = { ...params, space: 'x -1 1' };
    expect(formulaMinimum.known(wider)).toBe(false);
    let steps = 0;
    const search = formulaMinimum.steps(wider);
    for (;;) {
      const { done, value } = search.next();
      if (done) {
        expect(value).toEqual({ optimum: formula.create(wider).optimum });
        break;
      }
      steps += 1;
    }
    expect(steps).toBeGreaterThan(10);
    expect(formulaMinimum.steps(wider).next()).toMatchObject({ done: true });
    const refused = formulaMinimum.steps({ formula: 'x + ', space: '' }).next();
    expect(refused).toMatchObject({ done: true, value: { problem: { key: 'problem.formula-end' } } });
  });

  it('may stand in a study, where a refusal names its place', () => {
    const study = (text: string) =>
      readStudy({ problems: [{ id: 'formula', params: { formula: text } }], strategies: ['random'] });
    const refused = study('x +');
    expect('problems' in refused && refused.problems.map(({ key }) => key)).toEqual([
      'problem.study-refused',
      'problem.formula-end',
    ]);
    // Where the minimum is not proven, regret still has a floor.
    const taken = study('x^sin(x)');
    if ('problems' in taken) throw new Error(JSON.stringify(taken.problems));
    expect(problemOf(taken.study.problems[0]).optimum.certified).toBe(false);
    const [floor] = new Accumulator(taken.study).floors;
    expect(floor > 0 && floor < 1e-9).toBe(true);
  });
});
