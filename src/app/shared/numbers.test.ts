import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { setLanguage } from '../i18n/index.svelte.ts';
import { factsOf, languageIds } from '../i18n/languages.ts';
import { finePercent, percent, setPercent, whole } from './numbers.ts';

vi.stubGlobal('document', { documentElement: {} });
afterEach(() => setLanguage('en'));

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

it('whole numbers need none of the browser’s formats: its first takes as long as a page', () => {
  const made = vi.spyOn(Intl, 'NumberFormat');
  expect([999, 12_000, -1_234_567].map(whole)).toEqual(['999', '12,000', '-1,234,567']);
  expect(made).not.toHaveBeenCalled();
  made.mockRestore();
});

it.each(languageIds)('%s: a count is what the browser’s format makes of it', (language) => {
  setLanguage(language);
  const format = new Intl.NumberFormat(factsOf(language).tag);
  for (const count of [
    0,
    7,
    12.5,
    999,
    -999,
    1000,
    -1000,
    12_000,
    999_999,
    1_234_567,
    -45_678_901,
    2 ** 53,
    1e21,
    1 / 3,
    NaN,
  ])
    expect(whole(count)).toBe(format.format(count));
});
