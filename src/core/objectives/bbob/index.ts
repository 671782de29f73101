/** The 24 noiseless functions of COCO’s suite as one problem with a function, a dimension and an instance. */
import { makeSpace, real } from '../../space.ts';
import type { Facts, ObjectiveDefinition } from '../../types.ts';
import { BBOB_FUNCTIONS } from './count.ts';
import { bbob as instanceOf, type BbobFunction } from './suite.ts';

const FUNCTIONS = Array.from({ length: BBOB_FUNCTIONS }, (_, i) => `f${i + 1}`);

const fact = (...ids: readonly number[]): ReadonlySet<number> => new Set(ids);
/**
 * In two and more dimensions, inside the box. A sum of several functions of one hyperparameter each has one valley
 * only if at most one of them is not convex (Debreu & Koopmans 1982), which the oscillations of f2, f10 and f11 break.
 */
const CONVEX = fact(1, 5, 13, 14);
const UNIMODAL = fact(1, 5, 6, 13, 14);
const SEPARABLE = fact(1, 2, 3, 4, 5);
/** Kinks: ridge (13), cones (14, 17, 18), switches (21, 22, 24); steps (7); waves at every scale (16, 23). */
const NOT_SMOOTH = fact(7, 13, 14, 16, 17, 18, 21, 22, 23, 24);

/** Minimisers that fill a plateau (7) or repeat with a period (16, 23). */
const MORE_MINIMISERS = fact(7, 16, 23);

const factsOf = (f: number): Facts => ({
  convex: CONVEX.has(f),
  unimodal: UNIMODAL.has(f),
  separable: SEPARABLE.has(f),
  smooth: !NOT_SMOOTH.has(f),
});

/** Rotations and hundreds of peaks take milliseconds to draw; one function is asked for again and again. */
const KEPT = 64;
const kept = new Map<string, BbobFunction>();
function keptInstance(f: number, d: number, instance: number): BbobFunction {
  const key = `${f} ${d} ${instance}`;
  let found = kept.get(key);
  if (!found) {
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value!);
    kept.set(key, (found = instanceOf(f, d, instance)));
  }
  return found;
}

export const bbob: ObjectiveDefinition = {
  id: 'bbob',
  family: 'many-dimensions',
  params: {
    function: { kind: 'choice', options: FUNCTIONS, default: 'f8' },
    dimension: { kind: 'int', min: 2, max: 20, default: 2 },
    /** COCO’s own numbers: 1 … 15 in most published results. */
    instance: { kind: 'int', min: 1, max: 1_000_000, default: 1 },
  },
  numberedBy: { param: 'instance', differIn: 'minimum' },
  source:
    'Hansen, Finck, Ros & Auger (2009), Real-Parameter Black-Box Optimization Benchmarking: Noiseless Functions Definitions; COCO (2021), Optimization Methods and Software 36',
  create(params) {
    const f = Number((params.function as string).slice(1));
    const d = params.dimension as number;
    const { value, optimum } = keptInstance(f, d, params.instance as number);
    return {
      space: makeSpace(Array.from({ length: d }, (_, i) => real(`x${i + 1}`, -5, 5))),
      value,
      optimum: {
        value: optimum.value,
        get at() {
          return [optimum.at];
        },
        ...(MORE_MINIMISERS.has(f) && { more: true }),
        kind: 'exact',
        tolerance: 1e-9,
      },
      facts: factsOf(f),
    };
  },
};
