/**
 * Draws whole functions from the posterior: a prior draw by random Fourier features, corrected to pass through the
 * data (Matheron’s rule; Wilson et al. 2020, Efficiently Sampling Functions from Gaussian Process Posteriors, eq. 6).
 * A draw is a function that can be evaluated, with its gradient, anywhere.
 */
import { cos, sin } from '../math/elementary.ts';
import { stream, type Rng } from '../rng.ts';
import { solveLower, solveUpper } from './cholesky.ts';
import type { GaussianProcess } from './gp.ts';
import { kernels, type KernelId } from './kernels.ts';

/** Features of the prior draw; the approximation error of the covariance falls with their square root. */
const FEATURES = 512;

/** Degrees of freedom of the spectral density’s t-distribution: 2ν; the RBF kernel’s is normal. */
const FREEDOM: Record<KernelId, number> = { rbf: Infinity, matern32: 3, matern52: 5 };

export type SamplePath = (q: ArrayLike<number>, gradient?: Float64Array) => number;

/** The function that a seed draws: the same wherever it is drawn again from the same process. */
export const drawnFunction = (gp: GaussianProcess, y: ArrayLike<number>, seed: number): SamplePath =>
  samplePath(gp, y, stream('posterior draw', seed));

export function samplePath(gp: GaussianProcess, y: ArrayLike<number>, rng: Rng): SamplePath {
  const { d, n } = gp;
  const { kernel, lengthscales, signalVariance, noiseVariance } = gp.hyperparameters;
  const frequencies = new Float64Array(FEATURES * d);
  const phases = new Float64Array(FEATURES);
  const weights = new Float64Array(FEATURES);
  const amplitude = Math.sqrt((2 * signalVariance) / FEATURES);
  for (let f = 0; f < FEATURES; f++) {
    const scale = heavyTail(FREEDOM[kernel], rng);
    for (let j = 0; j < d; j++) frequencies[f * d + j] = (rng.normal() * scale) / lengthscales[j];
    phases[f] = 2 * Math.PI * rng.next();
    weights[f] = amplitude * rng.normal();
  }

  const prior = (q: ArrayLike<number>, at: number, gradient?: Float64Array): number => {
    let sum = 0;
    for (let f = 0; f < FEATURES; f++) {
      let angle = phases[f];
      for (let j = 0; j < d; j++) angle += frequencies[f * d + j] * q[at + j];
      sum += weights[f] * cos(angle);
      if (gradient) {
        const slope = -weights[f] * sin(angle);
        for (let j = 0; j < d; j++) gradient[j] += slope * frequencies[f * d + j];
      }
    }
    return sum;
  };

  // K⁻¹ (y − prior draw − noise draw)
  const correction = new Float64Array(n);
  const noise = Math.sqrt(noiseVariance + gp.jitter);
  for (let i = 0; i < n; i++) correction[i] = y[i] - prior(gp.inputs, i * d) - noise * rng.normal();
  solveLower(gp.factor, n, gp.stride, correction);
  solveUpper(gp.factor, n, gp.stride, correction);

  const { value, slope } = kernels[kernel];
  return (q, gradient) => {
    gradient?.fill(0);
    let result = prior(q, 0, gradient);
    for (let i = 0; i < n; i++) {
      let s = 0;
      for (let j = 0; j < d; j++) {
        const scaled = (q[j] - gp.inputs[i * d + j]) / lengthscales[j];
        s += scaled * scaled;
      }
      const strength = signalVariance * correction[i];
      result += strength * value(s);
      if (!gradient) continue;
      const pull = strength * slope(s);
      for (let j = 0; j < d; j++) {
        gradient[j] -= (pull * (q[j] - gp.inputs[i * d + j])) / (lengthscales[j] * lengthscales[j]);
      }
    }
    return result;
  };
}

/** √(ν / χ²_ν) turns a normal vector into a multivariate t. */
function heavyTail(freedom: number, rng: Rng): number {
  if (freedom === Infinity) return 1;
  let chiSquare = 0;
  for (let i = 0; i < freedom; i++) {
    const z = rng.normal();
    chiSquare += z * z;
  }
  return Math.sqrt(freedom / chiSquare);
}
