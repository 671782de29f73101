/**
 * Hyperparameters by marginal likelihood (type-II maximum likelihood), or by the posterior mode where a prior on
 * the lengthscales is asked for: several starts, each climbed with analytic gradients in log space.
 */
import { exp, log } from '../math/elementary.ts';
import { HALTON_MAX_DIMENSION, haltonPoint } from '../sampling/halton.ts';
import { stream } from '../rng.ts';
import type { Hyperparameters } from './gp.ts';
import type { KernelId } from './kernels.ts';
import { Likelihood } from './likelihood.ts';
import { minimise } from './optimise.ts';

export interface Bounds {
  signalVariance: readonly [number, number];
  lengthscale: readonly [number, number];
  noiseVariance: readonly [number, number];
}

/** For inputs in the unit cube and standardised observations. */
export const DEFAULT_BOUNDS: Bounds = {
  signalVariance: [0.05, 50],
  lengthscale: [0.02, 10],
  noiseVariance: [1e-8, 1],
};

/**
 * Independent log-normal priors on the lengthscales whose location grows with √d: ln ℓ ~ N(√2 + ½ ln d, 3)
 * (Hvarfner, Hellsten & Nardi 2024, Vanilla Bayesian Optimization Performs Great in High Dimensions, § 4.2).
 */
export type LengthscalePrior = 'none' | 'dimension-scaled';

export interface FitOptions {
  bounds?: Bounds;
  prior?: LengthscalePrior;
  /** Starting points besides the warm one. */
  starts?: number;
  /** The previous fit: most of the time its neighbourhood holds the next one. */
  warm?: Hyperparameters | undefined;
}

export interface Fit {
  hyperparameters: Hyperparameters;
  logMarginalLikelihood: number;
  /** Likelihood evaluations spent. */
  evaluations: number;
}

/**
 * @param x n × d, row-major, in the unit cube
 * @param y n observations
 */
export function fit(
  kernel: KernelId,
  x: Float64Array,
  y: Float64Array,
  d: number,
  { bounds = DEFAULT_BOUNDS, prior = 'none', starts = 4, warm }: FitOptions = {},
): Fit {
  const likelihood = new Likelihood(kernel, x, y, d);
  const order = [
    'signalVariance',
    ...new Array<'lengthscale'>(d).fill('lengthscale'),
    'noiseVariance',
  ] as const;
  const lo = order.map((name) => log(bounds[name][0]));
  const hi = order.map((name) => log(bounds[name][1]));
  const location = Math.SQRT2 + 0.5 * log(d);

  const objective = (theta: Float64Array, gradient: Float64Array): number => {
    let value = -likelihood.evaluate(theta, gradient);
    for (let i = 0; i < gradient.length; i++) gradient[i] = -gradient[i];
    if (prior === 'dimension-scaled') {
      for (let j = 1; j <= d; j++) {
        const z = theta[j] - location;
        value += (z * z) / 6;
        gradient[j] += z / 3;
      }
    }
    return value;
  };

  const guesses: number[][] = [];
  if (warm) {
    guesses.push([
      log(warm.signalVariance),
      ...warm.lengthscales.map((scale) => log(scale)),
      log(warm.noiseVariance),
    ]);
  }
  for (let i = 0; i < starts; i++) guesses.push(startingPoint(i, d, lo, hi));

  let best: { value: number; theta: Float64Array } = {
    value: Infinity,
    theta: Float64Array.from(guesses[0]),
  };
  let evaluations = 0;
  for (const guess of guesses) {
    const found = minimise(objective, guess, lo, hi, {
      maxIterations: 60,
      gradientTolerance: 1e-5,
      valueTolerance: 1e-9,
    });
    evaluations += found.evaluations;
    if (found.value < best.value) best = { value: found.value, theta: found.x };
  }
  const theta = best.theta;
  return {
    hyperparameters: {
      kernel,
      signalVariance: exp(theta[0]),
      lengthscales: Array.from(theta.subarray(1, d + 1), exp),
      noiseVariance: exp(theta[d + 1]),
    },
    logMarginalLikelihood: likelihood.evaluate(theta),
    evaluations,
  };
}

/**
 * Plausible values first (signal 1, lengthscales 0.3, noise 10⁻²; then little noise), a Halton sequence after;
 * beyond its table, always the same pseudo-random points.
 */
function startingPoint(i: number, d: number, lo: readonly number[], hi: readonly number[]): number[] {
  const plausible = (scale: number, noise: number) => [
    0,
    ...new Array<number>(d).fill(log(scale)),
    log(noise),
  ];
  if (i === 0) return plausible(0.3, 1e-2);
  if (i === 1) return plausible(0.5, 1e-6);
  const uniform = stream('starting point', i);
  const u =
    d + 2 <= HALTON_MAX_DIMENSION
      ? haltonPoint(i - 1, d + 2)
      : Array.from({ length: d + 2 }, () => uniform.next());
  // Lengthscales beyond the cube and far below the spacing of the points are flat country: start between.
  return lo.map((low, j) => {
    const from = j === 0 ? log(0.3) : j <= d ? log(0.07) : Math.max(low, log(1e-6));
    const to = j === 0 ? log(5) : j <= d ? log(2) : Math.min(hi[j], log(0.3));
    return from + u[j] * (to - from);
  });
}
