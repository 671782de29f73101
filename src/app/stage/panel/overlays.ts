/** What a strategy believes or follows, as of a trial, as the charts take it: unit cube → hyperparameter values. */
import type { Corner, Density, Ghost, Normal2, Stratum } from '#charts/types.ts';
import { toValue, type Dimension } from '#core/space.ts';
import type { GaussianView, SimplexView, StrataView, Trial, View } from '#core/types.ts';
import type { DensityPicture } from '#workers/protocol.ts';
import { place } from './landscape.ts';

/** More slices than this are a grey veil, and take long to draw. */
const MOST_STRATA = 1024;

const clamp = (u: number) => Math.min(1, Math.max(0, u));

/** The slices of one axis, and which of them hold one of their trials; none where nothing is promised. */
export function strataOf(
  { counts }: StrataView,
  trials: readonly Trial[],
  shown: number,
  dimension: Dimension,
  axis: number,
): Stratum[] {
  const count = counts[axis];
  if (count < 2 || count > MOST_STRATA) return [];
  const held = new Set(
    trials
      .slice(0, Math.min(shown, count))
      .map(({ unit }) => Math.min(count - 1, Math.floor(unit[axis] * count))),
  );
  return Array.from({ length: count }, (_, i) => ({
    lo: place(dimension, i / count),
    hi: place(dimension, (i + 1) / count),
    filled: held.has(i),
  }));
}

/** Corners of a simplex with the values observed there: they are trials of the run. */
export const cornersOf = (
  vertices: SimplexView['vertices'],
  trials: readonly Trial[],
  dimensions: readonly Dimension[],
): Corner[] =>
  vertices.map((vertex) => ({
    x: vertex.map((u, i) => toValue(dimensions[i], u)),
    y: trials.findLast(({ unit }) => unit.every((u, i) => Math.abs(u - vertex[i]) < 1e-9))?.y ?? null,
  }));

const BELL_REACH = 3.5;
const BELL_POINTS = 61;

/** A normal distribution seen along one axis. Always as many points, closest where it bends. */
export function bellOf({ mean, covariance }: GaussianView, dimension: Dimension, axis: number): Density {
  const m = mean[axis];
  const sd = Math.sqrt(Math.max(0, covariance[axis * (mean.length + 1)])) || 1e-9;
  const units = [
    0,
    ...Array.from({ length: BELL_POINTS }, (_, i) =>
      clamp(m + sd * BELL_REACH * ((2 * i) / (BELL_POINTS - 1) - 1)),
    ),
    1,
  ];
  const at = (u: number) => place(dimension, clamp(u));
  return {
    x: units.map(at),
    good: units.map((u) => Math.exp(-(((u - m) / sd) ** 2) / 2)),
    centre: { mean: at(m), core: { lo: at(m - sd), hi: at(m + sd) } },
  };
}

/** Along one axis, out of a picture of all marginals with `count` points each. */
export function densityOf(
  { good, rest }: DensityPicture,
  dimension: Dimension,
  axis: number,
  count: number,
): Density {
  const along = (logs: Float64Array) => logs.slice(axis * count, (axis + 1) * count).map(Math.exp);
  const [l, g] = [along(good), along(rest)];
  const highest = Math.max(...l, ...g) || 1;
  return {
    x: Array.from(l, (_, i) => place(dimension, i / (count - 1))),
    good: l.map((value) => value / highest),
    rest: g.map((value) => value / highest),
  };
}

/**
 * What a batch pretended of its own trials.
 * @param describe “Trial 7, pretended: 0.3”
 */
export function ghostsOf(
  view: View | undefined,
  trials: readonly Trial[],
  describe: (number: number, value: number) => string,
): Ghost[] {
  if (view?.kind !== 'model') return [];
  return (view.fantasies ?? []).flatMap((y, i) => {
    const trial = trials[view.conditioned + i] as Trial | undefined;
    if (!trial) return [];
    const number = trial.index + 1;
    return [{ number, x: trial.x, y, description: describe(number, y) }];
  });
}

/** Batches beyond this are a design, not a group that the eye can hold. */
const MOST_TOGETHER = 24;

/** Numbers of the other trials on screen of the current trial's batch; none where one batch is the whole run. */
export function togetherWith(trials: readonly Trial[], shown: number): number[] {
  const current = trials[shown - 1] as Trial | undefined;
  if (!current) return [];
  const batch = trials.filter((trial) => trial.batch === current.batch);
  if (batch.length < 2 || batch.length > MOST_TOGETHER || batch.length === trials.length) return [];
  return batch.flatMap(({ index }) => (index !== current.index && index < shown ? [index + 1] : []));
}

/** A normal distribution over a plane. */
export function normalOf({ mean, covariance }: GaussianView): Normal2 {
  const [a, b] = mean;
  const [aa, ab, ba, bb] = covariance;
  return { mean: [a, b], covariance: [aa, ab, ba, bb] };
}
