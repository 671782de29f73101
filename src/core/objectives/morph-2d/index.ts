/**
 * Two hyperparameters, many dials: a perfect bowl that can be stretched and turned (interaction), creased along the
 * diagonal, and rippled into many valleys. With t = x − c, (u, v) = t turned by the angle:
 *
 *   f = 4 (u² / κ + v²)  +  2 γ |t₁ − t₂|  +  a (2 − cos 2πk t₁ − cos 2πk t₂)
 *
 * No term is negative and all vanish at c. The crease is convex, and a search along one axis at a time gets stuck on it:
 * near c, from a point of the diagonal, every step along one axis climbs (Tseng 2001, J. Optim. Theory Appl. 109, § 1).
 */
import { cos, sin } from '../../math/elementary.ts';
import type { ParamDeclarations } from '../../params.ts';
import { makeSpace, real } from '../../space.ts';
import type { ObjectiveDefinition } from '../../types.ts';
import { once } from '../polish.ts';
import { isUnimodal, type Surface } from './shape.ts';

const PARAMS = {
  x1: { kind: 'real', min: 0.1, max: 0.9, default: 0.37, step: 0.01 },
  x2: { kind: 'real', min: 0.1, max: 0.9, default: 0.58, step: 0.01 },
  conditioning: { kind: 'real', min: 1, max: 1000, default: 1, scale: 'log' },
  rotation: { kind: 'real', min: 0, max: 90, default: 0, step: 1 },
  crease: { kind: 'real', min: 0, max: 1, default: 0, step: 0.02 },
  ripple: { kind: 'real', min: 0, max: 0.5, default: 0, step: 0.005 },
  frequency: { kind: 'real', min: 1, max: 8, default: 3, step: 0.5 },
} as const satisfies ParamDeclarations;

export const morph2d: ObjectiveDefinition = {
  id: 'morph-2d',
  family: 'textbook-2d',
  params: PARAMS,
  placedBy: ['x1', 'x2'],
  source:
    'A family of our own: f = 4 (u² / κ + v²) + 2 γ |t₁ − t₂| + a (2 − cos 2πk t₁ − cos 2πk t₂), t = x − c, (u, v) = t turned by the angle',
  create(params) {
    const {
      x1: c1,
      x2: c2,
      conditioning,
      rotation,
      crease,
      ripple,
      frequency,
    } = params as Record<string, number>;
    const c = cos((rotation * Math.PI) / 180);
    const s = sin((rotation * Math.PI) / 180);
    const omega = 2 * Math.PI * frequency;
    const surface: Surface = { centre: [c1, c2], conditioning, cosine: c, sine: s, crease, ripple, omega };
    const unimodal = once(() => isUnimodal(surface));
    return {
      space: makeSpace([real('x1', 0, 1), real('x2', 0, 1)]),
      value([x1, x2]) {
        const t1 = x1 - c1;
        const t2 = x2 - c2;
        const u = c * t1 + s * t2;
        const v = c * t2 - s * t1;
        let value = 4 * ((u * u) / conditioning + v * v) + 2 * crease * Math.abs(t1 - t2);
        if (ripple > 0) value += ripple * (2 - cos(omega * t1) - cos(omega * t2));
        return value;
      },
      optimum: { value: 0, at: [[c1, c2]], kind: 'exact', tolerance: 1e-12 },
      facts: {
        // The bend along u is 8/κ, and −aω² at the crest of a ripple, which every setting's square has in both directions.
        convex: ripple * omega * omega <= 8 / conditioning,
        get unimodal() {
          return unimodal();
        },
        separable: crease === 0 && (rotation % 90 === 0 || conditioning === 1),
        smooth: crease === 0,
      },
    };
  },
};
