/** What long runs do to a Gaussian process: hundreds of observations, most of them on top of each other. */
import { expect, it } from 'vitest';
import { sin } from '../math/elementary.ts';
import { stream } from '../rng.ts';
import { acquisitionSurface } from './acquisition-surface.ts';
import { fit } from './fit.ts';
import { GaussianProcess } from './gp.ts';
import { standardise } from './standardise.ts';

const N = 300;
const D = 3;
const f = (a: number, b: number) => sin(9 * a) + b;

/** A third spread out, a third within a thousandth of one place, a third exact repetitions; the last one is an integer. */
function crowded() {
  const rng = stream('crowded');
  const x = new Float64Array(N * D);
  for (let i = 0; i < N; i++) {
    const near = i % 3;
    x[i * D] = near === 0 ? rng.next() : near === 1 ? 0.4 + 0.001 * rng.next() : x[(i - 2) * D];
    x[i * D + 1] = near === 0 ? rng.next() : near === 1 ? 0.6 : x[(i - 2) * D + 1];
    x[i * D + 2] = near === 2 ? x[(i - 2) * D + 2] : (rng.below(4) + 0.5) / 4;
  }
  const plain = Float64Array.from({ length: N }, (_, i) => f(x[i * D], x[i * D + 1]));
  return { x, plain, noisy: plain.map((value) => value + 0.1 * rng.normal()) };
}
const { x, plain, noisy } = crowded();

it.each([
  ['noiseless', plain, 1e-3, 0, 0.02],
  ['noisy', noisy, 0.1, 0.06, 0.14],
])('%s: fits, predicts and finds where to look next', (_, values, error, least, most) => {
  const { y, mean, scale } = standardise([...values]);
  const { hyperparameters, logMarginalLikelihood } = fit('matern52', x, y, D, {
    prior: 'weak',
    noisePrior: 'horseshoe',
    tolerance: 1e-5,
    starts: 1,
  });
  expect(Number.isFinite(logMarginalLikelihood)).toBe(true);
  const noise = Math.sqrt(hyperparameters.noiseVariance) * scale;
  expect(noise).toBeGreaterThanOrEqual(least);
  expect(noise).toBeLessThan(most);

  const gp = new GaussianProcess(hyperparameters, x, y);
  expect(gp.jitter).toBe(0);
  const query = Float64Array.from([0.2, 0.3, 0.375, 0.7, 0.5, 0.625]);
  const predicted = gp.predict(query);
  expect(Math.abs(predicted.mean[0] * scale + mean - f(0.2, 0.3))).toBeLessThan(error);
  expect(Math.abs(predicted.mean[1] * scale + mean - f(0.7, 0.5))).toBeLessThan(error);

  const best = gp.meansAtData().reduce((a, b) => Math.min(a, b));
  const { cost } = acquisitionSurface(gp, { kind: 'log-ei', best, xi: 0, kappa: 0 });
  const gradient = new Float64Array(D);
  for (const at of [x.subarray(0, D), x.subarray(3, 6), query.subarray(0, D)]) {
    expect(Number.isFinite(cost(Float64Array.from(at), gradient))).toBe(true);
    expect(gradient.every(Number.isFinite)).toBe(true);
  }
});
