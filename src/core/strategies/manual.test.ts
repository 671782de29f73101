/** The reader’s own trials are evaluated as they stand, and whoever takes over is given them. */
import { describe, expect, it } from 'vitest';
import { isActive } from '../params.ts';
import { queryToRaw, scenarioToQuery } from '../query.ts';
import { run } from '../run.ts';
import { readScenario } from '../scenario.ts';
import { readStudy } from '../study/read-study.ts';
import { SettingsError, type Message, type Trace } from '../types.ts';
import { getStrategy } from './index.ts';

const scenarioOf = (params: object, more: object = {}) =>
  readScenario({ objective: 'branin', budget: 20, ...more, strategies: [{ id: 'manual', params }] });
const traceOf = (params: object, more?: object): Trace => run(scenarioOf(params, more).scenario).traces[0];
function refusal(params: object, more?: object): Message | undefined {
  try {
    traceOf(params, more);
  } catch (error) {
    if (error instanceof SettingsError) return error.said;
    throw error;
  }
  return undefined;
}

describe('points', () => {
  it('are tried in their order, to the last bit', () => {
    const points = [
      [2.5, 7],
      [3.1, 2.2],
      [-1 / 3, 0.1 + 0.2],
    ];
    const { trials, unused, closing } = traceOf({ points });
    expect(trials.map(({ x }) => x)).toEqual(points);
    expect(unused).toBe(17);
    expect(closing?.why).toEqual({ key: 'manual.waiting', values: { count: 3, left: 17 } });
  });

  it('may be none, or all of the budget', () => {
    expect(traceOf({})).toMatchObject({ trials: [], unused: 20 });
    const { trials, closing } = traceOf({ points: '1,1;2,2' }, { budget: 2 });
    expect([trials.length, closing]).toEqual([2, undefined]);
  });

  it('may be the same one again: with noise that is another look', () => {
    const { trials } = traceOf({ points: '1,1;1,1' }, { noise: 0.5 });
    expect(trials[0].y).not.toBe(trials[1].y);
  });

  it('further ones change nothing in those before', () => {
    const one = traceOf({ points: '1,1;2,2' }, { noise: 0.5 });
    const more = traceOf({ points: '1,1;2,2;3,3' }, { noise: 0.5 });
    expect(more.trials.slice(0, 2)).toEqual(one.trials);
  });

  it.each<[string, object, object, Message]>([
    [
      'outside',
      { points: '1,1;11,2' },
      {},
      { key: 'problem.manual-outside', values: { point: 2, axis: 0, given: 11, lo: -5, hi: 10 } },
    ],
    [
      'outside of a part',
      { points: '1,1' },
      { box: '-5..10,2..15' },
      { key: 'problem.manual-outside', values: { point: 1, axis: 1, given: 1, lo: 2, hi: 15 } },
    ],
    [
      'not whole',
      { points: '5;2.5' },
      { objective: 'knn-cancer' },
      { key: 'problem.manual-not-whole', values: { point: 2, axis: 0, given: 2.5 } },
    ],
    [
      'of too many values',
      { points: '1,1;1,2,3' },
      {},
      { key: 'problem.manual-coordinates', values: { point: 2, given: 3, dimensions: 2 } },
    ],
    [
      'of too few values',
      { points: '1' },
      {},
      { key: 'problem.manual-coordinates', values: { point: 1, given: 1, dimensions: 2 } },
    ],
    [
      'too many',
      { points: '1,1;2,2;3,3' },
      { budget: 2 },
      { key: 'problem.manual-too-many', values: { given: 3, budget: 2 } },
    ],
  ])('that are %s are refused in a sentence', (_, params, more, said) => {
    expect(scenarioOf(params, more).notices).toEqual([]);
    expect(refusal(params, more)).toEqual(said);
  });

  it('that are no numbers, or far too many, are refused when they are read', () => {
    expect(scenarioOf({ points: '1,a' }).notices).toMatchObject([{ key: 'notice.unreadable' }]);
    expect(scenarioOf({ points: Array.from({ length: 501 }, () => [1, 1]) }).notices).toMatchObject([
      { key: 'problem.points-many', values: { given: 501, most: 500, field: 'manual.points' } },
    ]);
    expect(scenarioOf({ points: ' 1,1 ; 2, 2;' }).scenario.strategies[0].params.points).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });
});

describe('a successor', () => {
  it('spends the rest, and is given what was placed', () => {
    const { trials, unused } = traceOf({ points: '2.5,7;3.1,2.2', then: 'bayes' });
    expect([trials.length, unused]).toEqual([20, 0]);
    expect(trials[2].why).toEqual({ key: 'manual.given', values: { count: 2 } });
    const view = trials.find(({ view }) => view)!.view!;
    expect(view.kind === 'model' && view.conditioned).toBe(6);
  });

  it('may be told its settings, and none that do not fit', () => {
    const far = traceOf({ points: '1,1', then: 'local-random', 'then.local-random.reach': 0.5 });
    expect(far.trials[3]).not.toEqual(traceOf({ points: '1,1', then: 'local-random' }).trials[3]);
    expect(refusal({ then: 'line', 'then.line.knob': 3 })?.key).toBe('problem.relay-no-knob');
  });

  it('is all there is where nothing was placed', () => {
    const { trials } = traceOf({ then: 'bayes' });
    expect(trials[0].why.key).toBe('bayes.initial');
  });

  it('has its settings in the form while it is chosen, and no other', () => {
    const { params } = getStrategy('manual');
    const shown = (values: object) =>
      Object.keys(params).filter((name) => isActive(params, name, values as never));
    expect(shown({ points: [], then: 'none' })).toEqual(['points', 'then']);
    expect(shown({ then: 'bayes' })).toContain('then.bayes.xi');
    expect(shown({ then: 'bayes', 'then.bayes.acquisition': 'lcb' })).not.toContain('then.bayes.xi');
  });
});

it('stands in a link as it is typed', () => {
  const { scenario } = scenarioOf({
    points: [
      [2.5, 7],
      [3.1, 2.2],
    ],
    then: 'bayes',
    'then.bayes.kernel': 'rbf',
  });
  const query = scenarioToQuery(scenario);
  expect(query).toContain('manual.points=2.5,7;3.1,2.2&manual.then=bayes&manual.then.bayes.kernel=rbf');
  expect(readScenario(queryToRaw(query)).scenario).toEqual(scenario);
});

it('cannot take part in a study with nothing to try', () => {
  const study = (params: object) =>
    readStudy({
      problems: ['branin'],
      strategies: ['random', { id: 'manual', params }],
      budget: 6,
      repeats: 2,
      seed: 1,
    });
  expect(study({})).toMatchObject({
    problems: [{ key: 'problem.study-misfit' }, { key: 'problem.nothing-to-try' }],
  });
  expect(study({ points: '1,1' })).toHaveProperty('study');
  expect(study({ points: '99,1' })).toMatchObject({
    problems: [{ key: 'problem.study-misfit' }, { key: 'problem.manual-outside' }],
  });
});
