/**
 * Reduction of huge angles modulo π/2 with exact integer arithmetic (the job of Payne & Hanek, 1983). No shipped
 * objective comes here; a formula that somebody typed may.
 */

/** Fraction bits of the reduced angle; the largest double needs 971 more bits of π in front of them. */
const FRACTION = 192n;

let halfPi: { scaled: bigint; bits: bigint } | undefined;

/** π/2 · 2ᵇⁱᵗˢ, by Machin's formula π = 16 arctan(1/5) − 4 arctan(1/239). */
function halfPiScaled(bits: bigint): bigint {
  if (!halfPi || halfPi.bits < bits) {
    const guard = bits + 16n;
    const arctanInverse = (n: bigint) => {
      let power = (1n << guard) / n;
      let sum = power;
      for (let k = 3n, sign = -1n; power !== 0n; k += 2n, sign = -sign) {
        power /= n * n;
        sum += (sign * power) / k;
      }
      return sum;
    };
    halfPi = { scaled: (8n * arctanInverse(5n) - 2n * arctanInverse(239n)) >> 16n, bits };
  }
  return halfPi.scaled >> (halfPi.bits - bits);
}

const TWO_OVER_PI = 6.36619772367581382433e-1;
/** π/2 as a sum of three doubles. */
const HALF_PI = [1.5707963267948966, 6.123233995736766e-17, -1.4973849048591833e-33] as const;
const SPLITTER = 134217729; // 2²⁷ + 1

/** The rounding error of the product a·b (Dekker 1971). */
function productError(a: number, b: number, rounded: number): number {
  const ca = SPLITTER * a;
  const ah = ca - (ca - a);
  const al = a - ah;
  const cb = SPLITTER * b;
  const bh = cb - (cb - b);
  const bl = b - bh;
  return ah * bh - rounded + ah * bl + al * bh + al * bl;
}

/** Up to here three doubles of π leave a remainder with all its digits. */
const LARGE = 562949953421312; // 2⁴⁹

/** As {@link reduceHugeAngle}, |x| < 2⁴⁹: n π/2 exactly to 160 bits, in a twentieth of the time. */
function reduceLargeAngle(x: number, into: { head: number; tail: number }): number {
  let n = Math.floor(x * TWO_OVER_PI + 0.5);
  for (;;) {
    const first = n * HALF_PI[0];
    const firstError = productError(n, HALF_PI[0], first);
    const second = n * HALF_PI[1];
    const secondError = productError(n, HALF_PI[1], second);
    // x and n π/2 are close, so the difference is exact; then two sums with their rounding errors (Knuth).
    const rest = x - first;
    const a = rest - firstError;
    const aPart = a - rest;
    const aError = rest - (a - aPart) + (-firstError - aPart);
    const b = a - second;
    const bPart = b - a;
    const bError = a - (b - bPart) + (-second - bPart);
    const small = aError + bError - secondError - n * HALF_PI[2];
    into.head = b + small;
    into.tail = b - into.head + small;
    // The quotient itself was rounded: it may be off by one.
    if (into.head > 0.7854) n += 1;
    else if (into.head < -0.7854) n -= 1;
    else return ((n % 4) + 4) & 3;
  }
}

/** Writes head and tail of x − n π/2 (|head| ≤ π/4) and returns n modulo 4. `x` is finite, |x| > 1. */
export function reduceHugeAngle(x: number, into: { head: number; tail: number }): number {
  return Math.abs(x) < LARGE ? reduceLargeAngle(x, into) : reduceExactly(x, into);
}

/** For any finite x, with whole numbers of as many digits as it takes. */
export function reduceExactly(x: number, into: { head: number; tail: number }): number {
  // |x| = mantissa · 2^exponent, exactly.
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(x));
  const word = view.getBigUint64(0);
  const exponent = (word >> 52n) - 1075n;
  const mantissa = (word & ((1n << 52n) - 1n)) | (1n << 52n);

  const bits = FRACTION + (exponent > 0n ? exponent + 53n : 0n);
  const period = halfPiScaled(bits);
  const scaled = exponent >= 0n ? mantissa << (exponent + bits) : mantissa << (bits + exponent);
  let n = scaled / period;
  let rest = scaled - n * period;
  if (2n * rest > period) {
    rest -= period;
    n += 1n;
  }
  // 2⁻ᵇⁱᵗˢ may underflow, so the value is cut to FRACTION bits first.
  const cut = rest >> (bits - FRACTION);
  const head = Number(cut);
  const tail = Number(cut - BigInt(head));
  const unit = 1.262177448353619e-29; // 2⁻⁹⁶; twice: 2⁻¹⁹²
  const sign = x < 0 ? -1 : 1;
  into.head = sign * head * unit * unit;
  into.tail = sign * tail * unit * unit;
  return Number(((sign < 0 ? -n : n) % 4n) + 4n) & 3;
}
