import { describe, expect, it } from 'vitest';
import { quantile } from './index.ts';

describe('quantiles', () => {
  it('interpolate as R’s type 7', () => {
    expect([0, 0.25, 0.5, 0.75, 1].map((p) => quantile([1, 2, 3, 4], p))).toEqual([1, 1.75, 2.5, 3.25, 4]);
    expect(quantile([7], 0.3)).toBe(7);
    expect(quantile([], 0.5)).toBeNaN();
  });
  it('take infinity for a value', () => {
    expect(quantile([1, 2, Infinity], 0.5)).toBe(2);
    expect(quantile([1, 2, Infinity], 0.75)).toBe(Infinity);
    expect(quantile([Infinity, Infinity, Infinity], 0.4)).toBe(Infinity);
  });
});
