/** One hyperparameter: the shapes that decide whether binary search may be trusted. */
import { cos, exp } from '../math/elementary.ts';
import type { ObjectiveDefinition } from '../types.ts';
import { exactly, MINIMUM, unitInterval } from './unit-interval.ts';

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
