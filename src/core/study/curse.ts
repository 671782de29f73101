/**
 * The curse of dimension, shown twice: what a grid costs, and how often designs hit a small target.
 *
 * The second is the simulation of J. Bergstra & Y. Bengio (2012), Random Search for Hyper-Parameter Optimization, JMLR
 * 13, § 3: a box of 1 % of the volume lies at random in the unit cube; a design of T trials succeeds if one of its points
 * is inside.
 */
import { exp, expm1, log, log10, log1p, pow } from '../math/elementary.ts';
import { stream, type Rng } from '../rng.ts';
import { halton } from '../sampling/halton.ts';
import { sobol } from '../sampling/sobol.ts';
import { LatinHits } from './latin-hits.ts';

// ---------------------------------------------------------------- kᵈ

/** A quantity that may be too large for a number: `value` is null above 10¹⁵, `log10` always holds (−∞ for 0). */
export interface Large {
  value: number | null;
  log10: number;
}

export interface GridCost {
  trials: Large;
  hours: Large;
  /** In the currency of the price. */
  money: Large;
}

const LARGEST = 1e15;

/**
 * A full grid of `levels` values in each of `dimensions` hyperparameters.
 * @param hoursPerTrial machine-hours of one training run
 * @param pricePerHour of one machine
 * @throws {RangeError} unless levels ≥ 1 and dimensions ≥ 0 are whole and the other two finite and not negative
 */
export function gridCost(
  levels: number,
  dimensions: number,
  hoursPerTrial: number,
  pricePerHour: number,
): GridCost {
  const whole = Number.isInteger(levels) && levels >= 1 && Number.isInteger(dimensions) && dimensions >= 0;
  const rates = [hoursPerTrial, pricePerHour].every((rate) => rate >= 0 && rate < Infinity);
  if (!whole || !rates) {
    throw new RangeError(
      `A grid of ${levels} levels in ${dimensions} dimensions at ${hoursPerTrial} h and ${pricePerHour} per h; expected whole numbers ≥ 1 and ≥ 0, and finite rates ≥ 0.`,
    );
  }
  const trialsLog = dimensions * log10(levels);
  const trials = trialsLog > 15.5 ? Infinity : pow(levels, dimensions);
  const large = (value: number, logarithm: number): Large => ({
    value: value <= LARGEST ? value : logarithm === -Infinity ? 0 : null,
    log10: logarithm,
  });
  const hoursLog = trialsLog + log10(hoursPerTrial);
  return {
    trials: large(trials, trialsLog),
    hours: large(trials * hoursPerTrial, hoursLog),
    money: large(trials * hoursPerTrial * pricePerHour, hoursLog + log10(pricePerHour)),
  };
}

/** Levels of each of d ≥ 1 hyperparameters that a full grid of at most so many trials has: the largest k with kᵈ ≤ T. */
export function affordedLevels(trials: number, d: number): number {
  // The root is rounded: the powers decide.
  let k = Math.max(1, Math.floor(pow(trials, 1 / d)));
  while (pow(k + 1, d) <= trials) k += 1;
  while (k > 1 && pow(k, d) > trials) k -= 1;
  return k;
}

// ---------------------------------------------------------------- hitting a target

/** Chance that at least one of T uniform points lies in a target of volume v: 1 − (1 − v)ᵀ. */
export const randomSuccess = (volume: number, trials: number): number => -expm1(trials * log1p(-volume));

/** Fewest uniform points of which one lies in a target of volume v with at least this chance, in (0, 1). */
export function randomTrialsFor(chance: number, volume: number): number {
  let trials = Math.max(1, Math.ceil(log1p(-chance) / log1p(-volume)));
  while (randomSuccess(volume, trials) < chance) trials += 1;
  while (trials > 1 && randomSuccess(volume, trials - 1) >= chance) trials -= 1;
  return trials;
}

/** Side of a cube of volume v in d dimensions, as a share of each range. */
export const cubeSide = (volume: number, d: number): number => exp(log(volume) / d);

