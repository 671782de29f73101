/** Every analytic gradient against finite differences. */
import { describe, expect, it } from 'vitest';
import { stream } from '../rng.ts';
import { merit, type AnalyticAcquisition, type Merit } from './acquisition.ts';
import { acquisitionSurface } from './acquisition-surface.ts';
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
