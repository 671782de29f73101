import { describe, expect, it } from 'vitest';
import { checkQuestion } from './check.ts';
import { axisOf, questionOf, strategyOf } from './testing.ts';
import type { PhaseQuestion } from './types.ts';

const wrong = (patch: Parameters<typeof questionOf>[0]) =>
  checkQuestion(questionOf(patch)).map(({ key, values }) => [key.replace('problem.phase-', ''), values]);

describe('a question', () => {
  it('with nothing wrong can be asked', () => {
    expect(checkQuestion(questionOf())).toEqual([]);
  });

  it('needs two different dials that its objective has', () => {
    const twice = { x: axisOf('noise', 0, 1, 3), y: axisOf('noise', 0, 2, 3) };
    expect(wrong(twice)).toEqual([['same-dial', { dial: 'noise' }]]);
    expect(wrong({ x: axisOf('objective.ripple', 0, 1, 3) })).toEqual([
      ['no-dial', { dial: 'objective.ripple', objective: 'quadratic' }],
    ]);
  });

  it.each([
    ['not-rising', axisOf('noise', 1, 1, 3)],
    ['not-rising', axisOf('noise', 2, 1, 3)],
    ['not-rising', axisOf('noise', 0, NaN, 3)],
    ['limits', axisOf('noise', 0, Infinity, 3)],
    ['limits', axisOf('objective.minimum', 0, 0.5, 3)],
    ['limits', axisOf('budget', 1.5, 7, 3)],
    ['limits', axisOf('budget', 1, 501, 3)],
    ['log', axisOf('noise', 0, 1, 3, 'log')],
    ['number', axisOf('noise', 0, 1, 1)],
    ['number', axisOf('noise', 0, 1, 65)],
    ['number', axisOf('noise', 0, 1, 2.5)],
  ] as const)('needs a range that can be turned through: %s', (key, x) => {
    const y = x.dial === 'budget' ? axisOf('noise', 0, 1, 3) : undefined;
    expect(wrong({ x, ...(y && { y }) }).map(([said]) => said)).toContain(key);
  });

  it.each([0, -1, NaN, 1e-12, 1e9])('needs a target that can be reached: %f', (value) => {
    expect(wrong({ target: { kind: 'absolute', value } })).toEqual([
      ['number', { field: 'target', given: value, expected: '1e-9 … 1000000' }],
    ]);
  });

  it('says the largest share: 1, a random point’s own regret', () => {
    expect(wrong({ target: { kind: 'share', value: 1.5 } })[0][1]).toMatchObject({
      expected: '0.000001 … 1',
    });
  });

  it.each([0, 501, 1.5])('needs a whole number of repeats: %f', (repeats) => {
    expect(wrong({ repeats })).toMatchObject([['number', { field: 'repeats', given: repeats }]]);
  });

  it('needs strategies, each with a name of its own', () => {
    expect(wrong({ strategies: [] })).toEqual([['no-strategies', {}]]);
    expect(wrong({ strategies: ['random', 'random'] })).toEqual([['same-name', { given: 'random' }]]);
  });

  it('says how many runs are too many, and what makes them so many', () => {
    const many = {
      x: axisOf('objective.minimum', 0.1, 0.9, 64),
      y: axisOf('noise', 0, 1, 64),
      repeats: 500,
    };
    expect(wrong(many)).toEqual([
      ['too-many-runs', { given: 4_096_000, expected: 2_000_000, cells: 4096, strategies: 2, repeats: 500 }],
    ]);
    expect(wrong({ ...many, repeats: 200 })).toEqual([]);
    const long = { ...many, repeats: 200, y: axisOf('budget', 400, 500, 64) };
    expect(wrong(long)).toMatchObject([['too-many-trials', { expected: 100_000_000 }]]);
  });

  it('says which strategy cannot start, in the strategy’s own words', () => {
    const strategies = ['random', strategyOf('grid', { levels: [[7]] })];
    expect(wrong({ strategies }).map(([key]) => key)).toEqual(['misfit', 'problem.grid-level-outside']);
  });

  it('is not changed by being checked', () => {
    const question: PhaseQuestion = questionOf();
    const before = JSON.stringify(question);
    checkQuestion(question);
    expect(JSON.stringify(question)).toBe(before);
  });
});
