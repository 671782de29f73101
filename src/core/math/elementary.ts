/**
 * Elementary functions that give the same bits in every JavaScript engine.
 *
 * ECMAScript leaves the last digits of `Math.exp`, `Math.sin` and their kin to the engine, and engines use that
 * freedom: Node 20 and a current Chromium disagree in one value of ten for `exp`. One such bit, fed to an
 * optimiser, becomes another trial; so “same scenario, same trace” needs functions built from operations that
 * IEEE 754 does fix: + − × ÷ and the square root. A lint rule keeps the others out of the core.
 *
 * Algorithms and coefficients: FDLIBM 5.3 (Sun Microsystems, 1993: “Permission to use, copy, modify, and
 * distribute this software is freely granted, provided that this notice is preserved”), with W. Kahan's formulas
 * for `expm1` and `log1p`. Errors: `exp`, `log`, `sin`, `cos` below 1 ulp; the others as documented.
 */
import { reduceHugeAngle } from './angle.ts';

const LN2_HI = 6.9314718036912381649e-1;
const LN2_LO = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.442695040888963387;

const MIN_EXPONENT = -1022;
/** 2ᵏ for k from −1022 to 1023. */
const POWERS_OF_TWO = new Float64Array(2046);
for (let k = 0, down = 1, up = 1; k <= 1023; k++, down /= 2, up *= 2) {
  if (k <= 1022) POWERS_OF_TWO[-MIN_EXPONENT - k] = down;
  POWERS_OF_TWO[k - MIN_EXPONENT] = up;
}

/** eˣ. */
export function exp(x: number): number {
  if (!(x < 709.782712893384)) return x > 0 ? Infinity : x;
  if (x < -745.1332191019411) return 0;
  const k = Math.floor(x * INVERSE_LN2 + 0.5);
  const hi = x - k * LN2_HI;
  const lo = k * LN2_LO;
  const r = hi - lo;
  const t = r * r;
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t *
              (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))));
  const y = 1 - (lo - (r * c) / (2 - c) - hi);
  if (k === 1024) return y * 2 * POWERS_OF_TWO[1023 - MIN_EXPONENT];
  if (k >= MIN_EXPONENT) return y * POWERS_OF_TWO[k - MIN_EXPONENT];
  // Subnormal results: scaled in two steps so that only the last one rounds.
  return y * POWERS_OF_TWO[k + 1000 - MIN_EXPONENT] * POWERS_OF_TWO[-1000 - MIN_EXPONENT];
}

const bits = new DataView(new ArrayBuffer(8));

/** Natural logarithm; NaN below 0, −∞ at 0. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let k = 0;
  if (x < 2.2250738585072014e-308) {
    x *= 18014398509481984; // 2⁵⁴: subnormals become normal
    k = -54;
  }
  // x = 2ᵏ (1 + f) with √2/2 < 1 + f < √2.
  bits.setFloat64(0, x);
  let high = bits.getInt32(0);
  k += (high >> 20) - 1023;
  high &= 0xfffff;
  const carry = (high + 0x95f64) & 0x100000;
  bits.setInt32(0, high | (carry ^ 0x3ff00000));
  k += carry >> 20;
  const f = bits.getFloat64(0) - 1;

  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const odd =
    z *
    (6.66666666666673513e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  const half = 0.5 * f * f;
  return k * LN2_HI - (half - (s * (half + even + odd) + k * LN2_LO) - f);
}

/** eˣ − 1 without cancellation near 0 (Kahan); a few ulp. */
export function expm1(x: number): number {
  const u = exp(x);
  if (u === 1) return x;
  if (u === Infinity || u - 1 === -1) return u - 1;
  return ((u - 1) * x) / log(u);
}

/** ln(1 + x) without cancellation near 0 (Kahan); a few ulp. */
export function log1p(x: number): number {
  const u = 1 + x;
  if (u === 1) return x;
  if (u === Infinity) return u;
  return (log(u) * x) / (u - 1);
}

/** Base-10 logarithm; 2 ulp. */
export const log10 = (x: number): number => log(x) / 2.302585092994046;

