/** Two hyperparameters: importance, interaction, and several valleys. */
import { cos, exp, log10, sin } from '../math/elementary.ts';
import { log, makeSpace, real } from '../space.ts';
import type { ObjectiveDefinition } from '../types.ts';
import { once, polish } from './polish.ts';

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

export const rotatedQuadratic: ObjectiveDefinition = {
  id: 'rotated-quadratic',
  family: 'textbook-2d',
  params: {
    angle: { kind: 'real', min: 0, max: 90, default: 30, step: 1 },
    conditioning: { kind: 'real', min: 1, max: 1000, default: 30, scale: 'log' },
  },
  source: 'f = (u² + κ v²) / κ with (u, v) = (x − c) turned by the angle; c = (1.2, −0.7)',
  create: ({ angle, conditioning }) => {
    const kappa = conditioning as number;
    const degrees = angle as number;
    const c = cos((degrees * Math.PI) / 180);
    const s = sin((degrees * Math.PI) / 180);
    return {
      space: makeSpace([real('x1', -5, 5), real('x2', -5, 5)]),
      value([x1, x2]) {
        const u = c * (x1 - 1.2) + s * (x2 + 0.7);
        const v = -s * (x1 - 1.2) + c * (x2 + 0.7);
        return (u * u + kappa * v * v) / kappa;
      },
      optimum: { value: 0, at: [[1.2, -0.7]], kind: 'exact', tolerance: 1e-12 },
      facts: {
        convex: true,
        unimodal: true,
        separable: degrees % 90 === 0 || kappa === 1,
        smooth: true,
      },
    };
  },
};

const camel = ([x, y]: readonly number[]) => {
  const x2 = x * x;
  const y2 = y * y;
  return (4 - 2.1 * x2 + (x2 * x2) / 3) * x2 + x * y + (-4 + 4 * y2) * y2;
};
const camelOptimum = once(() => polish(camel, [0.0898, -0.7126]));

export const sixHumpCamel: ObjectiveDefinition = {
  id: 'six-hump-camel',
  family: 'textbook-2d',
  params: {},
  source: 'Dixon & Szegő (1978), Towards Global Optimisation 2',
  create: () => {
    const { x, value } = camelOptimum();
    return {
      space: makeSpace([real('x1', -3, 3), real('x2', -2, 2)]),
      value: camel,
      optimum: { value, at: [x, x.map((coordinate) => -coordinate)], kind: 'numeric', tolerance: 1e-12 },
      facts: { convex: false, unimodal: false, separable: false, smooth: true },
    };
  },
};

export const rosenbrock: ObjectiveDefinition = {
  id: 'rosenbrock',
  family: 'textbook-2d',
  params: {},
  source: 'Rosenbrock (1960), The Computer Journal 3(3)',
  create: () => ({
    space: makeSpace([real('x1', -2, 2), real('x2', -1, 3)]),
    value: ([x1, x2]) => 100 * (x2 - x1 * x1) * (x2 - x1 * x1) + (1 - x1) * (1 - x1),
    optimum: { value: 0, at: [[1, 1]], kind: 'exact', tolerance: 1e-12 },
    facts: { convex: false, unimodal: false, separable: false, smooth: true },
  }),
};

export const himmelblau: ObjectiveDefinition = {
  id: 'himmelblau',
  family: 'textbook-2d',
  params: {},
  source: 'Himmelblau (1972), Applied Nonlinear Programming',
  create: () => ({
    space: makeSpace([real('x1', -5, 5), real('x2', -5, 5)]),
    value([x, y]) {
      const a = x * x + y - 11;
      const b = x + y * y - 7;
      return a * a + b * b;
    },
    optimum: {
      value: 0,
      // Common zeros of the two squares.
      at: [
        [3, 2],
        [-2.805118086952745, 3.131312518250573],
        [-3.779310253377747, -3.28318599128617],
        [3.584428340330492, -1.848126526964404],
      ],
      kind: 'numeric',
      tolerance: 1e-12,
    },
    facts: { convex: false, unimodal: false, separable: false, smooth: true },
  }),
};
