import { describe, expect, it } from 'vitest';
import { stream } from '../rng.ts';
import { GaussianProcess } from './gp.ts';
import { KERNELS } from './kernels.ts';
import { drawnFunction, samplePath } from './sample-path.ts';
import { sampleData, someHyperparameters } from './testing.ts';

describe.each(KERNELS)('functions drawn from the posterior (%s)', (kernel) => {
  it('pass through noiseless data', () => {
    const { x, y } = sampleData(8, 2, 1, 0);
    const gp = new GaussianProcess({ ...someHyperparameters(2, kernel), noiseVariance: 1e-10 }, x, y);
    for (let seed = 0; seed < 5; seed++) {
      const path = drawnFunction(gp, y, seed);
      for (let i = 0; i < 8; i++) expect(path(x.subarray(2 * i, 2 * i + 2))).toBeCloseTo(y[i], 3);
    }
  });

  it('are the same for the same seed, others for another', () => {
    const { x, y } = sampleData(5, 1, 2);
    const gp = new GaussianProcess(someHyperparameters(1, kernel), x, y);
    const at = (seed: number) => drawnFunction(gp, y, seed)([0.123]);
    expect(at(7)).toBe(at(7));
    expect(at(7)).not.toBe(at(8));
  });

  it('have the mean and the spread of the posterior', () => {
    const { x, y } = sampleData(6, 1, 3);
    const gp = new GaussianProcess(
      { kernel, signalVariance: 1.3, lengthscales: [0.12], noiseVariance: 0.04 },
      x,
      y,
    );
    const points = Float64Array.from({ length: 11 }, (_, i) => i / 10);
    const { mean, sd } = gp.predict(points);
    const rng = stream('draws', kernel);
    const DRAWS = 400;
    const draws = Array.from({ length: DRAWS }, () => {
      const path = samplePath(gp, y, rng);
      return Array.from(points, (u) => path([u]));
    });
    points.forEach((_, p) => {
      const values = draws.map((draw) => draw[p]);
      const average = values.reduce((a, b) => a + b) / DRAWS;
      const spread = Math.sqrt(values.reduce((sum, v) => sum + (v - average) ** 2, 0) / (DRAWS - 1));
      // Four standard errors: sd / √N for a mean, sd / √(2N) for a standard deviation.
      expect(Math.abs(average - mean[p])).toBeLessThan((4 * sd[p]) / Math.sqrt(DRAWS));
      expect(Math.abs(spread / sd[p] - 1)).toBeLessThan(4 / Math.sqrt(2 * DRAWS));
    });
  });
});
