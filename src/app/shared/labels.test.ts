import { afterEach, expect, it, vi } from 'vitest';
import { setLanguage } from '../i18n/index.svelte.ts';
import { factsOf, languageIds } from '../i18n/languages.ts';
import { meanRank, problemLabel } from './labels.ts';
import { whole } from './numbers.ts';

vi.stubGlobal('document', { documentElement: {} });
afterEach(() => setLanguage('en'));

it('numbers curves and tables that nobody named', () => {
  const objective = { id: 'drawn', params: {} };
  const label = (name: string) => problemLabel({ name, objective, noise: { kind: 'none' } });
  expect([label('drawn'), label('drawn#2'), label('valley')]).toEqual([
    'A curve of your own',
    'A curve of your own #2',
    'valley',
  ]);
});

it('calls a formula of the reader’s own by what it says, shortened where it is long', () => {
  const label = (formula: string) =>
    problemLabel({
      name: 'formula',
      objective: { id: 'formula', params: { formula, space: '' } },
      noise: { kind: 'gaussian', sd: 0.5 },
    });
  expect(label(' x^2 +\n 1')).toBe('x^2 + 1, σ 0.5');
  expect(label('x + '.repeat(40) + '1')).toMatch(/^x \+ x .{30,36}…, σ 0\.5$/);
});

it('keeps a mean rank’s tenth, whole or beyond nine', () => {
  expect([1, 4.04, 10.5].map(meanRank)).toEqual(['1.0', '4.0', '10.5']);
});

it.each(languageIds)('%s: a count is what the browser’s format makes of it', (language) => {
  setLanguage(language);
  const format = new Intl.NumberFormat(factsOf(language).tag);
  for (const count of [0, 7, 12.5, 999, -999, 1000, 12_000, 1_234_567, 1 / 3, NaN])
    expect(whole(count)).toBe(format.format(count));
});
