import { describe, expect, it } from 'vitest';
import { ShareIntervals, sumDistribution, type Tally } from './bootstrap.ts';

/** The law of the sum of n draws, one draw after the other. */
function byDrawing({ wins, ties, losses }: Tally): Float64Array {
  const n = wins + ties + losses;
  const mass = new Float64Array(2 * n + 1);
  mass[0] = 1;
  for (let drawn = 1; drawn <= n; drawn++) {
    for (let k = 2 * drawn; k >= 0; k--) {
      const [lost, tied, won] = [mass[k], mass[k - 1] ?? 0, mass[k - 2] ?? 0];
      mass[k] = (losses * lost + ties * tied + wins * won) / n;
    }
  }
  for (let k = 1; k <= 2 * n; k++) mass[k] += mass[k - 1];
  return mass;
}

describe('the bootstrap', () => {
  it('draws from the law of n pairs: all 4³ draws counted', () => {
    const outcomes = [2, 2, 1, 0];
    const counts = new Array<number>(9).fill(0);
    for (let draw = 0; draw < 256; draw++) {
      counts[[0, 2, 4, 6].reduce((sum, shift) => sum + outcomes[(draw >> shift) & 3], 0)] += 1;
    }
    const law = sumDistribution({ wins: 2, ties: 1, losses: 1 });
    let below = 0;
    counts.forEach((count, k) => expect(law[k]).toBeCloseTo((below += count) / 256, 14));
  });
  it.each([
    [250, 0, 249],
    [0, 0, 7],
    [0, 7, 0],
    [0, 3, 200],
    [1, 1, 498],
    [498, 1, 1],
    [249, 1, 249],
    [100, 300, 100],
    [1, 499, 0],
    [400, 0, 3],
  ])('has that law in numbers also for hundreds of pairs: %i, %i, %i', (wins, ties, losses) => {
    const law = sumDistribution({ wins, ties, losses });
    const expected = byDrawing({ wins, ties, losses });
    expect(law).toHaveLength(expected.length);
    expect(Math.max(...law.map((sum, k) => Math.abs(sum - expected[k])))).toBeLessThan(1e-12);
    expect(law.at(-1)).toBe(1);
  });
  it('agrees with the binomial law: 60 of 100 pairs won', () => {
    const [low, high] = new ShareIntervals(1).of([{ wins: 60, ties: 0, losses: 40 }]);
    // Quantiles of the binomial law with n = 100 and p = 0.6 at 2.5 and 97.5 %.
    expect(Math.abs(low - 0.5)).toBeLessThan(0.0101);
    expect(Math.abs(high - 0.69)).toBeLessThan(0.0101);
  });
  it('keeps problems apart: all won on one, all lost on the other, is certain', () => {
    const tallies = [
      { wins: 50, ties: 0, losses: 0 },
      { wins: 0, ties: 0, losses: 50 },
    ];
    expect(new ShareIntervals(1).of(tallies)).toEqual([0.5, 0.5]);
    expect(new ShareIntervals(1).of([])).toEqual([NaN, NaN]);
  });
  it('draws problems apart from each other, and the same again for the same seed', () => {
    const tally = { wins: 30, ties: 5, losses: 30 };
    const [low, high] = new ShareIntervals(1).of([tally]);
    const two = new ShareIntervals(1).of([tally, tally]);
    // Twice as many independent pairs: an interval narrower by √2. The same draws twice would leave it as wide.
    expect((two[1] - two[0]) / (high - low)).toBeGreaterThan(0.6);
    expect((two[1] - two[0]) / (high - low)).toBeLessThan(0.8);
    expect(new ShareIntervals(1).of([tally, tally])).toEqual(two);
  });
});
