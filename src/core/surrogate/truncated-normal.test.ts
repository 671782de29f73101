import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cdf } from './normal.ts';
import { logCellFactor, logInside, logMass, truncatedQuantile } from './truncated-normal.ts';

describe('mass of an interval', () => {
  // By mpmath with 40 digits.
  it.each([
    [-100, -99.5, -4955.644197159426],
    [-38, -37.5, -707.6689893237726],
    [-7, -6.5, -23.97053616477703],
    [-1, 0.25, -0.8208644866432582],
    [0, 0.5, -1.6530635142555676],
    [2, 3, -3.8443534263342056],
    [37, 40, -689.0305855768906],
    [59.5, 60, -1775.1301971124938],
  ])('from %d to %d, in logarithms', (a, b, expected) => {
    expect(Math.abs(logMass(a, b) - expected)).toBeLessThan(2e-15 * Math.abs(expected));
    expect(logMass(-b, -a)).toBe(logMass(a, b));
  });
});

describe('mass of a cell against density × width', () => {
  // By mpmath with 40 digits; narrow and wide cells.
  it.each([
    [0, 1e-6, -4.166666666666597e-14],
    [0, 0.09, -0.00033745444042931433],
    [3, 0.02, 0.00013332694488215165],
    [9, 0.0099, 0.0003266770453851254],
    [40, 0.002, 0.000266485743683376],
    [-20, 0.5, 2.6761519393002944],
    [5, 3, 3.9542607635570906],
  ])('around %d, width %d', (z, h, expected) => {
    // The series breaks off; wide cells far out are differences of numbers as large as z² / 2.
    expect(Math.abs(logCellFactor(z, h) - expected)).toBeLessThan(6e-14 * h + z * z * 2e-16);
    expect(logCellFactor(-z, h)).toBeCloseTo(logCellFactor(z, h), 12);
  });

  it('does not jump where its formula changes', () => {
    for (const z of [0, 1, 7, -30]) {
      const edge = 0.1 / (1 + Math.abs(z));
      const [narrow, wide] = [logCellFactor(z, edge * (1 - 1e-9)), logCellFactor(z, edge * (1 + 1e-9))];
      expect(Math.abs(wide - narrow)).toBeLessThan(1e-11);
    }
  });
});

describe('the truncated normal distribution', () => {
  const mean = fc.double({ min: 0, max: 1, noNaN: true });
  const sd = fc.double({ min: 0.01, max: 1, noNaN: true });

  it('has below its quantile the share that was asked for', () => {
    fc.assert(
      fc.property(mean, sd, fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (m, s, u) => {
        const x = truncatedQuantile(m, s, u);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(1);
        const share = Math.exp(logMass(-m / s, (x - m) / s) - logInside(m, s));
        expect(Math.abs(share - u)).toBeLessThan(1e-12);
      }),
    );
  });

  it('begins and ends at the ends of the range', () => {
    for (const m of [0, 0.3, 1]) {
      for (const s of [0.01, 0.2, 1]) {
        expect(truncatedQuantile(m, s, 0)).toBeLessThan(m + 1e-12);
        expect(truncatedQuantile(m, s, 0)).toBeGreaterThanOrEqual(0);
        expect(truncatedQuantile(m, s, 1)).toBeLessThanOrEqual(1);
        expect(truncatedQuantile(m, s, 1)).toBeGreaterThan(m - 1e-12);
      }
    }
    expect(truncatedQuantile(0.5, 1, 0)).toBeCloseTo(0, 14);
    expect(truncatedQuantile(0.5, 1, 1)).toBeCloseTo(1, 14);
    // Close to the lower end of a narrow kernel at 0, shares are spread like those of a half-normal distribution.
    expect(truncatedQuantile(0, 0.01, 2 * cdf(1) - 1)).toBeCloseTo(0.01, 14);
    expect(truncatedQuantile(1, 0.01, 2 * cdf(-1))).toBeCloseTo(0.99, 14);
  });

  it('is symmetric around the middle, far out too', () => {
    for (const u of [0.25, 1e-3, 1e-9]) {
      expect(truncatedQuantile(0.5, 0.0125, 1 - u) + truncatedQuantile(0.5, 0.0125, u)).toBeCloseTo(1, 9);
      expect(truncatedQuantile(0.9, 0.3, 1 - u) + truncatedQuantile(0.1, 0.3, u)).toBeCloseTo(1, 9);
    }
    // 1e-9 of the mass lies beyond 5.9978 standard deviations; the ends of the range, 40 of them out, cut nothing off.
    expect(truncatedQuantile(0.5, 0.0125, 1 - 1e-9)).toBeCloseTo(0.5 + 5.997807015007687 * 0.0125, 9);
  });
});
