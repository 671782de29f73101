import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { both, over, plus, point, scaled, squared, times, type Interval } from './interval.ts';

const number = fc.double({ min: -100, max: 100, noNaN: true });
/** An interval, and a number inside it. */
const around = fc
  .tuple(number, number, fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([a, b, share]): [Interval, number] => {
    const [lo, hi] = [Math.min(a, b), Math.max(a, b)];
    return [[lo, hi], Math.min(hi, Math.max(lo, lo + share * (hi - lo)))];
  });
const holds = ([lo, hi]: Interval, x: number) => {
  const slack = 1e-12 * (1 + Math.abs(x));
  return lo - slack <= x && x <= hi + slack;
};

describe('interval arithmetic', () => {
  it('bounds what is done to any numbers inside', () => {
    fc.assert(
      fc.property(around, around, number, ([a, x], [b, y], s) => {
        expect(holds(plus(a, b), x + y)).toBe(true);
        expect(holds(times(a, b), x * y)).toBe(true);
        expect(holds(scaled(s, a), s * x)).toBe(true);
        expect(holds(squared(a), x * x)).toBe(true);
        const positive: Interval = [Math.abs(y) + 0.1, Math.abs(y) + 3];
        expect(holds(over(a, positive), x / (Math.abs(y) + 1))).toBe(true);
        expect(holds(both(plus(a, b), [x + y - 1, x + y + 1]), x + y)).toBe(true);
      }),
    );
  });
  it('is exact at points, and knows that a square is not negative', () => {
    expect(times(point(3), point(-2))).toEqual([-6, -6]);
    expect(squared([-2, 3])).toEqual([0, 9]);
    expect(squared([-3, -2])).toEqual([4, 9]);
    expect(scaled(-2, [1, 4])).toEqual([-8, -2]);
  });
});
