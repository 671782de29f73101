/** What observation noise makes of a verdict: the chance that somebody who sees noisy values comes to it, too. */
import { stream } from '../../rng.ts';
import { drawNoise } from '../../run.ts';
import { wilsonInterval } from '../../study/statistics/index.ts';
import { cdf, pdf } from '../../surrogate/normal.ts';
import type { Noise, Problem } from '../../types.ts';
import { settle } from './cells.ts';
import type { Probe, Steps } from './probe.ts';
import { widestPlateau, worstChord, worstHump } from './sequence.ts';
import type { Chances, Diagnosis, Look, Share, Spot, Verdict } from './types.ts';

/** Standard deviation of an observation whose true value is known; NaN where the noise is not normal. */
export function noiseAt(noise: Noise, value: number): number {
  switch (noise.kind) {
    case 'none':
      return 0;
    case 'gaussian':
      return noise.sd;
    case 'proportional':
      return noise.sd * Math.abs(value);
    default:
      return NaN;
  }
}

/** P(Y_b > (1 − λ) Y_a + λ Y_c) for independent normal observations: exact. */
export function chordChance(
  [fa, fb, fc]: readonly number[],
  [sa, sb, sc]: readonly number[],
  lambda: number,
): number {
  const violation = fb - (1 - lambda) * fa - lambda * fc;
  const sd = Math.sqrt(sb * sb + (1 - lambda) * (1 - lambda) * sa * sa + lambda * lambda * sc * sc);
  return above(violation, sd);
}

/** P(four observations’ second difference has the sign of the true one): exact. */
export function interactionChance(difference: number, sds: readonly number[]): number {
  return above(Math.abs(difference), Math.sqrt(sds.reduce((sum, sd) => sum + sd * sd, 0)));
}

function above(violation: number, sd: number): number {
  if (Number.isNaN(sd)) return NaN;
  return sd > 0 ? cdf(violation / sd) : violation > 0 ? 1 : 0;
}

const SPAN = 9;
const PANELS = 48;
/** Gauss and Legendre’s three points of [−1, 1], and their weights. */
const NODES = [
  [-0.7745966692414834, 5 / 9],
  [0, 8 / 9],
  [0.7745966692414834, 5 / 9],
] as const;

/**
 * P(Y_b > Y_a and Y_b > Y_c): ∫ φ(z) Φ((f_b + σ_b z − f_a) / σ_a) Φ((f_b + σ_b z − f_c) / σ_c) dz over ±9, in panels that end
 * where one of the factors rises: a σ may be 0, or many times another. To about 1e-9.
 */
export function humpChance([fa, fb, fc]: readonly number[], [sa, sb, sc]: readonly number[]): number {
  if ([sa, sb, sc].some(Number.isNaN)) return NaN;
  if (sb === 0) return above(fb - fa, sa) * above(fb - fc, sc);
  const rises = [
    [fa, sa],
    [fc, sc],
  ].flatMap(([f, s]) => [-8, 0, 8].map((sds) => (f - fb + sds * s) / sb));
  const ends = [-SPAN, ...rises.filter((z) => Math.abs(z) < SPAN), SPAN].sort((p, q) => p - q);
  let sum = 0;
  for (let k = 1; k < ends.length; k++) {
    const half = (ends[k] - ends[k - 1]) / PANELS / 2;
    for (let panel = 0; panel < PANELS; panel++) {
      const middle = ends[k - 1] + (2 * panel + 1) * half;
      for (const [node, weight] of NODES) {
        const z = middle + half * node;
        const y = fb + sb * z;
        sum += half * weight * pdf(z) * above(y - fa, sa) * above(y - fc, sc);
      }
    }
  }
  return Math.min(1, sum);
}

