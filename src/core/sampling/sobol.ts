/**
 * Sobol’s low-discrepancy sequence in Gray-code order (Antonov & Saleev 1979), with the direction numbers
 * new-joe-kuo-6 of S. Joe & F. Y. Kuo (2008), SIAM J. Sci. Comput. 30, 2635–2654. The first point is the origin.
 *
 * Scrambling: Owen’s nested uniform scrambling by hashing (Laine & Karras 2011; Burley 2020, JCGT 9(4)).
 */
import type { Rng } from '../rng.ts';

/** Per dimension from the second on: degree s, coefficients a, initial numbers m₁ … m_s. */
const JOE_KUO: readonly (readonly [a: number, m: readonly number[]])[] = [
  [0, [1]],
  [1, [1, 3]],
  [1, [1, 3, 1]],
  [2, [1, 1, 1]],
  [1, [1, 1, 3, 3]],
  [4, [1, 3, 5, 13]],
  [2, [1, 1, 5, 5, 17]],
  [4, [1, 1, 5, 5, 5]],
  [7, [1, 1, 7, 11, 19]],
  [11, [1, 1, 5, 1, 1]],
  [13, [1, 1, 1, 3, 11]],
  [14, [1, 3, 5, 5, 31]],
  [1, [1, 3, 3, 9, 7, 49]],
  [13, [1, 1, 1, 15, 21, 21]],
  [16, [1, 3, 1, 13, 27, 49]],
  [19, [1, 1, 1, 15, 7, 5]],
  [22, [1, 3, 1, 15, 13, 25]],
  [25, [1, 1, 5, 5, 19, 61]],
  [1, [1, 3, 7, 11, 23, 15, 103]],
  [4, [1, 3, 7, 13, 13, 15, 69]],
];

export const SOBOL_MAX_DIMENSION = JOE_KUO.length + 1;

const BITS = 32;
const SCALE = 2.3283064365386963e-10; // 2⁻³²

function directionNumbers(dimension: number): Uint32Array {
  const v = new Uint32Array(BITS);
  if (dimension === 0) {
    for (let i = 0; i < BITS; i++) v[i] = (1 << (BITS - 1 - i)) >>> 0;
    return v;
  }
  const [a, m] = JOE_KUO[dimension - 1];
  const s = m.length;
  for (let i = 0; i < BITS; i++) {
    if (i < s) v[i] = (m[i] << (BITS - 1 - i)) >>> 0;
    else {
      let bits = v[i - s] ^ (v[i - s] >>> s);
      for (let k = 1; k < s; k++) if ((a >>> (s - 1 - k)) & 1) bits ^= v[i - k];
      v[i] = bits >>> 0;
    }
  }
  return v;
}

/**
 * Endless points of [0, 1)ᵈ.
 * @param scramble a stream to scramble with; the plain sequence without it
 * @throws {Error} above {@link SOBOL_MAX_DIMENSION} dimensions
 */
export function* sobol(d: number, scramble?: Rng): Generator<number[], never, void> {
  if (d > SOBOL_MAX_DIMENSION) {
    throw new Error(
      `Sobol’s sequence is tabulated up to ${SOBOL_MAX_DIMENSION} dimensions; ${d} were asked for.`,
    );
  }
  const directions = Array.from({ length: d }, (_, j) => directionNumbers(j));
  const seeds = scramble && Array.from({ length: d }, () => scramble.below(4294967296));
  const state = new Uint32Array(d);
  for (let index = 0; ; index++) {
    const point: number[] = [];
    for (let j = 0; j < d; j++) point.push((seeds ? owen(state[j], seeds[j]) : state[j]) * SCALE);
    yield point;
    // The rightmost zero bit of the index.
    let c = 0;
    for (let rest = index; rest & 1; rest >>>= 1) c += 1;
    for (let j = 0; j < d; j++) state[j] ^= directions[j][c];
  }
}

const owen = (bits: number, seed: number): number => reverse(laineKarras(reverse(bits), seed));

/** A permutation in which every bit depends on lower bits only; constants of Burley (2020), listing 3. */
function laineKarras(x: number, seed: number): number {
  x = (x + seed) | 0;
  x ^= Math.imul(x, 0x6c50b47c);
  x ^= Math.imul(x, 0xb82f1e52);
  x ^= Math.imul(x, 0xc7afe638);
  x ^= Math.imul(x, 0x8d22f6e6);
  return x >>> 0;
}

function reverse(x: number): number {
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1);
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2);
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4);
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8);
  return ((x >>> 16) | (x << 16)) >>> 0;
}
