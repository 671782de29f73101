/**
 * An acquisition function over the unit cube, as a cost to be minimised: its value at many points at once, and at one
 * point with its gradient, by the chain rule through the mean and the standard deviation:
 *
 * m(q) = kq·α, ∂m/∂qⱼ = ∂kq/∂qⱼ·α;   s²(q) = σ_f² − kq·K⁻¹kq, ∂s²/∂qⱼ = −2 ∂kq/∂qⱼ·K⁻¹kq
 */
import { merit, type AcquisitionSettings, type Merit } from './acquisition.ts';
import { solveLower, solveUpper } from './cholesky.ts';
import type { GaussianProcess } from './gp.ts';
import type { Differentiable } from './optimise.ts';
import { PosteriorGrid } from './posterior-grid.ts';

/** Latent variances below this are rounding. */
const SMALLEST_VARIANCE = 1e-18;

export interface Surface {
  cost: Differentiable;
  /** Costs of m points, row-major m × d. */
  costs: (points: Float64Array) => Float64Array;
}

/** @param settings `best` in the units of the process */
export function acquisitionSurface(gp: GaussianProcess, settings: AcquisitionSettings): Surface {
  const { d, n } = gp;
  const { lengthscales, signalVariance } = gp.hyperparameters;
  const k = new Float64Array(n);
  const slopes = new Float64Array(n);
  const w = new Float64Array(n);
  const score: Merit = { value: 0, byMean: 0, bySd: 0 };

  const cost: Differentiable = (q, gradient) => {
    gp.covariances(q, k, slopes);
    w.set(k);
    solveLower(gp.factor, n, gp.stride, w);
    let mean = 0;
    let variance = signalVariance;
    for (let i = 0; i < n; i++) {
      mean += k[i] * gp.alpha[i];
      variance -= w[i] * w[i];
    }
    const sd = Math.sqrt(Math.max(SMALLEST_VARIANCE, variance));
    merit(settings, mean, sd, score);
    solveUpper(gp.factor, n, gp.stride, w); // K⁻¹ k
    for (let j = 0; j < d; j++) {
      let slopeOfMean = 0;
      let slopeOfVariance = 0;
      for (let i = 0; i < n; i++) {
        const pull = slopes[i] * (q[j] - gp.inputs[i * d + j]);
        slopeOfMean -= pull * gp.alpha[i];
        slopeOfVariance += 2 * pull * w[i];
      }
      const scale = 1 / (lengthscales[j] * lengthscales[j]);
      gradient[j] = -scale * (score.byMean * slopeOfMean + (score.bySd * slopeOfVariance) / (2 * sd));
    }
    return -score.value;
  };

  const costs = (points: Float64Array): Float64Array => {
    const { mean, variance } = new PosteriorGrid(gp, points);
    return mean.map((value, p) => {
      merit(settings, value, Math.sqrt(Math.max(SMALLEST_VARIANCE, variance[p])), score);
      return -score.value;
    });
  };
  return { cost, costs };
}
