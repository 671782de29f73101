import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from './golden-excerpt.json' with { type: 'json' };
import { cdf } from './normal.ts';
import { quantile } from './normal-quantile.ts';

/** Relative errors of p and of z belong to each other: dz = dp / φ(z), about dp / (p |z|) in the tail. */
const close = (z: number, expected: number, p: number) => {
  const slope = Math.exp(0.5 * expected * expected) * Math.sqrt(2 * Math.PI);
  expect(Math.abs(z - expected)).toBeLessThan(4e-16 * Math.abs(expected) + 3e-16 * p * slope + 1e-17);
};

describe('the normal quantile', () => {
  it('inverts the golden distribution function', () => {
    for (const [z, p] of golden.normal_cdf) {
      if (p > 0) close(quantile(p), z, p);
    }
  });

  it('has the known digits (the first three: Wichura 1988)', () => {
    expect(quantile(0.25)).toBeCloseTo(-0.674489750196082, 14);
    expect(quantile(0.001)).toBeCloseTo(-3.0902323061678, 13);
    expect(quantile(1e-20)).toBeCloseTo(-9.2623400897984, 13);
    expect(quantile(1e-300)).toBeCloseTo(-37.047096299361, 12);
  });

  it('and the distribution function undo each other, from the far tail to beyond the middle', () => {
    fc.assert(
      fc.property(fc.double({ min: -37, max: 3, noNaN: true }), (z) => {
        const p = cdf(z);
        const slope = p > 1e-6 ? Math.exp(0.5 * z * z) * 2.51 * p : 1 / Math.max(1, Math.abs(z));
        expect(Math.abs(quantile(p) - z)).toBeLessThan(1e-14 * Math.abs(z) + 4e-15 * slope + 1e-16);
      }),
    );
  });

  it('is odd, monotone where its formula changes, and infinite at the ends', () => {
    for (const p of [0.4, 0.1, 0.07, 0.003]) expect(quantile(1 - p)).toBeCloseTo(-quantile(p), 12);
    // Formulas change at 0.075 and at e⁻²⁵.
    for (const edge of [0.075, Math.exp(-25)]) {
      const [before, after] = [quantile(edge * (1 - 1e-12)), quantile(edge * (1 + 1e-12))];
      expect(after).toBeGreaterThan(before);
      expect(after - before).toBeLessThan(1e-11);
    }
    expect(quantile(0)).toBe(-Infinity);
    expect(quantile(1)).toBe(Infinity);
    expect(quantile(0.5)).toBe(0);
    expect(quantile(-0.1)).toBeNaN();
    expect(quantile(NaN)).toBeNaN();
  });
});
