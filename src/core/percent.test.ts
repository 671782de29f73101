import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromPercent, percentOf, shareOf, toPercent } from './percent.ts';

it.each([
  [0.1, '10%'],
  [0.07, '7%'],
  [0.005, '0.5%'],
  [1, '100%'],
  [2.5, '250%'],
  [0.123456, '12.3456%'],
  [1e-9, '1e-7%'],
  [0, '0%'],
])('%d is %s, and back', (share, text) => {
  expect(toPercent(share)).toBe(text);
  expect(fromPercent(text)).toBe(share);
});

it('comes back to the same bits', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (share) => {
      expect(fromPercent(toPercent(share))).toBe(share);
      expect(Math.abs(shareOf(percentOf(share)) - share)).toBeLessThanOrEqual(1e-15 * share);
    }),
  );
  for (const share of [0.07, 0.29, 0.57, 1.1]) expect(shareOf(percentOf(share))).toBe(share);
});

it('reads what people write, and nothing else', () => {
  for (const text of ['10%', ' 10 %', '10.0%', '1e1%', '+10%', '10％']) expect(fromPercent(text)).toBe(0.1);
  expect(fromPercent('.5%')).toBe(0.005);
  for (const text of ['10', '%', '1,5%', 'ten%', '10%%', '0x10%', 'Infinity%', '', '-']) {
    expect(fromPercent(text), text).toBeNaN();
  }
});
