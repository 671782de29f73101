/**
 * f1 … f24 of COCO’s noiseless suite, instance by instance. Names and numbers as in Hansen et al. (2009); the order
 * of transformations is the platform’s own.
 */
import { pow } from '../../math/elementary.ts';
import { once } from '../polish.ts';
import { gallagher } from './gallagher.ts';
import { gaussian, optimalPoint, optimalValue, rotation, seedOf, uniform, type Matrix } from './instance.ts';
import * as raw from './raw.ts';
import {
  add,
  asymmetric,
  conditioning,
  multiply,
  oscillate,
  oscillated,
  outside,
  round,
  sandwich,
  scale,
  shift,
  type Step,
} from './transforms.ts';

export interface BbobFunction {
  value: (x: ArrayLike<number>) => number;
  optimum: { value: number; at: number[] };
}

interface Body {
  /** Value above the optimum, penalty included. */
  excess: (x: ArrayLike<number>) => number;
  at: ArrayLike<number>;
}

const ROTATION_SEED = 1000000;

/** Steps in the order in which they are applied to x, then the function. */
function composed(d: number, steps: readonly Step[], f: raw.Raw, penalty = 0): Body['excess'] {
  const z = new Float64Array(d);
  return (x) => {
    for (let i = 0; i < d; i++) z[i] = x[i];
    for (const step of steps) step(z);
    return f(z) + (penalty > 0 ? penalty * outside(x) : 0);
  };
}

