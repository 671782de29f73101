/** The transformations that BBOB functions are composed of; each maps a point in place, for reuse of one buffer. */
import { exp, log, pow, sin } from '../../math/elementary.ts';
import type { Matrix } from './instance.ts';

export type Step = (z: Float64Array) => void;

/** i / (d − 1), the position of a coordinate in a conditioning. */
const position = (i: number, d: number) => i / (d - 1);

/** Λ^α: coordinate i times α^(½ i/(d−1)); as the list of its factors. */
export const conditioning = (d: number, alpha: number): Float64Array =>
  Float64Array.from({ length: d }, (_, i) => pow(Math.sqrt(alpha), position(i, d)));

export const shift =
  (by: ArrayLike<number>): Step =>
  (z) => {
    for (let i = 0; i < z.length; i++) z[i] -= by[i];
  };

export const scale =
  (factors: Float64Array | number): Step =>
  (z) => {
    for (let i = 0; i < z.length; i++) z[i] *= typeof factors === 'number' ? factors : factors[i];
  };

export const add =
  (amount: number): Step =>
  (z) => {
    for (let i = 0; i < z.length; i++) z[i] += amount;
  };

/** M z + offset, summed from the offset on as COCO does: the last bits matter where a wave follows. */
export function multiply(m: Matrix, offset = 0): Step {
  const before = new Float64Array(m.length);
  return (z) => {
    before.set(z);
    for (let i = 0; i < z.length; i++) {
      let sum = offset;
      for (let j = 0; j < z.length; j++) sum += m[i][j] * before[j];
      z[i] = sum;
    }
  };
}

/** A Λ B */
export function sandwich(a: Matrix, factors: Float64Array, b: Matrix): Matrix {
  const d = a.length;
  return a.map((row) =>
    Float64Array.from({ length: d }, (_, j) => {
      let sum = 0;
      for (let k = 0; k < d; k++) sum += row[k] * factors[k] * b[k][j];
      return sum;
    }),
  );
}

/** T_osz: smooth, irregular small waves around the identity. */
export function oscillated(x: number): number {
  if (x === 0) return 0;
  const t = log(Math.abs(x)) / 0.1;
  return x > 0
    ? exp(0.1 * (t + 0.49 * (sin(t) + sin(0.79 * t))))
    : -exp(0.1 * (t + 0.49 * (sin(0.55 * t) + sin(0.31 * t))));
}

export const oscillate: Step = (z) => {
  for (let i = 0; i < z.length; i++) z[i] = oscillated(z[i]);
};

/** T_asy^β: breaks the symmetry between the two sides of the optimum. */
export const asymmetric =
  (beta: number): Step =>
  (z) => {
    for (let i = 0; i < z.length; i++) {
      if (z[i] > 0) z[i] = pow(z[i], 1 + beta * position(i, z.length) * Math.sqrt(z[i]));
    }
  };

/** f_pen: squared distance to the box [−5, 5]ᵈ. */
export function outside(x: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    const beyond = Math.abs(x[i]) - 5;
    if (beyond > 0) sum += beyond * beyond;
  }
  return sum;
}

/** COCO rounds halves up. */
export const round = (x: number): number => Math.floor(x + 0.5);
