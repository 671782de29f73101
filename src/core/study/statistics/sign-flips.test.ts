import { describe, expect, it } from 'vitest';
import { stream } from '../../rng.ts';
import { scoreInterval, signFlipTest, signTest, wilsonInterval } from './index.ts';

/** The share of all 2ᴺ changes of sign with a sum at least as far from 0. */
function byEnumeration(scores: readonly number[]): number {
  const observed = Math.abs(scores.reduce((sum, score) => sum + score, 0));
  let asFar = 0;
  for (let signs = 0; signs < 2 ** scores.length; signs++) {
    const sum = scores.reduce((total, score, i) => total + ((signs >> i) & 1 ? score : -score), 0);
    if (Math.abs(sum) >= observed) asFar += 1;
  }
  return asFar / 2 ** scores.length;
}

describe('the sign-flip test', () => {
  it('counts all changes of sign', () => {
    const rng = stream('sign flips');
    for (let round = 0; round < 60; round++) {
      const scores = Array.from({ length: 1 + rng.below(11) }, () => rng.below(9) - 3);
      expect(signFlipTest(scores), scores.join()).toBeCloseTo(byEnumeration(scores), 12);
    }
  });
  it('is the sign test where each cluster holds one pair, or all are of one size', () => {
    const scores = [...new Array<number>(9).fill(1), 0, 0, ...new Array<number>(2).fill(-1)];
    expect(signFlipTest(scores)).toBe(signTest(9, 2));
    expect(signFlipTest(scores.map((score) => 4 * score))).toBe(signTest(9, 2));
    expect([signFlipTest([]), signFlipTest([0, 0])]).toEqual([1, 1]);
  });
  it('cannot reject with fewer than six clusters, however large', () => {
    expect(signFlipTest([40, 40, 30, 20, 7])).toBeCloseTo(2 / 32, 14);
    expect(signFlipTest([40, 40, 30, 20, 7, 1])).toBeCloseTo(2 / 64, 14);
  });
  it('follows thousands of clusters: near the normal law, and never 0', () => {
    const scores = Array.from({ length: 4000 }, (_, i) => (i % 2 ? 1 : 2) * (i < 2070 ? 1 : -1));
    // Σ = 210, Σ² = 10 000; with a correction for steps of 2, z = 2.09.
    expect(signFlipTest(scores)).toBeCloseTo(0.03662, 4);
    expect(signFlipTest(scores.map(Math.abs))).toBeGreaterThan(0);
    expect(signFlipTest(scores.map(Math.abs))).toBeLessThan(1e-290);
  });
});

describe('the interval of a sum of scores', () => {
  it.each([
    [60, 40],
    [6, 0],
    [0, 30],
    [1, 1],
    [2999, 2001],
  ])('is Wilson’s where each cluster holds one pair: %i wins, %i losses', (wins, losses) => {
    const score = [...new Array<number>(wins).fill(1), ...new Array<number>(losses).fill(-1)];
    const n = wins + losses;
    const shares = scoreInterval({ score, pairs: score.map(() => 1) }).map((sum) => (1 + sum / n) / 2);
    wilsonInterval(wins, n).forEach((end, i) => expect(shares[i]).toBeCloseTo(end, 9));
  });
  it('is as wide for four problems that share their luck as for one, and narrower for four that do not', () => {
    const one = Array.from({ length: 50 }, (_, i) => (i < 30 ? 1 : -1));
    const width = (score: number[], size: number) => {
      const [low, high] = scoreInterval({ score, pairs: score.map(() => size) });
      return (high - low) / (size * score.length);
    };
    expect(
      width(
        one.map((score) => 4 * score),
        4,
      ),
    ).toBeCloseTo(width(one, 1), 9);
    expect(width([...one, ...one, ...one, ...one], 1) / width(one, 1)).toBeCloseTo(0.5, 1);
  });
  it('has a width where all went one way, and none where nothing was decided', () => {
    const all = scoreInterval({ score: [4, 4, 4, 4, 4, 4], pairs: [4, 4, 4, 4, 4, 4] });
    expect(all[1]).toBe(24);
    expect((1 + all[0] / 24) / 2).toBeCloseTo(wilsonInterval(6, 6)[0], 9);
    expect(scoreInterval({ score: [0, 0], pairs: [1, 3] })).toEqual([0, 0]);
  });
  it('takes ties for luck, too: half of the pairs won, half level', () => {
    const score = Array.from({ length: 30 }, (_, i) => i % 2);
    const [low, high] = scoreInterval({ score, pairs: score.map(() => 1) }).map((sum) => 0.5 + sum / 60);
    expect(low).toBeLessThan(0.67);
    expect(high).toBeGreaterThan(0.82);
  });

  /** Scores of clusters that share a part of their luck; the chance of a win is the same in all. */
  it.each([
    { clusters: 6, size: 1, shared: 0 },
    { clusters: 6, size: 4, shared: 0.5 },
    { clusters: 10, size: 4, shared: 0.95 },
    { clusters: 20, size: 4, shared: 0.5 },
    { clusters: 20, size: 1, shared: 0 },
  ])('covers the true sum in 95 %: $clusters clusters of $size', ({ clusters, size, shared }) => {
    for (const [shift, chance] of [
      [0, 0.5],
      [0.8, 0.7881446],
      [1.8, 0.9640697],
    ]) {
      const rng = stream('coverage', clusters, size, shared, shift);
      const truth = clusters * size * (2 * chance - 1);
      let covered = 0;
      for (let round = 0; round < 400; round++) {
        const score = Array.from({ length: clusters }, () => {
          const common = Math.sqrt(shared) * rng.normal();
          let sum = 0;
          for (let k = 0; k < size; k++)
            sum += shift + common + Math.sqrt(1 - shared) * rng.normal() > 0 ? 1 : -1;
          return sum;
        });
        const [low, high] = scoreInterval({ score, pairs: score.map(() => size) });
        if (low <= truth + 1e-9 && high >= truth - 1e-9) covered += 1;
      }
      // Three standard errors of 400 rounds are 3 %.
      expect(covered / 400, `chance ${chance}`).toBeGreaterThan(0.92 - (clusters < 10 ? 0.03 : 0));
    }
  });
});
