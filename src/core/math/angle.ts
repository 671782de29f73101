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

/** Writes head and tail of x − n π/2 (|head| ≤ π/4) and returns n modulo 4. `x` is finite, |x| > 1. */
export function reduceHugeAngle(x: number, into: { head: number; tail: number }): number {
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
