/**
 * The loss weight of a two-headed face detector: total loss = α · box regression + (1 − α) · classification.
 * What follows is a small model of its validation error, not a measurement.
 *
 * A head that receives a share s of the gradient leaves an error that decays towards a floor: floor + span · e^(−s/τ).
 * Boxes receive s = α, the classifier s = 1 − α:
 *
 *   localisation error  L(α) = 0.10 + 0.45 e^(−α / 0.15)          (1 − mean IoU)
 *   miss rate           M(α) = 0.04 + 0.50 e^(−(1 − α) / 0.20)    (1 − recall)
 *   validation error    e(α) = 0.7 L(α) + 0.3 M(α)
 *
 * A detector below the minimum recall cannot be shipped: it counts as 0.3 worse, which is more than any α could
 * gain in e by breaking the rule (at most 0.7 · 0.45 · e^(−0.079/0.15) < 0.19 for the strictest rule allowed), so
 * the best shippable α is the minimum of what a strategy sees.
 */
import { exp, log } from '../math/elementary.ts';
import { makeSpace, real } from '../space.ts';
import type { ObjectiveDefinition } from '../types.ts';

const localisation = (alpha: number) => 0.1 + 0.45 * exp(-alpha / 0.15);
const missRate = (alpha: number) => 0.04 + 0.5 * exp(-(1 - alpha) / 0.2);
const error = (alpha: number) => 0.7 * localisation(alpha) + 0.3 * missRate(alpha);
const PENALTY = 0.3;

/** e′(α) = 0: 2.1 e^(−α/0.15) = 0.75 e^(−(1−α)/0.2), solved for α. */
const BEST_WITHOUT_RULE = (log(2.1 / 0.75) + 5) / (1 / 0.15 + 5);

export const faceDetector: ObjectiveDefinition = {
  id: 'face-detector',
  family: 'textbook-1d',
  params: { recall: { kind: 'real', min: 0.8, max: 0.955, default: 0.93, step: 0.005 } },
  source: 'A model of our own, for the loss weight of multi-task detectors such as MTCNN (Zhang et al. 2016)',
  create: ({ recall }) => {
    const least = recall as number;
    // Rounding must not call the optimum itself infeasible.
    const allowed = 1 - least + 1e-12;
    /** Largest α that keeps the recall: M(α) = 1 − recall. */
    const limit = 1 + 0.2 * log((1 - least - 0.04) / 0.5);
    const best = Math.min(BEST_WITHOUT_RULE, limit);
    const feasible = ([alpha]: readonly number[]) => missRate(alpha) <= allowed;
    return {
      space: makeSpace([{ ...real('alpha', 0.01, 0.99), folklore: 0.5 }]),
      value: (x) => error(x[0]) + (feasible(x) ? 0 : PENALTY),
      feasible,
      optimum: { value: error(best), at: [[best]], kind: 'exact', tolerance: 1e-10 },
      facts: { convex: false, unimodal: limit >= BEST_WITHOUT_RULE, separable: true, smooth: false },
    };
  },
};
