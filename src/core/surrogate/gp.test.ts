import { describe, expect, it } from 'vitest';
import { fit, DEFAULT_BOUNDS } from './fit.ts';
import { GaussianProcess } from './gp.ts';
import { KERNELS } from './kernels.ts';
import { PosteriorGrid } from './posterior-grid.ts';
import { standardise } from './standardise.ts';
import { sampleData, someHyperparameters } from './testing.ts';

function largestDifference(a: Float64Array, b: Float64Array): number {
  expect(a.length).toBe(b.length);
  return a.reduce((largest, value, i) => Math.max(largest, Math.abs(value - b[i])), 0);
}

describe('GaussianProcess', () => {
  it.each(KERNELS)('extend equals starting again (%s), also where its arrays have to grow', (kernel) => {
    const { x, y } = sampleData(40, 3, 1);
    const hyperparameters = someHyperparameters(3, kernel);
    const grown = new GaussianProcess(hyperparameters, x.slice(0, 9), y.slice(0, 3));
    for (let i = 3; i < 40; i++) grown.extend(x.subarray(3 * i, 3 * i + 3), y[i]);
    const whole = new GaussianProcess(hyperparameters, x, y);
    const { x: query } = sampleData(30, 3, 2);
    expect(grown.n).toBe(40);
    expect(grown.version).toBe(0);
    expect(largestDifference(grown.predict(query).mean, whole.predict(query).mean)).toBeLessThan(1e-10);
    expect(largestDifference(grown.predict(query).sd, whole.predict(query).sd)).toBeLessThan(1e-10);
    expect(grown.logMarginalLikelihood()).toBeCloseTo(whole.logMarginalLikelihood(), 9);
  });

  it('predicts the marginals of its joint prediction', () => {
    const { x, y } = sampleData(12, 2, 3);
    const gp = new GaussianProcess(someHyperparameters(2), x, y);
    const { x: query } = sampleData(7, 2, 4);
    const { mean, sd } = gp.predict(query);
    const joint = gp.predictJoint(query);
    expect(largestDifference(mean, joint.mean)).toBeLessThan(1e-12);
    sd.forEach((value, p) => expect(value * value).toBeCloseTo(joint.covariance[p * 7 + p], 12));
  });

  it('knows its means at the data without predicting them', () => {
    const { x, y } = sampleData(15, 2, 5);
    const gp = new GaussianProcess({ ...someHyperparameters(2), noiseVariance: 0.3 }, x, y);
    expect(largestDifference(gp.meansAtData(), gp.predict(x).mean)).toBeLessThan(1e-12);
    gp.extend([0.3, 0.4], 2);
    const wider = Float64Array.from([...x, 0.3, 0.4]);
    expect(largestDifference(gp.meansAtData(), gp.predict(wider).mean)).toBeLessThan(1e-12);
  });

  it('reports the jitter that repeated points without noise need, and stays finite', () => {
    const hyperparameters = { ...someHyperparameters(1), noiseVariance: 0 };
    const x = Float64Array.from([0.2, 0.5, 0.5, 0.9]);
    const gp = new GaussianProcess(hyperparameters, x, Float64Array.from([1, 0, 0, -1]));
    expect(gp.jitter).toBeGreaterThan(0);
    expect(gp.jitter).toBeLessThan(1e-3);
    const { mean, sd } = gp.predict(x);
    expect(mean[1]).toBeCloseTo(0, 4);
    expect([...mean, ...sd, gp.logMarginalLikelihood()].every(Number.isFinite)).toBe(true);
    const distinct = new GaussianProcess(hyperparameters, x.slice(0, 2), Float64Array.from([1, 0]));
    expect(distinct.jitter).toBe(0);
    distinct.extend([0.5], 0);
    expect(distinct.jitter).toBeGreaterThan(0);
    expect(distinct.version).toBe(1);
  });

  it('refuses inputs that do not fit the observations', () => {
    const make = () => new GaussianProcess(someHyperparameters(2), new Float64Array(5), new Float64Array(2));
    expect(make).toThrow('x holds 5 numbers; 2 observations in 2 dimensions need 4.');
  });

  it('refuses numbers that are none', () => {
    const make = () =>
      new GaussianProcess(someHyperparameters(1), Float64Array.from([0.1, NaN]), Float64Array.from([0, 1]));
    expect(make).toThrow(/not positive definite/);
  });
});

describe('PosteriorGrid', () => {
  // More columns than one block, and not a multiple of it.
  const { x: points } = sampleData(601, 2, 9);
  const { x, y } = sampleData(23, 2, 8);

  it.each(KERNELS)('equals predict (%s)', (kernel) => {
    const gp = new GaussianProcess(someHyperparameters(2, kernel), x, y);
    const grid = new PosteriorGrid(gp, points);
    const { mean, sd } = gp.predict(points);
    expect(largestDifference(grid.mean, mean)).toBeLessThan(1e-11);
    expect(largestDifference(grid.sd(), sd)).toBeLessThan(1e-9);
  });

  it('extended by observations, one or several at a time, equals a new one', () => {
    const gp = new GaussianProcess(someHyperparameters(2), x.slice(0, 20), y.slice(0, 10));
    const grid = new PosteriorGrid(gp, points);
    for (let i = 10; i < 23; i++) {
      gp.extend(x.subarray(2 * i, 2 * i + 2), y[i]);
      if (i % 3 !== 0) grid.extend();
    }
    const again = new PosteriorGrid(gp, points);
    expect(largestDifference(grid.mean, again.mean)).toBeLessThan(1e-12);
    expect(largestDifference(grid.variance, again.variance)).toBeLessThan(1e-12);
  });

  it('notices that the process had to start its factor again', () => {
    const hyperparameters = { ...someHyperparameters(2), noiseVariance: 0 };
    const gp = new GaussianProcess(hyperparameters, x.slice(0, 20), y.slice(0, 10));
    const grid = new PosteriorGrid(gp, points);
    gp.extend(x.subarray(4, 6), y[2]);
    expect(gp.version).toBe(1);
    grid.extend();
    const again = new PosteriorGrid(gp, points);
    expect(largestDifference(grid.mean, again.mean)).toBe(0);
    expect(largestDifference(grid.variance, again.variance)).toBe(0);
  });
});