const BODIES: ((d: number, seed: number) => Body)[] = [
  function sphere(d, seed) {
    const at = optimalPoint(d, seed);
    return { at, excess: composed(d, [shift(at)], raw.sphere) };
  },
  function ellipsoidSeparable(d, seed) {
    const at = optimalPoint(d, seed);
    return { at, excess: composed(d, [shift(at), oscillate], raw.ellipsoid(d, 1e6)) };
  },
  function rastriginSeparable(d, seed) {
    const at = optimalPoint(d, seed);
    const steps = [shift(at), oscillate, asymmetric(0.2), scale(conditioning(d, 10))];
    return { at, excess: composed(d, steps, raw.rastrigin) };
  },
  function buecheRastrigin(d, seed) {
    // Even coordinates of the optimum are positive, as in the original code.
    const at = optimalPoint(d, seed).map((x, i) => (i % 2 === 0 ? Math.abs(x) : x));
    const factors = conditioning(d, 10);
    const stretch: Step = (z) => {
      for (let i = 0; i < d; i++) z[i] *= factors[i] * (z[i] > 0 && i % 2 === 0 ? 10 : 1);
    };
    return { at, excess: composed(d, [shift(at), oscillate, stretch], raw.rastrigin, 100) };
  },
  function linearSlope(d, seed) {
    const at = optimalPoint(d, seed).map((x) => (x < 0 ? -5 : 5));
    const slopes = conditioning(d, 100).map((s, i) => (at[i] > 0 ? s : -s));
    const excess = (x: ArrayLike<number>) => {
      let sum = 0;
      for (let i = 0; i < d; i++) {
        const inside = x[i] * at[i] < 25 ? x[i] : at[i];
        sum += 5 * Math.abs(slopes[i]) - slopes[i] * inside;
      }
      return sum;
    };
    return { at, excess };
  },
  function attractiveSector(d, seed) {
    const at = optimalPoint(d, seed);
    const m = sandwich(rotation(d, seed + ROTATION_SEED), conditioning(d, 10), rotation(d, seed));
    const sector: raw.Raw = (z) => {
      let sum = 0;
      for (let i = 0; i < d; i++) sum += (at[i] * z[i] > 0 ? 1e4 : 1) * z[i] * z[i];
      return pow(oscillated(sum), 0.9);
    };
    return { at, excess: composed(d, [shift(at), multiply(m)], sector) };
  },
  function stepEllipsoid(d, seed) {
    const at = optimalPoint(d, seed);
    const outer = multiply(rotation(d, seed + ROTATION_SEED));
    const weights = raw.ellipsoid(d, 100);
    let first = 0;
    const steps: Step = (z) => {
      first = z[0];
      for (let i = 0; i < d; i++) z[i] = Math.abs(z[i]) > 0.5 ? round(z[i]) : round(10 * z[i]) / 10;
    };
    const f: raw.Raw = (z) => 0.1 * Math.max(Math.abs(first) * 1e-4, weights(z));
    const inner = [shift(at), multiply(rotation(d, seed)), scale(conditioning(d, 10))];
    return { at, excess: composed(d, [...inner, steps, outer], f, 1) };
  },
  function rosenbrock(d, seed) {
    const at = optimalPoint(d, seed).map((x) => 0.75 * x);
    return { at, excess: composed(d, [shift(at), scale(rosenbrockScale(d)), add(1)], raw.rosenbrock) };
  },
  function rosenbrockRotated(d, seed) {
    const factor = rosenbrockScale(d);
    const r = rotation(d, seed);
    return {
      at: preimage(r, 0.5 / factor),
      excess: composed(d, [multiply(scaled(r, factor), 0.5)], raw.rosenbrock),
    };
  },
  function ellipsoidRotated(d, seed) {
    const at = optimalPoint(d, seed);
    const steps = [shift(at), multiply(rotation(d, seed + ROTATION_SEED)), oscillate];
    return { at, excess: composed(d, steps, raw.ellipsoid(d, 1e6)) };
  },
  function discus(d, seed) {
    const at = optimalPoint(d, seed);
    const steps = [shift(at), multiply(rotation(d, seed + ROTATION_SEED)), oscillate];
    return { at, excess: composed(d, steps, raw.discus) };
  },
  function bentCigar(d, seed) {
    const at = optimalPoint(d, seed + ROTATION_SEED);
    const turn = multiply(rotation(d, seed + ROTATION_SEED));
    return { at, excess: composed(d, [shift(at), turn, asymmetric(0.5), turn], raw.bentCigar) };
  },
  function sharpRidge(d, seed) {
    const at = optimalPoint(d, seed);
    const m = sandwich(rotation(d, seed + ROTATION_SEED), conditioning(d, 10), rotation(d, seed));
    return { at, excess: composed(d, [shift(at), multiply(m)], raw.sharpRidge) };
  },
  function differentPowers(d, seed) {
    const at = optimalPoint(d, seed);
    const steps = [shift(at), multiply(rotation(d, seed + ROTATION_SEED))];
    return { at, excess: composed(d, steps, raw.differentPowers) };
  },
  function rastriginRotated(d, seed) {
    const at = optimalPoint(d, seed);
    const r = rotation(d, seed + ROTATION_SEED);
    const m = sandwich(r, conditioning(d, 10), rotation(d, seed));
    const steps = [shift(at), multiply(r), oscillate, asymmetric(0.2), multiply(m)];
    return { at, excess: composed(d, steps, raw.rastrigin) };
  },
  function weierstrass(d, seed) {
    const at = optimalPoint(d, seed);
    const r = rotation(d, seed + ROTATION_SEED);
    const m = sandwich(r, conditioning(d, 0.01), rotation(d, seed));
    const steps = [shift(at), multiply(r), oscillate, multiply(m)];
    return { at, excess: composed(d, steps, raw.weierstrass, 10 / d) };
  },
  (d, seed) => schaffers(d, seed, 10),
  (d, seed) => schaffers(d, seed, 1000),
  function griewankRosenbrock(d, seed) {
    const factor = rosenbrockScale(d);
    const r = rotation(d, seed);
    return {
      at: preimage(r, 0.5 / factor),
      excess: composed(d, [multiply(scaled(r, factor), 0.5)], raw.griewankRosenbrock),
    };
  },
  function schwefel(d, seed) {
    const signs = uniform(d, seed).map((u) => (u < 0.5 ? -1 : 1));
    const half = 0.5 * 4.2096874637;
    const factors = conditioning(d, 10);
    const mix: Step = (z) => {
      // Each coordinate is shifted by its neighbour before that one was changed: from the last to the first.
      for (let i = d - 1; i > 0; i--) z[i] += 0.25 * (z[i - 1] - 2 * half);
      for (let i = 0; i < d; i++) z[i] = 100 * (factors[i] * (z[i] - 2 * half) + 2 * half);
    };
    return {
      at: signs.map((sign) => sign * half),
      excess: composed(d, [scale(signs), scale(2), mix], raw.schwefel),
    };
  },
  (d, seed) => gallagher(d, seed, { peaks: 101, global: Math.sqrt(1000), width: 10, offset: 5 }),
  (d, seed) => gallagher(d, seed, { peaks: 21, global: 1000, width: 9.8, offset: 4.9 }),
  function katsuura(d, seed) {
    const at = optimalPoint(d, seed);
    const m = sandwich(rotation(d, seed + ROTATION_SEED), conditioning(d, 100), rotation(d, seed));
    return { at, excess: composed(d, [shift(at), multiply(m)], raw.katsuura(d), 1) };
  },
  function lunacekBiRastrigin(d, seed) {
    const mu0 = 2.5;
    const s = 1 - 0.5 / (Math.sqrt(d + 20) - 4.1);
    const mu1 = -Math.sqrt((mu0 * mu0 - 1) / s);
    const signs = gaussian(d, seed).map((g) => (g < 0 ? -1 : 1));
    const inner = multiply(rotation(d, seed));
    const outer = multiply(rotation(d, seed + ROTATION_SEED));
    const factors = scale(conditioning(d, 100));
    const z = new Float64Array(d);
    const excess = (x: ArrayLike<number>) => {
      let near = 0;
      let far = 0;
      for (let i = 0; i < d; i++) {
        const hat = 2 * signs[i] * x[i];
        near += (hat - mu0) * (hat - mu0);
        far += (hat - mu1) * (hat - mu1);
        z[i] = hat - mu0;
      }
      inner(z);
      factors(z);
      outer(z);
      return Math.min(near, d + s * far) + (raw.rastrigin(z) - raw.sphere(z)) + 1e4 * outside(x);
    };
    return { at: signs.map((sign) => (sign * mu0) / 2), excess };
  },
];

