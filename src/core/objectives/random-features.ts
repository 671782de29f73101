/** Draws from a Gaussian process with the Matérn-5/2 kernel by random Fourier features (Rahimi & Recht 2007), and their lowest points. */
import { cos, sin } from '../math/elementary.ts';
import type { Rng } from '../rng.ts';
import { minimise } from '../surrogate/optimise.ts';

/** The covariance is exact whatever their number; that values are normal together, by the central limit theorem, takes many. */
export const FEATURES = 128;
/** Σ a cos(w · u + b), in unit coordinates: the draw with mean 0 and variance 1. */
export interface Features {
  d: number;
  /** FEATURES × d. */
  frequencies: Float64Array;
  phases: Float64Array;
  weights: Float64Array;
}

/** @param lengthscales of the kernel, in unit coordinates */
export function drawFeatures(lengthscales: readonly number[], rng: Rng): Features {
  const d = lengthscales.length;
  const frequencies = new Float64Array(FEATURES * d);
  const phases = new Float64Array(FEATURES);
  const weights = new Float64Array(FEATURES);
  for (let f = 0; f < FEATURES; f++) {
    // The spectral density of Matérn-5/2 is a t-distribution of 5 degrees of freedom: a normal over the root of χ²/5.
    let chi = 0;
    for (let k = 0; k < 5; k++) {
      const z = rng.normal();
      chi += z * z;
    }
    const scale = 1 / Math.sqrt(chi / 5);
    for (let j = 0; j < d; j++) frequencies[f * d + j] = (rng.normal() * scale) / lengthscales[j];
    phases[f] = 2 * Math.PI * rng.next();
    weights[f] = Math.sqrt(2 / FEATURES) * rng.normal();
  }
  return { d, frequencies, phases, weights };
}

/** The draw at a point; into `gradient` its slope, where that is asked for. */
export function valueOf(
  { d, frequencies, phases, weights }: Features,
  u: ArrayLike<number>,
  gradient?: Float64Array,
): number {
  gradient?.fill(0);
  let sum = 0;
  for (let f = 0; f < FEATURES; f++) {
    let angle = phases[f];
    for (let j = 0; j < d; j++) angle += frequencies[f * d + j] * u[j];
    sum += weights[f] * cos(angle);
    if (gradient) {
      const slope = -weights[f] * sin(angle);
      for (let j = 0; j < d; j++) gradient[j] += slope * frequencies[f * d + j];
    }
  }
  return sum;
}

/** Of the shortest lengthscale: how far the places stand apart that are looked at first. */
const SPACING = 0.25;
/** Valleys that are followed to their lowest point: a slanting one has many places that no neighbour along an axis lies below. */
const VALLEYS = 64;

/** The lowest point in the unit cube: places on a grid, and from the lowest valleys of it down along the slope. */
export function lowestOf(
  features: Features,
  lengthscales: readonly number[],
): { at: number[]; value: number } {
  const { d } = features;
  const counts = lengthscales.map((l) => Math.max(8, Math.ceil(1 / (SPACING * l)) + 1));
  const strides = counts.map((_, j) => counts.slice(j + 1).reduce((a, b) => a * b, 1));
  const size = counts.reduce((a, b) => a * b, 1);
  const place = (index: number) =>
    counts.map((count, j) => (Math.floor(index / strides[j]) % count) / (count - 1));
  const values = Float64Array.from({ length: size }, (_, index) => valueOf(features, place(index)));
  const valleys: number[] = [];
  for (let index = 0; index < size; index++) {
    const isLow = counts.every((count, j) => {
      const along = Math.floor(index / strides[j]) % count;
      return (
        (along === 0 || values[index - strides[j]] >= values[index]) &&
        (along === count - 1 || values[index + strides[j]] >= values[index])
      );
    });
    if (isLow) valleys.push(index);
  }
  valleys.sort((a, b) => values[a] - values[b]);
  const [lo, hi] = [new Float64Array(d), new Float64Array(d).fill(1)];
  let best = { at: place(0), value: Infinity };
  for (const index of valleys.slice(0, VALLEYS)) {
    const end = minimise((u, gradient) => valueOf(features, u, gradient), place(index), lo, hi, {
      gradientTolerance: 1e-9,
      valueTolerance: 1e-16,
    });
    if (end.value < best.value) best = { at: Array.from(end.x), value: end.value };
  }
  return best;
}
