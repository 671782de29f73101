import { describe, expect, it } from 'vitest';
import { averageRanks, rankTable } from './index.ts';
import { results } from './testing.ts';

describe('ranks', () => {
  it('share ties, and put what is not a number last', () => {
    expect([...averageRanks([10, 20, 10, 5])]).toEqual([2.5, 4, 2.5, 1]);
    expect([...averageRanks([NaN, 1, Infinity])]).toEqual([2.5, 1, 2.5]);
  });

  it('are those of Demšar (2006), table 6', () => {
    const auc = [
      [0.763, 0.768, 0.771, 0.798],
      [0.599, 0.591, 0.59, 0.569],
      [0.954, 0.971, 0.968, 0.967],
      [0.628, 0.661, 0.654, 0.657],
      [0.882, 0.888, 0.886, 0.898],
      [0.936, 0.931, 0.916, 0.931],
      [0.661, 0.668, 0.609, 0.685],
      [0.583, 0.583, 0.563, 0.625],
      [0.775, 0.838, 0.866, 0.875],
      [1, 1, 1, 1],
      [0.94, 0.962, 0.965, 0.962],
      [0.619, 0.666, 0.614, 0.669],
      // Printed as 0.975 twice, but ranked apart: the paper ranked before it rounded.
      [0.972, 0.981, 0.97501, 0.975],
      [0.957, 0.978, 0.946, 0.97],
    ];
    const table = auc.map((row) => averageRanks(row.map((value) => -value)));
    const mean = [0, 1, 2, 3].map((j) => table.reduce((sum, ranks) => sum + ranks[j], 0) / auc.length);
    expect(mean.map((rank) => rank.toFixed(3))).toEqual(['3.143', '2.000', '2.893', '1.964']);
  });

  it('are taken within repeats that all strategies have done', () => {
    const made = results([
      [[5, 1], [2], [9]],
      [[4, 4], [2], [1]],
      [[6, 4], [1]],
    ]);
    expect(rankTable(made, 1)).toEqual({
      ranks: Float64Array.of((2 + 2.5) / 2, (1 + 2.5) / 2, (3 + 1) / 2),
      mean: Float64Array.of(2.25, 1.75, 2),
      repeats: Uint16Array.of(2),
    });
    expect([...rankTable(made, 2).ranks]).toEqual([(1 + 2.5) / 2, 2.5, (2.5 + 1) / 2]);
    expect([...rankTable(results([[[1]]]), 1).mean]).toEqual([NaN, NaN, NaN]);
  });
});
