/** One hyperparameter: the shapes that decide whether binary search may be trusted. */
import { cos, exp, sin } from '../math/elementary.ts';
import { makeSpace, real } from '../space.ts';
import type { ObjectiveDefinition, Optimum } from '../types.ts';
import { once, polish } from './polish.ts';

const unitInterval = () => makeSpace([real('x', 0, 1)]);
const exactly = (value: number, ...at: number[]): Optimum => ({
  value,
  at: at.map((x) => [x]),
  kind: 'exact',
  tolerance: 1e-12,
});

const MINIMUM = { kind: 'real', min: 0.05, max: 0.95, default: 0.37, step: 0.01 } as const;

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

export const absoluteValue: ObjectiveDefinition = {
  id: 'absolute-value',
  family: 'textbook-1d',
  params: { minimum: MINIMUM },
  placedBy: ['minimum'],
  source: 'f(x) = 2 |x − m|',
  create: ({ minimum }) => {
    const m = minimum as number;
    return {
      space: unitInterval(),
      value: ([x]) => 2 * Math.abs(x - m),
      optimum: exactly(0, m),
      facts: { convex: true, unimodal: true, separable: true, smooth: false },
    };
  },
};

export const skewedU: ObjectiveDefinition = {
  id: 'skewed-u',
  family: 'textbook-1d',
  params: {
    minimum: { ...MINIMUM, default: 0.3 },
    skew: { kind: 'real', min: 1, max: 8, default: 5, step: 0.5 },
  },
  placedBy: ['minimum'],
  source: 'LINEX loss, Varian (1975): f(x) = (eˢᵗ − st − 1) / s², t = x − m',
  create: ({ minimum, skew }) => {
    const m = minimum as number;
    const s = skew as number;
    return {
      space: unitInterval(),
      value: ([x]) => (exp(s * (x - m)) - s * (x - m) - 1) / (s * s),
      optimum: exactly(0, m),
      facts: { convex: true, unimodal: true, separable: true, smooth: true },
    };
  },
};

export const flatBottom: ObjectiveDefinition = {
  id: 'flat-bottom',
  family: 'textbook-1d',
  params: {
    minimum: MINIMUM,
    width: { kind: 'real', min: 0, max: 0.4, default: 0.16, step: 0.01 },
  },
  placedBy: ['minimum'],
  source: 'f(x) = 4 max(0, |x − m| − w/2)²',
  create: ({ minimum, width }) => {
    const m = minimum as number;
    const half = (width as number) / 2;
    return {
      space: unitInterval(),
      value([x]) {
        const beyond = Math.max(0, Math.abs(x - m) - half);
        return 4 * beyond * beyond;
      },
      optimum: {
        ...exactly(0, m),
        region: { lo: [Math.max(0, m - half)], hi: [Math.min(1, m + half)] },
      },
      facts: { convex: true, unimodal: true, separable: true, smooth: true },
    };
  },
};

/** Past the cliff training diverges: one plateau of failure, just beyond the best setting. */
export const cliff: ObjectiveDefinition = {
  id: 'cliff',
  family: 'textbook-1d',
  params: {
    edge: { kind: 'real', min: 0.3, max: 0.95, default: 0.7, step: 0.01 },
    margin: { kind: 'real', min: 0, max: 0.25, default: 0.06, step: 0.01 },
  },
  placedBy: ['edge'],
  source: 'f(x) = 0.2 + 1.4 (x − m)² up to the edge, 0.95 + 0.1 (x − edge) beyond; m = edge − margin',
  create: ({ edge, margin }) => {
    const e = edge as number;
    const m = e - (margin as number);
    return {
      space: unitInterval(),
      value: ([x]) => (x <= e ? 0.2 + 1.4 * (x - m) * (x - m) : 0.95 + 0.1 * (x - e)),
      optimum: exactly(0.2, m),
      // On its left the curve may stand higher than the plateau; both sides still only rise away from m.
      facts: { convex: false, unimodal: true, separable: true, smooth: false },
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

/** min of s / (−sin s) over s > 0, attained where tan s = s: how much ripple the bowl’s slope can swallow. */
const RIPPLE_LIMIT = 4.603338848751701;

export const rippledBowl: ObjectiveDefinition = {
  id: 'rippled-bowl',
  family: 'textbook-1d',
  params: {
    // Off the spots where the first probes fall, or the ripple would spare the search by luck.
    minimum: { ...MINIMUM, default: 0.31 },
    ripple: { kind: 'real', min: 0, max: 0.5, default: 0.1, step: 0.005 },
    frequency: { kind: 'real', min: 2, max: 20, default: 6, step: 0.5 },
  },
  placedBy: ['minimum'],
  source: 'f(x) = 4 t² + a (1 − cos 2πkt), t = x − m; one valley while a < 8 · 4.6033… / (2πk)²',
  create: ({ minimum, ripple, frequency }) => {
    const m = minimum as number;
    const a = ripple as number;
    const omega = 2 * Math.PI * (frequency as number);
    return {
      space: unitInterval(),
      value: ([x]) => 4 * (x - m) * (x - m) + a * (1 - cos(omega * (x - m))),
      optimum: exactly(0, m),
      // f″ = 8 + aω² cos ωt; f′ = 8t + aω sin ωt keeps its sign while aω² < 8 · min s / (−sin s).
      facts: {
        convex: a * omega * omega <= 8,
        unimodal: a * omega * omega < 8 * RIPPLE_LIMIT,
        separable: true,
        smooth: true,
      },
    };
  },
};