/** The chances of the witnesses that a diagnosis has. */
export function chancesOf(
  { convex, unimodal, separable }: Pick<Diagnosis, 'convex' | 'unimodal' | 'separable'>,
  noise: Noise,
): Chances {
  const known = (chance: number) => (Number.isNaN(chance) ? null : chance);
  const ofThree = (of: (values: number[], sds: number[]) => number, spots: readonly Spot[]) =>
    known(
      of(
        spots.map(({ value }) => value),
        spots.map(({ value }) => noiseAt(noise, value)),
      ),
    );
  if (noise.kind === 'none') return { convex: null, unimodal: null, separable: null };
  return {
    convex:
      convex.holds === 'no'
        ? ofThree(
            (values, sds) => chordChance(values, sds, convex.witness.lambda),
            [convex.witness.a, convex.witness.b, convex.witness.c],
          )
        : null,
    unimodal:
      unimodal.holds === 'no' && unimodal.witness.kind === 'hump'
        ? ofThree(humpChance, [unimodal.witness.a, unimodal.witness.b, unimodal.witness.c])
        : null,
    separable:
      separable.holds === 'no'
        ? ofThree((_, sds) => interactionChance(separable.witness.difference, sds), separable.witness.corners)
        : null,
  };
}

export interface LookOptions {
  noise: Noise;
  budget: number;
  seed: number;
  draws: number;
}

/** Somebody spends the whole budget on evenly spaced values of the one hyperparameter, many times over. */
export function* lookAt(
  problem: Problem,
  probe: Probe,
  verdicts: { convex: Verdict<unknown>; unimodal: Verdict<unknown> },
  { noise, budget, seed, draws }: LookOptions,
): Steps<Look> {
  const [dimension] = problem.space.dimensions;
  const even = Array.from({ length: budget }, (_, i) => (budget === 1 ? 0.5 : i / (budget - 1)));
  const unit = [...new Set(even.map((u) => settle(dimension, u)))];
  const values = unit.map((u) => probe.at([u]));
  const seen = unit.flatMap((_, i) => (Number.isNaN(values[i]) ? [] : [i]));
  const t = seen.map((i) => unit[i]);
  const truth = seen.map((i) => values[i]);
  const places = t.map((u) => problem.space.toReal([u]));
  const look: Look = {
    points: t.length,
    clean: agreement(conclude(t, truth, probe.tolerance), verdicts),
  };
  if (noise.kind === 'none') return look;
  const hits = { convex: 0, unimodal: 0 };
  for (let draw = 0; draw < draws; draw++) {
    const rng = stream(seed, 'diagnosis', 'look', draw);
    const observed = truth.map((value, i) => value + drawNoise(problem, places[i], value, noise, rng));
    if (draw === 0) look.example = { unit: t, observed };
    const { convex, unimodal } = agreement(conclude(t, observed, probe.tolerance), verdicts);
    if (convex) hits.convex++;
    if (unimodal) hits.unimodal++;
    if (draw % 32 === 31) yield;
  }
  const share = (name: 'convex' | 'unimodal'): Share | null =>
    verdicts[name].holds === 'unknown' ? null : shareOf(hits[name], draws);
  look.noisy = { convex: share('convex'), unimodal: share('unimodal') };
  return look;
}

function shareOf(hits: number, draws: number): Share {
  const [low, high] = wilsonInterval(hits, draws);
  return { hits, draws, low, high };
}

/** What the values alone say. */
export function conclude(
  t: readonly number[],
  y: readonly number[],
  tolerance: number,
): { convex: boolean; unimodal: boolean } {
  const rises = (worstHump({ t, y })?.violation ?? 0) > tolerance;
  return {
    convex: !((worstChord({ t, y })?.violation ?? 0) > tolerance),
    unimodal: !rises && widestPlateau({ t, y }, 0, tolerance, 0) === null,
  };
}

function agreement(
  said: { convex: boolean; unimodal: boolean },
  { convex, unimodal }: { convex: Verdict<unknown>; unimodal: Verdict<unknown> },
): Look['clean'] {
  const agrees = (saysYes: boolean, { holds }: Verdict<unknown>) =>
    holds === 'unknown' ? null : saysYes === (holds === 'yes');
  return { convex: agrees(said.convex, convex), unimodal: agrees(said.unimodal, unimodal) };
}
