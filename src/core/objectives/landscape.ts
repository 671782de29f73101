/**
 * Landscapes that nobody knows: draws from a Gaussian process with the Matérn-5/2 kernel, by random Fourier features
 * (Rahimi & Recht 2007), so that they have a value, and a slope, everywhere. A model that is a Gaussian process is at
 * home here: its belief is the very law that these functions are drawn from. What it is worth here is the most that it
 * can be worth.
 *
 * Every seed has a height and a scale of its own, so that nobody knows the optimum by its value.
 */
import { exp } from '../math/elementary.ts';
import { stream } from '../rng.ts';
import { makeSpace, real } from '../space.ts';
import type { ObjectiveDefinition, Optimum, Point } from '../types.ts';
import { drawFeatures, lowestOf, valueOf, type Features } from './random-features.ts';

/** Of what an unimportant hyperparameter changes, against the others: its lengthscale is so many times as long. */
const LONGER = 8;

/** Looking for the lowest point takes longer than many runs. */
const known = new Map<string, Drawn>();
const MOST_KNOWN = 64;

interface Drawn {
  features: Features;
  lowest: { at: number[]; value: number };
  /** What the draw is multiplied by, and what is added to it. */
  scale: number;
  height: number;
}

function drawnFor(number: number, lengthscales: readonly number[]): Drawn {
  const key = JSON.stringify([number, lengthscales]);
  let drawn = known.get(key);
  if (!drawn) {
    const rng = stream('landscape', number, lengthscales.length);
    const scale = exp(3 * rng.next());
    const height = scale * 4 * rng.normal();
    const features = drawFeatures(lengthscales, rng);
    drawn = { features, lowest: lowestOf(features, lengthscales), scale, height };
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, drawn);
  }
  return drawn;
}

export const lengthscalesOf = (d: number, smoothness: number, unimportant: boolean): number[] =>
  Array.from({ length: d }, (_, j) => (unimportant && d > 1 && j === d - 1 ? LONGER : 1) * smoothness);

export const landscape: ObjectiveDefinition = {
  id: 'landscape',
  family: 'many-dimensions',
  params: {
    knobs: { kind: 'int', min: 1, max: 3, default: 2 },
    /** Lengthscale of the kernel, as a share of each range. */
    smoothness: { kind: 'real', min: 0.15, max: 1, default: 0.25, step: 0.05 },
    /** The last hyperparameter changes hardly anything. */
    unimportant: { kind: 'bool', default: false },
    /** Which one of all of its kind. */
    number: { kind: 'int', min: 1, max: 1_000_000, default: 1 },
  },
  numberedBy: { param: 'number', differIn: 'minimum' },
  source:
    'Rahimi & Recht (2007), Random Features for Large-Scale Kernel Machines, NeurIPS 20; Rasmussen & Williams (2006), § 4.2.1',
  create({ knobs, smoothness, unimportant, number }) {
    const d = knobs as number;
    const lengthscales = lengthscalesOf(d, smoothness as number, unimportant as boolean);
    const { features, lowest, scale, height } = drawnFor(number as number, lengthscales);
    const value = (x: Point) => height + scale * valueOf(features, x);
    const optimum: Optimum = {
      value: value(lowest.at),
      at: [lowest.at],
      kind: 'numeric',
      tolerance: 1e-9 * scale,
      certified: false,
    };
    return {
      space: makeSpace(Array.from({ length: d }, (_, i) => real(`x${i + 1}`, 0, 1))),
      value,
      optimum,
      facts: { convex: null, unimodal: null, separable: d === 1 ? true : null, smooth: true },
    };
  },
};
