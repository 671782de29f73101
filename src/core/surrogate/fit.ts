/**
 * Hyperparameters by marginal likelihood (type-II maximum likelihood), or by the posterior mode where a prior on
 * the lengthscales is asked for: several starts, each climbed with analytic gradients in log space.
 */
import { exp, log, log1p } from '../math/elementary.ts';
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
 * Independent log-normal priors on the lengthscales, ln ℓ ~ N(location, variance).
 *
 * - `weak`: median ¼ of a range, variance 1. After a handful of trials marginal likelihood alone is happiest at the
 *   bounds: everything looks like noise (ℓ → 0), or a dimension like one without effect (ℓ → ∞), and some runs never
 *   recover. This asks for evidence first; 95% of its mass lies between 0.035 and 1.8 ranges.
 * - `dimension-scaled`: N(√2 + ½ ln d, 3), Hvarfner, Hellsten & Nardi (2024), Vanilla Bayesian Optimization Performs
 *   Great in High Dimensions, § 4.2.
 */
export type LengthscalePrior = 'none' | 'weak' | 'dimension-scaled';

/**
 * A prior on the noise variance: p(σ_n²) ∝ ln(1 + (τ / σ_n²)²), in the form of Spearmint (Snoek, Larochelle & Adams
 * 2012), after the horseshoe of Carvalho, Polson & Scott (2009), with τ = 0.1²: a tenth of the spread of y. It hardly cares whether noise is small or absent,
 * but asks for evidence before calling everything noise, which a few trials of a rough function easily suggest.
 */
export type NoisePrior = 'none' | 'horseshoe';
const HORSESHOE_SCALE = 0.01;

export interface FitOptions {
  bounds?: Bounds;
  prior?: LengthscalePrior;
  noisePrior?: NoisePrior;
  /**
   * A climb ends where a step gains less log-likelihood than this, relative to 1 + |value|. Hyperparameters that
   * differ by a thousandth of a nat make the same model.
   */
  tolerance?: number;
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
  {
    bounds = DEFAULT_BOUNDS,
    prior = 'none',
    noisePrior = 'none',
    tolerance = 1e-9,
    starts = 4,
    warm,
  }: FitOptions = {},
): Fit {
  const likelihood = new Likelihood(kernel, x, y, d);
  const order = [
    'signalVariance',
    ...new Array<'lengthscale'>(d).fill('lengthscale'),
    'noiseVariance',
  ] as const;
  const lo = order.map((name) => log(bounds[name][0]));
  const hi = order.map((name) => log(bounds[name][1]));
  const { location, variance } = lengthscalePrior(prior, d);

  const objective = (theta: Float64Array, gradient: Float64Array): number => {
    let value = -likelihood.evaluate(theta, gradient);
    for (let i = 0; i < gradient.length; i++) gradient[i] = -gradient[i];
    for (let j = 1; j <= d; j++) {
      const z = (theta[j] - location) / variance;
      value += 0.5 * z * (theta[j] - location);
      gradient[j] += z;
    }
    if (noisePrior === 'horseshoe') {
      const ratio = HORSESHOE_SCALE * exp(-theta[d + 1]);
      const density = log1p(ratio * ratio);
      value -= log(density);
      gradient[d + 1] += (2 * ratio * ratio) / ((1 + ratio * ratio) * density);
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
      maxIterations: 150,
      gradientTolerance: Math.max(1e-5, Math.sqrt(tolerance)),
      valueTolerance: tolerance,
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

function lengthscalePrior(prior: LengthscalePrior, d: number): { location: number; variance: number } {
  switch (prior) {
    case 'none':
      return { location: 0, variance: Infinity };
    case 'weak':
      return { location: -2 * Math.LN2, variance: 1 };
    case 'dimension-scaled':
      return { location: Math.SQRT2 + 0.5 * log(d), variance: 3 };
  }
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
