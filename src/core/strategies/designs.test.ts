/** Sobol, Halton and Latin hypercube: what their pictures and sentences promise, counted. */
import { describe, expect, it } from 'vitest';
import { stream } from '../rng.ts';
import { runTrials } from '../run.ts';
import { latinHypercube, spread } from '../sampling/latin-hypercube.ts';
import { readScenario } from '../scenario.ts';
import { integer, real } from '../space.ts';
import { problem } from '../testing.ts';
import type { Trial } from '../types.ts';

const cube = (d: number) =>
  problem(
    Array.from({ length: d }, (_, i) => real(`x${i}`, 0, 1)),
    () => 0,
  );

function search(id: string, budget: number, params: object = {}, target = cube(4), seed = 1): Trial[] {
  const { scenario, notices } = readScenario({ budget, seed, strategies: [{ id, params }] });
  expect(notices).toEqual([]);
  const trials = runTrials(scenario, scenario.strategies[0], target);
  for (;;) {
    const step = trials.next();
    if (step.done) return step.value.trials;
  }
}

describe.each([
  ['sobol', { scramble: 'owen' }],
  ['sobol', { scramble: 'none' }],
  ['halton', { scramble: 'permuted' }],
  ['halton', { scramble: 'none' }],
  ['latin-hypercube', { placement: 'random' }],
  ['latin-hypercube', { placement: 'centred' }],
  ['latin-hypercube', { criterion: 'maximin' }],
])('%s %o', (id, params) => {
  it('never puts two points into a slice that it shows, and fills all of them in the end', () => {
    const budget = 130;
    const trials = search(id, budget, params);
    for (const { index, view } of trials) {
      if (view?.kind !== 'strata') throw new Error('every trial shows its slices');
      for (const [axis, count] of view.counts.entries()) {
        expect(count).toBeGreaterThan(index);
        // A hair to the right, because a sum of digits may round to just below a slice's edge.
        const used = trials.slice(0, count).map(({ unit }) => Math.floor((unit[axis] + 1e-12) * count));
        expect(new Set(used).size, `${count} slices of dimension ${axis}`).toBe(Math.min(count, budget));
      }
    }
  });

  it('promises nothing of integers', () => {
    for (const { view } of search(
      id,
      9,
      params,
      problem([integer('n', 1, 5), real('x', 0, 1)], () => 0),
    )) {
      expect(view).toMatchObject({ kind: 'strata' });
      expect((view as { counts: number[] }).counts[0]).toBe(1);
    }
  });
});

describe('seeds', () => {
  const points = (id: string, params: object, seed: number) =>
    search(id, 8, params, cube(2), seed).map(({ unit }) => unit);
  it.each([
    ['sobol', { scramble: 'owen' }],
    ['halton', { scramble: 'permuted' }],
    ['latin-hypercube', {}],
  ])('%s: another seed, another design', (id, params) => {
    expect(points(id, params, 1)).toEqual(points(id, params, 1));
    expect(points(id, params, 1)).not.toEqual(points(id, params, 2));
  });
  it.each(['sobol', 'halton'])(
    '%s: the plain sequence is the same for all, and starts in the corner',
    (id) => {
      expect(points(id, { scramble: 'none' }, 1)).toEqual(points(id, { scramble: 'none' }, 2));
      expect(points(id, { scramble: 'none' }, 1)[0]).toEqual([0, 0]);
    },
  );
});

describe('sentences', () => {
  it('count Sobol’s gaps', () => {
    const said = search('sobol', 8).map(({ why }) => [
      why.key.slice(6),
      why.values.empty ?? why.values.point,
    ]);
    expect(said).toEqual([
      ['first-owen', undefined],
      ['complete', 2],
      ['gap', 1],
      ['complete', 4],
      ['gap', 3],
      ['gap', 2],
      ['gap', 1],
      ['complete', 8],
    ]);
  });

  it('mirror Halton’s digits', () => {
    const { why, unit } = search('halton', 7, { scramble: 'none' })[6];
    expect(why.values).toEqual({
      index: 6,
      digits: '110',
      mirrored: '0.011',
      share: 0.375,
      bases: '2, 3, 5, 7',
    });
    expect(unit[0]).toBe(0.375);
  });

  it('name the slice', () => {
    for (const { why, unit } of search('latin-hypercube', 10)) {
      const slice = why.values.slice as number;
      expect(unit[0]).toBeGreaterThanOrEqual((slice - 1) / 10);
      expect(unit[0]).toBeLessThan(slice / 10);
    }
  });
});

describe('where integers are rounded', () => {
  const mixed = problem([integer('n', 1, 5), real('x', 0, 1)], () => 0);
  const swapped = problem([real('x', 0, 1), integer('n', 1, 5)], () => 0);
  const keys = (id: string, target: typeof mixed, params: object = {}) =>
    new Set(search(id, 9, params, target).map(({ why }) => why.key));

  it('no sentence counts slices without saying so', () => {
    for (const target of [mixed, swapped]) {
      expect(keys('sobol', target)).toEqual(
        new Set(['sobol.first-owen', 'sobol.complete-rounded', 'sobol.gap-rounded']),
      );
      expect(keys('latin-hypercube', target)).toEqual(new Set(['latin-hypercube.slice-rounded']));
    }
    expect(keys('latin-hypercube', cube(2))).toEqual(new Set(['latin-hypercube.slice']));
  });

  it('Halton says so where it speaks of the integer', () => {
    expect(keys('halton', mixed)).toEqual(new Set(['halton.permuted-rounded']));
    expect(keys('halton', mixed, { scramble: 'none' })).toEqual(new Set(['halton.mirrored-rounded']));
    expect(keys('halton', swapped)).toEqual(new Set(['halton.permuted']));
  });

  it('a Latin hypercube names the slice along a range that is not', () => {
    for (const { why, unit } of search('latin-hypercube', 9, {}, mixed)) {
      expect(why.values).toMatchObject({ axis: 1, slice: Math.floor(unit[1] * 9) + 1 });
    }
  });
});

describe('maximin', () => {
  const smallest = (points: number[][]) =>
    Math.min(
      ...points.flatMap((a, i) =>
        points.slice(i + 1).map((b) => Math.hypot(...a.map((value, j) => value - b[j]))),
      ),
    );
  it('never brings the closest points nearer, and usually far apart', () => {
    let gain = 0;
    for (let seed = 0; seed < 20; seed++) {
      const plain = latinHypercube(20, 3, stream('lhs', seed));
      const before = smallest(plain);
      spread(plain, stream('spread', seed));
      expect(smallest(plain)).toBeGreaterThanOrEqual(before);
      gain += smallest(plain) / before / 20;
    }
    expect(gain).toBeGreaterThan(1.5);
  });
});
