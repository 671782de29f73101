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

/** Of the lengthscale along an axis: how far the places stand apart that are looked at first. */
const SPACING = 0.25;
/** The fewest of these along an axis. */
const FEWEST = 9;
/** How often the places that remain are looked at twice as closely. */
const HALVINGS = 8;
/** More places than these are not looked at more closely: a valley is nearly flat, and each of its places is as good. */
const MOST_PLACES = 4000;

/**
 * The lowest point in the unit cube, by branch and bound on nested grids that reach from edge to edge. Let u* be the
 * lowest point and p the place nearest to it. Along an axis where u* lies on an edge p lies there, too; along the others
 * the slope at u* is none. So f(p) exceeds f(u*) by no more than its curvature makes of that distance, and the places
 * that exceed the lowest seen by more are dropped. From those that remain in the end it goes down along the slope.
 */
export function lowestOf(
  features: Features,
  lengthscales: readonly number[],
): { at: number[]; value: number } {
  const { d } = features;
  let parts = lengthscales.map((l) => Math.max(FEWEST - 1, Math.ceil(1 / (SPACING * l))));
  let places = new Map<string, Place>();
  const look = (into: Map<string, Place>, index: number[]) => {
    const key = index.join();
    if (into.has(key)) return;
    into.set(key, { index, value: valueOf(features, at(index)) });
  };
  const at = (index: readonly number[]) => index.map((i, j) => i / parts[j]);
  for (const index of product(parts.map((count) => Array.from({ length: count + 1 }, (_, i) => i))))
    look(places, index);
  places = within(places, mostAbove(features, parts));
  for (let halving = 0; halving < HALVINGS && places.size <= MOST_PLACES; halving++) {
    parts = parts.map((count) => 2 * count);
    const closer = new Map<string, Place>();
    for (const { index } of places.values()) {
      const along = index.map((i, j) => [2 * i - 1, 2 * i, 2 * i + 1].filter((k) => k >= 0 && k <= parts[j]));
      for (const neighbour of product(along)) look(closer, neighbour);
    }
    places = within(closer, mostAbove(features, parts));
  }
  const [lo, hi] = [new Float64Array(d), new Float64Array(d).fill(1)];
  let best = { at: [] as number[], value: Infinity };
  for (const { index, value } of places.values()) {
    const around = product(index.map((i) => [i - 1, i, i + 1]));
    if (around.some((other) => (places.get(other.join())?.value ?? Infinity) < value)) continue;
    const end = minimise((u, gradient) => valueOf(features, u, gradient), at(index), lo, hi, {
      gradientTolerance: 1e-9,
      valueTolerance: 1e-16,
    });
    if (end.value < best.value) best = { at: Array.from(end.x), value: end.value };
  }
  return best;
}

interface Place {
  /** On the grid, along every axis. */
  index: number[];
  value: number;
}

/** How much the place nearest to the lowest point can lie above it: half of |f''| ≤ Σ |a| (w · δ)², δ half a part along every axis. */
function mostAbove({ d, frequencies, weights }: Features, parts: readonly number[]): number {
  let sum = 0;
  for (let f = 0; f < FEATURES; f++) {
    let turn = 0;
    for (let j = 0; j < d; j++) turn += Math.abs(frequencies[f * d + j]) / (2 * parts[j]);
    sum += Math.abs(weights[f]) * turn * turn;
  }
  return sum / 2;
}

function within(places: ReadonlyMap<string, Place>, margin: number): Map<string, Place> {
  let lowest = Infinity;
  for (const { value } of places.values()) lowest = Math.min(lowest, value);
  return new Map([...places].filter(([, { value }]) => value <= lowest + margin));
}

const product = (axes: readonly (readonly number[])[]): number[][] =>
  axes.reduce<number[][]>((rows, axis) => rows.flatMap((row) => axis.map((i) => [...row, i])), [[]]);
