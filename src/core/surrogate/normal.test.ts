import { describe, expect, it } from 'vitest';
import { expectedExcess, logExpectedExcess, mills } from './normal.ts';

/** ∫₀^∞ f(u) e^(−u − u²/(2t²)) du by Simpson’s rule. */
function integral(f: (u: number) => number, t: number): number {
  const [end, n] = [60, 60_000];
  const h = end / n;
  const at = (u: number) => f(u) * Math.exp(-u - (u * u) / (2 * t * t));
  let sum = at(0) + at(end);
  for (let i = 1; i < n; i++) sum += (i % 2 ? 4 : 2) * at(i * h);
  return (sum * h) / 3;
}

/**
 * With u = t s: Mills’ ratio M(t) = ∫ e^(−t s − s²/2) ds, and by parts 1 − t M(t) = ∫ s e^(−t s − s²/2) ds, which
 * loses no digit where the difference on the left does.
 */
const millsOf = (t: number) => integral(() => 1, t) / t;
const factorOf = (t: number) => integral((u) => u, t) / (t * t);

describe('far in the lower tail', () => {
  const excess = { value: 0, slope: 0 };
  // The formula changes at 1 and at 60; beyond 60 every term of its series counts at the beginning.
  it.each([1.01, 2, 5, 17, 40, 59.9, 60, 60.1, 75, 300, 1e4])('h(−%d) and its slope', (t) => {
    logExpectedExcess(-t, excess);
    const logFactor = excess.value + 0.5 * t * t + 0.5 * Math.log(2 * Math.PI);
    // Beside t²/2 the logarithm keeps this much; the difference below 60 keeps ten digits.
    const rounding = 2e-16 * t * t;
    expect(Math.abs(logFactor - Math.log(factorOf(t)))).toBeLessThan(2e-10 + rounding);
    expect(Math.abs(excess.slope / (millsOf(t) / factorOf(t)) - 1)).toBeLessThan(2e-10);
    expect(Math.abs(mills(t) / millsOf(t) - 1)).toBeLessThan(1e-12);
  });

  it('h itself, as long as it can be held', () => {
    for (const t of [1.5, 6, 20, 36]) {
      const density = Math.exp(-0.5 * t * t) / Math.sqrt(2 * Math.PI);
      expect(Math.abs(expectedExcess(-t) / (density * factorOf(t)) - 1)).toBeLessThan(2e-10);
    }
  });
});
