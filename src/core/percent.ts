/**
 * Shares as percentages, digit by digit: `0.07` is `7%` and back, where multiplying by 100 would make 7.000000000000001 of
 * it and lose the very share.
 */

/** `0.1` → `10%`; what {@link fromPercent} reads back to the same bits. */
export const toPercent = (share: number): string => `${shifted(String(share), 2)}%`;

/** `10%` → 0.1; NaN for what is no percentage. */
export function fromPercent(text: string): number {
  const [, number] = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*[%％]\s*$/i.exec(text) ?? [];
  return number === undefined ? NaN : Number(shifted(number, -2));
}

/** A percentage as a number: 0.07 → 7. For entry fields, which show numbers. */
export const percentOf = (share: number): number => Number(shifted(String(share), 2));
/** 7 → 0.07 */
export const shareOf = (percent: number): number => Number(shifted(String(percent), -2));

/** The decimal point moved `by` places to the right, the digits as they are. */
function shifted(decimal: string, by: number): string {
  const [mantissa, exponent = '0'] = decimal.toLowerCase().split('e');
  if (exponent !== '0' || !/^\d+(\.\d*)?$/.test(mantissa)) return `${mantissa}e${Number(exponent) + by}`;
  const [whole, fraction = ''] = mantissa.split('.');
  if (by < 0) {
    const padded = whole.padStart(1 - by, '0');
    return `${padded.slice(0, by)}.${padded.slice(by)}${fraction}`;
  }
  const padded = fraction.padEnd(by, '0');
  const moved = `${whole}${padded.slice(0, by)}`.replace(/^0+(?=\d)/, '');
  return padded.length > by ? `${moved}.${padded.slice(by)}` : moved;
}
