/** Every fact is held against its definition: a true one has no counterexample, a false one has at least one. */
import { describe, expect, it } from 'vitest';
import type { ParamValues } from '../params.ts';
import { stream, type Rng } from '../rng.ts';
import type { Facts, Problem } from '../types.ts';
import { objectives } from './index.ts';
import { rippledBowl } from './one-valley.ts';
import { onUnitCube, randomUnit, settings } from './testing.ts';

type Finder = (problem: Problem, rng: Rng) => boolean;
const ATTEMPTS = 6000;

/**
 * Of bends in a level set those that there are in the registry are found within 17 looks. Level stretches of a steep corner
 * fill a thousandth of the range, or less: they take thousands.
 */
const BENDS = 500;
const RESTS = 6000;

const mix = (a: readonly number[], b: readonly number[], t: number) => a.map((x, i) => x + t * (b[i] - x));

/** f at the ends of a line and between them, at a + t (b − a); a violation is positive. */
type Violation = (left: number, middle: number, right: number, t: number) => number;

/**
 * Looks for three points on a line that violate an inequality: at random, at all scales from the whole cube to a
 * thousandth of it, and then by climbing from the lines that come closest to violating it.
 */
function violated(problem: Problem, rng: Rng, violation: Violation): boolean {
  const d = problem.space.dimensions.length;
  const f = onUnitCube(problem);
  const measure = (a: number[], b: number[], t: number) => {
    const [left, middle, right] = [f(a), f(mix(a, b, t)), f(b)];
    return violation(left, middle, right, t) - 1e-12 * (1 + Math.abs(left) + Math.abs(right));
  };
  const centre = problem.space.toUnit(problem.optimum.at[0]);
  /** Around the minimiser, as far away along every axis as it happens: ill-conditioned valleys are seen by nothing else. */
  const around = () =>
    centre.map((u) => Math.min(1, Math.max(0, u + 10 ** (-5 * rng.next()) * (rng.next() - 0.5))));
  const draw = (i: number) => {
    // Every fourth line runs along one axis through the minimiser: in many dimensions hardly any other comes near it.
    const axis = i % (4 * d);
    const only = (to: number[]) => (axis < d ? centre.with(axis, to[axis]) : to);
    const near = i % 3 === 0;
    const a = near ? around() : only(randomUnit(d, rng));
    const b = near ? around() : mix(a, only(randomUnit(d, rng)), 10 ** (-3 * rng.next()));
    const t = 0.1 + 0.8 * rng.next();
    return { a, b, t, found: measure(a, b, t) };
  };
  const lines: ReturnType<typeof draw>[] = [];
  for (let i = 0; i < ATTEMPTS; i++) {
    const line = draw(i);
    // Of what is false that is nearly always enough.
    if (line.found > 0) return true;
    lines.push(line);
  }
  lines.sort((one, other) => other.found - one.found);

  const nudge = (u: number, size: number) => Math.min(1, Math.max(0, u + size * rng.normal()));
  // Short lines violate by little because they are short: the long ones get their turn as well.
  const long = lines.filter(({ a, b }) => Math.max(...a.map((u, i) => Math.abs(u - b[i]))) > 0.2);
  for (let line of [...lines.slice(0, 5), ...long.slice(0, 15)]) {
    for (let n = 0; n < 400; n++) {
      const size = 10 ** (-1 - 2 * rng.next());
      const a = line.a.map((u) => nudge(u, size));
      const b = line.b.map((u) => nudge(u, size));
      const t = Math.min(0.9, Math.max(0.1, line.t + size * rng.normal()));
      const found = measure(a, b, t);
      if (found > line.found) line = { a, b, t, found };
      if (line.found > 0) return true;
    }
  }
  return false;
}

const notConvex: Finder = (problem, rng) =>
  violated(problem, rng, (left, middle, right, t) => middle - (1 - t) * left - t * right);

/** Quasi-convexity fails where a point stands higher than both ends of a line through it. */
const notUnimodal: Finder = (problem, rng) =>
  violated(problem, rng, (left, middle, right) => middle - Math.max(left, right)) ||
  bulges(problem, rng) ||
  rests(problem, rng);

/** Whether some stretch above the minimum is level to the last bit. */
function rests(problem: Problem, rng: Rng): boolean {
  const d = problem.space.dimensions.length;
  const f = onUnitCube(problem);
  for (let n = 0; n < RESTS; n++) {
    const a = randomUnit(d, rng);
    const b = mix(a, randomUnit(d, rng), 0.01 + 0.1 * rng.next());
    const level = f(a);
    if (level - problem.optimum.value < 1e-9 * (1 + Math.abs(level))) continue;
    if ([0.25, 0.5, 0.75, 1].every((t) => f(mix(a, b, t)) === level)) return true;
  }
  return false;
}

/**
 * Whether a level set is curved the wrong way somewhere: steps along its tangent, to both sides, lead down. In
 * ill-conditioned valleys a random line is hardly ever near enough to a tangent.
 */
