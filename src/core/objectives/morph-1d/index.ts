/**
 * One hyperparameter, many dials: a perfect bowl that morphs, without a jump in any dial, into what breaks binary search (several
 * valleys, exact ties) and into what does not (skew, heavy tails, a cliff). The formula is in `curve.ts`.
 */
import type { ParamDeclarations } from '../../params.ts';
import { makeSpace, real } from '../../space.ts';
import type { ObjectiveDefinition } from '../../types.ts';
import { once } from '../polish.ts';
import { dialledCurve, type Dials } from './curve.ts';
import { factsOf, optimumOf } from './shape.ts';

const PARAMS = {
  minimum: { kind: 'real', min: 0.05, max: 0.95, default: 0.37, step: 0.01 },
  ripple: { kind: 'real', min: 0, max: 0.5, default: 0, step: 0.005 },
  frequency: { kind: 'real', min: 2, max: 20, default: 6, step: 0.5 },
  skew: { kind: 'real', min: -0.9, max: 0.9, default: 0, step: 0.05 },
  plateau: { kind: 'real', min: 0, max: 0.5, default: 0, step: 0.01 },
  height: { kind: 'real', min: 0.02, max: 1, default: 0.15, step: 0.01 },
  cliff: { kind: 'real', min: 0, max: 1, default: 0, step: 0.02 },
  edge: { kind: 'real', min: 0.02, max: 0.5, default: 0.12, step: 0.01 },
  valley: { kind: 'real', min: 0, max: 1.5, default: 0, step: 0.05 },
  distance: { kind: 'real', min: 0.1, max: 0.9, default: 0.4, step: 0.01 },
  tails: { kind: 'real', min: 0, max: 30, default: 0, step: 0.5 },
} as const satisfies ParamDeclarations;

export const morph: ObjectiveDefinition = {
  id: 'morph',
  family: 'textbook-1d',
  params: PARAMS,
  placedBy: ['minimum'],
  source:
    'A family of our own: f = [(1 + τ) q / (1 + τ q) + a (1 − cos 2πkr)] · [1 − d W(x)] + cliff, q = 4 (1 ± s) r², r = |x − m|, held on the plateau',
  create(params) {
    const dials = params as unknown as Dials;
    const optimum = once(() => optimumOf(dials));
    const facts = once(() => factsOf(dials));
    return {
      space: makeSpace([real('x', 0, 1)]),
      value: lineOf(dials),
      // Worked out when somebody asks: a sweep over placements makes a thousand problems.
      get optimum() {
        return optimum();
      },
      get facts() {
        return facts();
      },
    };
  },
};

function lineOf(dials: Dials) {
  const curve = dialledCurve(dials);
  return ([x]: readonly number[]) => curve(x);
}
