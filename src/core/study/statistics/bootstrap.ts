/**
 * The percentile bootstrap of a share of wins (Efron & Tibshirani 1993, An Introduction to the Bootstrap, § 13.3), with
 * pairs resampled within each problem: problems are those of the study, repeats are a sample.
 */
import { stream } from '../../rng.ts';
import { quantile } from './quantiles.ts';

/** Outcomes of pairs on one problem. */
export interface Tally {
  wins: number;
  ties: number;
  losses: number;
}

export const RESAMPLES = 2000;
export const LEVEL = 0.95;

/** Larger coefficients are scaled down: only their ratios matter. */
const LARGE = 1e250;

/**
 * n pairs drawn with replacement, a win scored 2 and a tie 1: the distribution function of their sum, entry k for sums
 * up to k. Drawing one number from it is drawing the n pairs, at a fraction of the cost.
 *
 * Its masses are the coefficients of (l + t x + w x²)ⁿ, by the recurrence for powers of polynomials (Knuth, The Art of
 * Computer Programming 2, § 4.7, eq. 9): from below and from above, where all its terms are positive, to the middle.
 */
export function sumDistribution({ wins, ties, losses }: Tally): Float64Array {
  const n = wins + ties + losses;
  const mass = new Float64Array(2 * n + 1);
  if (ties === 0) {
    // Without ties every other coefficient is 0, and all terms are positive all the way.
    if (losses === 0) mass[2 * n] = 1;
    else mass.set(coefficients(losses, 0, wins, 2 * n));
  } else {
    const below = coefficients(losses, ties, wins, n);
    const above = coefficients(wins, ties, losses, n);
    // They meet in the middle; the half whose middle is larger is scaled down, so that nothing overflows.
    const scale = below[n] / above[n];
    for (let k = 0; k <= n; k++) {
      mass[2 * n - k] = scale <= 1 ? above[k] * scale : above[k];
      mass[k] = scale <= 1 ? below[k] : below[k] / scale;
    }
  }
  for (let k = 1; k <= 2 * n; k++) mass[k] += mass[k - 1];
  const total = mass[2 * n];
  return mass.map((sum) => sum / total);
}

/** In proportion, the coefficients 0 … upTo of (a + b x + c x²)ⁿ, n = a + b + c; `upTo` at most n unless b is 0. */
function coefficients(a: number, b: number, c: number, upTo: number): Float64Array {
  const n = a + b + c;
  const found = new Float64Array(upTo + 1);
  if (a === 0) {
    // x factors out n times: only the middle is left of this half.
    found[n] = 1;
    return found;
  }
  found[0] = 1;
  for (let k = 1; k <= upTo; k++) {
    const last = b * (n - k + 1) * found[k - 1];
    const before = k > 1 ? c * (2 * n - k + 2) * found[k - 2] : 0;
    found[k] = (last + before) / (k * a);
    if (found[k] > LARGE) for (let j = 0; j <= k; j++) found[j] /= LARGE;
  }
  return found;
}

/** A distribution function with a guide to where each of equal slices of [0, 1) begins (Chen & Asau 1974). */
class Quantiles {
  readonly #cumulative: Float64Array;
  readonly #guide: Uint32Array;

  constructor(cumulative: Float64Array) {
    this.#cumulative = cumulative;
    this.#guide = new Uint32Array(cumulative.length);
    let k = 0;
    for (let slice = 0; slice < cumulative.length; slice++) {
      while (k < cumulative.length - 1 && cumulative[k] <= slice / cumulative.length) k += 1;
      this.#guide[slice] = k;
    }
  }

  /** The least k with u < cumulative[k]; the last one where rounding leaves the total below u. */
  at(u: number): number {
    const last = this.#cumulative.length - 1;
    let k = this.#guide[Math.floor(u * this.#guide.length)];
    while (k < last && this.#cumulative[k] <= u) k += 1;
    return k;
  }
}

/**
 * Intervals for many pairs of strategies. All of them use the same draws, and what follows from a tally is worked out
 * once.
 */
export class ShareIntervals {
  readonly #seed: number;
  /** Uniform numbers: a list of {@link RESAMPLES} for each problem. */
  readonly #draws: Float64Array[] = [];
  readonly #known = new Map<string, Quantiles>();

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** @param tallies one for each problem, in the order of the study */
  of(tallies: readonly Tally[]): [low: number, high: number] {
    const pairs = tallies.reduce((sum, { wins, ties, losses }) => sum + wins + ties + losses, 0);
    if (pairs === 0) return [NaN, NaN];
    const scores = new Float64Array(RESAMPLES);
    tallies.forEach((tally, place) => {
      if (tally.wins + tally.ties + tally.losses === 0) return;
      const quantiles = this.#quantiles(tally);
      const draws = this.#drawsFor(place);
      for (let b = 0; b < RESAMPLES; b++) scores[b] += quantiles.at(draws[b]);
    });
    scores.sort();
    const share = (p: number) => quantile(scores, p) / (2 * pairs);
    return [share((1 - LEVEL) / 2), share((1 + LEVEL) / 2)];
  }

  #quantiles(tally: Tally): Quantiles {
    const key = `${tally.wins} ${tally.ties} ${tally.losses}`;
    let known = this.#known.get(key);
    if (!known) this.#known.set(key, (known = new Quantiles(sumDistribution(tally))));
    return known;
  }

  #drawsFor(place: number): Float64Array {
    while (this.#draws.length <= place) {
      const rng = stream(this.#seed, 'bootstrap', this.#draws.length);
      this.#draws.push(Float64Array.from({ length: RESAMPLES }, rng.next));
    }
    return this.#draws[place];
  }
}
