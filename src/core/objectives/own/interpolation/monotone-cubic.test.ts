import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monotoneCubic, monotoneSlopes } from './monotone-cubic.ts';

const knots = fc
  .array(
    fc.tuple(fc.double({ min: 1e-3, max: 1, noNaN: true }), fc.double({ min: -9, max: 9, noNaN: true })),
    {
      minLength: 2,
      maxLength: 20,
    },
  )
  .map((steps) => {
    let at = 0;
    return { x: steps.map(([step]) => (at += step)), y: steps.map(([, y]) => y + 0) };
  });

describe('the monotone cubic', () => {
  it('goes through its knots, stays between them, and never turns on the way', () => {
    fc.assert(
      fc.property(knots, ({ x, y }) => {
        const curve = monotoneCubic(x, y);
        x.forEach((knot, i) => expect(curve(knot)).toBe(y[i]));
        for (let i = 0; i + 1 < x.length; i++) {
          const sign = Math.sign(y[i + 1] - y[i]);
          let before = y[i];
          for (let k = 1; k <= 20; k++) {
            const value = curve(x[i] + (k / 20) * (x[i + 1] - x[i]));
            expect((value - before) * sign).toBeGreaterThanOrEqual(-1e-12);
            before = value;
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the slopes of every piece in the region where a cubic is monotone', () => {
    fc.assert(
      fc.property(knots, ({ x, y }) => {
        const slopes = monotoneSlopes(x, y);
        for (let i = 0; i + 1 < x.length; i++) {
          const secant = (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
          // Below this the quotients are those of rounding.
          if (Math.abs(secant) < 1e-250) continue;
          const [alpha, beta] = [slopes[i] / secant, slopes[i + 1] / secant];
          expect(Math.min(alpha, beta)).toBeGreaterThanOrEqual(0);
          expect(alpha * alpha + beta * beta).toBeLessThanOrEqual(9 + 1e-9);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('has no kinks', () => {
    fc.assert(
      fc.property(knots, ({ x, y }) => {
        const curve = monotoneCubic(x, y);
        for (let i = 1; i + 1 < x.length; i++) {
          const h = 1e-7 * Math.min(x[i] - x[i - 1], x[i + 1] - x[i]);
          const [left, right] = [(y[i] - curve(x[i] - h)) / h, (curve(x[i] + h) - y[i]) / h];
          const steepest = Math.max(...monotoneSlopes(x, y).map(Math.abs), 1);
          expect(Math.abs(left - right)).toBeLessThan(1e-3 * steepest + 1e-5 / h / 1e4);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('worked by hand: three knots of a parabola are a parabola where that is monotone', () => {
    expect(monotoneSlopes([0, 1, 3], [0, 1, 9])).toEqual([0, 2, 6]);
    const curve = monotoneCubic([0, 1, 3], [0, 1, 9]);
    for (const x of [0.25, 0.5, 1.5, 2, 2.75]) expect(curve(x)).toBeCloseTo(x * x, 12);
  });

  it('worked by hand: slopes too steep for a monotone piece are drawn back into the circle of radius 3', () => {
    // Three-point slopes 1/2 (step 0 → 1 of secants 1, 0): the flat piece takes both of its ends to 0.
    expect(monotoneSlopes([0, 1, 2], [0, 1, 1])).toEqual([1.5, 0, 0]);
    const slopes = monotoneSlopes([0, 1, 1.1, 3], [0, 0.01, 1, 1.2]);
    const secant = 0.01;
    expect((slopes[0] / secant) ** 2 + (slopes[1] / secant) ** 2).toBeLessThanOrEqual(9 + 1e-9);
  });

  it('is level beyond its ends, and fails at NaN', () => {
    const curve = monotoneCubic([0.2, 0.8], [1, 3]);
    expect([curve(0), curve(1)]).toEqual([1, 3]);
    expect(curve(0.5)).toBeCloseTo(2, 12);
    expect(curve(NaN)).toBeNaN();
  });
});
