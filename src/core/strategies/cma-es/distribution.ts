/**
 * The normal distribution N(m, σ²C) that points are drawn from, and how a generation changes it: figure 6 of
 * Hansen (2023), arXiv:1604.00772v2. Numbers in parentheses are its equations; all matrices are row-major.
 */
import { eigenSymmetric } from '../../math/eigen.ts';
import { exp, pow } from '../../math/elementary.ts';
import type { Constants } from './constants.ts';

export interface Distribution {
  n: number;
  mean: Float64Array;
  /** σ, the step size. */
  sigma: number;
  /** C, n × n. */
  covariance: Float64Array;
  /** C = B D² Bᵀ: eigenvectors in columns, and the square roots of the eigenvalues, ascending. */
  basis: Float64Array;
  scales: Float64Array;
  /** Evolution paths of the step size and of the covariance. */
  pathSigma: Float64Array;
  pathC: Float64Array;
  /** Generations learnt from. */
  generation: number;
}

export function isotropic(mean: ArrayLike<number>, sigma: number): Distribution {
  const n = mean.length;
  const identity = () => Float64Array.from({ length: n * n }, (_, at) => (at % (n + 1) === 0 ? 1 : 0));
  return {
    n,
    mean: Float64Array.from(mean),
    sigma,
    covariance: identity(),
    basis: identity(),
    scales: new Float64Array(n).fill(1),
    pathSigma: new Float64Array(n),
    pathC: new Float64Array(n),
    generation: 0,
  };
}

/** Standard deviation along a coordinate. */
export const deviation = ({ sigma, covariance, n }: Distribution, j: number): number =>
  sigma * Math.sqrt(covariance[j * (n + 1)]);

/** σ²C. */
export const spread = ({ sigma, covariance }: Distribution): number[] =>
  Array.from(covariance, (c) => sigma * sigma * c);

/**
 * Learns from one generation, in place.
 * @param steps y = (x − m) / σ of all λ points, best first
 */
export function learn(d: Distribution, steps: readonly Float64Array[], constants: Constants): void {
  const { n, mean, covariance, pathSigma, pathC } = d;
  const { mu, weights, muEff, cSigma, dSigma, cC, c1, cMu, chi } = constants;
  d.generation += 1;

  // Selection and recombination (41), (42).
  const move = new Float64Array(n);
  for (let i = 0; i < mu; i++) for (let j = 0; j < n; j++) move[j] += weights[i] * steps[i][j];
  for (let j = 0; j < n; j++) mean[j] += d.sigma * move[j];

  // Step-size control (43), (44).
  const whitened = whiten(d, move);
  const gain = Math.sqrt(cSigma * (2 - cSigma) * muEff);
  for (let j = 0; j < n; j++) pathSigma[j] = (1 - cSigma) * pathSigma[j] + gain * whitened[j];
  const length = norm(pathSigma);
  const sigma = d.sigma * exp((cSigma / dSigma) * (length / chi - 1));

  // Covariance matrix adaptation (45)–(47). A long path of the step size stalls the other one: h_σ.
  const settled = Math.sqrt(1 - pow(1 - cSigma, 2 * (d.generation + 1)));
  const h = length / settled < (1.4 + 2 / (n + 1)) * chi ? 1 : 0;
  const reach = h * Math.sqrt(cC * (2 - cC) * muEff);
  for (let j = 0; j < n; j++) pathC[j] = (1 - cC) * pathC[j] + reach * move[j];

  let sum = 0;
  for (const w of weights) sum += w;
  const kept = 1 + c1 * (1 - h) * cC * (2 - cC) - c1 - cMu * sum;
  // Each negative weight takes as much as a step of expected length would, however long its own was (46).
  const shares = steps.map((y, i) => {
    if (weights[i] >= 0) return weights[i];
    const size = norm(whiten(d, y));
    return size > 0 ? (weights[i] * n) / (size * size) : 0;
  });
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let rankMu = 0;
      for (let k = 0; k < steps.length; k++) rankMu += shares[k] * steps[k][i] * steps[k][j];
      const c = kept * covariance[i * n + j] + c1 * pathC[i] * pathC[j] + cMu * rankMu;
      covariance[i * n + j] = covariance[j * n + i] = c;
    }
  }
  d.sigma = sigma;
}

/**
 * Keeps every coordinate’s standard deviation between two bounds by scaling the coordinate: C ← SCS with S diagonal,
 * which changes no correlation. Then decomposes C, for the next draws.
 */
export function settle(d: Distribution, least: ArrayLike<number>, most: number): void {
  const { n, covariance, pathC } = d;
  for (let j = 0; j < n; j++) {
    const sd = deviation(d, j);
    const wanted = Math.max(least[j], Math.min(most, sd));
    // An overflow or underflow on the way is left to the restart.
    if (wanted === sd || !(sd > 0) || sd === Infinity) continue;
    const factor = wanted / sd;
    for (let k = 0; k < n; k++) {
      covariance[j * n + k] *= factor;
      covariance[k * n + j] *= factor;
    }
    pathC[j] *= factor;
  }
  const { values, vectors } = eigenSymmetric(covariance, n);
  d.basis = vectors;
  d.scales = values.map((value) => Math.sqrt(Math.max(0, value)));
}

/** BDz: a draw from N(0, C), of a draw from N(0, I). */
export function colour({ basis, scales, n }: Distribution, z: ArrayLike<number>): Float64Array {
  const y = new Float64Array(n);
  for (let i = 0; i < n; i++) for (let k = 0; k < n; k++) y[i] += basis[i * n + k] * scales[k] * z[k];
  return y;
}

/** C^(−½) y = B D⁻¹ Bᵀ y. */
export function whiten({ basis, scales, n }: Distribution, y: ArrayLike<number>): Float64Array {
  const white = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    let along = 0;
    for (let i = 0; i < n; i++) along += basis[i * n + k] * y[i];
    along /= scales[k];
    for (let i = 0; i < n; i++) white[i] += basis[i * n + k] * along;
  }
  return white;
}

export function norm(y: ArrayLike<number>): number {
  let squares = 0;
  for (let j = 0; j < y.length; j++) squares += y[j] * y[j];
  return Math.sqrt(squares);
}
