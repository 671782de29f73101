/** Two and more hyperparameters: which lines to look along, and climbing from a witness to a more visible one. */
import { pow } from '../../math/elementary.ts';
import { stream, type Rng } from '../../rng.ts';
import type { Point } from '../../types.ts';
import { cellsOf, lineThrough, partner, randomSpot } from './cells.ts';
import type { Findings, Line } from './findings.ts';
import type { Probe, Steps } from './probe.ts';
import type { Spot } from './types.ts';

export interface LineOptions {
  lines: number;
  perLine: number;
  /** Triples across the tangent of a level set, in a valley. */
  tangents: number;
  /** Steps of each climb. */
  climb: number;
}

/**
 * Lines of five kinds, in turn: along an axis through a low point; along an axis anywhere; at random; through two low points
 * (what keeps a set of low points from being convex lies between them); short ones around a low point, at all scales, since
 * an ill-conditioned valley is met by nothing else.
 *
 * @param low points with low values
 * @param centres the lowest of all, and the known minimisers
 */
export function* lookAlongLines(
  probe: Probe,
  findings: Findings,
  low: readonly Point[],
  centres: readonly Point[],
  { lines, perLine, tangents, climb }: LineOptions,
): Steps<void> {
  const { dimensions } = probe.problem.space;
  const d = dimensions.length;
  const real = dimensions.every((dimension) => cellsOf(dimension) === Infinity);
  const rng = stream('diagnosis', 'lines');
  const one = <T>(list: readonly T[]): T => list[rng.below(list.length)];
  for (let n = 0; n < lines; n++) {
    const kind = n % 5;
    const turn = Math.floor(n / 5);
    let at =
      kind === 0 ? centres[turn % centres.length] : kind === 3 ? one(low) : randomSpot(dimensions, rng);
    let to = kind === 3 && real ? one(low) : partner(dimensions, at, rng);
    if (kind < 2) {
      const axis = Math.floor(turn / (kind === 0 ? centres.length : 1)) % d;
      const cells = cellsOf(dimensions[axis]);
      to = at.map((u, i) =>
        i === axis ? u + (u < 0.5 ? 1 : -1) * (cells === Infinity ? 0.5 : 1 / cells) : u,
      );
    }
    let points: number[][];
    if (kind === 4 && real) {
      [at, to] = [around(one(centres), rng), around(one(centres), rng)];
      points = Array.from({ length: perLine }, (_, k) => mix(at, to, k / (perLine - 1)));
    } else points = lineThrough(dimensions, at, to, perLine);
    if (points.length < 3) continue;
    findings.look(lineOf(points, probe), 2 / (points.length - 1));
    yield;
  }
  if (!real) return;
  yield* acrossTangents(probe, findings, centres, tangents, rng);
  yield* climbAll(probe, findings, centres, climb, rng);
}

export const lineOf = (points: readonly Point[], probe: Probe): Line => ({
  points,
  t: points.map((_, i) => i / (points.length - 1)),
  values: points.map((point) => probe.at(point)),
});

export const mix = (a: Point, b: Point, t: number): number[] =>
  a.map((u, i) => Math.min(1, Math.max(0, (1 - t) * u + t * b[i])));

/** As far away along every axis as it happens. */
const around = (centre: Point, rng: Rng): number[] =>
  centre.map((u) => Math.min(1, Math.max(0, u + pow(10, -5 * rng.next()) * (rng.next() - 0.5))));

/**
 * Whether a level set is curved the wrong way somewhere: steps along its tangent, to both sides, lead down. Where a valley
 * is a thousand times as long as wide, hardly any other line shows it.
 */
