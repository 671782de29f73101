/** Every analytic gradient against finite differences. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stream } from '../rng.ts';
import { merit, type AnalyticAcquisition, type Merit } from './acquisition.ts';
import { acquisitionSurface } from './acquisition-surface.ts';
import { DEFAULT_BOUNDS, fit, type LengthscalePrior, type NoisePrior } from './fit.ts';
import { GaussianProcess } from './gp.ts';
import { KERNELS, kernels } from './kernels.ts';
import { Likelihood } from './likelihood.ts';
import { samplePath } from './sample-path.ts';
import { numericalGradient, sampleData, someHyperparameters } from './testing.ts';

const ACQUISITIONS: AnalyticAcquisition[] = ['ei', 'log-ei', 'pi', 'lcb'];

function expectClose(analytic: ArrayLike<number>, numerical: readonly number[], tolerance = 1e-6): void {
  const size = Math.max(1e-3, ...numerical.map(Math.abs));
  numerical.forEach((value, i) => {
    expect(Math.abs(analytic[i] - value) / size, `component ${i}`).toBeLessThan(tolerance);
  });
}

describe.each(KERNELS)('kernel %s', (kernel) => {
  const { value, slope } = kernels[kernel];

  it('is 1 at distance 0 and falls', () => {
    expect(value(0)).toBe(1);
    for (let s = 0.01; s < 40; s *= 1.7) expect(value(1.7 * s)).toBeLessThan(value(s));
  });

  it('slope is ∂k/∂ln ℓ per scaled squared distance', () => {
    for (const distance of [0.05, 0.4, 1, 2.5]) {
      const inLogScale = ([t]: Float64Array) => value((distance / Math.exp(t)) ** 2);
      for (const scale of [0.2, 0.9]) {
        const s = (distance / scale) ** 2;
        expectClose([slope(s) * s], numericalGradient(inLogScale, [Math.log(scale)]), 1e-7);
      }
    }
  });

  it('slope is −∂k/∂x per scaled difference', () => {
    const scale = 0.3;
    const along = ([x]: Float64Array) => value(((x - 0.2) / scale) ** 2);
    for (const x of [0.25, 0.5, 1]) {
      const gradient = (-slope(((x - 0.2) / scale) ** 2) * (x - 0.2)) / (scale * scale);
      expectClose([gradient], numericalGradient(along, [x]), 1e-6);
    }
  });

  it.each([1, 2, 4])('log marginal likelihood in %i dimensions', (d) => {
    const { x, y } = sampleData(15, d, d);
    const likelihood = new Likelihood(kernel, x, y, d);
    const rng = stream('theta', d);
    for (let repeat = 0; repeat < 3; repeat++) {
      const theta = Float64Array.from({ length: d + 2 }, (_, i) =>
        i === 0 ? 0.3 * rng.normal() : i <= d ? Math.log(0.3) + 0.3 * rng.normal() : -4 + rng.normal(),
      );
      const gradient = new Float64Array(d + 2);
      const value = likelihood.evaluate(theta, gradient);
      expect(likelihood.evaluate(theta)).toBe(value);
      expectClose(
        gradient,
        numericalGradient((at) => likelihood.evaluate(at), theta),
      );
    }
  });

  it('log marginal likelihood is that of the process', () => {
    const { x, y } = sampleData(12, 2, 7);
    const hyperparameters = someHyperparameters(2, kernel);
    const { signalVariance, lengthscales, noiseVariance } = hyperparameters;
    const theta = [signalVariance, ...lengthscales, noiseVariance].map(Math.log);
    expect(new Likelihood(kernel, x, y, 2).evaluate(theta)).toBeCloseTo(
      new GaussianProcess(hyperparameters, x, y).logMarginalLikelihood(),
      10,
    );
  });

  it.each(ACQUISITIONS)('%s over the cube', (kind) => {
    const { x, y } = sampleData(14, 3, 3);
    const gp = new GaussianProcess(someHyperparameters(3, kernel), x, y);
    const { cost, costs } = acquisitionSurface(gp, { kind, xi: 0.01, kappa: 2, best: -0.5 });
    const rng = stream('places', kind);
    const gradient = new Float64Array(3);
    for (let repeat = 0; repeat < 6; repeat++) {
      const q = Float64Array.from({ length: 3 }, rng.next);
      const value = cost(q, gradient);
      expect(Math.abs(costs(q)[0] - value)).toBeLessThan(1e-9 * Math.max(1, Math.abs(value)));
      expectClose(
        gradient,
        numericalGradient((at) => cost(at, new Float64Array(3)), q, 1e-4),
        1e-5,
      );
    }
  });

  it('a drawn function', () => {
    const { x, y } = sampleData(10, 2, 5);
    const path = samplePath(new GaussianProcess(someHyperparameters(2, kernel), x, y), y, stream('path'));
    const gradient = new Float64Array(2);
    for (const q of [
      [0.31, 0.77],
      [0.9, 0.05],
    ]) {
      path(q, gradient);
      expectClose(
        gradient,
        numericalGradient((at) => path(at), q, 1e-4),
        1e-5,
      );
    }
  });
});

describe.each(ACQUISITIONS)('merit of %s', (kind) => {
  it('has the derivatives it says, also far below where EI and PI underflow', () => {
    const into: Merit = { value: 0, byMean: 0, bySd: 0 };
    const settings = { kind, xi: 0.02, kappa: 1.5, best: 0.1 };
    for (const [mean, sd] of [
      [-0.7, 0.4],
      [0.05, 1.2],
      [0.6, 0.3],
      [2, 0.2],
      [8, 0.1],
      [40, 0.2],
    ]) {
      const value = ([m, s]: Float64Array) => {
        const other: Merit = { value: 0, byMean: 0, bySd: 0 };
        merit(settings, m, s, other);
        return other.value;
      };
      merit(settings, mean, sd, into);
      const numerical = numericalGradient(value, [mean, sd], 1e-4 * sd);
      expectClose([into.byMean], [numerical[0]], 1e-6);
      expectClose([into.bySd], [numerical[1]], 1e-6);
    }
  });
});

// ---------------------------------------------------------------- anywhere, not only in the examples above

const kernelId = fc.constantFrom(...KERNELS);
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('any kernel at any distance', () => {
  it('has the slope it says, and computes value and slope together as it does apart', () => {
    fc.assert(
      fc.property(kernelId, number(-2, 2.5), number(0.01, 50), (id, logDistance, variance) => {
        const { value, slope, both } = kernels[id];
        const s = Math.exp(2 * logDistance);
        const byLog = numericalGradient(([t]) => value(Math.exp(-2 * t) * s), [0]);
        // Far out both are next to nothing: their size against the largest that k has.
        expect(Math.abs(slope(s) * s - byLog[0])).toBeLessThan(1e-9);
        const scaled = Float64Array.of(s, 0, s);
        const slopes = new Float64Array(3);
        both(scaled, 3, variance, scaled, slopes);
        for (const [i, at] of [s, 0, s].entries()) {
          expect(Math.abs(scaled[i] - variance * value(at))).toBeLessThanOrEqual(1e-14 * variance);
          expect(Math.abs(slopes[i] - variance * slope(at))).toBeLessThanOrEqual(1e-14 * variance);
        }
      }),
    );
  });
});

/** ln σ_f², ln ℓ₁ …, ln σ_n² where differences are not drowned by the rounding of an ill-conditioned matrix. */
const thetaArbitrary = (d: number) =>
  fc.tuple(
    number(-2, 2),
    fc.array(number(Math.log(0.05), Math.log(3)), { minLength: d, maxLength: d }),
    number(-7, 0),
  );

