/** What to draw behind the witnesses: the curve, slices through the best point, the function along a witness’s line. */
import type { Point } from '../../types.ts';
import { cellsOf, distance, lineThrough } from './cells.ts';
import type { Line } from './findings.ts';
import type { Probe, Steps } from './probe.ts';
import type { Diagnosis, Picture, Profile, Spot } from './types.ts';

const SLICE_POINTS = 121;
const PROFILE_POINTS = 161;

export const linePicture = ({ t, values }: Line): Picture => ({
  kind: 'curve',
  unit: Float64Array.from(t),
  values: Float64Array.from(values),
});

export function* slicesOf(probe: Probe, centre: Point): Steps<Picture> {
  const { dimensions } = probe.problem.space;
  const unit: Float64Array[] = [];
  const values: Float64Array[] = [];
  for (const [axis, dimension] of dimensions.entries()) {
    const cells = cellsOf(dimension);
    const places =
      cells === Infinity
        ? Float64Array.from({ length: SLICE_POINTS }, (_, i) => i / (SLICE_POINTS - 1))
        : Float64Array.from({ length: cells }, (_, i) => (i + 0.5) / cells);
    unit.push(places);
    values.push(places.map((u) => probe.at(centre.map((other, i) => (i === axis ? u : other)))));
    yield;
  }
  return { kind: 'slices', through: probe.spot(centre), unit, values };
}

export function profilesOf(
  probe: Probe,
  { convex, unimodal }: Pick<Diagnosis, 'convex' | 'unimodal'>,
): Diagnosis['profiles'] {
  const profiles: Diagnosis['profiles'] = {};
  if (convex.holds === 'no') profiles.convex = profile(probe, convex.witness.a, convex.witness.c);
  if (unimodal.holds === 'no') {
    const { witness } = unimodal;
    const far = witness.kind === 'hump' ? witness.c : witness.b;
    profiles.unimodal = profile(probe, witness.a, far);
  }
  return profiles;
}

/** Along the whole line through two spots; 0 at the first, 1 at the second. */
function profile(probe: Probe, from: Spot, to: Spot): Profile {
  const points = lineThrough(probe.problem.space.dimensions, from.unit, to.unit, PROFILE_POINTS);
  const length = distance(from.unit, to.unit);
  const along = (point: Point) =>
    point.reduce((sum, u, i) => sum + (u - from.unit[i]) * (to.unit[i] - from.unit[i]), 0) /
    (length * length);
  return {
    t: Float64Array.from(points, along),
    values: Float64Array.from(points, (point) => probe.at(point)),
  };
}