function* acrossTangents(
  probe: Probe,
  findings: Findings,
  centres: readonly Point[],
  count: number,
  rng: Rng,
): Steps<void> {
  for (let n = 0; n < count; n++) {
    const centre = centres[n % centres.length];
    let least = 1;
    const x = centre.map((u) => {
      const size = pow(10, -4 * rng.next());
      least = Math.min(least, size);
      return Math.min(0.999, Math.max(0.001, u + size * (rng.next() - 0.5)));
    });
    const h = 1e-4 * least;
    const gradient = x.map((u, j) => probe.at(x.with(j, u + h)) - probe.at(x.with(j, u - h)));
    const length = gradient.reduce((sum, g) => sum + g * g, 0);
    if (!(length > 0)) continue;
    const free = x.map(() => rng.normal());
    const along = free.reduce((sum, r, j) => sum + r * gradient[j], 0) / length;
    const tangent = free.map((r, j) => r - along * gradient[j]);
    const b = probe.spot(x);
    for (let size = 0.1; size > 1e-6; size /= 4) {
      const ends = [-size, size].map((step) => x.map((u, j) => u + step * tangent[j]));
      if (ends.some((end) => end.some((u) => u < 0 || u > 1))) continue;
      findings.offer({ a: probe.spot(ends[0]), b, c: probe.spot(ends[1]) }, 0.5);
    }
    yield;
  }
}

interface Climber {
  a: number[];
  c: number[];
  lambda: number;
  found: number;
}

/** From the best witness of each kind, and from chance lines that come nearest to one: small changes that make it larger. */
function* climbAll(
  probe: Probe,
  findings: Findings,
  centres: readonly Point[],
  steps: number,
  rng: Rng,
): Steps<void> {
  for (const kind of ['chord', 'hump'] as const) {
    const measure = (a: number[], c: number[], lambda: number): number => {
      const spots: [Spot, Spot, Spot] = [probe.spot(a), probe.spot(mix(a, c, lambda)), probe.spot(c)];
      findings.offer({ a: spots[0], b: spots[1], c: spots[2] }, lambda);
      const [left, middle, right] = spots.map(({ value }) => value);
      const level = kind === 'chord' ? (1 - lambda) * left + lambda * right : Math.max(left, right);
      return Number.isNaN(middle - level) ? -Infinity : middle - level;
    };
    const witness = findings[kind];
    const starts: Climber[] = [];
    if (witness && witness.violation > probe.tolerance) {
      const { a, b, c, violation } = witness;
      const far = a.unit.map((u, i) => Math.abs(c.unit[i] - u));
      const axis = far.indexOf(Math.max(...far));
      const lambda = (b.unit[axis] - a.unit[axis]) / (c.unit[axis] - a.unit[axis]);
      starts.push({ a: a.unit, c: c.unit, lambda, found: violation });
    } else {
      const drawn = Array.from({ length: 10 * steps }, (_, n): Climber => {
        const near = n % 3 === 0;
        const centre = centres[n % centres.length];
        const a = near ? around(centre, rng) : centre.map(() => rng.next());
        const other = near ? around(centre, rng) : centre.map(() => rng.next());
        const c = near ? other : mix(a, other, pow(10, -3 * rng.next()));
        const lambda = 0.1 + 0.8 * rng.next();
        return { a, c, lambda, found: measure(a, c, lambda) };
      }).sort((p, q) => q.found - p.found);
      yield;
      // Short lines violate by little because they are short: long ones get their turn as well.
      const long = drawn.filter(({ a, c }) => a.some((u, i) => Math.abs(u - c[i]) > 0.2));
      starts.push(...drawn.slice(0, 2), ...long.slice(0, 6));
    }
    for (let climber of starts) {
      for (let n = 0; n < steps; n++) {
        const size = pow(10, -1 - 2 * rng.next());
        const nudge = (u: number) => Math.min(1, Math.max(0, u + size * rng.normal()));
        const [a, c] = [climber.a.map(nudge), climber.c.map(nudge)];
        const lambda = Math.min(0.95, Math.max(0.05, climber.lambda + size * rng.normal()));
        const found = measure(a, c, lambda);
        if (found > climber.found) climber = { a, c, lambda, found };
        if (n % 16 === 0) yield;
      }
    }
  }
}