describe('log marginal likelihood of any data', () => {
  it('has the gradient it says', () => {
    const cases = fc.integer({ min: 1, max: 6 }).chain((d) =>
      fc.record({
        d: fc.constant(d),
        n: fc.integer({ min: 1, max: 24 }),
        seed: fc.integer({ min: 0, max: 999 }),
        kernel: kernelId,
        theta: thetaArbitrary(d),
      }),
    );
    fc.assert(
      fc.property(cases, ({ d, n, seed, kernel, theta: [signal, scales, noise] }) => {
        const { x, y } = sampleData(n, d, seed);
        const theta = [signal, ...scales, noise];
        const likelihood = new Likelihood(kernel, x, y, d);
        const gradient = new Float64Array(d + 2);
        likelihood.evaluate(theta, gradient);
        const numerical = numericalGradient((at) => likelihood.evaluate(at), theta);
        expectClose(gradient, numerical, 1e-5);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a fit', () => {
  const PRIORS: LengthscalePrior[] = ['none', 'weak', 'dimension-scaled'];
  const NOISE_PRIORS: NoisePrior[] = ['none', 'horseshoe'];
  const cases = PRIORS.flatMap((prior) =>
    NOISE_PRIORS.flatMap((noisePrior) => [1, 2, 3, 4, 5, 6].map((d) => ({ prior, noisePrior, d }))),
  );

  /** ln p(θ) but for a constant, from the definitions. */
  const logPrior = (theta: ArrayLike<number>, d: number, prior: LengthscalePrior, noise: NoisePrior) => {
    let sum = 0;
    if (prior !== 'none') {
      const [location, variance] =
        prior === 'weak' ? [Math.log(0.25), 1] : [Math.SQRT2 + Math.log(Math.sqrt(d)), 3];
      for (let j = 1; j <= d; j++) sum -= (theta[j] - location) ** 2 / (2 * variance);
    }
    if (noise === 'horseshoe') sum += Math.log(Math.log(1 + (0.01 / Math.exp(theta[d + 1])) ** 2));
    return sum;
  };

  // A climb that is led by another gradient than the function's comes to rest elsewhere.
  it.each(cases)('ends where the posterior is flat ($prior, $noisePrior, d = $d)', (settings) => {
    const { prior, noisePrior, d } = settings;
    for (const kernel of KERNELS) {
      const { x, y } = sampleData(16, d, 11 + d, 0.2);
      const options = { prior, noisePrior, tolerance: 1e-14 };
      let { hyperparameters } = fit(kernel, x, y, d, { ...options, starts: 2 });
      // A climb has a limit of steps: go on from where it ended.
      for (let again = 0; again < 5; again++) {
        ({ hyperparameters } = fit(kernel, x, y, d, { ...options, starts: 0, warm: hyperparameters }));
      }
      const { signalVariance, lengthscales, noiseVariance } = hyperparameters;
      const theta = [signalVariance, ...lengthscales, noiseVariance].map(Math.log);
      const likelihood = new Likelihood(kernel, x, y, d);
      const posterior = (at: Float64Array) => likelihood.evaluate(at) + logPrior(at, d, prior, noisePrior);
      const bounds = [
        DEFAULT_BOUNDS.signalVariance,
        ...lengthscales.map(() => DEFAULT_BOUNDS.lengthscale),
        DEFAULT_BOUNDS.noiseVariance,
      ];
      for (const [i, uphill] of numericalGradient(posterior, theta).entries()) {
        const [lo, hi] = bounds[i].map(Math.log);
        // At a bound it may still be uphill beyond.
        const name = `${kernel}, component ${i}`;
        if (theta[i] > lo + 1e-9) expect(uphill, name).toBeGreaterThan(-1e-3);
        if (theta[i] < hi - 1e-9) expect(uphill, name).toBeLessThan(1e-3);
      }
    }
  });
});

describe('the acquisition of any process', () => {
  const cases = fc.integer({ min: 1, max: 6 }).chain((d) =>
    fc.record({
      d: fc.constant(d),
      n: fc.integer({ min: 1, max: 20 }),
      seed: fc.integer({ min: 0, max: 999 }),
      kernel: kernelId,
      kind: fc.constantFrom(...ACQUISITIONS),
      xi: number(0, 1),
      kappa: number(0, 5),
      /** From what is certain to be reached to what is hopeless. */
      best: fc.oneof(number(-3, 3), number(-60, 60)),
      noise: fc.constantFrom(1e-3, 1e-2, 0.3),
      /** Anywhere, or next to or upon an observation. */
      away: fc.constantFrom(undefined, 0.01, 1e-3, 0),
      place: fc.array(number(0, 1), { minLength: d, maxLength: d }),
    }),
  );

  it('has the gradient it says, far from the data and at it, in both tails', () => {
    fc.assert(
      fc.property(cases, ({ d, n, seed, kernel, kind, xi, kappa, best, noise, away, place }) => {
        const { x, y } = sampleData(n, d, seed);
        const hyperparameters = { ...someHyperparameters(d, kernel), noiseVariance: noise };
        const gp = new GaussianProcess(hyperparameters, x, y);
        const { cost, costs } = acquisitionSurface(gp, { kind, xi, kappa, best });
        const q = Float64Array.from(place, (u, j) => (away === undefined ? u : x[j] + away * u));
        const gradient = new Float64Array(d);
        const value = cost(q, gradient);
        expect(Math.abs(costs(q)[0] - value)).toBeLessThan(1e-7 * Math.max(1, Math.abs(value)));
        // At the data Matérn 3/2 bends within a few thousandths.
        const step = 2e-5;
        const numerical = numericalGradient((at) => cost(at, new Float64Array(d)), q, step);
        // What a difference of two values this large can tell.
        const rounding = (1e-12 * Math.max(1, Math.abs(value))) / step;
        for (let j = 0; j < d; j++) {
          const size = Math.max(1, ...numerical.map(Math.abs));
          expect(Math.abs(gradient[j] - numerical[j]), `component ${j}`).toBeLessThan(1e-3 * size + rounding);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('any merit', () => {
  it('has the derivatives it says', () => {
    const settings = fc.record({
      kind: fc.constantFrom(...ACQUISITIONS),
      xi: number(0, 1),
      kappa: number(0, 5),
      best: number(-2, 2),
    });
    fc.assert(
      fc.property(settings, number(-5, 60), number(-4, 1), (given, mean, logSd) => {
        const sd = Math.exp(logSd);
        const into: Merit = { value: 0, byMean: 0, bySd: 0 };
        const value = ([m, s]: Float64Array) => {
          const other: Merit = { value: 0, byMean: 0, bySd: 0 };
          merit(given, m, s, other);
          return other.value;
        };
        merit(given, mean, sd, into);
        const step = 1e-3 * sd;
        const [byMean, bySd] = numericalGradient(value, [mean, sd], step);
        const rounding = (1e-14 * Math.max(1, Math.abs(into.value))) / step;
        expect(Math.abs(into.byMean - byMean)).toBeLessThan(1e-6 * Math.abs(byMean) + rounding);
        expect(Math.abs(into.bySd - bySd)).toBeLessThan(1e-6 * Math.abs(bySd) + rounding);
      }),
      { numRuns: 500 },
    );
  });
});
