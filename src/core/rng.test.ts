import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shuffle, stream } from './rng.ts';

const take = (n: number, next: () => number) => Array.from({ length: n }, next);

/** Pearson's statistic of counts against equal shares. */
function chiSquare(counts: readonly number[]): number {
  const share = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - share) ** 2 / share, 0);
}
/** 99.9% quantiles of χ², by degrees of freedom. */
const CHI_SQUARE = { 6: 22.46, 19: 43.82, 23: 49.73 } as const;

/** What the stream ('pinned', 1, 'draws') begins with. */
const PINNED = {
  uniform: [0.9425143371336162, 0.3705587862059474, 0.7808891702443361],
  normal: [-1.6422231870616122, 1.7365317190667013, -0.04752426683804152],
};

/** Counts of numbers in [0, 1) in equal bins. */
function histogram(numbers: readonly number[], bins: number): number[] {
  const counts = new Array<number>(bins).fill(0);
  for (const u of numbers) counts[Math.floor(u * bins)] += 1;
  return counts;
}

describe('a stream', () => {
  it('gives the same numbers for the same label, whatever else is drawn meanwhile', () => {
    const alone = take(20, stream('a', 1).next);
    const [one, other] = [stream('a', 1), stream('a', 2)];
    const interleaved = alone.map(() => {
      other.normal();
      return one.next();
    });
    expect(interleaved).toEqual(alone);
  });

  it('keeps its numbers over the years: links and trace files repeat them', () => {
    expect(take(3, stream('pinned', 1, 'draws').next)).toEqual(PINNED.uniform);
    expect(take(3, stream('pinned', 1, 'draws').normal)).toEqual(PINNED.normal);
  });

  it('is another for another label, also where the parts read the same when joined', () => {
    const labels = [['a', 'bc'], ['ab', 'c'], ['abc'], ['a', 1], ['a', '1'], ['a1'], ['1', 'a'], []];
    const firsts = labels.map((label) => take(3, stream(...label).next).join());
    expect(new Set(firsts).size).toBe(labels.length);
  });

  it('starts anywhere: first draws of neighbouring seeds are uniform and do not follow each other', () => {
    const seeds = 10_000;
    const firsts = Array.from({ length: seeds }, (_, seed) => stream(seed, 'draws').next());
    expect(chiSquare(histogram(firsts, 20))).toBeLessThan(CHI_SQUARE[19]);
    let together = 0;
    for (let i = 1; i < seeds; i++) together += (firsts[i] - 0.5) * (firsts[i - 1] - 0.5);
    // A sum of products of centred uniforms has the standard deviation √n / 12.
    expect(Math.abs(together)).toBeLessThan((3.29 * Math.sqrt(seeds)) / 12);
  });

  it('draws uniformly on [0, 1)', () => {
    const draws = take(20_000, stream('rng-test', 'uniform').next);
    for (const u of draws) expect(u >= 0 && u < 1).toBe(true);
    expect(chiSquare(histogram(draws, 20))).toBeLessThan(CHI_SQUARE[19]);
  });

  it('draws whole numbers below n, equally often', () => {
    const { below } = stream('rng-test', 'below');
    const draws = take(21_000, () => below(7));
    expect([...new Set(draws)].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(
      chiSquare(
        histogram(
          draws.map((n) => n / 7 + 1 / 14),
          7,
        ),
      ),
    ).toBeLessThan(CHI_SQUARE[6]);
    expect(take(20, () => below(1))).toEqual(new Array(20).fill(0));
  });

  it('draws standard normals: shape, and no link between the two of a pair', () => {
    const n = 40_000;
    const draws = take(n, stream('rng-test', 'normal').normal);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    // E z = 0, E z² = 1, E z³ = 0, E z⁴ = 3, with variances 1, 2, 15 and 96 of the terms.
    for (const [power, expected, variance] of [
      [1, 0, 1],
      [2, 1, 2],
      [3, 0, 15],
      [4, 3, 96],
    ]) {
      const moment = mean(draws.map((z) => z ** power));
      expect(Math.abs(moment - expected), `power ${power}`).toBeLessThan(3.29 * Math.sqrt(variance / n));
    }
    const pairs = Array.from({ length: n / 2 }, (_, i) => draws[2 * i] * draws[2 * i + 1]);
    expect(Math.abs(mean(pairs))).toBeLessThan(3.29 / Math.sqrt(n / 2));
    // P(|z| < 1) = 0.682689…
    const inside = draws.filter((z) => Math.abs(z) < 1).length / n;
    expect(Math.abs(inside - 0.6826895)).toBeLessThan(3.29 * Math.sqrt((0.6827 * 0.3173) / n));
  });
});

describe('shuffling', () => {
  it('moves the things of the array that it was given, and loses none', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const array = [...items];
        expect(shuffle(array, stream(seed))).toBe(array);
        expect(array.toSorted((a, b) => a - b)).toEqual(items.toSorted((a, b) => a - b));
      }),
    );
  });

  it('gives every order the same chance', () => {
    const rng = stream('rng-test', 'shuffle');
    const counts = new Map<string, number>();
    for (let n = 0; n < 24_000; n++) {
      const order = shuffle(['a', 'b', 'c', 'd'], rng).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    expect(chiSquare([...counts.values()])).toBeLessThan(CHI_SQUARE[23]);
  });
});
