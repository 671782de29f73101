/** Two hyperparameters of unequal importance, and two that interact. */
import { exp, log10 } from '../math/elementary.ts';
import { log, makeSpace, real } from '../space.ts';
import type { ObjectiveDefinition } from '../types.ts';

/** One knob matters, the other hardly: what grid search wastes its trials on. */
export const importantUnimportant: ObjectiveDefinition = {
  id: 'important-unimportant',
  family: 'textbook-2d',
  params: { weight: { kind: 'real', min: 0.001, max: 1, default: 0.03, scale: 'log' } },
  source:
    'g(x) + w h(y) with g(x) = 4 (x − 0.66)², h(y) = 4 (y − 0.3)²; after Bergstra & Bengio (2012), figure 1',
  create: ({ weight }) => {
    const w = weight as number;
    return {
      space: makeSpace([real('important', 0, 1), real('unimportant', 0, 1)]),
      value: ([x, y]) => 4 * (x - 0.66) * (x - 0.66) + w * 4 * (y - 0.3) * (y - 0.3),
      optimum: { value: 0, at: [[0.66, 0.3]], kind: 'exact', tolerance: 1e-12 },
      facts: { convex: true, unimodal: true, separable: true, smooth: true },
    };
  },
};

/**
 * Dropout and learning rate of a small network, as a model (not a measurement): the best learning rate rises with
 * dropout (noisier units want longer steps), far from it the network hardly learns, and beyond 10^−1.7 training
 * comes apart.   ℓ = log₁₀ rate,  t = ℓ + 3 − 0.8 (d − 0.5)
 *   e = 0.06 + 0.30 (1 − e^(−t²/0.98)) + 0.35 (d − 0.45)² + 0.5 max(0, ℓ + 1.7)²
 */
export const dropoutLearningRate: ObjectiveDefinition = {
  id: 'dropout-learning-rate',
  family: 'textbook-2d',
  params: {},
  source: 'A model of our own; dropout after Srivastava et al. (2014), learning rates after Bengio (2012)',
  create: () => ({
    space: makeSpace([
      { ...real('dropout', 0, 0.9), folklore: 0.5 },
      { ...log('learning-rate', 1e-5, 0.1), folklore: 1e-3 },
    ]),
    value([dropout, rate]) {
      const l = log10(rate);
      const t = l + 3 - 0.8 * (dropout - 0.5);
      const blowUp = Math.max(0, l + 1.7);
      return (
        0.06 +
        0.3 * (1 - exp((-t * t) / 0.98)) +
        0.35 * (dropout - 0.45) * (dropout - 0.45) +
        0.5 * blowUp * blowUp
      );
    },
    // Every term but the constant is ≥ 0, and all vanish at d = 0.45, ℓ = −3.04.
    optimum: { value: 0.06, at: [[0.45, 9.120108393559097e-4]], kind: 'exact', tolerance: 1e-12 },
    facts: { convex: false, unimodal: false, separable: false, smooth: true },
  }),
};
