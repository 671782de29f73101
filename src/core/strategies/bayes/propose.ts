/**
 * Maximises the acquisition: many cheap evaluations choose where to climb from, gradients do the climbing.
 *
 * Starts are a scrambled Sobol set and perturbations of the best points so far (where the acquisition’s peaks crowd
 * late in a run). Integer hyperparameters are always evaluated at their rounded value (Garrido-Merchán &
 * Hernández-Lobato 2020); they are held during the climb and then moved from value to value.
 */
import type { Rng } from '../../rng.ts';
import { sobol } from '../../sampling/sobol.ts';
import { fromValue, toValue, type Dimension } from '../../space.ts';
import { merit, type AcquisitionSettings, type Merit } from '../../surrogate/acquisition.ts';
import { solveLower, solveUpper } from '../../surrogate/cholesky.ts';
import type { GaussianProcess } from '../../surrogate/gp.ts';
import { minimise, type Differentiable } from '../../surrogate/optimise.ts';
import { drawnFunction } from '../../surrogate/sample-path.ts';
import type { AcquisitionView } from '../../types.ts';
import type { Belief } from './belief.ts';

const SPREAD_STARTS = 64;
const STARTS_PER_DIMENSION = 32;
const NEAR_INCUMBENTS = 5;
const CLIMBS = 5;
/** Largest set of integer values that is searched completely. */
const ALL_VALUES = 128;
/** Closer than this to an evaluated point (unit coordinates) is the same point. */
const SAME = 1e-6;

export interface Chosen {
  unit: number[];
  /** Standardised prediction there. */
  mean: number;
  sd: number;
  /** What was maximised (for Thompson sampling: the drawn function's value, standardised). */
  merit: number;
}

/** @param acquisition `best` in standardised units */
export function propose(
  gp: GaussianProcess,
  belief: Belief,
  acquisition: AcquisitionView,
  dimensions: readonly Dimension[],
  rng: Rng,
): Chosen {
  const cost =
    acquisition.kind === 'thompson'
      ? drawnFunction(gp, belief.standardised().y, acquisition.draw ?? 0)
      : analyticCost(gp, { ...acquisition, kind: acquisition.kind });
  const snap = (unit: Float64Array) => {
    dimensions.forEach((dimension, j) => {
      if (dimension.kind === 'integer') unit[j] = fromValue(dimension, toValue(dimension, unit[j]));
    });
    return unit;
  };
  const gradient = new Float64Array(gp.d);
  const candidates = startingPoints(gp.d, belief, rng)
    .map((unit) => snap(Float64Array.from(unit)))
    .map((unit) => ({ unit, value: cost(unit, gradient) }))
    .sort((a, b) => a.value - b.value);

  const climbed = candidates.slice(0, CLIMBS).map(({ unit }) => climb(cost, unit, dimensions, gradient));
  // Where the best point is already known to the last digit, the next best teaches more than asking again.
  const ranked = [...climbed, ...candidates].sort((a, b) => a.value - b.value);
  const chosen = ranked.find(({ unit }) => !known(unit, belief)) ?? ranked[0];
  const { mean, sd } = gp.predict(chosen.unit);
  const value = acquisition.kind === 'thompson' ? chosen.value : -chosen.value;
  return { unit: Array.from(chosen.unit), mean: mean[0], sd: sd[0], merit: value };
}

function startingPoints(d: number, belief: Belief, rng: Rng): number[][] {
  const spread = sobol(d, rng);
  const points = Array.from({ length: SPREAD_STARTS + STARTS_PER_DIMENSION * d }, () => spread.next().value);
  for (const near of belief.byValue().slice(0, NEAR_INCUMBENTS)) {
    for (const radius of [0.1, 0.03, 0.01, 0.001]) {
      for (let copy = 0; copy < 3; copy++) {
        points.push(near.map((u) => Math.min(1, Math.max(0, u + radius * rng.normal()))));
      }
    }
  }
  return points;
}

/** −acquisition and its gradient by the chain rule through mean and standard deviation. */
function analyticCost(gp: GaussianProcess, settings: AcquisitionSettings): Differentiable {
  const { d, n } = gp;
  const { lengthscales, signalVariance } = gp.hyperparameters;
  const k = new Float64Array(n);
  const slopes = new Float64Array(n);
  const w = new Float64Array(n);
  const score: Merit = { value: 0, byMean: 0, bySd: 0 };
  return (q, gradient) => {
    gp.covariances(q, k, slopes);
    w.set(k);
    solveLower(gp.factor, n, gp.stride, w);
    let mean = 0;
    let variance = signalVariance;
    for (let i = 0; i < n; i++) {
      mean += k[i] * gp.alpha[i];
      variance -= w[i] * w[i];
    }
    const sd = Math.sqrt(Math.max(1e-18, variance));
    merit(settings, mean, sd, score);
    solveUpper(gp.factor, n, gp.stride, w); // K⁻¹ k
    for (let j = 0; j < d; j++) {
      let slopeOfMean = 0;
      let slopeOfVariance = 0;
      for (let i = 0; i < n; i++) {
        const pull = slopes[i] * (q[j] - gp.inputs[i * d + j]);
        slopeOfMean -= pull * gp.alpha[i];
        slopeOfVariance += 2 * pull * w[i];
      }
      const scale = 1 / (lengthscales[j] * lengthscales[j]);
      gradient[j] = -scale * (score.byMean * slopeOfMean + (score.bySd * slopeOfVariance) / (2 * sd));
    }
    return -score.value;
  };
}

interface Scored {
  unit: Float64Array;
  value: number;
}

function climb(
  cost: Differentiable,
  start: Float64Array,
  dimensions: readonly Dimension[],
  gradient: Float64Array,
): Scored {
  let here = climbReal(cost, start, dimensions);
  for (let moved = true; moved;) {
    moved = false;
    dimensions.forEach((dimension, j) => {
      if (dimension.kind !== 'integer') return;
      for (const unit of otherValues(dimension, here.unit, j)) {
        const value = cost(unit, gradient);
        if (value < here.value) {
          here = { unit, value };
          moved = true;
        }
      }
    });
    if (moved) here = climbReal(cost, here.unit, dimensions);
  }
  return here;
}

function climbReal(cost: Differentiable, start: Float64Array, dimensions: readonly Dimension[]): Scored {
  const isReal = (j: number) => dimensions[j].kind === 'real';
  const lo = Array.from(start, (u, j) => (isReal(j) ? 0 : u));
  const hi = Array.from(start, (u, j) => (isReal(j) ? 1 : u));
  const { x, value } = minimise(cost, start, lo, hi, {
    maxIterations: 40,
    gradientTolerance: 1e-6,
    valueTolerance: 1e-9,
  });
  return { unit: x, value };
}

/** The same point with every other value of one integer; only neighbours where there are very many. */
function* otherValues(dimension: Dimension, unit: Float64Array, j: number): Generator<Float64Array> {
  const { lo, hi } = dimension;
  const own = toValue(dimension, unit[j]);
  const reach = hi - lo < ALL_VALUES ? hi - lo : 8;
  for (let value = Math.max(lo, own - reach); value <= Math.min(hi, own + reach); value++) {
    if (value !== own) yield unit.with(j, fromValue(dimension, value));
  }
}

const known = (unit: Float64Array, belief: Belief): boolean =>
  belief.points.some((point) => point.every((u, j) => Math.abs(u - unit[j]) < SAME));