/**
 * Fewest levels with which a grid of cell centres cannot miss a cube of volume v that lies inside the unit cube: no cube
 * fits between points 1/k apart that is not narrower; and one wider than ½ holds the centre, wherever it is.
 */
export function sureLevels(volume: number, d: number): number {
  const side = cubeSide(volume, d);
  return side > 0.5 ? 1 : Math.ceil(1 / side - 1e-9);
}

/** A box inside the unit cube. */
export interface Target {
  lo: number[];
  hi: number[];
}

/**
 * Uniform among the places wholly inside the cube. A cube has side v^(1/d). A random box has log-uniform proportions:
 * −ln of its sides share −ln v uniformly (a point of the simplex), so that no side exceeds 1 and the volume is exact.
 */
export function randomTarget(d: number, volume: number, shape: 'cube' | 'box', rng: Rng): Target {
  const shares = Array.from({ length: d }, () => (shape === 'cube' ? 1 : -log(1 - rng.next())));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const sides = shares.map((share) => exp((log(volume) * share) / whole));
  const lo = sides.map((side) => rng.next() * (1 - side));
  return { lo, hi: lo.map((low, j) => low + sides[j]) };
}

const inside = ({ lo, hi }: Target, point: readonly number[]): boolean =>
  point.every((u, j) => u >= lo[j] && u < hi[j]);

/**
 * Levels per dimension of the grid that fits T trials: the largest kᵈ ≤ T, then one level more in as many dimensions, from
 * the first on, as still fit. Trials beyond the product stay unused.
 */
export function gridLevels(trials: number, d: number): number[] {
  const k = affordedLevels(trials, d);
  const levels = new Array<number>(d).fill(k);
  for (let j = 0, size = pow(k, d); j < d && (size / k) * (k + 1) <= trials; j++) {
    levels[j] = k + 1;
    size = (size / k) * (k + 1);
  }
  return levels;
}

/** Whether some level's point, the middle of its slice, is inside: for every dimension by itself. */
const gridHits = ({ lo, hi }: Target, levels: readonly number[]): boolean =>
  levels.every((k, j) => {
    const first = Math.max(0, Math.ceil(lo[j] * k - 0.5));
    return first < k && (first + 0.5) / k < hi[j];
  });

export const DESIGNS = ['grid', 'random', 'latin-hypercube', 'halton', 'sobol'] as const;
export type Design = (typeof DESIGNS)[number];

export interface CurseQuestion {
  dimensions: number;
  /** Of the target, in (0, 1). */
  volume: number;
  shape: 'cube' | 'box';
  /** How many targets; every design faces the same ones. */
  targets: number;
  /** Number of the first of them, from 0 (the default): a share of a longer question. */
  first?: number;
  /** Designs of 1 … maxTrials trials. */
  maxTrials: number;
  seed: number;
}

/** The classic preset, for 3 or 5 dimensions. */
export const CLASSIC = { volume: 0.01, targets: 1000, maxTrials: 512 } as const;

export interface CurseCounts {
  /** Targets tried so far. */
  targets: number;
  /** Entry i: how many of them a design of i + 1 trials hit. Latin hypercubes only at {@link latinTrials}, else 0. */
  successes: Record<Design, Uint32Array>;
}

/** Counts of different targets, as if they had been counted together. The order does not matter. */
export function addCounts(a: CurseCounts, b: CurseCounts): CurseCounts {
  const sum = (design: Design) => a.successes[design].map((hits, i) => hits + b.successes[design][i]);
  return { targets: a.targets + b.targets, successes: perDesign(sum) };
}

/** Of no target at all. */
export const noCounts = (maxTrials: number): CurseCounts => ({
  targets: 0,
  successes: perDesign(() => new Uint32Array(maxTrials)),
});

