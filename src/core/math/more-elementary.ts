/**
 * Further elementary functions that give the same bits in every engine, made from those of `elementary.ts`; errors of
 * a few ulp. For formulas that a reader types.
 */
import { cos, exp, expm1, log, sin } from './elementary.ts';

/** Tangent of an angle in radians; NaN for infinities. */
export const tan = (x: number): number => sin(x) / cos(x);

const ARCTAN_HI = [0.46364760900080609, 0.78539816339744828, 0.98279372324732905, 1.5707963267948966];
const ARCTAN_LO = [
  2.26987774529616870924e-17, 3.06161699786838301793e-17, 1.39033110312309984516e-17,
  6.12323399573676603587e-17,
];

/** Arc tangent, below 1 ulp (FDLIBM 5.3, `s_atan.c`). */
export function atan(x: number): number {
  const magnitude = Math.abs(x);
  if (!(magnitude < 7.3786976294838206e19)) return x > 0 ? Math.PI / 2 : x < 0 ? -Math.PI / 2 : x;
  if (magnitude < 7.450580596923828e-9) return x;
  let t = magnitude;
  let turn = -1;
  // arctan x = arctan c + arctan((x − c) / (1 + x c)) for c = ½, 1, 3⁄2, ∞.
  if (t >= 2.4375) [turn, t] = [3, -1 / t];
  else if (t >= 1.1875) [turn, t] = [2, (t - 1.5) / (1 + 1.5 * t)];
  else if (t >= 0.6875) [turn, t] = [1, (t - 1) / (t + 1)];
  else if (t >= 0.4375) [turn, t] = [0, (2 * t - 1) / (2 + t)];
  const z = t * t;
  const w = z * z;
  const odd =
    z *
    (3.33333333333329318027e-1 +
      w *
        (1.42857142725034663711e-1 +
          w *
            (9.09088713343650656196e-2 +
              w *
                (6.66107313738753120669e-2 +
                  w * (4.97687799461593236017e-2 + w * 1.6285820115365782362e-2)))));
  const even =
    w *
    (-1.99999999998764832476e-1 +
      w *
        (-1.1111110405462355788e-1 +
          w *
            (-7.69187620504482999495e-2 + w * (-5.83357013379057348645e-2 + w * -3.6531572744216915527e-2))));
  const value = turn < 0 ? t - t * (odd + even) : ARCTAN_HI[turn] - (t * (odd + even) - ARCTAN_LO[turn] - t);
  return x < 0 ? -value : value;
}

/** Arc sine; NaN outside [−1, 1]. */
export const asin = (x: number): number => atan(x / Math.sqrt((1 - x) * (1 + x)));

/** Arc cosine; NaN outside [−1, 1]. */
export const acos = (x: number): number => 2 * atan(Math.sqrt((1 - x) / (1 + x)));

/** Hyperbolic sine. */
export function sinh(x: number): number {
  const magnitude = Math.abs(x);
  let value: number;
  if (magnitude < 700) {
    const t = expm1(magnitude);
    value = 0.5 * (t + t / (t + 1));
  } else {
    // The square of the root overflows later than e^|x|.
    const root = exp(0.5 * magnitude);
    value = 0.5 * root * root;
  }
  return x < 0 ? -value : x === 0 ? x : value;
}

/** Hyperbolic cosine. */
export function cosh(x: number): number {
  const magnitude = Math.abs(x);
  if (magnitude < 700) {
    const t = exp(magnitude);
    return 0.5 * t + 0.5 / t;
  }
  const root = exp(0.5 * magnitude);
  return 0.5 * root * root;
}

/** Cube root, also of negative numbers. */
export function cbrt(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const magnitude = Math.abs(x);
  const near = exp(log(magnitude) / 3);
  // One step of Newton’s iteration takes away what the logarithm lost.
  const root = near - (near - magnitude / near / near) / 3;
  return x < 0 ? -root : root;
}

/** √(Σ xᵢ²) without overflow on the way. */
export function hypot(...xs: number[]): number {
  let largest = 0;
  for (const x of xs) {
    if (x !== x) return NaN;
    largest = Math.max(largest, Math.abs(x));
  }
  if (largest === 0 || largest === Infinity) return largest;
  let sum = 0;
  for (const x of xs) sum += (x / largest) * (x / largest);
  return largest * Math.sqrt(sum);
}

/** Logistic function 1 / (1 + e⁻ˣ). */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const t = exp(x);
  return t / (1 + t);
}