const scaled = (m: Matrix, factor: number): Matrix => m.map((row) => row.map((entry) => factor * entry));

const rosenbrockScale = (d: number) => Math.max(1, Math.sqrt(d) / 8);

/** The x with R x = (value, …, value). */
const preimage = (r: readonly Float64Array[], value: number): Float64Array =>
  Float64Array.from(r, (_, j) => {
    let sum = 0;
    for (let i = 0; i < r.length; i++) sum += r[i][j] * value;
    return sum;
  });

function schaffers(d: number, seed: number, condition: number): Body {
  const at = optimalPoint(d, seed);
  const steps = [
    shift(at),
    multiply(rotation(d, seed + ROTATION_SEED)),
    asymmetric(0.5),
    multiply(rotation(d, seed)),
    scale(conditioning(d, condition)),
  ];
  return { at, excess: composed(d, steps, raw.schaffers, 10) };
}

/**
 * @param f 1 … 24
 * @param d 2 … 40
 * @param instance 1, 2, …
 */
export function bbob(f: number, d: number, instance: number): BbobFunction {
  // Rotations and hundreds of peaks: drawn when somebody asks for more than the lowest value.
  const body = once(() => BODIES[f - 1](d, seedOf(f, instance)));
  const best = optimalValue(f, instance);
  return {
    value: (x) => body().excess(x) + best,
    optimum: {
      value: best,
      get at() {
        return Array.from(body().at);
      },
    },
  };
}
