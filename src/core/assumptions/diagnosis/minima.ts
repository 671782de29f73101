/** Local minima in two and more dimensions: descents from many places, and which of their ends are the same. */
import { stream } from '../../rng.ts';
import { cellsOf, distance, settleAll } from './cells.ts';
import { descend, type End } from './descent.ts';
import type { Findings } from './findings.ts';
import type { Probe, Steps } from './probe.ts';
import type { Minima, Spot } from './types.ts';

const LISTED = 40;
/** Points at which a way between two ends is checked. */
const CHECKS = 32;

/**
 * Two ends belong to one minimum where the straight way between them does not climb, directly or over other ends: in a
 * valley that is convex it never does, however the descents got stuck.
 *
 * @param places lowest first: all low places of a lattice, or some from anywhere
 * @param checks further places: where a descent from one of them finds another minimum, there must be more
 */
export function* minimaFrom(
  probe: Probe,
  places: readonly Spot[],
  checks: readonly Spot[],
  { reach, most, whole }: { reach: number; most: number; whole: boolean },
): Steps<Minima> {
  const rng = stream('diagnosis', 'descents');
  /** All ends by now; those that are minima of their own. */
  const ends: End[] = [];
  let minima: End[] = [];
  const arrived = (spot: Spot) =>
    nearest(ends, spot).find(
      (end) => end.settled && distance(end.spot.unit, spot.unit) < reach && level(probe, spot, end.spot),
    );
  /** Given up on their way, in a valley too narrow to follow. */
  const lost: End[] = [];
  let missed = false;
  const followed = [...places.slice(0, most), ...checks];
  for (const [n, place] of followed.entries()) {
    const end = descend(probe, place, reach, rng, arrived);
    yield;
    if (ends.includes(end)) continue;
    if (!end.settled) lost.push(end);
    else if (!nearest(ends, end.spot).some((other) => isOne(probe, end.spot, other.spot))) {
      minima.push(end);
      if (n >= places.length) missed = true;
    }
    ends.push(end);
    yield;
  }
  const below = (end: End, other: End) =>
    other.spot.value <= end.spot.value + probe.tolerance && isOne(probe, end.spot, other.spot);
  // A later end may lie below an earlier one that it can be reached from without climbing; of equal ones the first stays.
  minima = minima.filter((end, i) =>
    ends.every((other) => {
      const lower = other.spot.value < end.spot.value - probe.tolerance;
      return !(lower || minima.slice(0, i).includes(other)) || !below(end, other);
    }),
  );
  lost.sort((p, q) => p.spot.value - q.spot.value);
  for (const end of lost) {
    if (minima.some((other) => below(end, other))) continue;
    // The lowest of all belongs to the lowest minimum, wherever that lies exactly.
    if (minima.every((other) => other.spot.value > end.spot.value)) minima.push(end);
    else missed = true;
  }
  const spots = minima.map(({ spot }) => spot).sort((a, b) => a.value - b.value);
  return {
    count: spots.length,
    more: !whole || missed || places.length > most,
    proved: false,
    starts: whole ? 0 : followed.length,
    spots: spots.slice(0, LISTED),
  };
}

/** Of the lowest minima each with each: where the straight way between them climbs over both, the highest point of it. */
export function* crestsBetween(probe: Probe, spots: readonly Spot[], findings: Findings): Steps<void> {
  if (probe.problem.space.dimensions.some((dimension) => cellsOf(dimension) !== Infinity)) return;
  const lowest = spots.slice(0, CRESTED);
  for (const [i, a] of lowest.entries()) {
    for (const c of lowest.slice(i + 1)) {
      for (let n = 1; n < 2 * CHECKS; n++) {
        const t = n / (2 * CHECKS);
        const b = probe.spot(a.unit.map((u, k) => Math.min(1, Math.max(0, (1 - t) * u + t * c.unit[k]))));
        findings.offer({ a, b, c }, t);
      }
      yield;
    }
  }
}
const CRESTED = 10;

const nearest = (ends: readonly End[], { unit }: Spot): End[] =>
  ends
    .map((end) => ({ end, far: distance(end.spot.unit, unit) }))
    .sort((p, q) => p.far - q.far)
    .map(({ end }) => end);

/** Beside a cusp neighbouring numbers have values far apart: what is nearer than this is one place. */
export const TOGETHER = 1e-9;
const isOne = (probe: Probe, from: Spot, to: Spot): boolean =>
  distance(from.unit, to.unit) < TOGETHER || level(probe, from, to);

/** Whether the straight way from the higher end to the lower one stays at or below the higher one’s level. */
function level(probe: Probe, from: Spot, to: Spot): boolean {
  const { dimensions } = probe.problem.space;
  for (let n = 1; n < CHECKS; n++) {
    const t = n / CHECKS;
    const point = settleAll(
      dimensions,
      from.unit.map((u, i) => Math.min(1, Math.max(0, (1 - t) * u + t * to.unit[i]))),
    );
    if (!(probe.at(point) <= from.value + probe.tolerance)) return false;
  }
  return true;
}
