import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finePercent, percent, setPercent } from './numbers.ts';

const numberIn = (said: string) => Number(/[\d.]+/.exec(said)![0]);

describe('a share in per cent', () => {
  it.each([
    [0, '0\u00a0%'],
    [1, '100\u00a0%'],
    [0.62, '62\u00a0%'],
    [0.004, '0.4\u00a0%'],
    [0.996, '99.6\u00a0%'],
    [0.99978, '99.98\u00a0%'],
    [1e-9, '<\u00a00.001\u00a0%'],
    [1 - 1e-9, '>\u00a099.999\u00a0%'],
    [NaN, '–'],
  ])('%f is %s', (share, said) => expect(percent(share)).toBe(said));

  it('reads as none or all only where it is', () => {
    const inside = fc.double({ min: 0, max: 1, minExcluded: true, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(inside, fc.integer({ min: 0, max: 2 }), (share, least) => {
        for (const said of [percent(share, least), finePercent(share)]) {
          expect(said).not.toMatch(/^(0|100)(\.0*)?\u00a0/);
          expect(Math.abs(numberIn(said) - 100 * share)).toBeLessThanOrEqual(0.5 + 1e-9);
        }
      }),
    );
  });

  it('has tenths near its ends, and none in the middle', () => {
    expect([0.062, 0.0996, 0.364, 0.93, 0.951].map(finePercent)).toEqual(
      ['6.2', '10', '36', '93', '95.1'].map((number) => `${number}\u00a0%`),
    );
    expect([0.01, 0.0025, 0.1].map(setPercent)).toEqual(['1', '0.25', '10'].map((one) => `${one}\u00a0%`));
  });
});
