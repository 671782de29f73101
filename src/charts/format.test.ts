import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, powerOfTen } from './format.ts';

const parse = (text: string): number => {
  const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
  const plain = text
    .replace('−', '-')
    .replace(/10(⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/, (_, power: string) => {
      const exponent = [...power].map((c) => (c === '⁻' ? '-' : digits.indexOf(c))).join('');
      return `1e${exponent}`;
    })
    .replace('×1e', 'e');
  return Number(plain);
};

describe('formatNumber', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [0.5, '0.5'],
    [-1.25, '−1.25'],
    [0.31049, '0.31'],
    [0.001, '0.001'],
    [0.00032, '3.2×10⁻⁴'],
    [1e-4, '10⁻⁴'],
    [-1e-9, '−10⁻⁹'],
    [0.00099999, '0.001'],
    [1234, '1234'],
    [99999.6, '10⁵'],
    [6.02214e23, '6.02×10²³'],
    [Infinity, '∞'],
    [-Infinity, '−∞'],
    [NaN, '–'],
  ])('says %f as %s', (value, text) => expect(formatNumber(value)).toBe(text));

  it('keeps as many digits as asked', () => expect(formatNumber(Math.PI, 5)).toBe('3.1416'));

  it('is within half a unit of the third digit, and never says a hyphen for minus', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e100, max: 1e100 }), (value) => {
        const text = formatNumber(value);
        expect(text).not.toMatch(/-|e/);
        expect(Math.abs(parse(text) - value)).toBeLessThanOrEqual(Math.abs(value) * 0.00501);
      }),
    );
  });
});

it('powers of ten', () => expect([powerOfTen(0), powerOfTen(-12)]).toEqual(['10⁰', '10⁻¹²']));
