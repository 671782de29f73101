/** What the surrogate's tests share: reproducible data and a numerical gradient. */
import { sin } from '../math/elementary.ts';
import { stream } from '../rng.ts';
import { KERNELS } from './kernels.ts';
import type { Hyperparameters } from './gp.ts';

/** n uniform points of the unit cube, row-major, and a smooth function of them with a little noise. */
export function sampleData(
  n: number,
  d: number,
  seed: number,
  noise = 0.05,
): { x: Float64Array; y: Float64Array } {
  const rng = stream('test data', seed);
  const x = Float64Array.from({ length: n * d }, rng.next);
  const y = Float64Array.from({ length: n }, (_, i) => {
    let value = noise * rng.normal();
    for (let j = 0; j < d; j++) value += sin(4 * x[i * d + j] + j) / (1 + j);
    return value;
  });
  return { x, y };
}

/** A different lengthscale for every dimension, so that no mix-up of dimensions goes unnoticed. */
export const someHyperparameters = (d: number, kernel = KERNELS[2]): Hyperparameters => ({
  kernel,
  signalVariance: 1.3,
  lengthscales: Array.from({ length: d }, (_, j) => 0.25 + 0.15 * j),
  noiseVariance: 0.01,
});

/** Central differences of fourth order: the error falls with the fourth power of the step. */
export function numericalGradient(
  f: (x: Float64Array) => number,
  at: ArrayLike<number>,
  step = 1e-3,
): number[] {
  return Array.from(at, (_, i) => {
    const shifted = (by: number) => {
      const x = Float64Array.from(at);
      x[i] += by * step;
      return f(x);
    };
    return (8 * (shifted(1) - shifted(-1)) - (shifted(2) - shifted(-2))) / (12 * step);
  });
}
