import { describe, expect, it } from 'vitest';
import { stream } from '#core/rng.ts';
import { CELLS, densityByRow, densityOf } from './crowd.ts';
import { gapDomain, shareBeaten, valueDomain, wholeDomain } from './standing.ts';
import { bandOf, valueAt } from '../band.ts';

const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the density of a crowd', () => {
  it('has the mean 1 wherever the crowd is, at edges too', () => {
    const rng = stream('density');
    for (const at of [() => rng.next(), () => 0, () => 1 - rng.next() / 20]) {
      const x = Array.from({ length: 50 }, at);
      // What is too far away to be seen is left out.
      expect(mean(densityOf(x, x).values)).toBeCloseTo(1, 2);
      expect(mean(densityByRow([x]).values)).toBeCloseTo(1, 12);
    }
  });

  it('is highest where the crowd is', () => {
    const spot = (at: number) => Array.from({ length: 20 }, (_, i) => at + (i - 9.5) / 500);
    const { values, columns } = densityOf([...spot(0.2), 0.9, 1], [...spot(0.7), 0.1, 0]);
    const top = values.indexOf(Math.max(...values));
    expect((top % columns) / CELLS).toBeCloseTo(0.2, 1);
    expect(Math.floor(top / columns) / CELLS).toBeCloseTo(0.7, 1);
  });

  it('is even for a crowd that is, and not known of nobody', () => {
    const even = Array.from({ length: 400 }, (_, i) => (i + 0.5) / 400);
    const [low, high] = [Math.min(...densityByRow([even]).values), Math.max(...densityByRow([even]).values)];
    expect(low).toBeGreaterThan(0.97);
    expect(high).toBeLessThan(1.03);
    const rows = densityByRow([even, []]);
    expect(rows.rows).toBe(2);
    expect(rows.values.slice(CELLS).every(Number.isNaN)).toBe(true);
  });
});

describe('where a player stands', () => {
  it('counts those level with it half', () => {
    expect(shareBeaten([1, 2, 2, 3], 2)).toBe(0.5);
    expect(shareBeaten([1, 2, 2, 3], 0)).toBe(1);
    expect(shareBeaten([1, 2, 2, 3], 9)).toBe(0);
    expect(shareBeaten([], 1)).toBeNaN();
  });

  it('quartiles take who ended early as it was, and who has nothing as worst', () => {
    const { lower, median, upper, finals } = bandOf([[4, 2, 1], [3], [NaN, 5, 5]], 3);
    expect([...median]).toEqual([4, 3, 3]);
    expect([...lower]).toEqual([3.5, 2.5, 2]);
    expect([...upper]).toEqual([Infinity, 4, 4]);
    expect([...finals]).toEqual([1, 3, 5]);
    expect(valueAt([], 0)).toBe(Infinity);
  });
});

describe('axes', () => {
  it('hold all that ends, and most of what begins', () => {
    const [lo, hi] = valueDomain([
      [10, 1],
      [20, 2],
      [1000, 3],
    ]);
    expect(lo).toBeLessThan(1);
    expect(hi).toBeGreaterThan(20);
    expect(hi).toBeLessThan(1000);
    expect(valueDomain([[10, 1]], -5)[0]).toBeLessThan(-5);
    const [bottom, top] = wholeDomain([[1, 2], [Infinity]]);
    expect(bottom).toBeLessThan(1);
    expect(top).toBeGreaterThan(2);
  });

  it('never end where they begin', () => {
    for (const [lo, hi] of [
      valueDomain([]),
      valueDomain([[1, 1]]),
      valueDomain([[1e300]]),
      wholeDomain([]),
      wholeDomain([[0]]),
      gapDomain([], 1e-9),
      gapDomain([[1, 1]], 1e-9),
      gapDomain([[1e-9]], 1e-9),
      gapDomain([[Infinity]], 1e-9),
    ])
      expect(lo).toBeLessThan(hi);
  });

  it('of gaps are powers of ten, six at most', () => {
    expect(gapDomain([[0.02, 3]], 1e-12)).toEqual([0.01, 10]);
    const [lo, hi] = gapDomain([[1e-12, 3]], 1e-12);
    expect(hi / lo).toBeCloseTo(1e6, 0);
  });
});