function bulges(problem: Problem, rng: Rng): boolean {
  const d = problem.space.dimensions.length;
  const f = onUnitCube(problem);
  const centre = problem.space.toUnit(problem.optimum.at[0]);
  const scale = problem.space.dimensions.map(() => 0);
  for (let n = 0; n < BENDS && d > 1; n++) {
    const x = centre.map((u, j) => {
      scale[j] = 10 ** (-4 * rng.next());
      return Math.min(0.999, Math.max(0.001, u + scale[j] * (rng.next() - 0.5)));
    });
    const h = 1e-4 * Math.min(...scale);
    const gradient = x.map((u, j) => f(x.with(j, u + h)) - f(x.with(j, u - h)));
    const length = gradient.reduce((sum, g) => sum + g * g, 0);
    const free = x.map(() => rng.normal());
    const along = free.reduce((sum, r, j) => sum + r * gradient[j], 0) / length;
    const tangent = free.map((r, j) => r - along * gradient[j]);
    const here = f(x);
    for (let size = 0.1; size > 1e-6; size /= 2) {
      const ends = [size, -size].map((step) => x.map((u, j) => u + step * tangent[j]));
      if (ends.flat().some((u) => u < 0 || u > 1)) continue;
      if (here - Math.max(...ends.map(f)) > 1e-9 * (1 + Math.abs(here))) return true;
    }
  }
  return false;
}

/** A sum of one-dimensional functions gives the same total when two points exchange some coordinates. */
const notSeparable: Finder = (problem, rng) => {
  const d = problem.space.dimensions.length;
  const f = onUnitCube(problem);
  for (let n = 0; n < 500; n++) {
    const [a, b] = [randomUnit(d, rng), randomUnit(d, rng)];
    const swaps = a.map(() => rng.next() < 0.5);
    const before = f(a) + f(b);
    const after = f(a.map((x, i) => (swaps[i] ? b[i] : x))) + f(b.map((x, i) => (swaps[i] ? a[i] : x)));
    if (Math.abs(before - after) > 1e-9 * (1 + Math.abs(before))) return true;
  }
  return false;
};

/**
 * Zooms in along a line, always into the half that bends more. Where the gradient is continuous the change of slope
 * dies out with the length of the piece; at a kink it stays, at a jump it grows.
 */
const notSmooth: Finder = (problem, rng) => {
  const d = problem.space.dimensions.length;
  const f = onUnitCube(problem);
  const centre = problem.space.toUnit(problem.optimum.at[0]);
  for (let n = 0; n < (d > 1 ? 300 : 600); n++) {
    const a = randomUnit(d, rng);
    // A cusp is a single point: most lines lead through the minimiser, which is where cusps are. In one dimension short lines
    // find the kink that the rest of the curve outshines.
    const towards = n % 3 === 0 ? randomUnit(d, rng) : mix(a, centre, 1 + rng.next() * 0.5);
    const b = d > 1 || n % 2 === 0 ? towards : mix(a, towards, 0.1 * rng.next());
    if (b.some((u) => u < 0 || u > 1)) continue;
    const line = (t: number) => f(mix(a, b, t));
    const bend = (lo: number, length: number) =>
      Math.abs(line(lo) - 2 * line(lo + length / 2) + line(lo + length)) / length;
    let lo = 0;
    let coarse = 0;
    for (let level = 1; level <= 16; level++) {
      const length = 2 ** -level;
      if (bend(lo + length, length) > bend(lo, length)) lo += length;
      if (level === 10) coarse = bend(lo, length);
    }
    const fine = bend(lo, 2 ** -16);
    // Smooth: 2⁻⁶ of the coarse one, give or take. Rounding alone makes bends of 1e-16 · 2¹⁶.
    if (fine > 0.25 * coarse && fine > 1e-8 * (1 + Math.abs(line(lo)))) return true;
  }
  return false;
};

const finders: Record<keyof Facts, Finder> = {
  convex: notConvex,
  unimodal: notUnimodal,
  separable: notSeparable,
  smooth: notSmooth,
};

/** BBOB functions with waves or kinks finer than the zoom: `bbob/smoothness.test.ts` looks at them closely. */
const TOO_FINE = ['f16', 'f17', 'f18', 'f19', 'f24'];

describe.each(objectives.map((objective) => [objective.id, objective] as const))('%s', (id, objective) => {
  it.each(Object.keys(finders) as (keyof Facts)[])('%s', (fact) => {
    const rng = stream('facts-test', id, fact);
    // The more dials, the more happens between the ends of their ranges.
    const extra = [0, 3, 3, 3, 3][Object.keys(objective.params).length] ?? 12;
    for (const params of settings(objective.params, rng, extra)) {
      if (fact === 'smooth' && id === 'bbob' && TOO_FINE.includes(params.function as string)) continue;
      const problem = objective.create(params);
      const stated = problem.facts[fact];
      if (stated === null) continue;
      expect(finders[fact](problem, rng), JSON.stringify(params)).toBe(!stated);
    }
  });
});

describe('rippled bowl', () => {
  // One valley up to a ω² = 8 · 4.6033…, convex up to a ω² = 8.
  const at = (share: number, frequency: number): ParamValues => ({
    minimum: 0.5,
    frequency,
    ripple: (share * 8) / (2 * Math.PI * frequency) ** 2,
  });

  it.each([2, 3.5, 6])('loses convexity, then its single valley, where the formula says (k = %s)', (k) => {
    const rng = stream('facts-test', 'ripple-limit', k);
    for (const [share, convex, unimodal] of [
      [0.95, true, true],
      [1.1, false, true],
      [4.5, false, true],
      [4.75, false, false],
    ] as const) {
      const problem = rippledBowl.create(at(share, k));
      expect([problem.facts.convex, problem.facts.unimodal]).toEqual([convex, unimodal]);
      expect([!notConvex(problem, rng), !notUnimodal(problem, rng)]).toEqual([convex, unimodal]);
    }
  });
});
