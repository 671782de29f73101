/** Powers of two as units: dividing by them rounds nothing, and keeps squares and sums of extreme values numbers. */

/** 2⁻³⁰⁰ … 2³⁰⁰: squares of these, and sums of many, are numbers. */
export const TAME = 2.037035976334486e90;

const TWO_54 = 18014398509481984;
const bits = new DataView(new ArrayBuffer(8));

/** The largest power of two that is at most |value|; 1 for 0. Exact, for subnormal numbers too. */
export function powerOfTwo(value: number): number {
  const size = Math.abs(value);
  if (!(size > 0)) return 1;
  // Below 2⁻¹⁰²² the exponent does not say it all.
  if (size < 2.2250738585072014e-308) return powerOfTwo(size * TWO_54) / TWO_54;
  bits.setFloat64(0, Math.min(size, Number.MAX_VALUE));
  // Sign and exponent are the first twelve bits; without the others it is the power itself.
  const head = bits.getUint32(0) & 0x7ff00000;
  bits.setUint32(0, head);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}

/** 1 where numbers up to `largest` can be squared and added up; else their power of two. */
export const tameUnit = (largest: number): number =>
  largest === 0 || (largest <= TAME && largest >= 1 / TAME) ? 1 : powerOfTwo(largest);
