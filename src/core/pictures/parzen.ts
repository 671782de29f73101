/**
 * Redraws TPE's two densities from a trace: l(x) of the good trials and g(x) of the others. A trace stores which trials
 * were good, not pictures; the densities follow from their points.
 */
import type { Dimension } from '../space.ts';
import { cellCounts, parzenFactors, type ParzenEstimator } from '../surrogate/parzen.ts';
import type { ParzenView, Trial } from '../types.ts';

type Seen = Pick<Trial, 'unit' | 'y'>;

/** Natural logarithms of the densities of the good trials (l) and of the rest (g), per unit of the cube. */
export interface ParzenPicture {
  good: Float64Array;
  rest: Float64Array;
}

/**
 * ln l and ln g at m points. Where the view has a density for each dimension by itself, their product. Along a dimension
 * of integers a value's probability is spread over its cell: probability × number of values.
 *
 * @param trials the run's trials from the first; those after `view.conditioned` are ignored
 * @param points m × d unit coordinates, row-major
 */
export function drawParzen(
  view: ParzenView,
  trials: readonly Seen[],
  dimensions: readonly Dimension[],
  points: Float64Array,
): ParzenPicture {
  const d = dimensions.length;
  const at = (factors: readonly ParzenEstimator[]) =>
    Float64Array.from({ length: points.length / d }, (_, p) => {
      const point = points.subarray(p * d, (p + 1) * d);
      return factors.reduce((sum, factor) => sum + factor.logDensity(point), 0);
    });
  const { good, rest } = rebuild(view, trials, dimensions);
  return { good: at(good), rest: at(rest) };
}

/**
 * Marginal ln l and ln g along one dimension: what remains when the others are integrated out.
 *
 * @param coordinates m unit coordinates along `axis`
 */
export function drawParzenMarginals(
  view: ParzenView,
  trials: readonly Seen[],
  dimensions: readonly Dimension[],
  axis: number,
  coordinates: Float64Array,
): ParzenPicture {
  const along = (factors: readonly ParzenEstimator[]) => {
    const factor = factors.find(({ axes }) => axes.includes(axis))!;
    return coordinates.map((u) => factor.logMarginal(axis, u));
  };
  const { good, rest } = rebuild(view, trials, dimensions);
  return { good: along(good), rest: along(rest) };
}

/** Each density's factors, from its trials in the order in which they were made. */
function rebuild(view: ParzenView, trials: readonly Seen[], dimensions: readonly Dimension[]) {
  const cells = cellCounts(dimensions);
  const chosen = new Set(view.good);
  const units = (isGood: boolean) =>
    trials.slice(0, view.conditioned).flatMap(({ unit }, i) => (chosen.has(i) === isGood ? [unit] : []));
  return {
    good: parzenFactors(units(true), cells, view),
    rest: parzenFactors(units(false), cells, view),
  };
}
