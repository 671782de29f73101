import { afterEach, describe, expect, it, vi } from 'vitest';
import { gridCost } from '#core/study/curse.ts';
import { setLanguage } from '../../../i18n/index.svelte.ts';
import type { Language } from '../../../i18n/languages.ts';
import { inWords, timeInWords, trialsInWords } from '../../../shared/amounts.ts';
import { longerThan, moneyInWords } from './amounts.ts';

// `setLanguage` tells the page; there is none here.
vi.stubGlobal('document', { documentElement: {} });
afterEach(() => setLanguage('en'));
const said = <T>(language: Language, words: (amount: T) => string, amount: T) => {
  setLanguage(language);
  return words(amount);
};
const YEAR = 8766;

describe('large amounts', () => {
  it.each([
    [0.25, '0.25', '0.25'],
    [62.5, '62.5', '62.5'],
    [999.7, '1,000', '1,000'],
    [1024, '1,024', '1,024'],
    [59_049, '59,049', '5.9 万'],
    [999_999, '999,999', '100 万'],
    [9_765_625, '9.77 million', '977 万'],
    [999_999_999, '1 billion', '10 亿'],
    [2.5e13, '25 trillion', '25 万亿'],
    [9.999e14, '10¹⁵', '10¹⁵'],
    [{ value: null, log10: 17.5 }, '3.16×10¹⁷', '3.16×10¹⁷'],
  ])('%j is %s, %s', (amount, english, chinese) => {
    expect(said('en', inWords, amount)).toBe(english);
    expect(said('zh', inWords, amount)).toBe(chinese);
  });

  it.each([
    ['en', 'long', 6],
    ['zh', 'short', 4],
  ] as const)('are said in “%s” as the browser would', (lang, compactDisplay, from) => {
    const theirs = new Intl.NumberFormat(lang, {
      ...{ notation: 'compact', compactDisplay, maximumSignificantDigits: 3 },
    });
    for (let log10 = from; log10 < 14.999; log10 += 0.0173) {
      const amount = Math.round(10 ** log10);
      const shown = theirs.format(amount).replace(/(?<=\d)(?=\p{Script=Han})/u, ' ');
      expect(said(lang, inWords, amount)).toBe(shown);
    }
  });

  it('need no format of the browser: its first takes longer than the page', () => {
    const format = vi.spyOn(Intl, 'NumberFormat');
    for (const lang of ['en', 'zh'] as const)
      for (const amount of [12, 9_765_625, 2.5e13]) said(lang, trialsInWords, amount);
    expect(format).not.toHaveBeenCalled();
    format.mockRestore();
  });

  it('count trials, without a space between two Chinese characters', () => {
    expect([1, 2].map((n) => said('en', trialsInWords, n))).toEqual(['1 trial', '2 trials']);
    expect([100, 9_765_625].map((n) => said('zh', trialsInWords, n))).toEqual(['100 次试验', '977 万次试验']);
  });

  it('have their currency where it is written', () => {
    const of = (currency: string) => (amount: number) => moneyInWords(amount, currency);
    expect(said('en', of('$'), 2.93e7)).toBe('$29.3 million');
    expect(said('en', of(' CHF '), 2.93e7)).toBe('29.3 million CHF');
    expect(said('en', of('US$'), 3)).toBe('US$3');
    expect(said('en', of(''), 12)).toBe('12');
    expect(said('zh', of('元'), 9_800_000)).toBe('980 万元');
    expect(said('zh', of('元'), 12)).toBe('12 元');
  });
});

describe('machine time', () => {
  it.each([
    [0.01, '36 s', '36 秒'],
    [5, '5 h', '5 小时'],
    [72, '3 days', '3 天'],
    [3 * YEAR, '3 years', '3 年'],
    [9_765_625, '1,114 years', '1,114 年'],
    [5.2e8 * YEAR, '520 million years', '5.2 亿年'],
  ])('of %d hours is %s, %s', (hours, english, chinese) => {
    expect(said('en', timeInWords, hours)).toBe(english);
    expect(said('zh', timeInWords, hours)).toBe(chinese);
  });

  it('is longer than history after 5,200 years, than mankind’s after the oldest find, than the universe’s', () => {
    expect(longerThan(5_199 * YEAR)).toBeUndefined();
    expect(longerThan(5_201 * YEAR)).toBe('history');
    expect(longerThan(340_000 * YEAR)).toBe('history');
    expect(longerThan(13.78e9 * YEAR)).toBe('species');
    expect(longerThan(13.79e9 * YEAR)).toBe('universe');
    // Fifty values of ten hyperparameters, at six minutes each.
    expect(longerThan(gridCost(50, 10, 0.1, 1).hours)).toBe('universe');
  });
});
