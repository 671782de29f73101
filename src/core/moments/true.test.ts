/** What is said of real runs is so: worked out again from the trials, on every problem and by every strategy. */
import { describe, expect, it } from 'vitest';
import { objectives } from '../objectives/index.ts';
import { problemOf } from '../run.ts';
import { strategies } from '../strategies/index.ts';
import { complaint, omission } from './checking.ts';
import { MOMENT_KINDS, momentsOf, type MomentKind } from './index.ts';
import { runs, soFar } from './testing.ts';

const FIVE = ['babysit', 'grid', 'binary', 'random', 'bayes'];
const ALL = strategies.map(({ id }) => id);

function expectTrue(given: object): Set<MomentKind> {
  const { scenario, traces } = runs(given);
  const problem = problemOf(scenario);
  const moments = momentsOf(traces, problem);
  for (const moment of moments) expect(complaint(moment, traces, problem)).toBeUndefined();
  expect(omission(moments, traces, problem)).toBeUndefined();
  // Strategies one by one, in any order, and as they come: the same is said.
  expect(momentsOf(traces.toReversed(), problem)).toEqual(moments);
  expect(momentsOf(structuredClone(traces), problemOf(scenario))).toEqual(moments);
  for (let trials = 0; trials <= scenario.budget; trials++) {
    const part = momentsOf(soFar(traces, trials), problem);
    const settled = (list: typeof part) => list.filter(({ trial }) => trial < trials);
    expect(settled(part)).toEqual(settled(moments));
    const fresh = part.filter(({ trial }) => trial >= trials);
    expect(
      moments.filter((one) => fresh.some((other) => JSON.stringify(other) === JSON.stringify(one))),
    ).toEqual(fresh);
    // Only what the next trial shows is still to come: a cut, or that a run has ended.
    const later = moments.filter(({ trial }) => trial === trials).length - fresh.length;
    const known = moments.filter(
      ({ trial, kind }) => trial === trials && kind !== 'lost' && kind !== 'unused',
    );
    expect(later).toBeGreaterThanOrEqual(0);
    expect(fresh.filter(({ kind }) => kind !== 'lost' && kind !== 'unused')).toEqual(known);
  }
  return new Set(moments.map(({ kind }) => kind));
}

it.each(objectives.map(({ id }) => [id]))(
  'on %s, by all strategies, nothing untrue is said and nothing left out',
  (id) => {
    expectTrue({ objective: id, budget: 13, seed: 3, strategies: ALL });
  },
);

describe.each<[string, MomentKind[], object]>([
  ['forrester', ['leader', 'within', 'surprise', 'restart'], { objective: 'forrester', budget: 30 }],
  [
    'branin',
    ['leader', 'within', 'lost', 'surprise', 'restart', 'unused'],
    { objective: 'branin', budget: 32 },
  ],
  [
    'rippled-bowl',
    ['leader', 'within', 'lost', 'surprise', 'restart'],
    { objective: 'rippled-bowl', budget: 30 },
  ],
  ['morph', ['leader', 'within', 'restart'], { objective: 'morph', budget: 30 }],
  ['noise', ['leader', 'within', 'surprise', 'lost'], { objective: 'quadratic', noise: 0.3, budget: 30 }],
  ['noise in proportion', ['leader', 'within'], { objective: 'branin', noise: '20%', budget: 20 }],
  ['what was measured', ['leader', 'within'], { objective: 'svc-digits', budget: 20 }],
  [
    'a table that is maximised',
    ['leader', 'within'],
    {
      objective: {
        id: 'table',
        params: {
          trials: [
            [1e-4, 1e-3, 1e-2, 0.1, 0.3],
            [0.61, 0.84, 0.92, 0.8, 0.3],
          ],
          direction: 'maximise',
        },
      },
      budget: 20,
    },
  ],
])('on %s', (_, kinds, given) => {
  it('moments of every kind that one looks for are found, and true', () => {
    const found = expectTrue({ seed: 1, strategies: FIVE, ...given });
    for (const kind of kinds) expect([...found]).toContain(kind);
  });
});

it('five strategies with 500 trials each take less than 5 ms, and time grows with the trials', () => {
  const { scenario, traces } = runs({
    objective: 'branin',
    budget: 500,
    strategies: ['babysit', 'grid', 'random', 'nelder-mead', 'k-section'],
  });
  const problem = problemOf(scenario);
  const fastest = (count: number) => {
    const given = soFar(traces, count);
    let least = Infinity;
    for (let i = 0; i < 40; i++) {
      const from = performance.now();
      momentsOf(given, problem);
      least = Math.min(least, performance.now() - from);
    }
    return least;
  };
  fastest(500);
  const whole = fastest(500);
  expect(whole).toBeLessThan(5);
  expect(whole).toBeLessThan(20 * fastest(125) + 0.5);
});

it('every kind has been listed above', () => expect(MOMENT_KINDS).toHaveLength(6));
