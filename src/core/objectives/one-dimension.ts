/** One hyperparameter: one valley, two of them, several. */
import { sin } from '../math/elementary.ts';
import { makeSpace, real } from '../space.ts';
import type { ObjectiveDefinition } from '../types.ts';
import { once, polish } from './polish.ts';
import { exactly, MINIMUM, unitInterval } from './unit-interval.ts';

export const quadratic: ObjectiveDefinition = {
  id: 'quadratic',
  family: 'textbook-1d',
  params: { minimum: MINIMUM },
  placedBy: ['minimum'],
  source: 'f(x) = 4 (x − m)²',
  create: ({ minimum }) => {
    const m = minimum as number;
    return {
      space: unitInterval(),
      value: ([x]) => 4 * (x - m) * (x - m),
      optimum: exactly(0, m),
      facts: { convex: true, unimodal: true, separable: true, smooth: true },
    };
  },
};

export const doubleWell: ObjectiveDefinition = {
  id: 'double-well',
  family: 'textbook-1d',
  params: { tilt: { kind: 'real', min: -0.5, max: 0.5, default: 0.2, step: 0.02 } },
  source: 'f(x) = (x² − 1)² + tilt · x',
  create: ({ tilt }) => {
    const t = tilt as number;
    const value = ([x]: readonly number[]) => (x * x - 1) * (x * x - 1) + t * x;
    const wells = t === 0 ? [-1, 1] : [deeperWell(t)];
    return {
      // The deeper well is the farther one from the middle: comparisons there point the wrong way.
      space: makeSpace([real('x', -1.6, 2.4)]),
      value,
      optimum: { ...exactly(value([wells[0]]), ...wells), kind: 'numeric' },
      facts: { convex: false, unimodal: false, separable: true, smooth: true },
    };
  },
};

/** Newton’s iteration on f′(x) = 4x³ − 4x + t, from the side that the tilt favours. */
function deeperWell(t: number): number {
  let x = t > 0 ? -1 : 1;
  for (let i = 0; i < 50; i++) x -= (4 * x * x * x - 4 * x + t) / (12 * x * x - 4);
  return x;
}

const forresterValue = ([x]: readonly number[]) => (6 * x - 2) * (6 * x - 2) * sin(12 * x - 4);
const forresterOptimum = once(() => polish(forresterValue, [0.7572]));

export const forrester: ObjectiveDefinition = {
  id: 'forrester',
  family: 'textbook-1d',
  params: {},
  source:
    'Forrester, Sóbester & Keane (2008), Engineering Design via Surrogate Modelling: (6x − 2)² sin(12x − 4)',
  create: () => {
    const { x, value } = forresterOptimum();
    return {
      space: unitInterval(),
      value: forresterValue,
      optimum: { value, at: [x], kind: 'numeric', tolerance: 1e-12 },
      facts: { convex: false, unimodal: false, separable: true, smooth: true },
    };
  },
};
