/** What relays are said to be worth, in the course and here: each against its parts, at the same budget. */
import { describe, expect, it } from 'vitest';
import { StudyClaims, type StudyClaim } from '../../claims/index.ts';
import { readStudy } from '../../study/read-study.ts';

const claims = (study: object, all: readonly StudyClaim[]) => {
  const read = readStudy({ seed: 1, ...study });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const checked = new StudyClaims(read.study);
  it.each(all.map((claim) => [JSON.stringify(claim), claim] as const))('%s', (_, claim) =>
    expect(checked.complaint(claim)).toBeUndefined(),
  );
};

/** Of two hyperparameters the first has 33 times the weight, and the minimum lies anywhere. */
describe('a grid, then golden section of the hyperparameter that matters', () => {
  const centres = { placement: 'centres' };
  claims(
    {
      problems: [{ id: 'morph-2d', params: { rotation: 90, conditioning: 33.3 }, name: 'bowl' }],
      strategies: [
        { id: 'relay', params: { first: 'grid', n: 9, 'first.grid.placement': 'centres', then: 'line' } },
        'random',
        { id: 'grid', params: centres },
      ],
      ...{ budget: 16, repeats: 300, instances: 'moved' },
    },
    [
      { kind: 'ahead', a: 'relay', b: 'random', on: 'bowl', share: [0.9, 0.97] },
      { kind: 'ahead', a: 'relay', b: 'grid', on: 'bowl', share: [0.87, 0.96] },
    ],
  );
});

describe('random search, then local random search around the best', () => {
  claims(
    {
      problems: ['branin', 'dropout-learning-rate', { id: 'rastrigin', params: { dimension: 2 } }],
      strategies: ['relay', 'random'],
      ...{ budget: 30, repeats: 300, instances: 'fixed' },
    },
    [
      { kind: 'ahead', a: 'relay', b: 'random', on: 'branin', share: [0.7, 0.83] },
      { kind: 'ahead', a: 'relay', b: 'random', on: 'dropout-learning-rate', share: [0.72, 0.86] },
      // Many valleys: little gain.
      { kind: 'ahead', a: 'relay', b: 'random', on: 'rastrigin', share: [0.5, 0.65] },
    ],
  );
});
