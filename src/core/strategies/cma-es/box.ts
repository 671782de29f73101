/**
 * The box: draws that fall outside are drawn again, which leaves the normal distribution as it is inside (Hansen
 * 2023, appendix B.5; up to 100 times, as in CyberAgent’s cmaes, which Optuna uses). Where that does not help, which
 * takes many dimensions, the last draw is pulled towards the mean until it is inside: like every draw so far, the
 * mean is. That keeps the step’s direction and never makes it longer, so that the update sees no step that the
 * distribution would not make; moving the coordinates to the edge one by one would. A penalty on the way outside
 * would need the units of y; this way only comparisons count.
 */
import type { Rng } from '../../rng.ts';
import { colour, type Distribution } from './distribution.ts';

export const MOST_DRAWS = 100;

export interface Draw {
  /** The point, inside the cube. */
  unit: number[];
  /** y = (x − m) / σ. */
  step: Float64Array;
  /** How many draws fell outside. */
  misses: number;
}

export function drawInside(d: Distribution, rng: Rng): Draw {
  const { mean, sigma, n } = d;
  for (let misses = 0; ;) {
    const step = colour(
      d,
      Float64Array.from({ length: n }, () => rng.normal()),
    );
    const reach = roomAlong(mean, step, sigma);
    if (reach < 1) misses += 1;
    if (reach >= 1 || misses === MOST_DRAWS) {
      const share = Math.min(1, reach);
      // Rounding may leave the cube by a bit.
      const unit = Array.from(step, (y, j) => Math.min(1, Math.max(0, mean[j] + sigma * share * y)));
      return { unit, step: step.map((y) => share * y), misses };
    }
  }
}

/** How far from the mean one can go along σ·step before leaving the cube, as a share of the step. */
function roomAlong(mean: Float64Array, step: Float64Array, sigma: number): number {
  let share = Infinity;
  for (let j = 0; j < step.length; j++) {
    const move = sigma * step[j];
    if (move > 0) share = Math.min(share, (1 - mean[j]) / move);
    else if (move < 0) share = Math.min(share, mean[j] / -move);
  }
  return share;
}
