/** Two hyperparameters: interaction, and several valleys. */
import { cos, sin } from '../math/elementary.ts';
import { makeSpace, real } from '../space.ts';
import type { ObjectiveDefinition } from '../types.ts';
import { once, polish } from './polish.ts';

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
