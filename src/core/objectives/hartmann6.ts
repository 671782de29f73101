import { exp } from '../math/elementary.ts';
import { makeSpace, real } from '../space.ts';
import type { ObjectiveDefinition } from '../types.ts';
import { once, polish } from './polish.ts';

const ALPHA = [1, 1.2, 3, 3.2];
const A = [
  [10, 3, 17, 3.5, 1.7, 8],
  [0.05, 10, 17, 0.1, 8, 14],
  [3, 3.5, 1.7, 10, 17, 8],
  [17, 8, 0.05, 10, 0.1, 14],
];
const P = [
  [0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886],
  [0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991],
  [0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.665],
  [0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381],
];

function value(x: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < 4; i++) {
    let exponent = 0;
    for (let j = 0; j < 6; j++) exponent += A[i][j] * (x[j] - P[i][j]) * (x[j] - P[i][j]);
    sum -= ALPHA[i] * exp(-exponent);
  }
  return sum;
}

const optimum = once(() => polish(value, [0.20169, 0.150011, 0.476874, 0.275332, 0.311652, 0.6573]));

/** Hartmann’s six-dimensional function: four valleys in the corners of a cube too large for any grid. */
export const hartmann6: ObjectiveDefinition = {
  id: 'hartmann6',
  family: 'many-dimensions',
  params: {},
  source: 'Hartman (1973); Dixon & Szegő (1978), Towards Global Optimisation 2',
  create: () => {
    const best = optimum();
    return {
      space: makeSpace(Array.from({ length: 6 }, (_, i) => real(`x${i + 1}`, 0, 1))),
      value,
      optimum: { value: best.value, at: [best.x], kind: 'numeric', tolerance: 1e-12 },
      facts: { convex: false, unimodal: false, separable: false, smooth: true },
    };
  },
};
