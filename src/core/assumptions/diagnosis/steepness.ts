/** How steep it gets: Lipschitz’ constant on the unit cube, or the jump that rules one out. */
import { stream } from '../../rng.ts';
import { cellsOf, distance } from './cells.ts';
import { unlessFailed, type Findings } from './findings.ts';
import type { Probe, Steps } from './probe.ts';
import { provenSlope, slopeAtLeast } from './slopes.ts';
import type { JumpWitness, Spot, Steepness, Verdict } from './types.ts';

/** Halvings between two neighbours; a slope that grows by so much meanwhile has no end. */
const HALVINGS = 24;
const ENDLESS = 1024;
/** Two places are as near as they can be followed … */
const TIGHT = 1e-9;
/** … and halfway there (2⁻²⁴) the slope between them is so many times as large as it was. */
const MIDWAY = 5.960464477539063e-8;
const GROWN = 8;
/** A difference below this share of the values is not told from their rounding. */
const ROUNDING = 1e-12;
/** 2⁻³⁶ and 2⁻¹²: beside a cusp. */
const NEAR = 1.4551915228366852e-11;
const FAR = 2.44140625e-4;
/** Half a difference quotient, in the unit cube. */
const H = 1e-5;
const CLIMB = 150;
const MOST_CORNERS = 64;

type Pair = { a: Spot; b: Spot; slope: number };

/** @param bottoms local minima: a cusp is a single point, and seldom elsewhere */
export function* steepness(
  probe: Probe,
  findings: Findings,
  bottoms: readonly Spot[],
): Steps<Verdict<JumpWitness, Steepness>> {
  let best: Pair | undefined;
  for (const bottom of bottoms) {
    const cusp = cuspAt(bottom, probe);
    yield;
    if (cusp) return { holds: 'no', witness: cusp };
  }
  for (const pair of findings.steepest) {
    const followed = follow(pair, probe);
    yield;
    if (isEndless(probe, pair, followed)) {
      offerChords(probe, findings, followed);
      return { holds: 'no', witness: { kind: 'jump', a: followed.a, b: followed.b } };
    }
    if (!best || followed.slope > best.slope) best = followed;
  }
  const climbed = yield* climb(probe, findings, best);
  const answer = unlessFailed(probe);
  if (answer.holds !== 'yes') return answer;
  // Whatever was found elsewhere has slopes as well: what two places prove, no others take back.
  const pairs = [best, climbed, ...findings.steepest, ...pairsOf(probe, findings, bottoms)];
  const flat = probe.lowest!;
  const steepest: Verdict<JumpWitness, Steepness> = { holds: 'yes', constant: 0, a: flat, b: flat };
  for (const pair of pairs) {
    if (!pair || pair.slope <= steepest.constant) continue;
    const constant = provenSlope(probe, pair.a, pair.b);
    if (constant > steepest.constant) Object.assign(steepest, { constant, a: pair.a, b: pair.b });
  }
  return steepest;
}

/**
 * Whether the slope between two places grew without end while they drew together. On the way it has to have grown already:
 * where values are level in stairs, by rounding, it only does so at the very end.
 */
function isEndless(probe: Probe, pair: Pair, { a, b }: Pair): boolean {
  const near = distance(a.unit, b.unit);
  const rise = Math.abs(b.value - a.value);
  if (!(near > 0 && near < TIGHT && rise > ROUNDING * probe.scale)) return false;
  const slope = (from: Spot, to: Spot) => Math.abs(to.value - from.value) / distance(from.unit, to.unit);
  const around = (far: number) =>
    slope(probe.spot(outwards(a, b, far / 2)), probe.spot(outwards(b, a, far / 2)));
  // Neighbours to begin with are seen from farther away.
  const wide = distance(pair.a.unit, pair.b.unit) < FAR ? around(FAR) : slope(pair.a, pair.b);
  return slope(a, b) >= ENDLESS * wide && around(MIDWAY) >= GROWN * wide;
}

/** From a, away from b, in the cube. */
function outwards(a: Spot, b: Spot, by: number): number[] {
  const far = distance(a.unit, b.unit);
  return a.unit.map((u, i) => Math.min(1, Math.max(0, u + ((u - b.unit[i]) / far) * by)));
}

/** Beyond a jump upwards a convex function would have to rise as steeply: it stands above the chords across. */
function offerChords(probe: Probe, findings: Findings, { a, b }: Pair): void {
  const [low, high] = a.value < b.value ? [a, b] : [b, a];
  const near = distance(low.unit, high.unit);
  for (const far of [1e-3, 1e-2, 0.1]) {
    const unit = high.unit.map((u, i) => u + ((u - low.unit[i]) / near) * far);
    if (unit.every((u) => u >= 0 && u <= 1))
      findings.offer({ a: low, b: high, c: probe.spot(unit) }, near / (near + far));
  }
}

