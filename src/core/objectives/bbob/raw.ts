/** The functions themselves, before shifts, rotations and penalties; optimal value 0 unless said otherwise. */
import { cos, pow, sin } from '../../math/elementary.ts';
import { round } from './transforms.ts';

export type Raw = (z: Float64Array) => number;

export const sphere: Raw = (z) => {
  let sum = 0;
  for (let i = 0; i < z.length; i++) sum += z[i] * z[i];
  return sum;
};

/** Σ condition^(i/(d−1)) zᵢ² */
export function ellipsoid(d: number, condition: number): Raw {
  const weights = Float64Array.from({ length: d }, (_, i) => pow(condition, i / (d - 1)));
  return (z) => {
    let sum = 0;
    for (let i = 0; i < z.length; i++) sum += weights[i] * z[i] * z[i];
    return sum;
  };
}

export const rastrigin: Raw = (z) => {
  let waves = 0;
  let squares = 0;
  for (let i = 0; i < z.length; i++) {
    waves += cos(2 * Math.PI * z[i]);
    squares += z[i] * z[i];
  }
  return 10 * (z.length - waves) + squares;
};

/** Optimum at (1, …, 1). */
export const rosenbrock: Raw = (z) => {
  let sum = 0;
  for (let i = 0; i + 1 < z.length; i++) {
    const bend = z[i] * z[i] - z[i + 1];
    sum += 100 * bend * bend + (z[i] - 1) * (z[i] - 1);
  }
  return sum;
};

export const discus: Raw = (z) => sphere(z) + (1e6 - 1) * z[0] * z[0];

export const bentCigar: Raw = (z) => 1e6 * (sphere(z) - z[0] * z[0]) + z[0] * z[0];

export const sharpRidge: Raw = (z) => {
  let sum = 0;
  for (let i = 1; i < z.length; i++) sum += z[i] * z[i];
  return 100 * Math.sqrt(sum) + z[0] * z[0];
};

export const differentPowers: Raw = (z) => {
  let sum = 0;
  for (let i = 0; i < z.length; i++) sum += pow(Math.abs(z[i]), 2 + (4 * i) / (z.length - 1));
  return Math.sqrt(sum);
};

const WEIERSTRASS = Array.from({ length: 12 }, (_, k) => ({ a: pow(0.5, k), b: pow(3, k) }));
const WEIERSTRASS_OPTIMUM = WEIERSTRASS.reduce((sum, { a, b }) => sum + a * cos(Math.PI * b), 0);

export const weierstrass: Raw = (z) => {
  let sum = 0;
  for (let i = 0; i < z.length; i++) {
    for (const { a, b } of WEIERSTRASS) sum += a * cos(2 * Math.PI * (z[i] + 0.5) * b);
  }
  return 10 * pow(sum / z.length - WEIERSTRASS_OPTIMUM, 3);
};

export const schaffers: Raw = (z) => {
  let sum = 0;
  for (let i = 0; i + 1 < z.length; i++) {
    const square = z[i] * z[i] + z[i + 1] * z[i + 1];
    const wave = sin(50 * pow(square, 0.1));
    sum += pow(square, 0.25) * (1 + wave * wave);
  }
  const mean = sum / (z.length - 1);
  return mean * mean;
};

/** Optimum at (1, …, 1). */
export const griewankRosenbrock: Raw = (z) => {
  let sum = 0;
  for (let i = 0; i + 1 < z.length; i++) {
    const bend = z[i] * z[i] - z[i + 1];
    const s = 100 * bend * bend + (1 - z[i]) * (1 - z[i]);
    sum += s / 4000 - cos(s);
  }
  return 10 + (10 * sum) / (z.length - 1);
};

/** Optimum at ±420.96…, with a penalty beyond ±500. */
export const schwefel: Raw = (z) => {
  let penalty = 0;
  let sum = 0;
  for (let i = 0; i < z.length; i++) {
    const beyond = Math.abs(z[i]) - 500;
    if (beyond > 0) penalty += beyond * beyond;
    sum += z[i] * sin(Math.sqrt(Math.abs(z[i])));
  }
  return 0.01 * (penalty + 418.9828872724339 - sum / z.length);
};

export function katsuura(d: number): Raw {
  const power = 10 / pow(d, 1.2);
  return (z) => {
    let product = 1;
    for (let i = 0; i < z.length; i++) {
      let sum = 0;
      for (let j = 1, two = 2; j <= 32; j++, two *= 2) sum += Math.abs(two * z[i] - round(two * z[i])) / two;
      product *= pow(1 + (i + 1) * sum, power);
    }
    return (10 / z.length / z.length) * (product - 1);
  };
}
