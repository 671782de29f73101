import { describe, expect, it } from 'vitest';
import { integer, log, real } from '#core/space.ts';
import type { ModelView, Trial } from '#core/types.ts';
import { bellOf, cornersOf, densityOf, ghostsOf, normalOf, strataOf, togetherWith } from './overlays.ts';

const trialsAt = (units: number[][], batches?: number[]) =>
  units.map(
    (unit, index) =>
      ({ index, unit, x: unit, y: index, batch: batches?.[index] ?? index }) as unknown as Trial,
  );

describe('strataOf', () => {
  const view = { kind: 'strata' as const, counts: [4, 1] };
  const trials = trialsAt([
    [0.1, 0.1],
    [0.99, 0.9],
    [0.6, 0.2],
    [0.3, 0.9],
    [0.3, 0.6],
  ]);
  const filled = (shown: number, counts = [4, 1]) =>
    strataOf({ ...view, counts }, trials, shown, real('a', 0, 1), 0).map((stratum) => stratum.filled);

  it('cuts the axis into equal slices and fills those that hold a trial on screen', () => {
    const strata = strataOf(view, trials, 2, real('a', 0, 8), 0);
    expect(strata.map(({ lo, hi }) => [lo, hi])).toEqual([
      [0, 2],
      [2, 4],
      [4, 6],
      [6, 8],
    ]);
    expect(filled(2)).toEqual([true, false, false, true]);
    expect(filled(0)).toEqual([false, false, false, false]);
  });
  it('counts as many trials as there are slices, and no later ones', () => {
    expect(filled(5)).toEqual([true, true, true, true]);
    expect(filled(5, [2, 1])).toEqual([true, true]);
    expect(filled(5, [3, 1])).toEqual([true, true, true]);
    const left = trialsAt([[0.3], [0.4], [0.9]]);
    expect(strataOf({ ...view, counts: [2] }, left, 3, real('a', 0, 1), 0)).toMatchObject([
      { filled: true },
      { filled: false },
    ]);
  });
  it('is nothing where nothing is promised', () => {
    expect(strataOf(view, trials, 5, real('b', 0, 1), 1)).toEqual([]);
  });
  it('follows a log axis, on which equal slices are equal factors', () => {
    const edges = strataOf(view, [], 0, log('a', 1e-4, 1), 0).map(({ lo }) => Math.log10(lo));
    edges.forEach((edge, i) => expect(edge).toBeCloseTo(i - 4));
  });
});

describe('cornersOf', () => {
  it('knows the values of corners that were trials', () => {
    const trials = trialsAt([
      [0, 0],
      [0.5, 0.25],
      [1, 1],
    ]);
    const view = {
      kind: 'simplex' as const,
      vertices: [
        [0.5, 0.25],
        [0.7, 0.7],
      ],
    };
    expect(cornersOf(view.vertices, trials, [real('a', 0, 10), real('b', 0, 4)])).toEqual([
      { x: [5, 1], y: 1 },
      { x: [7, 2.8], y: null },
    ]);
  });
});

describe('bellOf', () => {
  const view = { kind: 'gaussian' as const, mean: [0.5, 0.2], covariance: [0.01, 0, 0, 0.04] };
  it('is one at the mean and e^−½ at mean ± σ of its own axis', () => {
    const { x, good, centre } = bellOf(view, real('a', 0, 10), 0);
    expect(centre!.mean).toBe(5);
    expect([centre!.core.lo, centre!.core.hi]).toEqual([expect.closeTo(4), expect.closeTo(6)]);
    const middle = Array.from(x).indexOf(5);
    expect(good[middle]).toBe(1);
    const near = Array.from(x).findIndex((value) => value >= 6);
    const [before, after] = [good[near - 1], good[near]];
    expect(before >= Math.exp(-0.5) && after <= Math.exp(-0.5)).toBe(true);
  });
  it('has the width of its own axis', () => {
    const { core } = bellOf(view, real('b', 0, 1), 1).centre!;
    expect([core.lo, core.hi]).toEqual([expect.closeTo(0), expect.closeTo(0.4)]);
  });
  it('stays on the axis, and has as many points whatever its width', () => {
    const narrow = bellOf({ kind: 'gaussian', mean: [0.001], covariance: [1e-12] }, real('a', 0, 1), 0);
    const wide = bellOf({ kind: 'gaussian', mean: [0.5], covariance: [9] }, real('a', 0, 1), 0);
    expect(narrow.x.length).toBe(wide.x.length);
    for (const { x, good } of [narrow, wide]) {
      for (const value of Array.from(x)) expect(value >= 0 && value <= 1).toBe(true);
      for (const height of Array.from(good)) expect(height >= 0 && height <= 1).toBe(true);
    }
  });
});

describe('densityOf', () => {
  it('takes one axis out of the marginals, with the higher of both densities at height 1', () => {
    const logs = (...values: number[]) => Float64Array.from(values, Math.log);
    const picture = { kind: 'parzen', good: logs(1, 1, 1, 1, 4, 1), rest: logs(2, 2, 2, 2, 2, 2) } as const;
    const { x, good, rest } = densityOf(picture, real('b', 0, 10), 1, 3);
    expect(x).toEqual([0, 5, 10]);
    expect(Array.from(good)).toEqual([0.25, 1, 0.25].map((v) => expect.closeTo(v)));
    expect(Array.from(rest!)).toEqual([0.5, 0.5, 0.5].map((v) => expect.closeTo(v)));
    // On integers a density covers the cells, half a step beyond the first and last value.
    expect(densityOf(picture, integer('k', 1, 3), 1, 3).x).toEqual([0.5, 2, 3.5]);
  });
});

describe('ghostsOf', () => {
  it('stand at the trials right after those the model has seen', () => {
    const view = { kind: 'model', conditioned: 1, fantasies: [7, 8, 9] } as unknown as ModelView;
    const ghosts = ghostsOf(view, trialsAt([[0], [0.3], [0.6]]), (n, y) => `${n}: ${y}`);
    expect(ghosts.map(({ number, x, y, description }) => [number, x[0], y, description])).toEqual([
      [2, 0.3, 7, '2: 7'],
      [3, 0.6, 8, '3: 8'],
    ]);
    expect(ghostsOf(undefined, [], () => '')).toEqual([]);
  });
});

describe('togetherWith', () => {
  it('are the other trials on screen of the same batch', () => {
    const trials = trialsAt([[0], [0], [0], [0], [0]], [0, 1, 1, 1, 2]);
    expect(togetherWith(trials, 4)).toEqual([2, 3]);
    expect(togetherWith(trials, 2)).toEqual([]);
    expect(togetherWith(trials, 5)).toEqual([]);
    expect(togetherWith(trials, 0)).toEqual([]);
  });
  it('is said of no run that was asked all at once', () => {
    expect(togetherWith(trialsAt([[0], [0], [0]], [0, 0, 0]), 3)).toEqual([]);
  });
});

describe('normalOf', () => {
  it('is the distribution as the plane takes it', () => {
    expect(normalOf({ kind: 'gaussian', mean: [0.5, 0.4], covariance: [1, 2, 2, 5] })).toEqual({
      mean: [0.5, 0.4],
      covariance: [1, 2, 2, 5],
    });
  });
});
