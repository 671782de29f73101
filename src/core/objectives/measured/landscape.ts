/**
 * Objectives made from measurements: the mean over the measured seeds, interpolated multilinearly between the
 * measured points, with the seeds' own deviations as noise.
 */
import { lookUp } from '../../look-up.ts';
import { exp, log } from '../../math/elementary.ts';
import { makeSpace, type Dimension } from '../../space.ts';
import type { Facts, Point, Problem } from '../../types.ts';

export interface Measurements {
  /** Names of the grid's axes: a prefix tells the base of a logarithmic one (`log10_C`). */
  axes: string[];
  /** Ascending coordinates per axis. */
  coordinates: number[][];
  /** One flat array per seed, row-major, last axis fastest. */
  errors: number[][];
}

/**
 * @param dimensions one per axis, in the order of the file
 * @returns what `create` gives: one problem, made when it is asked for
 */
export function landscape(dimensions: Dimension[], measurements: Measurements): () => Problem {
  let problem: Problem | undefined;
  return () => (problem ??= makeProblem(dimensions, measurements));
}

const BASES: Record<string, number> = { log10: 10, log2: 2 };

function makeProblem(dimensions: Dimension[], { axes, coordinates, errors }: Measurements): Problem {
  const mean = errors[0].map((_, cell) => errors.reduce((sum, list) => sum + list[cell], 0) / errors.length);
  const bases = axes.map((name) => lookUp(BASES, name.split('_')[0]));
  const lnBases = bases.map((base) => (base ? log(base) : 1));
  const interpolate = interpolator(coordinates);
  const at = new Float64Array(dimensions.length);
  const locate = (x: Point) => {
    for (let i = 0; i < at.length; i++) at[i] = bases[i] ? log(x[i]) / lnBases[i] : x[i];
    return at;
  };

  // Between nodes a multilinear interpolant is never below the lowest of its cell's corners.
  const value = Math.min(...mean);
  const nodes = mean.flatMap((error, cell) => (error === value ? [nodeAt(coordinates, cell)] : []));
  const toHyperparameter = (coordinate: number, i: number) => {
    const { lo, hi } = dimensions[i];
    return Math.min(hi, Math.max(lo, bases[i] ? exp(coordinate * lnBases[i]) : coordinate));
  };

  return {
    space: makeSpace(dimensions),
    value: (x) => interpolate(mean, locate(x)),
    measuredNoise(x, rng) {
      const seed = errors[rng.below(errors.length)];
      const here = locate(x);
      return interpolate(seed, here) - interpolate(mean, here);
    },
    optimum: { value, at: nodes.map((node) => node.map(toHyperparameter)), kind: 'exact', tolerance: 1e-12 },
    facts: factsOf(coordinates, mean),
    measuredAt: coordinates.map((axis, i) => axis.map((coordinate) => toHyperparameter(coordinate, i))),
  };
}

function nodeAt(coordinates: readonly number[][], cell: number): number[] {
  const node = new Array<number>(coordinates.length);
  for (let i = coordinates.length - 1, rest = cell; i >= 0; i--) {
    node[i] = coordinates[i][rest % coordinates[i].length];
    rest = Math.floor(rest / coordinates[i].length);
  }
  return node;
}

/** Multilinear interpolation on a rectilinear grid; constant beyond its edges. Allocates nothing per call. */
function interpolator(coordinates: readonly number[][]) {
  const d = coordinates.length;
  const strides = new Array<number>(d).fill(1);
  for (let i = d - 2; i >= 0; i--) strides[i] = strides[i + 1] * coordinates[i + 1].length;
  const low = new Int32Array(d);
  const weight = new Float64Array(d);

  return (values: ArrayLike<number>, at: ArrayLike<number>): number => {
    let base = 0;
    for (let i = 0; i < d; i++) {
      const axis = coordinates[i];
      let a = 0;
      let b = axis.length - 1;
      while (b - a > 1) {
        const middle = (a + b) >> 1;
        if (axis[middle] <= at[i]) a = middle;
        else b = middle;
      }
      low[i] = a;
      weight[i] = Math.min(1, Math.max(0, (at[i] - axis[a]) / (axis[b] - axis[a])));
      base += a * strides[i];
    }
    let sum = 0;
    for (let corner = 0; corner < 1 << d; corner++) {
      let share = 1;
      let index = base;
      for (let i = 0; i < d; i++) {
        if (corner & (1 << i)) {
          share *= weight[i];
          index += strides[i];
        } else share *= 1 - weight[i];
      }
      if (share > 0) sum += share * values[index];
    }
    return sum;
  };
}

/** Read off the measurements in one dimension; in more, sums of steps are none of these. */
function factsOf(coordinates: readonly number[][], mean: readonly number[]): Facts {
  if (coordinates.length > 1) return { convex: false, unimodal: false, separable: false, smooth: false };
  const steps = mean.slice(1).map((y, i) => (y - mean[i]) / (coordinates[0][i + 1] - coordinates[0][i]));
  const bottom = mean.indexOf(Math.min(...mean));
  return {
    convex: steps.every((step, i) => i === 0 || step >= steps[i - 1]),
    unimodal: steps.every((step, i) => (i < bottom ? step < 0 : step > 0)),
    separable: true,
    smooth: false,
  };
}
