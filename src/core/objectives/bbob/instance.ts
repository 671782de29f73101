/**
 * What makes an instance of a BBOB function: COCO’s portable random numbers, and the optima and rotations drawn
 * from them. Conventions of the COCO platform’s `suite_bbob` (Hansen et al. 2009/2021, Real-Parameter Black-Box
 * Optimization Benchmarking: Noiseless Functions Definitions; Finck et al. 2010), so that values compare with
 * published ones.
 */
import { preciseCos, preciseLog } from '../../math/precise.ts';

export type Matrix = Float64Array[];

/** COCO’s uniform numbers: a Lehmer generator (16807, 2³¹ − 1) behind a Bays–Durham shuffle of 32 places. */
export function uniform(n: number, seed: number): Float64Array {
  let current = Math.max(1, Math.abs(seed));
  const step = () => {
    const quotient = Math.floor(current / 127773);
    current = 16807 * (current - quotient * 127773) - 2836 * quotient;
    if (current < 0) current += 2147483647;
    return current;
  };
  const table = new Array<number>(32);
  for (let i = 39; i >= 0; i--) {
    step();
    if (i < 32) table[i] = current;
  }
  let drawn = table[0];
  const result = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    step();
    const place = Math.floor(drawn / 67108865);
    drawn = table[place];
    table[place] = current;
    result[i] = drawn / 2147483647 || 1e-99;
  }
  return result;
}

/** Standard normal numbers (Box–Muller). */
export function gaussian(n: number, seed: number): Float64Array {
  const u = uniform(2 * n, seed);
  return Float64Array.from(
    { length: n },
    (_, i) => Math.sqrt(-2 * preciseLog(u[i])) * preciseCos(2 * Math.PI * u[n + i]) || 1e-99,
  );
}

/** Functions 4 and 18 share the instances of 3 and 17. */
export const seedOf = (f: number, instance: number): number =>
  (f === 4 ? 3 : f === 18 ? 17 : f) + 10000 * instance;

/** The optimal value: a Cauchy number, two decimals, within ±1000. */
export function optimalValue(f: number, instance: number): number {
  const seed = seedOf(f, instance);
  const ratio = gaussian(1, seed)[0] / gaussian(1, seed + 1)[0];
  return Math.min(1000, Math.max(-1000, Math.floor(10000 * ratio + 0.5) / 100));
}

/** An optimum in [−4, 4]ᵈ on a lattice of 0.0008, never at 0. */
export const optimalPoint = (d: number, seed: number): Float64Array =>
  uniform(d, seed).map((u) => (8 * Math.floor(1e4 * u)) / 1e4 - 4 || -1e-5);

/** Gram–Schmidt on the columns of a normal matrix that was filled column by column. */
export function rotation(d: number, seed: number): Matrix {
  const g = gaussian(d * d, seed);
  const b: Matrix = Array.from({ length: d }, (_, i) =>
    Float64Array.from({ length: d }, (_, j) => g[j * d + i]),
  );
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < i; j++) {
      let product = 0;
      for (let k = 0; k < d; k++) product += b[k][i] * b[k][j];
      for (let k = 0; k < d; k++) b[k][i] -= product * b[k][j];
    }
    let square = 0;
    for (let k = 0; k < d; k++) square += b[k][i] * b[k][i];
    const length = Math.sqrt(square);
    for (let k = 0; k < d; k++) b[k][i] /= length;
  }
  return b;
}
