/** Halton’s sequence (1960, Numerische Mathematik 2): radical inverses in the first d primes. Point 0 is the origin. */
import type { Rng } from '../rng.ts';

const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79];

export const HALTON_MAX_DIMENSION = PRIMES.length;

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
