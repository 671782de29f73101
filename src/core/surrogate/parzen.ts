/**
 * The Parzen estimator of TPE: a density made of one kernel per trial and a wide prior kernel.
 *
 * Bergstra, Bardenet, Bengio & Kégl (2011), Algorithms for Hyper-Parameter Optimization, § 4; components as in
 * Watanabe (2023), arXiv:2304.11127, § 3.3. Constants are those of Optuna 5.0, by default:
 *
 * | component | Optuna 5.0                                                                                    |
 * | --------- | --------------------------------------------------------------------------------------------- |
 * | kernel    | normal, cut off outside the range; on integers its mass in the value's cell                   |
 * | joint     | product of one kernel per axis, so that a kernel stays around its trial                       |
 * | bandwidth | distance to the farther neighbour along the axis; both outermost: to their only neighbour     |
 * | clipping  | to [w / min(100, n + 2), w], w the width of the range (“magic clip”)                          |
 * | weights   | 1 for the latest 25 trials, falling linearly to 1/n for the oldest                            |
 * | prior     | normal in the middle of the range, σ = w, with the weight of `priorWeight` trials             |
 *
 * Earlier versions differ: until 4.8 the prior's mean counted as a neighbour; from 2.2 to 4.x the joint density had the
 * bandwidth 0.2 w n^(−1/(d + 4)) (Scott's rule, as in BOHB), here `scott`.
 */
import { exp, log, pow } from '../math/elementary.ts';
import type { Rng } from '../rng.ts';
import type { Bandwidth } from './bandwidths.ts';
import { Kernels } from './parzen-kernels.ts';

export interface ParzenSettings {
  /** One density over all axes; otherwise each axis has its own, and they are multiplied. */
  multivariate: boolean;
  bandwidth: Bandwidth;
  /** Weight of the prior kernel, in trials. */
  priorWeight: number;
}

type Points = readonly (readonly number[])[];

/** The latest this many trials have full weight. */
const FLAT = 25;
const SCOTT_MAGNITUDE = 0.2;
/** Terms this far below the largest do not change a sum of 500 of them. */
const NEGLIGIBLE = 45;

/** Weights of n trials, oldest first: old ones fade (Bergstra, Yamins & Cox 2013, “linear forgetting”). */
export function trialWeights(n: number): Float64Array {
  const ramp = n - FLAT;
  return Float64Array.from({ length: n }, (_, i) =>
    // A ramp of one trial has only its lower end.
    i >= ramp ? 1 : ramp === 1 ? 1 / n : 1 / n + (1 - 1 / n) * (i / (ramp - 1)),
  );
}

/** Narrowest kernel of a density of n trials, as a share of the range. */
export const leastBandwidth = (n: number): number => 1 / Math.min(100, n + 2);

const clip = (bandwidth: number, n: number) => Math.min(1, Math.max(leastBandwidth(n), bandwidth));

/**
 * One bandwidth per value in [0, 1]: the distance to its farther neighbour; both outermost have one neighbour only, and
 * the ends of the range are neighbours of a value that is alone. Of equal values the earlier counts as left of the later.
 */
export function neighbourBandwidths(values: ArrayLike<number>): Float64Array {
  const n = values.length;
  if (n === 1) return Float64Array.of(clip(Math.max(values[0], 1 - values[0]), 1));
  const sorted = Float64Array.from(values).sort();
  const placed = new Int32Array(n);
  return Float64Array.from(values, (value) => {
    const first = lowerBound(sorted, value);
    const rank = first + placed[first]++;
    const left = rank > 0 ? value - sorted[rank - 1] : 0;
    const right = rank < n - 1 ? sorted[rank + 1] - value : 0;
    return clip(Math.max(left, right), n);
  });
}

/** Index of the first entry that is not below `value`. */
function lowerBound(sorted: Float64Array, value: number): number {
  let lo = 0;
  for (let hi = sorted.length; lo < hi;) {
    const middle = (lo + hi) >>> 1;
    if (sorted[middle] < value) lo = middle + 1;
    else hi = middle;
  }
  return lo;
}

