import { describe, expect, it } from 'vitest';
import {
  acquisitionValue,
  expectedImprovement,
  logExpectedImprovement,
  lowerConfidenceBound,
  probabilityOfImprovement,
} from './acquisition.ts';
import { cdf, erfcx, expectedExcess, logCdf, logExpectedExcess, pdf } from './normal.ts';

describe('log-EI', () => {
  it('is the logarithm of EI wherever EI can be held', () => {
    for (let mean = -3; mean < 25; mean += 0.37) {
      const ei = expectedImprovement(mean, 0.8, 0.2, 0.01);
      expect(Math.abs(Math.log(ei) - logExpectedImprovement(mean, 0.8, 0.2, 0.01))).toBeLessThan(1e-10);
    }
  });

  it('follows its asymptote ln φ(z) − 2 ln |z| where EI underflows', () => {
    for (const z of [-60, -200, -1e4, -1e7]) {
      const value = logExpectedImprovement(-z, 1, 0, 0);
      expect(expectedImprovement(-z, 1, 0, 0)).toBe(0);
      const asymptote = -0.5 * z * z - 0.5 * Math.log(2 * Math.PI) - 2 * Math.log(-z);
      expect(value).toBeLessThan(asymptote + 1e-15 * Math.abs(asymptote));
      // The next term of the series is −3 / z².
      expect(Math.abs(value - asymptote)).toBeLessThan(4 / (z * z) + 1e-15 * Math.abs(asymptote));
    }
  });

  it('is continuous where its formula changes', () => {
    const into = { value: 0, slope: 0 };
    for (const z of [-1, -60]) {
      logExpectedExcess(z * (1 - 1e-9), into);
      const { value, slope } = into;
      logExpectedExcess(z * (1 + 1e-9), into);
      // Over this distance the function itself changes by slope · 2e-9 |z|.
      expect(Math.abs(value - into.value - slope * 2e-9 * Math.abs(z))).toBeLessThan(1e-10 * Math.abs(value));
      expect(Math.abs(slope - into.slope)).toBeLessThan(1e-7 * Math.abs(slope));
    }
  });
});

describe('the normal distribution', () => {
  it('agrees with its integral', () => {
    // Simpson's rule, 2,000 panels from −9.
    for (const z of [-3, -0.7, 0.2, 0.66, 1.4, 4]) {
      const n = 2000;
      const h = (z + 9) / n;
      let sum = pdf(-9) + pdf(z);
      for (let i = 1; i < n; i++) sum += (i % 2 ? 4 : 2) * pdf(-9 + i * h);
      expect(Math.abs((sum * h) / 3 - cdf(z))).toBeLessThan(1e-11);
    }
  });
  it('is symmetric, and its logarithm finite far out', () => {
    for (const z of [0, 0.3, 0.6, 0.7, 2, 5]) expect(cdf(z) + cdf(-z)).toBeCloseTo(1, 15);
    expect(logCdf(-1e6)).toBeCloseTo(-5e11 - Math.log(1e6 * Math.sqrt(2 * Math.PI)), 3);
    expect(logCdf(40)).toBe(-0);
    expect(erfcx(0)).toBe(1);
  });
  it('expected excess grows from 0 to z', () => {
    expect(expectedExcess(-40)).toBeGreaterThanOrEqual(0);
    expect(expectedExcess(0)).toBeCloseTo(1 / Math.sqrt(2 * Math.PI), 15);
    expect(expectedExcess(9)).toBeCloseTo(9, 12);
  });
});

describe('at a point that is known exactly', () => {
  it('only what is certain counts', () => {
    expect(expectedImprovement(0.3, 0, 1, 0.1)).toBeCloseTo(0.6, 15);
    expect(expectedImprovement(2, 0, 1, 0)).toBe(0);
    expect(logExpectedImprovement(2, 0, 1, 0)).toBe(-Infinity);
    expect(probabilityOfImprovement(0.3, 0, 1, 0)).toBe(1);
    expect(probabilityOfImprovement(2, 0, 1, 0)).toBe(0);
    expect(lowerConfidenceBound(2, 0, 3)).toBe(2);
  });
});

describe('acquisitionValue', () => {
  it('is the function of its kind', () => {
    const settings = { xi: 0.1, kappa: 2, best: 0.5 };
    const [mean, sd] = [0.7, 0.4];
    expect(acquisitionValue({ ...settings, kind: 'ei' }, mean, sd)).toBe(
      expectedImprovement(mean, sd, 0.5, 0.1),
    );
    expect(acquisitionValue({ ...settings, kind: 'log-ei' }, mean, sd)).toBe(
      logExpectedImprovement(mean, sd, 0.5, 0.1),
    );
    expect(acquisitionValue({ ...settings, kind: 'pi' }, mean, sd)).toBe(
      probabilityOfImprovement(mean, sd, 0.5, 0.1),
    );
    expect(acquisitionValue({ ...settings, kind: 'lcb' }, mean, sd)).toBeCloseTo(-0.1, 15);
  });
});
