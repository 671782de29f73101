import { cos } from '../math/elementary.ts';
import { makeSpace, real } from '../space.ts';
import type { ObjectiveDefinition } from '../types.ts';

const value = ([x1, x2]: readonly number[]) => {
  const bend = x2 - (5.1 / (4 * Math.PI * Math.PI)) * x1 * x1 + (5 / Math.PI) * x1 - 6;
  return bend * bend + 10 * (1 - 1 / (8 * Math.PI)) * cos(x1) + 10;
};

/** Branin: three global minima of equal depth in curved valleys. */
export const branin: ObjectiveDefinition = {
  id: 'branin',
  family: 'textbook-2d',
  params: {},
  source: 'Dixon & Szegő (1978), Towards Global Optimisation 2',
  create: () => ({
    space: makeSpace([real('x1', -5, 10), real('x2', 0, 15)]),
    value,
    // The bracket's first term vanishes and cos x₁ = −1 … at x₁ = ±π, 3π: f = 10 / (8π).
    optimum: {
      value: 10 / (8 * Math.PI),
      at: [
        [-Math.PI, 12.275],
        [Math.PI, 2.275],
        [3 * Math.PI, 2.475],
      ],
      kind: 'exact',
      tolerance: 1e-12,
    },
    facts: { convex: false, unimodal: false, separable: false, smooth: true },
  }),
};
