import { describe, expect, it } from 'vitest';
import { diagnosisOf } from '#core/assumptions/diagnosis/testing.ts';
import { getObjective, objectives } from '#core/objectives/index.ts';
import { defaults, type ParamValues } from '#core/params.ts';
import { SUITES } from '#core/study/suites.ts';
import { en } from '../i18n/texts/en.ts';
import { zh } from '../i18n/texts/zh.ts';
import { factWords } from './facts.ts';

const problem = (id: string, params: ParamValues = {}) => {
  const { params: declared, create } = getObjective(id);
  return create({ ...defaults(declared), ...params });
};
const said = (id: string, params?: ParamValues) => {
  const { facts, space } = problem(id, params);
  return factWords(facts, space.dimensions.length).stated.map(
    (key) => en.problem[key.replace('problem.', '') as 'convex'],
  );
};

it('never says of one curved valley that there are several', () => {
  const curved = ['f2', 'f8', 'f9', 'f10', 'f11', 'f12'].map((f) => said('bbob', { function: f }));
  for (const words of [said('rosenbrock'), ...curved]) {
    expect(words.join()).not.toMatch(/several/);
  }
  expect(said('rosenbrock')).toContain('not one valley along every line');
  expect(zh.problem.notUnimodalLines).not.toMatch(/多/);
});

it('says of a curve without one valley what that means: several, or a level stretch', () => {
  expect(said('forrester')).toContain('several valleys or a plateau');
  // One minimum and no bump, but level on the way down.
  expect(said('morph', { plateau: 0.3, height: 0.3 })).toContain('several valleys or a plateau');
  expect(said('quadratic')).toEqual(['convex', 'one valley', 'smooth']);
});

it('speaks of lines where there are several dimensions, and of separability nowhere else', () => {
  for (const { id, params, create } of objectives) {
    const { facts, space } = create(defaults(params));
    const d = space.dimensions.length;
    const { stated, unknown } = factWords(facts, d);
    const keys = [...stated, ...unknown];
    expect(
      keys.filter((key) => /Lines$/.test(key)),
      id,
    ).toHaveLength(d > 1 ? 1 : 0);
    expect(
      keys.filter((key) => /eparable$/.test(key)),
      id,
    ).toHaveLength(d > 1 ? 1 : 0);
  }
});

describe('the Arena’s sets of problems', () => {
  const all = (suite: keyof typeof SUITES) =>
    SUITES[suite].map(({ objective: { id, params }, name }) => [name ?? id, problem(id, params)] as const);

  it.each(all('unimodal'))('“one valley” is true along every line of %s', (_, { facts }) => {
    expect(facts.unimodal).toBe(true);
  });

  it.each(all('multimodal'))('“several valleys” is true of %s', (_, one) => {
    expect(one.facts.unimodal).toBe(false);
    expect(diagnosisOf(one).minima.count).toBeGreaterThan(1);
  });
});
