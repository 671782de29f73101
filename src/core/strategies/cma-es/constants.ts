/**
 * Table 1 of Hansen (2023), The CMA Evolution Strategy: A Tutorial, arXiv:1604.00772v2: the default parameters.
 * Numbers in parentheses are its equations.
 */
import { log } from '../../math/elementary.ts';

export interface Constants {
  /** Dimensions. */
  n: number;
  /** λ, points per generation. */
  lambda: number;
  /** μ, parents: how many of the best move the mean. */
  mu: number;
  /** λ of them, best first: the first μ add up to 1, the others are ≤ 0 and take variance away. */
  weights: Float64Array;
  /** Variance effective selection mass of the positive weights. */
  muEff: number;
  /** Learning rate and damping of the step size. */
  cSigma: number;
  dSigma: number;
  /** Learning rates of the evolution path, of the rank-one update and of the rank-μ update. */
  cC: number;
  c1: number;
  cMu: number;
  /** E‖N(0, I)‖ in n dimensions, approximately. */
  chi: number;
}

/** λ (48). */
export const defaultPopulation = (n: number): number => 4 + Math.floor(3 * log(n));

const ALPHA_COV = 2;

/** @param lambda at least 2: one to follow and one to leave */
export function constantsFor(n: number, lambda: number): Constants {
  const mu = Math.floor(lambda / 2);
  // (49)
  const raw = Float64Array.from({ length: lambda }, (_, i) => log((lambda + 1) / 2) - log(i + 1));
  const muEff = effectiveMass(raw.subarray(0, mu));
  const muEffMinus = effectiveMass(raw.subarray(mu));

  const cSigma = (muEff + 2) / (n + muEff + 5); // (55)
  const dSigma = 1 + 2 * Math.max(0, Math.sqrt((muEff - 1) / (n + 1)) - 1) + cSigma;
  const cC = (4 + muEff / n) / (n + 4 + (2 * muEff) / n); // (56)
  const c1 = ALPHA_COV / ((n + 1.3) * (n + 1.3) + muEff); // (57)
  const cMu = Math.min(
    1 - c1,
    (ALPHA_COV * (0.25 + muEff + 1 / muEff - 2)) / ((n + 2) * (n + 2) + (ALPHA_COV * muEff) / 2), // (58)
  );

  const negative = Math.min(
    1 + c1 / cMu, // (50): no decay of C
    1 + (2 * muEffMinus) / (muEff + 2), // (51): no more than they can tell
    (1 - c1 - cMu) / (n * cMu), // (52): C stays positive definite
  );
  let above = 0;
  let below = 0;
  for (const w of raw) {
    if (w > 0) above += w;
    else below -= w;
  }
  const weights = raw.map((w) => (w > 0 ? w / above : (negative * w) / below)); // (53)

  return {
    n,
    lambda,
    mu,
    weights,
    muEff,
    cSigma,
    dSigma,
    cC,
    c1,
    cMu,
    chi: Math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n)),
  };
}

/** (Σw)² / Σw² (8). */
function effectiveMass(weights: Float64Array): number {
  let sum = 0;
  let squares = 0;
  for (const w of weights) {
    sum += w;
    squares += w * w;
  }
  return (sum * sum) / squares;
}