/** Pairs of places that have come up: the ends of the range of values, the bottoms, and the points of witnesses. */
function pairsOf(probe: Probe, findings: Findings, bottoms: readonly Spot[]): Pair[] {
  const ends = [probe.lowest, probe.highestSpot].filter((spot) => spot !== undefined);
  const spots = findings.spots([...ends, ...bottoms.slice(0, 8)]);
  return spots.flatMap((a, i) => spots.slice(i + 1).map((b) => ({ a, b, slope: slopeAtLeast(probe, a, b) })));
}

/** Halves the way between two points again and again, always keeping the half along which the values differ more. */
function follow(pair: Pair, probe: Probe): Pair {
  const integers = probe.problem.space.dimensions.map((dimension) => cellsOf(dimension) !== Infinity);
  if (pair.a.unit.some((u, i) => integers[i] && u !== pair.b.unit[i])) return pair;
  let { a, b } = pair;
  let best = pair;
  for (let n = 0; n < HALVINGS; n++) {
    const middle = probe.spot(a.unit.map((u, i) => (u + b.unit[i]) / 2));
    if (Number.isNaN(middle.value)) break;
    if (Math.abs(middle.value - a.value) > Math.abs(b.value - middle.value)) b = middle;
    else a = middle;
    const rise = Math.abs(b.value - a.value);
    if (rise <= ROUNDING * probe.scale) break;
    const slope = slopeAtLeast(probe, a, b);
    if (slope > best.slope) best = { a, b, slope };
  }
  return best;
}

/** From a minimum along every axis: whether the slope grows without end on the way back to it. */
function cuspAt(bottom: Spot, probe: Probe): JumpWitness | undefined {
  for (const [axis, dimension] of probe.problem.space.dimensions.entries()) {
    if (cellsOf(dimension) !== Infinity) continue;
    for (const sign of [-1, 1]) {
      const at = (far: number) => probe.spot(bottom.unit.with(axis, bottom.unit[axis] + sign * far));
      if (bottom.unit[axis] + sign * FAR > 1 || bottom.unit[axis] + sign * FAR < 0) continue;
      const [near, far] = [at(NEAR), at(FAR)];
      const rise = near.value - bottom.value;
      if (!(rise > ROUNDING * probe.scale)) continue;
      if (rise / NEAR >= (ENDLESS * (far.value - bottom.value)) / FAR)
        return { kind: 'jump', a: bottom, b: near };
    }
  }
  return undefined;
}

/** Several knobs: the gradient’s length, at the corners and the steepest places so far, and uphill from the best one. */
function* climb(probe: Probe, findings: Findings, from: Pair | undefined): Steps<Pair | undefined> {
  const { dimensions } = probe.problem.space;
  const d = dimensions.length;
  if (d === 1 || dimensions.some((dimension) => cellsOf(dimension) !== Infinity)) return from;
  const rng = stream('diagnosis', 'steepest');
  const corners = Array.from({ length: Math.min(MOST_CORNERS, 1 << Math.min(d, 6)) }, (_, n) =>
    dimensions.map((_, i) => (i < 6 ? (n >> i) & 1 : rng.below(2))),
  );
  const starts = [...findings.steepest.map(({ a }) => a.unit), ...corners];
  let best = from;
  let at = starts[0] ?? corners[0];
  for (const start of starts) {
    const pair = along(start, probe);
    yield;
    if (pair && pair.slope > (best?.slope ?? 0)) [best, at] = [pair, start];
  }
  for (let n = 0, size = 0.1; n < CLIMB; n++, size *= 0.97) {
    const next = at.map((u) => Math.min(1, Math.max(0, u + size * rng.normal())));
    const pair = along(next, probe);
    if (n % 16 === 0) yield;
    if (pair && pair.slope > (best?.slope ?? 0)) [best, at] = [pair, next];
  }
  return best;
}

/** Two points along the gradient at u, as a pair. */
function along(u: readonly number[], probe: Probe): Pair | undefined {
  const gradient = u.map((at, i) => {
    const [lo, hi] = [Math.max(0, at - H), Math.min(1, at + H)];
    const move = (to: number) => probe.at(u.map((other, k) => (k === i ? to : other)));
    return (move(hi) - move(lo)) / (hi - lo);
  });
  const length = distance(
    gradient,
    gradient.map(() => 0),
  );
  if (!(length > 0)) return undefined;
  const shift = (sign: number) =>
    probe.spot(u.map((at, i) => Math.min(1, Math.max(0, at + (sign * H * gradient[i]) / length))));
  const [a, b] = [shift(-1), shift(1)];
  const rise = b.value - a.value;
  if (!(rise > ROUNDING * probe.scale)) return undefined;
  return { a, b, slope: slopeAtLeast(probe, a, b) };
}
