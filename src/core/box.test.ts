import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxText, readBox } from './box.ts';
import { queryToRaw, scenarioToQuery } from './query.ts';
import { problemOf, run } from './run.ts';
import { defaultScenario, readScenario } from './scenario.ts';

const whole = (id: string, params = {}) => problemOf({ objective: { id, params } });
const scenario = (objective: unknown, box: unknown) => readScenario({ objective, box });
const refusal = (objective: unknown, box: unknown) => {
  const { scenario: read, notices } = scenario(objective, box);
  expect('box' in read).toBe(false);
  return notices.map(({ key, values }) => [key.replace('notice.', ''), values.axis]);
};

describe('a box', () => {
  it('is read from its stored and from its short form', () => {
    const box = { lo: [-4.5, 1], hi: [9.9, 14] };
    for (const given of [box, '-4.5..9.9,1..14', { lo: ['-4.5', 1], hi: [9.9, '14'] }])
      expect(readBox(given, whole('branin'))).toEqual({ box });
    expect(boxText(box)).toBe('-4.5..9.9,1..14');
    expect(
      readBox('1e-4..2.5E-1', whole('formula', { formula: 'x^2', space: 'x log 1e-5 1' })),
    ).toMatchObject({
      problem: { key: 'notice.box-minimum' },
    });
  });

  it('comes back from a link as it was', () => {
    const end = fc.double({ min: 0, max: 0.3, noNaN: true });
    fc.assert(
      fc.property(end, end, (a, b) => {
        const { dimensions } = whole('dropout-learning-rate').space;
        const lo = dimensions.map((one) => one.lo + a * 1e-3);
        const hi = dimensions.map((one) => one.hi - b * 1e-2);
        const asked = { ...defaultScenario(), ...scenario('dropout-learning-rate', { lo, hi }).scenario };
        expect(asked.box).toEqual({ lo, hi });
        expect(readScenario(queryToRaw(scenarioToQuery(asked)))).toEqual({ scenario: asked, notices: [] });
        expect(readScenario(JSON.parse(JSON.stringify(asked)))).toEqual({ scenario: asked, notices: [] });
      }),
    );
  });

  it.each([
    '',
    'x',
    '1',
    '1..2',
    '1..2,3',
    '1..2,3..4,5..6',
    '1...2,3..x',
    7,
    null,
    [],
    {},
    { lo: [1], hi: [2] },
    { lo: [0, NaN], hi: [1, 1] },
  ])('is not read from %j', (given) => expect(refusal('branin', given)).toEqual([['box-form', undefined]]));

  it.each<[string, unknown, [string, number]]>([
    ['branin', '-5.1..10,0..15', ['box-range', 0]],
    ['branin', '-5..10,0..15.5', ['box-range', 1]],
    ['branin', '-5..10,3..3', ['box-range', 1]],
    ['branin', '10..-5,0..15', ['box-range', 0]],
    ['knn-cancer', '1..59.5', ['box-whole', 0]],
    ['svc-digits', '0.02..1e4,1e-5..10', ['box-measured', 0]],
    ['branin', '-5..9,0..15', ['box-minimum', 0]],
    ['branin', '-5..10,2.4..15', ['box-minimum', 1]],
    ['flat-bottom', '0.3..1', ['box-minimum', 0]],
  ])('of %s that is %s is refused for its range or its minimum', (objective, box, expected) => {
    expect(refusal(objective, box)).toEqual([expected]);
  });

  it('may leave out what does not matter, and what lies beside a minimum', () => {
    const { free = [] } = whole('embed').optimum;
    const lo = Array.from({ length: 6 }, (_, i) => (free.includes(i) ? 0.8 : 0));
    expect(scenario('embed', { lo, hi: [1, 1, 1, 1, 1, 1] }).notices).toEqual([]);
    expect(scenario('flat-bottom', '0.2..0.5').notices).toEqual([]);
    // Measured values, and the ends of the range itself.
    const [levels] = whole('ridge-diabetes').measuredAt!;
    expect(scenario('ridge-diabetes', { lo: [levels[3]], hi: [1e5] }).notices).toEqual([]);
  });
});

describe('a problem in a box', () => {
  const narrow = (objective: object, box: unknown) => problemOf(scenario(objective, box).scenario);

  it('is the same function with the same minimum, in smaller ranges', () => {
    const part = narrow({ id: 'branin' }, '-4..9.9,1..14');
    expect(part.space.dimensions.map(({ lo, hi }) => [lo, hi])).toEqual([
      [-4, 9.9],
      [1, 14],
    ]);
    expect(part.space.toReal([0, 1])).toEqual([-4, 14]);
    expect(part.optimum).toEqual(whole('branin').optimum);
    expect(part.value([1, 2])).toBe(whole('branin').value([1, 2]));
  });

  it('keeps what is true of all of it, and does not know of the rest', () => {
    expect(narrow({ id: 'important-unimportant' }, '0.1..0.9,0.1..0.9').facts).toEqual({
      convex: true,
      unimodal: true,
      separable: true,
      smooth: true,
    });
    // What is left of Forrester’s curve right of its hump has one valley.
    expect(narrow({ id: 'forrester' }, '0.6..1').facts).toEqual({
      convex: null,
      unimodal: null,
      separable: true,
      smooth: true,
    });
  });

  it('tells the nearest value that may be tried, where folklore names another', () => {
    const suggested = (box: unknown) =>
      narrow({ id: 'svc-digits' }, box).space.dimensions.map(({ folklore }) => folklore);
    const [[, gamma]] = whole('svc-digits').optimum.at;
    expect(gamma).toBeGreaterThan(0.1);
    expect(suggested({ lo: [1e-2, gamma], hi: [1e4, 10] })).toEqual([1, gamma]);
    expect(suggested(undefined)).toEqual([1, 0.1]);
  });

  it('is searched there and nowhere else, by every strategy that takes part', () => {
    const { scenario: asked } = readScenario({
      objective: 'svc-digits',
      box: { lo: [whole('svc-digits').measuredAt![0][2], 1e-5], hi: [1e4, 10] },
      strategies: ['babysit', 'grid', 'binary', 'random', 'bayes', 'cma-es'],
      budget: 12,
    });
    for (const { trials } of run(asked).traces)
      for (const { x } of trials) expect(x[0]).toBeGreaterThanOrEqual(asked.box!.lo[0]);
  });
});