const perDesign = (one: (design: Design) => Uint32Array): CurseCounts['successes'] =>
  Object.fromEntries(DESIGNS.map((design) => [design, one(design)])) as CurseCounts['successes'];

/** Budgets that people name. */
const ROUND = [1, 2, 5];

/**
 * A Latin hypercube of T points is no part of one of T + 1, so each size is drawn anew; sizes stand a fourth root of 2
 * apart, which a chart on a log axis cannot tell from all of them, with the round numbers (10, 20, 50, 100 …) among them.
 */
export function latinTrials(maxTrials: number): number[] {
  const sizes = new Set<number>([maxTrials]);
  for (let size = 1; size < maxTrials; size *= 1.189207115002721) sizes.add(Math.round(size));
  for (let decade = 1; decade < maxTrials; decade *= 10)
    for (const digit of ROUND) if (digit * decade < maxTrials) sizes.add(digit * decade);
  return [...sizes].sort((a, b) => a - b);
}

/**
 * Counts successes target by target, in chunks: yields the counts so far (one object, updated in place) after each
 * `chunk` targets and at the end. Every target has random streams of its own, by its number, so counting can stop and go
 * on from what was yielded, or be split into shares (`first`), and gives the same as in one go. Sobol is scrambled and Halton shifted anew for each target.
 *
 * @param from counts to go on from, of the same question
 * @throws {RangeError} where the question’s numbers make no sense, {Error} beyond the dimensions of Halton or Sobol
 */
export function* simulateCurse(
  question: CurseQuestion,
  chunk: number,
  from?: CurseCounts,
): Generator<CurseCounts, void, void> {
  const { dimensions: d, volume, shape, targets, first = 0, maxTrials, seed } = question;
  const whole = [d, targets, maxTrials, chunk, first + 1].every((n) => Number.isInteger(n) && n >= 1);
  if (!whole || !(volume > 0 && volume < 1)) {
    throw new RangeError(
      `Dimensions ${d}, targets ${targets} from ${first} on, trials ${maxTrials}, chunk ${chunk}, volume ${volume}; expected whole numbers ≥ 1, a first target ≥ 0 and a volume between 0 and 1.`,
    );
  }
  const counts = from ?? noCounts(maxTrials);
  const sizes = latinTrials(maxTrials);
  const latin = new LatinHits(maxTrials);
  const grids = Array.from({ length: maxTrials }, (_, i) => gridLevels(i + 1, d));
  while (counts.targets < targets) {
    const index = first + counts.targets;
    const streamOf = (purpose: string) => stream(seed, 'curse', d, shape, index, purpose);
    const target = randomTarget(d, volume, shape, streamOf('target'));
    const { successes } = counts;
    grids.forEach((levels, i) => (successes.grid[i] += gridHits(target, levels) ? 1 : 0));
    countFrom(successes.random, firstHit(uniform(d, streamOf('random')), target, maxTrials));
    countFrom(successes.halton, firstHit(halton(d, streamOf('halton')), target, maxTrials));
    countFrom(successes.sobol, firstHit(sobol(d, streamOf('sobol')), target, maxTrials));
    const rng = streamOf('latin-hypercube');
    for (const size of sizes) if (latin.has(size, target, rng)) successes['latin-hypercube'][size - 1] += 1;
    counts.targets += 1;
    if (counts.targets % chunk === 0 || counts.targets === targets) yield counts;
  }
}

function* uniform(d: number, rng: Rng): Generator<number[], never, void> {
  for (;;) yield Array.from({ length: d }, () => rng.next());
}

/** 0-based index of the first of the points inside the target; `trials` where none is. */
function firstHit(points: Generator<number[], never, void>, target: Target, trials: number): number {
  for (let i = 0; i < trials; i++) if (inside(target, points.next().value)) return i;
  return trials;
}

/** A sequence that has hit by trial i + 1 has hit by all later ones. */
function countFrom(successes: Uint32Array, first: number): void {
  for (let i = first; i < successes.length; i++) successes[i] += 1;
}
