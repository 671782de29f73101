import { describe, expect, it } from 'vitest';
import { stream } from '../../rng.ts';
import { drawInside, MOST_DRAWS } from './box.ts';
import { constantsFor, defaultPopulation } from './constants.ts';
import { deviation, isotropic, learn, norm, settle, spread, whiten } from './distribution.ts';

const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 12));

describe('the constants', () => {
  // Table 1 of the tutorial, worked out independently.
  it.each([
    [
      1, 4, 1.459789888852586, 0.46379186818956736, 0.6894039888609658, 0.2963055195692892,
      0.07549290832280978,
    ],
    [
      2, 6, 2.0286114646100617, 0.44620498737831715, 0.6245545390268264, 0.1548153998964136,
      0.08559277942666424,
    ],
    [
      10, 10, 3.1672992814107026, 0.2844285879463675, 0.2949903830356226, 0.015283824524751714,
      0.023551776650417484,
    ],
  ])('are those of table 1 (n = %i)', (n, lambda, muEff, cSigma, cC, c1, cMu) => {
    expect(defaultPopulation(n)).toBe(lambda);
    const constants = constantsFor(n, lambda);
    expect(constants.mu).toBe(lambda / 2);
    expect([constants.muEff, constants.cSigma, constants.cC, constants.c1, constants.cMu]).toEqual(
      close([muEff, cSigma, cC, c1, cMu]),
    );
  });

  // What pycma prints of itself: (3_w,6)-aCMA-ES (mu_w=2.0,w_1=63%) in dimension 2, and so on.
  it.each([
    [2, 3, 6, '2.0', 63],
    [5, 4, 8, '2.6', 52],
    [10, 5, 10, '3.2', 45],
  ])('are those pycma prints (n = %i)', (n, mu, lambda, muEff, percent) => {
    const constants = constantsFor(n, defaultPopulation(n));
    expect([constants.mu, constants.lambda]).toEqual([mu, lambda]);
    expect(constants.muEff.toFixed(1)).toBe(muEff);
    expect(Math.floor(100 * constants.weights[0])).toBe(percent);
  });

  // Figure 7 of the tutorial prints λ and the sum of all weights; 0.04 is what reading and rounding leave open.
  it.each([
    [5, 8, -0.95],
    [10, 10, -0.63],
    [25, 13, -0.42],
    [100, 17, -0.28],
  ])('have weights as in figure 7 (n = %i)', (n, lambda, sum) => {
    const { weights, mu, c1, cMu } = constantsFor(n, defaultPopulation(n));
    expect(weights).toHaveLength(lambda);
    const total = weights.reduce((a, b) => a + b);
    expect(Math.abs(total - sum)).toBeLessThan(0.04);
    // With the default population there is no decay of C (50).
    expect(c1 + cMu * total).toBeCloseTo(0, 12);
    expect(weights.subarray(0, mu).reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    for (let i = 1; i < lambda; i++) expect(weights[i]).toBeLessThan(weights[i - 1]);
  });

  it('damp the step size by 1 + c_σ for the default population, and more for a large one', () => {
    const { dSigma, cSigma, chi } = constantsFor(3, 7);
    expect(dSigma).toBe(1 + cSigma);
    // E‖N(0, I)‖ in three dimensions is √(8/π).
    expect(Math.abs(chi - Math.sqrt(8 / Math.PI))).toBeLessThan(0.002);
    const large = constantsFor(2, 100);
    expect(large.dSigma).toBeCloseTo(1 + 2 * (Math.sqrt((large.muEff - 1) / 3) - 1) + large.cSigma, 12);
  });

  it('leave C positive definite whatever the population', () => {
    for (const n of [1, 2, 5, 20]) {
      for (const lambda of [2, 3, 4, 7, 50, 800]) {
        const { weights, mu, c1, cMu } = constantsFor(n, lambda);
        const [below, total] = [
          -weights.subarray(mu).reduce((a, b) => a + b),
          weights.reduce((a, b) => a + b),
        ];
        // (59): what the negative weights take from any direction at most, against what stays there at least.
        expect(n * cMu * below).toBeLessThanOrEqual(1 - c1 - cMu * total + 1e-12);
      }
    }
  });
});

describe('learning from a generation', () => {
  const GENERATIONS = [
    [[1, 0.5], [0.8, -0.2], [0.1, 0.6], [-0.4, 0.3], [-1.2, -0.7], [0.5, -1.5]],
    [[1.5, 0.9], [1.1, 0.4], [0.7, 1.2], [0.2, -0.9], [-0.6, 0.8], [-1.4, -1.1]],
    [[3, 2.5], [3.5, 2], [2.8, 3], [-0.5, 0.5], [-1, -1], [0.3, -2]],
  ]; // prettier-ignore
  /** Worked out with NumPy from the same figure, apart from this code; h_σ is 1, 1, 0. */
  const EXPECTED = [
    {
      mean: [0.7617612482971154, 0.49259186107763564],
      sigma: 0.28865871824874073,
      pathSigma: [1.0347790031524629, 0.36602863995053353],
      pathC: [1.1518353629997249, 0.4074345634007804],
      covariance: [1.0752340708503625, 0.12232744373055161, 0.12232744373055161, 0.7622499377349038],
    },
    {
      mean: [1.143790139044242, 0.7181010067397916],
      sigma: 0.3768397335263046,
      pathSigma: [2.0302723477185154, 1.1593458472765614],
      pathC: [2.179551658080695, 1.1842712920021679],
      covariance: [1.7449261666158324, 0.5585417164137788, 0.5585417164137788, 0.8219598139222847],
    },
    {
      mean: [2.3220201494639077, 1.6213513509405193],
      sigma: 0.8868356380812031,
      pathSigma: [3.4740481564798795, 3.2150874140452115],
      pathC: [0.8183027769829512, 0.4446292811430497],
      covariance: [2.7136542093378164, 1.2270242805761817, 1.2270242805761817, 1.1868550860337088],
    },
  ];
  it('follows figure 6 to the last equation', () => {
    const d = isotropic([0.5, 0.4], 0.3);
    const constants = constantsFor(2, 6);
    for (const [g, generation] of GENERATIONS.entries()) {
      learn(
        d,
        generation.map((y) => Float64Array.from(y)),
        constants,
      );
      settle(d, [0, 0], Infinity);
      const { mean, sigma, pathSigma, pathC, covariance } = EXPECTED[g];
      expect([...d.mean]).toEqual(close(mean));
      expect(d.sigma).toBeCloseTo(sigma, 12);
      expect([...d.pathSigma]).toEqual(close(pathSigma));
      expect([...d.pathC]).toEqual(close(pathC));
      expect([...d.covariance]).toEqual(close(covariance));
    }
  });

  it('stalls the path of C while the path of σ is long, by the bound of h_σ', () => {
    const constants = constantsFor(2, 6);
    // After one generation ‖p_σ‖ = √(c_σ (2 − c_σ) μ_eff) |y_w| = 1.186 |y_w|; the bound is
    // √(1 − (1 − c_σ)⁴) (1.4 + 2/3) χ₂ = 2.467, met at |y_w| = 2.081.
    const path = (length: number) => {
      const d = isotropic([0.5, 0.5], 0.1);
      learn(d, new Array(6).fill(Float64Array.of(length, 0)), constants);
      return d.pathC[0];
    };
    expect(path(2.07)).toBeGreaterThan(0);
    expect(path(2.09)).toBe(0);
  });

  it('ignores how long the steps of negative weight were', () => {
    const constants = constantsFor(2, 6);
    const after = (factor: number) => {
      const d = isotropic([0.5, 0.5], 0.2);
      const steps = GENERATIONS[0].map((y, i) => Float64Array.from(y, (v) => (i < 3 ? v : factor * v)));
      learn(d, steps, constants);
      return [...d.covariance];
    };
    expect(after(7)).toEqual(close(after(1)));
  });
});

it('C^(−½) turns the covariance into the identity', () => {
  const d = isotropic([0.5, 0.5], 0.3);
  d.covariance.set([4, 1.2, 1.2, 1]);
  settle(d, [0, 0], Infinity);
  const columns = [
    [4, 1.2],
    [1.2, 1],
  ].map((column) => whiten(d, whiten(d, column)));
  expect(columns.map((column) => [...column])).toEqual([close([1, 0]), close([0, 1])]);
});

it('standard deviations stay between their bounds, correlations as they are', () => {
  const d = isotropic([0.5, 0.5, 0.5], 0.1);
  d.covariance.set([100, 1, 0.5, 1, 1, 0.02, 0.5, 0.02, 0.01]);
  const correlation = (i: number, j: number) =>
    d.covariance[i * 3 + j] / Math.sqrt(d.covariance[i * 4] * d.covariance[j * 4]);
  const before = [correlation(0, 1), correlation(0, 2), correlation(1, 2)];
  settle(d, [0, 0, 0.05], 1 / 3);
  expect([0, 1, 2].map((j) => deviation(d, j))).toEqual(close([1 / 3, 0.1, 0.05]));
  expect([correlation(0, 1), correlation(0, 2), correlation(1, 2)]).toEqual(close(before));
  expect(spread(d)[0]).toBeCloseTo(1 / 9, 12);
});

describe('draws', () => {
  it('have the distribution’s mean and covariance where the box is far', () => {
    const d = isotropic([0.5, 0.5], 0.01);
    d.covariance.set([4, 1.5, 1.5, 1]);
    settle(d, [0, 0], Infinity);
    const rng = stream('test');
    const draws = Array.from({ length: 20000 }, () => drawInside(d, rng));
    const mean = (f: (y: Float64Array) => number) =>
      draws.reduce((sum, { step }) => sum + f(step), 0) / draws.length;
    expect(mean((y) => y[0])).toBeCloseTo(0, 1);
    expect(mean((y) => y[0] * y[0])).toBeCloseTo(4, 0);
    expect(mean((y) => y[0] * y[1])).toBeCloseTo(1.5, 1);
    expect(mean((y) => y[1] * y[1])).toBeCloseTo(1, 1);
    for (const { unit, step, misses } of draws) {
      expect(misses).toBe(0);
      expect(unit[0]).toBeCloseTo(0.5 + 0.01 * step[0], 12);
    }
  });

  it('lie in the box, drawn again where need be', () => {
    const d = isotropic([0, 1], 0.3);
    const rng = stream('test');
    const draws = Array.from({ length: 2000 }, () => drawInside(d, rng));
    for (const { unit } of draws) for (const u of unit) expect(u >= 0 && u <= 1).toBe(true);
    // One draw of four falls inside a corner: three misses each.
    expect(draws.reduce((sum, { misses }) => sum + misses, 0) / draws.length).toBeCloseTo(3, 0);
    // What is left is half normal distributions: E|N(0, 1)| = √(2/π).
    const mean = draws.reduce((sum, { step }) => sum + step[0], 0) / draws.length;
    expect(mean).toBeCloseTo(Math.sqrt(2 / Math.PI), 1);
  });

  it('are pulled towards the mean where drawing again does not help: to the face, no longer than drawn', () => {
    const d = isotropic(new Array(20).fill(0), 0.3);
    const rng = stream('test');
    for (let i = 0; i < 20; i++) {
      const { unit, step, misses } = drawInside(d, rng);
      expect(misses).toBe(MOST_DRAWS);
      expect(Math.min(...unit)).toBe(0);
      expect(norm(step)).toBeLessThan(9);
      for (const [j, u] of unit.entries()) expect(u).toBeCloseTo(0.3 * step[j], 12);
    }
  });
});
