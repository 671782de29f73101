const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
export const MINUS = '\u2212';

/** −4 → ⁻⁴ */
export const superscript = (n: number): string =>
  (n < 0 ? '⁻' : '') + [...String(Math.abs(n))].map((digit) => superscripts[Number(digit)]).join('');

/** 10⁻³ for exact powers of ten in a log axis. */
export const powerOfTen = (exponent: number): string => `10${superscript(exponent)}`;

/** Zeros after the decimal point that carry nothing: 0.500 → 0.5. */
const trim = (digits: string): string => (digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits);

/**
 * A number as print has it, to `significant` digits: true minus sign, no trailing zeros, 3.2×10⁻⁴ where the
 * plain form would be long (below 10⁻³, or from 10⁵ up).
 */
export function formatNumber(value: number, significant = 3): string {
  if (Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : `${MINUS}∞`;
  if (value === 0) return '0';
  const sign = value < 0 ? MINUS : '';
  const [mantissa, power] = Math.abs(value)
    .toExponential(significant - 1)
    .split('e');
  const exponent = Number(power);
  if (exponent < -3 || exponent >= 5) {
    const digits = trim(mantissa);
    return sign + (digits === '1' ? powerOfTen(exponent) : `${digits}×${powerOfTen(exponent)}`);
  }
  const decimals = Math.max(0, significant - 1 - exponent);
  // Integers keep all their digits: trial 1234 is not 1230.
  return sign + trim(Math.abs(value).toFixed(decimals));
}