/** Base-2 logarithm; 2 ulp, exact at powers of two down to the rounding of the division. */
export const log2 = (x: number): number => log(x) / Math.LN2;

/**
 * xʸ. Whole exponents up to 1024 by repeated multiplication; otherwise exp(y ln x), whose relative error is at most
 * about (1 + |y ln x|) 2⁻⁵².
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (Number.isInteger(y) && Math.abs(y) <= 1024) {
    let result = 1;
    for (let n = Math.abs(y), square = x; n > 0; n >>>= 1, square *= square) if (n & 1) result *= square;
    return y < 0 ? 1 / result : result;
  }
  if (x < 0) {
    if (!Number.isInteger(y)) return NaN;
    const magnitude = pow(-x, y);
    return y % 2 === 0 ? magnitude : -magnitude;
  }
  if (x === 0) return y > 0 ? 0 : y < 0 ? Infinity : NaN;
  return exp(y * log(x));
}

/** Hyperbolic tangent; a few ulp. */
export function tanh(x: number): number {
  if (x > 20) return 1;
  if (x < -20) return -1;
  const e = expm1(2 * x);
  return e / (e + 2);
}

const HALF_PI_1 = 1.57079632673412561417; // first 33 bits of π/2
const HALF_PI_2 = 6.0771005063039659766e-11; // next 33 bits
const HALF_PI_3 = 2.0222662487111665e-21; // next 33 bits
const HALF_PI_3T = 8.4784276603689e-32; // the rest
const TWO_OVER_PI = 6.36619772367581382433e-1;

/** Head and tail of x − n π/2, |head| ≤ π/4; overwritten at each call: there is no re-entry. */
const reduced = { head: 0, tail: 0 };

/** @returns n modulo 4 */
function reduce(x: number): number {
  if (Math.abs(x) <= 7.853981633974483e-1) {
    reduced.head = x;
    reduced.tail = 0;
    return 0;
  }
  if (Math.abs(x) > 1e6) return reduceHugeAngle(x, reduced);
  // n·HALF_PI_1 and n·HALF_PI_2 are exact while n has at most 20 bits.
  const n = Math.floor(x * TWO_OVER_PI + 0.5);
  const first = x - n * HALF_PI_1;
  const second = first - n * HALF_PI_2;
  const lost = first - second - n * HALF_PI_2;
  const correction = n * HALF_PI_3 - lost;
  reduced.head = second - correction;
  reduced.tail = second - reduced.head - correction - n * HALF_PI_3T;
  return n & 3;
}

function sineKernel(x: number, tail: number): number {
  const z = x * x;
  const v = z * x;
  const r =
    8.33333333332248946124e-3 +
    z *
      (-1.98412698298579493134e-4 +
        z * (2.75573137070700676789e-6 + z * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10)));
  return x - (z * (0.5 * tail - v * r) - tail + v * 1.66666666666666324348e-1);
}

function cosineKernel(x: number, tail: number): number {
  const z = x * x;
  const r =
    z *
    (4.16666666666666019037e-2 +
      z *
        (-1.38888888888741095749e-3 +
          z *
            (2.48015872894767294178e-5 +
              z *
                (-2.75573143513906633035e-7 +
                  z * (2.0875723212981748279e-9 + z * -1.13596475577881948265e-11)))));
  const half = 0.5 * z;
  const w = 1 - half;
  return w + (1 - w - half + (z * r - x * tail));
}

/** Sine of an angle in radians; NaN for infinities. */
export function sin(x: number): number {
  if (!Number.isFinite(x)) return NaN;
  const quadrant = reduce(x);
  const { head, tail } = reduced;
  const value = quadrant & 1 ? cosineKernel(head, tail) : sineKernel(head, tail);
  return quadrant & 2 ? -value : value;
}

/** Cosine of an angle in radians; NaN for infinities. */
export function cos(x: number): number {
  if (!Number.isFinite(x)) return NaN;
  const quadrant = reduce(x);
  const { head, tail } = reduced;
  const value = quadrant & 1 ? sineKernel(head, tail) : cosineKernel(head, tail);
  return quadrant === 1 || quadrant === 2 ? -value : value;
}
