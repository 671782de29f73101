/** Halton’s sequence (1960, Numerische Mathematik 2): radical inverses in the first d primes. Point 0 is the origin. */
import { shuffle, type Rng } from '../rng.ts';

const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79];

export const HALTON_MAX_DIMENSION = PRIMES.length;

/** The base of dimension j: the j-th prime. */
export const haltonBase = (j: number): number => PRIMES[j];

/** The digits of n in the base, mirrored at the point. */
export function radicalInverse(n: number, base: number): number {
  let result = 0;
  let weight = 1 / base;
  for (let rest = n; rest > 0; rest = Math.floor(rest / base)) {
    result += (rest % base) * weight;
    weight /= base;
  }
  return result;
}

/** @throws {Error} above {@link HALTON_MAX_DIMENSION} dimensions */
export function haltonPoint(index: number, d: number): number[] {
  if (d > HALTON_MAX_DIMENSION) {
    throw new Error(
      `Halton’s sequence is offered up to ${HALTON_MAX_DIMENSION} dimensions; ${d} were asked for.`,
    );
  }
  return Array.from({ length: d }, (_, j) => radicalInverse(index, PRIMES[j]));
}

/** Endless points; with a stream, shifted modulo 1 by one random vector (Cranley & Patterson 1976). */
export function* halton(d: number, shift?: Rng): Generator<number[], never, void> {
  const offset = Array.from({ length: d }, () => shift?.next() ?? 0);
  for (let index = 0; ; index++) yield haltonPoint(index, d).map((u, j) => (u + offset[j]) % 1);
}

/** Digits beyond 2⁻⁵³ no longer change a number below 1. */
const FINEST = 9007199254740992;
const BELOW_ONE = 1 - 1 / FINEST;

/**
 * Endless points with every digit permuted at random, each dimension and each place by a permutation of its own, the
 * endless zeros behind an index included (Owen 2017, A randomized Halton algorithm in R, arXiv:1706.02808). Unlike a
 * shift it leaves one of the first bᵏ points in each of bᵏ slices, and it breaks the diagonals of large bases.
 */
export function* permutedHalton(d: number, rng: Rng): Generator<number[], never, void> {
  const places = haltonPoint(0, d).map((_, j) => {
    const base = PRIMES[j];
    const permutations: number[][] = [];
    for (let reached = 1; reached < FINEST; reached *= base) {
      permutations.push(
        shuffle(
          Array.from({ length: base }, (_, digit) => digit),
          rng,
        ),
      );
    }
    return permutations;
  });
  for (let index = 0; ; index++)
    yield places.map((permutations, j) => permutedInverse(index, PRIMES[j], permutations));
}

function permutedInverse(n: number, base: number, permutations: readonly number[][]): number {
  let result = 0;
  let weight = 1 / base;
  let rest = n;
  for (const permutation of permutations) {
    result += permutation[rest % base] * weight;
    rest = Math.floor(rest / base);
    weight /= base;
  }
  // All digits at their largest may round up to 1, which belongs to no slice.
  return Math.min(result, BELOW_ONE);
}
