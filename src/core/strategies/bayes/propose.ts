/**
 * Maximises the acquisition: many cheap evaluations choose where to climb from, gradients do the climbing.
 *
 * Starts are a scrambled Sobol set and perturbations of the best points so far (where the acquisition’s peaks crowd
 * late in a run). Integer hyperparameters are always evaluated at their rounded value (Garrido-Merchán &
 * Hernández-Lobato 2020); they are held during the climb and then moved from value to value.
 */
import type { Rng } from '../../rng.ts';
import { fillingPoints } from '../../sampling/filling.ts';
import { fromValue, toValue, type Dimension } from '../../space.ts';
import { acquisitionSurface, type Surface } from '../../surrogate/acquisition-surface.ts';
import type { GaussianProcess } from '../../surrogate/gp.ts';
import { minimise, type Differentiable } from '../../surrogate/optimise.ts';
import { drawnFunction, type SamplePath } from '../../surrogate/sample-path.ts';
import type { AcquisitionView } from '../../types.ts';
import type { Belief } from './belief.ts';
import { countPoints, isAmong, lattice, snap, unknownPoint } from './whole-numbers.ts';

const SPREAD_STARTS = 64;
const STARTS_PER_DIMENSION = 32;
const NEAR_INCUMBENTS = 5;
const CLIMBS = 5;
/** A climb ends where a step gains less than this, relative to 1 + |value|. */
const NEAR = 1e-4;
const THERE = 1e-10;
/** Largest set of integer values that is searched completely. */
const ALL_VALUES = 128;
/** Largest space of integers whose points are all compared, instead of climbed. */
const WHOLE_LATTICE = 2048;

export interface Chosen {
  unit: number[];
  /** Standardised prediction there. */
  mean: number;
  sd: number;
  /** What was maximised (for Thompson sampling: the drawn function's value, standardised). */
  merit: number;
}

/**
 * The point where the acquisition is highest among those not evaluated yet; an evaluated one only where the space
 * holds no other.
 * @param acquisition `best` in standardised units
 */
export function propose(
  gp: GaussianProcess,
  belief: Belief,
  acquisition: AcquisitionView,
  dimensions: readonly Dimension[],
  rng: Rng,
): Chosen {
  const surface =
    acquisition.kind === 'thompson'
      ? drawnSurface(drawnFunction(gp, belief.standardised().y, acquisition.draw ?? 0), gp.d)
      : acquisitionSurface(gp, { ...acquisition, kind: acquisition.kind });
  const chosen =
    countPoints(dimensions) <= WHOLE_LATTICE
      ? bestOf([...lattice(dimensions)], surface, belief)
      : bestOfClimbs(surface, belief, dimensions, rng);
  const { mean, sd } = gp.predict(chosen.unit);
  const value = acquisition.kind === 'thompson' ? chosen.value : -chosen.value;
  return { unit: Array.from(chosen.unit), mean: mean[0], sd: sd[0], merit: value };
}

/** The drawn function itself is what Thompson sampling minimises. */
function drawnSurface(path: SamplePath, d: number): Surface {
  return {
    cost: path,
    costs: (points) =>
      Float64Array.from({ length: points.length / d }, (_, p) => path(points.subarray(p * d, (p + 1) * d))),
  };
}

interface Scored {
  unit: Float64Array;
  value: number;
}

function score(units: readonly Float64Array[], { costs }: Surface): Scored[] {
  const d = units[0].length;
  const flat = new Float64Array(units.length * d);
  units.forEach((unit, i) => flat.set(unit, i * d));
  const values = costs(flat);
  return units.map((unit, i) => ({ unit, value: values[i] })).sort((a, b) => a.value - b.value);
}

function bestOf(units: readonly Float64Array[], surface: Surface, belief: Belief): Scored {
  const ranked = score(units, surface);
  return ranked.find(({ unit }) => !isAmong(belief.points, unit)) ?? ranked[0];
}

function bestOfClimbs(surface: Surface, belief: Belief, dimensions: readonly Dimension[], rng: Rng): Scored {
  const starts = startingPoints(dimensions.length, belief, rng).map((unit) => snap(dimensions, unit));
  const candidates = score(starts, surface);
  const gradient = new Float64Array(dimensions.length);
  // All climbs go most of the way; the highest then to the top, which is where the next trial may stand.
  const higher = (from: readonly Scored[], accuracy: number) =>
    from
      .map(({ unit }) => climb(surface.cost, unit, dimensions, gradient, accuracy))
      .sort((a, b) => a.value - b.value);
  const near = higher(candidates.slice(0, CLIMBS), NEAR);
  const climbed = [...higher(near.slice(0, 1), THERE), ...near.slice(1)];
  // Where the best point is already known to the last digit, the next best teaches more than asking again.
  const fresh = ({ unit }: Scored) => !isAmong(belief.points, unit);
  const chosen = climbed.find(fresh) ?? candidates.find(fresh);
  if (chosen) return chosen;
  const unit = unknownPoint(dimensions, belief.points, rng);
  return unit ? { unit, value: surface.cost(unit, gradient) } : climbed[0];
}

function startingPoints(d: number, belief: Belief, rng: Rng): number[][] {
  const spread = fillingPoints(d, rng);
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

function climb(
  cost: Differentiable,
  start: Float64Array,
  dimensions: readonly Dimension[],
  gradient: Float64Array,
  accuracy: number,
): Scored {
  let here = climbReal(cost, start, dimensions, accuracy);
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
    if (moved) here = climbReal(cost, here.unit, dimensions, accuracy);
  }
  return here;
}

function climbReal(
  cost: Differentiable,
  start: Float64Array,
  dimensions: readonly Dimension[],
  accuracy: number,
): Scored {
  const isReal = (j: number) => dimensions[j].kind === 'real';
  const lo = Array.from(start, (u, j) => (isReal(j) ? 0 : u));
  const hi = Array.from(start, (u, j) => (isReal(j) ? 1 : u));
  const { x, value } = minimise(cost, start, lo, hi, {
    maxIterations: 40,
    gradientTolerance: Math.sqrt(accuracy),
    valueTolerance: accuracy,
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
