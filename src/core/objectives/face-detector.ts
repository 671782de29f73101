/**
 * The loss weight of a face detector with three heads, the example with which binary search is taught:
 *
 *   L = L_cls + α (L_box + L_landmark),  α in (0, 1), at a fixed minimum recall.
 *
 * What follows is a small model of its validation error, not a measurement. The heads share the gradient in the ratio of
 * their weights, 1 : α : α. A head that receives a share s of it leaves an error that decays towards a floor,
 * floor + span · e^(−s/τ):
 *
 *   classifier   s = 1/(1 + 2α)    miss rate         M(α) = 0.03 + 0.60 e^(−s/0.20)    (1 − recall)
 *   boxes        s = α/(1 + 2α)    box error         B(α) = 0.10 + 0.45 e^(−s/0.12)    (1 − mean IoU)
 *   landmarks    s = α/(1 + 2α)    landmark error    P(α) = 0.05 + 0.35 e^(−s/0.12)    (shares of the eyes' distance)
 *
 *   validation error  e(α) = 0.4 M(α) + 0.35 B(α) + 0.25 P(α)
 *
 * M rises with α, so a minimum recall allows every α up to a limit. A detector beyond it cannot be shipped: it counts as 0.3
 * worse, which is more than any α could gain in e by breaking the rule (e varies by less than 0.2 over the whole range), so
 * the best shippable α is the minimum of what a strategy sees. The default leaves one valley: the jump stands where the error
 * rises anyway. A stricter rule puts the jump on the way down.
 *
 * Folklore: Zhang et al. (2016) train the first two networks of MTCNN with the weights 1 (classification), 0.5 (boxes) and
 * 0.5 (landmarks), which is α = 0.5; the third with 1, 0.5 and 1, which no single α says.
 */
import { exp, log } from '../math/elementary.ts';
import { makeSpace, real } from '../space.ts';
import type { ObjectiveDefinition } from '../types.ts';

/** Shares of the gradient: of the classifier, and of each of the other two heads. */
const ofClassifier = (alpha: number) => 1 / (1 + 2 * alpha);
const ofRegression = (alpha: number) => alpha / (1 + 2 * alpha);

const missRate = (alpha: number) => 0.03 + 0.6 * exp(-ofClassifier(alpha) / 0.2);
const boxError = (alpha: number) => 0.1 + 0.45 * exp(-ofRegression(alpha) / 0.12);
const landmarkError = (alpha: number) => 0.05 + 0.35 * exp(-ofRegression(alpha) / 0.12);
const error = (alpha: number) => 0.4 * missRate(alpha) + 0.35 * boxError(alpha) + 0.25 * landmarkError(alpha);
const PENALTY = 0.3;

/**
 * e′(α) = 0. With s = α/(1 + 2α) the classifier has 1 − 2s, and e is a constant plus 0.24 e^(−(1 − 2s)/0.2) + 0.245 e^(−s/0.12),
 * convex in s: 2.4 e^(−(1 − 2s)/0.2) = (0.245/0.12) e^(−s/0.12), solved for s. As s rises with α, e falls to there and then rises.
 */
const BEST_SHARE = (5 - log((2.4 * 0.12) / 0.245)) / (10 + 1 / 0.12);
const BEST_WITHOUT_RULE = BEST_SHARE / (1 - 2 * BEST_SHARE);

export const faceDetector: ObjectiveDefinition = {
  id: 'face-detector',
  family: 'textbook-1d',
  params: { recall: { kind: 'real', min: 0.8, max: 0.955, default: 0.9, step: 0.005 } },
  source:
    'A model of our own, for L = L_cls + α (L_box + L_landmark) as in MTCNN (Zhang, Zhang, Li & Qiao 2016, IEEE Signal Processing Letters 23(10))',
  create: ({ recall }) => {
    const least = recall as number;
    // Rounding must not call the optimum itself infeasible.
    const allowed = 1 - least + 1e-12;
    /** Largest α that keeps the recall, M(α) = 1 − recall; beyond 1 where the rule allows everything. */
    const limit = (1 / (0.2 * log(0.6 / (1 - least - 0.03))) - 1) / 2;
    const best = Math.min(BEST_WITHOUT_RULE, limit);
    const feasible = ([alpha]: readonly number[]) => missRate(alpha) <= allowed;
    const jumps = limit < 1;
    return {
      space: makeSpace([{ ...real('alpha', 0, 1), folklore: 0.5 }]),
      value: (x) => error(x[0]) + (feasible(x) ? 0 : PENALTY),
      feasible,
      optimum: { value: error(best), at: [[best]], kind: 'exact', tolerance: 1e-10 },
      facts: { convex: !jumps, unimodal: limit >= BEST_WITHOUT_RULE, separable: true, smooth: !jumps },
    };
  },
};