/** The same bandwidth for all n trials and d axes: 0.2 n^(−1/(d + 4)). */
export const scottBandwidth = (n: number, d: number): number =>
  clip(SCOTT_MAGNITUDE * pow(Math.max(1, n), -1 / (d + 4)), n);

/** A mixture of n + 1 products of kernels, one factor per axis; the last one is the prior. */
export class ParzenEstimator {
  /** The axes of the cube that this density is over. */
  readonly axes: readonly number[];
  readonly kernels: readonly Kernels[];
  /** Normalised; the last one is the prior's. */
  readonly weights: Float64Array;
  private readonly logWeights: Float64Array;
  private readonly cumulative: Float64Array;
  private readonly terms: Float64Array;

  /**
   * @param points oldest first, in the unit cube
   * @param cells integer values along every axis of the cube; 0: continuous
   */
  constructor(
    points: Points,
    cells: readonly number[],
    axes: readonly number[],
    { bandwidth, priorWeight }: Pick<ParzenSettings, 'bandwidth' | 'priorWeight'>,
  ) {
    const n = points.length;
    this.axes = axes;
    const raw = new Float64Array(n + 1).fill(priorWeight);
    raw.set(trialWeights(n));
    const total = raw.reduce((sum, weight) => sum + weight, 0);
    this.weights = raw.map((weight) => weight / total);
    this.logWeights = this.weights.map(log);
    let sum = 0;
    this.cumulative = this.weights.map((weight) => (sum += weight));
    this.terms = new Float64Array(n + 1);
    this.kernels = axes.map((axis) => {
      const means = new Float64Array(n + 1).fill(0.5);
      for (let i = 0; i < n; i++) means[i] = points[i][axis];
      const sds = new Float64Array(n + 1).fill(1);
      if (bandwidth === 'scott') sds.fill(scottBandwidth(n, axes.length), 0, n);
      else sds.set(neighbourBandwidths(means.subarray(0, n)));
      return new Kernels(means, sds, cells[axis]);
    });
  }

  /** ln density at a point of the whole cube, of which only this density's axes are looked at. */
  logDensity(point: ArrayLike<number>): number {
    const { terms } = this;
    terms.set(this.logWeights);
    for (let j = 0; j < this.axes.length; j++) this.kernels[j].addLogDensities(point[this.axes[j]], terms);
    return this.logSum();
  }

  /** ln of the marginal density along one of its axes. */
  logMarginal(axis: number, u: number): number {
    this.terms.set(this.logWeights);
    this.kernels[this.axes.indexOf(axis)].addLogDensities(u, this.terms);
    return this.logSum();
  }

  /** Draws a point and writes it into its axes of `point`: a kernel by weight, then a truncated normal on every axis. */
  draw(rng: Rng, point: Float64Array): void {
    const share = rng.next();
    const last = this.cumulative.length - 1;
    let i = 0;
    while (i < last && this.cumulative[i] <= share) i++;
    for (let j = 0; j < this.axes.length; j++) point[this.axes[j]] = this.kernels[j].draw(i, rng.next());
  }

  /** ln Σ e^term. */
  private logSum(): number {
    const { terms } = this;
    let largest = -Infinity;
    for (let i = 0; i < terms.length; i++) if (terms[i] > largest) largest = terms[i];
    let sum = 0;
    for (let i = 0; i < terms.length; i++) {
      const below = terms[i] - largest;
      if (below > -NEGLIGIBLE) sum += exp(below);
    }
    return largest + log(sum);
  }
}

/** The density of the given trials: one factor over all axes, or one per axis; the density is their product. */
export function parzenFactors(
  points: Points,
  cells: readonly number[],
  settings: ParzenSettings,
): ParzenEstimator[] {
  const axes = cells.map((_, axis) => axis);
  const blocks = settings.multivariate ? [axes] : axes.map((axis) => [axis]);
  return blocks.map((block) => new ParzenEstimator(points, cells, block, settings));
}

/** Integer values along every axis; 0 where it is continuous. */
export const cellCounts = (
  dimensions: readonly { kind: 'real' | 'integer'; lo: number; hi: number }[],
): number[] => dimensions.map(({ kind, lo, hi }) => (kind === 'integer' ? hi - lo + 1 : 0));
