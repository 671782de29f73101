/**
 * The normal distribution where it underflows. Everything rests on erfcx(t) = e^(t²) erfc(t), in the rational
 * approximations of W. J. Cody (1969), Mathematics of Computation 23, 631–637 (relative error below 1e-15).
 */
import { exp, log, log1p } from '../math/elementary.ts';

const SQRT_HALF = Math.SQRT1_2;
/** 1 / √(2π) */
const INVERSE_SQRT_2PI = 0.3989422804014327;
const SQRT_HALF_PI = 1.2533141373155003;
const INVERSE_SQRT_PI = 0.5641895835477563;

const A = [3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.3775891384694, 0.18577770618460315];
const B = [23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171];
const C = [
  0.5641884969886701, 8.883149794388377, 66.11919063714163, 298.6351381974001, 881.952221241769,
  1712.0476126340707, 2051.0783778260716, 1230.3393547979972, 2.1531153547440383e-8,
];
const D = [
  15.744926110709835, 117.6939508913125, 537.1811018620099, 1621.3895745666903, 3290.7992357334597,
  4362.619090143247, 3439.3676741437216, 1230.3393548037493,
];
const P = [
  0.30532663496123236, 0.36034489994980445, 0.12578172611122926, 0.016083785148742275, 0.0006587491615298378,
  0.016315387137302097,
];
const Q = [
  2.568520192289822, 1.8729528499234673, 0.5279051029514285, 0.06051834131244132, 0.0023352049762686918,
];

/** erf(x) for |x| ≤ 0.46875. */
function smallErf(x: number): number {
  const y = x * x;
  let top = A[4] * y;
  let bottom = y;
  for (let i = 0; i < 3; i++) {
    top = (top + A[i]) * y;
    bottom = (bottom + B[i]) * y;
  }
  return (x * (top + A[3])) / (bottom + B[3]);
}

/** e^(t²) erfc(t) for t ≥ 0. */
export function erfcx(t: number): number {
  if (t <= 0.46875) return exp(t * t) * (1 - smallErf(t));
  if (t <= 4) {
    let top = C[8] * t;
    let bottom = t;
    for (let i = 0; i < 7; i++) {
      top = (top + C[i]) * t;
      bottom = (bottom + D[i]) * t;
    }
    return (top + C[7]) / (bottom + D[7]);
  }
  const y = 1 / (t * t);
  let top = P[5] * y;
  let bottom = y;
  for (let i = 0; i < 4; i++) {
    top = (top + P[i]) * y;
    bottom = (bottom + Q[i]) * y;
  }
  return (INVERSE_SQRT_PI - (y * (top + P[4])) / (bottom + Q[4])) / t;
}

/** e^(−z²/2), with z split so that z² is not rounded before the exponential magnifies the error. */
function gauss(z: number): number {
  const coarse = Math.trunc(z * 16) / 16;
  return exp(-0.5 * coarse * coarse) * exp(-0.5 * (z - coarse) * (z + coarse));
}

/** Density φ(z). */
export const pdf = (z: number): number => INVERSE_SQRT_2PI * gauss(z);

/** Distribution function Φ(z), with relative accuracy in the lower tail. */
export function cdf(z: number): number {
  if (Math.abs(z) <= 0.46875 * Math.SQRT2) return 0.5 * (1 + smallErf(z * SQRT_HALF));
  const tail = 0.5 * gauss(z) * erfcx(Math.abs(z) * SQRT_HALF);
  return z < 0 ? tail : 1 - tail;
}

/** ln Φ(z), finite far below where Φ underflows. */
export function logCdf(z: number): number {
  if (z > 0) return log1p(-cdf(-z));
  if (z > -1) return log(cdf(z));
  return log(0.5 * erfcx(-z * SQRT_HALF)) - 0.5 * z * z;
}

/** Mills’ ratio Φ(−t) / φ(t) for t ≥ 0. */
export const mills = (t: number): number => SQRT_HALF_PI * erfcx(t * SQRT_HALF);

/** h(z) = φ(z) + z Φ(z): expected improvement in units of σ. */
export function expectedExcess(z: number): number {
  return z > -1 ? pdf(z) + z * cdf(z) : pdf(z) * tailFactor(-z);
}

/**
 * ln h(z) and its derivative Φ(z) / h(z), also where h underflows (Ament et al. 2023, Unexpected Improvements to
 * Expected Improvement, § 4.1: the cancellation in φ + zΦ is taken out before the logarithm).
 */
export function logExpectedExcess(z: number, into: { value: number; slope: number }): void {
  if (z > -1) {
    const h = pdf(z) + z * cdf(z);
    into.value = log(h);
    into.slope = cdf(z) / h;
    return;
  }
  const factor = tailFactor(-z);
  into.value = -0.5 * z * z - LOG_SQRT_2PI + log(factor);
  into.slope = mills(-z) / factor;
}

const LOG_SQRT_2PI = 0.9189385332046728;

/** 1 − t · Mills(t) for t ≥ 1; by its asymptotic series where the difference would cancel. */
function tailFactor(t: number): number {
  if (t < 60) return 1 - t * mills(t);
  const y = 1 / (t * t);
  return y * (1 - y * (3 - y * (15 - y * (105 - y * 945))));
}