describe('fit', () => {
  it('of observations that are all the same says so without breaking', () => {
    const { x } = sampleData(8, 2, 1);
    const { y, mean, scale } = standardise(new Array<number>(8).fill(-3.5));
    expect([mean, scale]).toEqual([-3.5, 1]);
    expect([...y]).toEqual(new Array(8).fill(0));
    const { hyperparameters, logMarginalLikelihood } = fit('matern52', x, y, 2);
    expect(logMarginalLikelihood).toBeGreaterThan(0);
    const { mean: predicted } = new GaussianProcess(hyperparameters, x, y).predict(x);
    predicted.forEach((value) => expect(value).toBe(0));
  });

  it('stays within its bounds, of one observation and of many dimensions', () => {
    for (const [n, d] of [
      [1, 1],
      [2, 1],
      [12, 21],
      [12, 30],
    ]) {
      const { x, y } = sampleData(n, d, n);
      const { hyperparameters } = fit('rbf', x, y, d);
      const inside = (value: number, [lo, hi]: readonly [number, number]) =>
        expect(value >= lo * (1 - 1e-12) && value <= hi * (1 + 1e-12), `${value}`).toBe(true);
      inside(hyperparameters.signalVariance, DEFAULT_BOUNDS.signalVariance);
      inside(hyperparameters.noiseVariance, DEFAULT_BOUNDS.noiseVariance);
      hyperparameters.lengthscales.forEach((scale) => inside(scale, DEFAULT_BOUNDS.lengthscale));
    }
  });

  it('tells the dimension that matters from the one that does not', () => {
    const { x } = sampleData(30, 2, 5);
    const y = Float64Array.from({ length: 30 }, (_, i) => Math.sin(7 * x[2 * i]));
    const { hyperparameters } = fit('matern52', x, y, 2);
    expect(hyperparameters.lengthscales[1]).toBeGreaterThan(4 * hyperparameters.lengthscales[0]);
    expect(hyperparameters.noiseVariance).toBeLessThan(1e-4);
  });

  it('finds the size of the noise', () => {
    const { x, y } = sampleData(80, 1, 6, 0.3);
    const { hyperparameters } = fit('rbf', x, y, 1);
    expect(Math.sqrt(hyperparameters.noiseVariance)).toBeGreaterThan(0.2);
    expect(Math.sqrt(hyperparameters.noiseVariance)).toBeLessThan(0.4);
  });

  it.each([
    ['weak' as const, Math.log(0.25)],
    ['dimension-scaled' as const, Math.SQRT2 + 0.5 * Math.log(4)],
  ])('pulls lengthscales towards its prior where one is asked for (%s)', (prior, location) => {
    const { x, y } = sampleData(10, 4, 3);
    const plain = fit('matern52', x, y, 4);
    const pulled = fit('matern52', x, y, 4, { prior });
    const distance = (scales: readonly number[]) =>
      scales.reduce((sum, scale) => sum + (Math.log(scale) - location) ** 2, 0);
    expect(distance(pulled.hyperparameters.lengthscales)).toBeLessThan(
      distance(plain.hyperparameters.lengthscales),
    );
    expect(pulled.logMarginalLikelihood).toBeLessThanOrEqual(plain.logMarginalLikelihood + 1e-6);
  });
});

describe('the horseshoe prior on the noise', () => {
  it('asks for evidence before a rough function is called noise, and yields to it', () => {
    const { x } = sampleData(12, 1, 4);
    const rough = Float64Array.from(x, (u) => Math.sin(40 * u));
    const plain = fit('matern52', x, rough, 1).hyperparameters;
    const careful = fit('matern52', x, rough, 1, { noisePrior: 'horseshoe' }).hyperparameters;
    expect(careful.noiseVariance).toBeLessThanOrEqual(plain.noiseVariance);
    const noisy = sampleData(60, 1, 6, 0.3);
    const { noiseVariance } = fit('rbf', noisy.x, noisy.y, 1, { noisePrior: 'horseshoe' }).hyperparameters;
    expect(Math.sqrt(noiseVariance)).toBeGreaterThan(0.2);
  });
});

describe('standardise', () => {
  it('counts failed trials as the worst value seen', () => {
    const { y, mean, scale } = standardise([1, undefined, 3, null]);
    expect([...y].map((value) => value * scale + mean)).toEqual([1, 3, 3, 3]);
    expect(y.reduce((a, b) => a + b)).toBeCloseTo(0, 12);
    expect(y.reduce((a, b) => a + b * b, 0) / 4).toBeCloseTo(1, 12);
  });
  it('leaves nothing of a constant, whatever its units, and everything of a small spread', () => {
    for (const constant of [0.1, -1e9, 1e-9]) {
      expect(standardise(new Array<number>(7).fill(constant))).toMatchObject({ scale: 1 });
      expect([...standardise(new Array<number>(7).fill(constant)).y]).toEqual(new Array(7).fill(0));
    }
    expect([...standardise([2 ** -50, 3 * 2 ** -50]).y]).toEqual([-1, 1]);
  });
  it('takes nothing but failures, and nothing at all', () => {
    expect([...standardise([undefined, undefined]).y]).toEqual([0, 0]);
    expect(standardise([]).y).toHaveLength(0);
  });
});
