import { afterEach, expect, it, vi } from 'vitest';
import { inARow, list, setLanguage } from './index.svelte.ts';
import { factsOf, languageIds } from './languages.ts';

vi.stubGlobal('document', { documentElement: {} });
afterEach(() => setLanguage('en'));

it('sentences stand in a row as their language has it, without the empty ones', () => {
  setLanguage('en');
  expect(inARow('One.', '', 'Two.')).toBe('One. Two.');
  expect(inARow('', '')).toBe('');
  setLanguage('zh');
  expect(inARow('一。', '', '二。')).toBe('一。二。');
});

it('a list has a blank between Han and Latin, and none elsewhere', () => {
  setLanguage('zh');
  expect(list(['随机', '网格', 'TPE'])).toBe('随机、网格和 TPE');
  expect(list(['TPE', '网格'])).toBe('TPE 和网格');
  expect(list([])).toBe('');
  setLanguage('en');
  expect(list(['grid', 'TPE'])).toBe('grid and TPE');
});

it.each(languageIds)('%s: a list is what the browser’s format makes of it', (language) => {
  setLanguage(language);
  const format = new Intl.ListFormat(factsOf(language).tag, { type: 'conjunction' });
  const words = ['随机', '网格', '退火', '接力', '二分'];
  for (let count = 0; count <= words.length; count++)
    expect(list(words.slice(0, count))).toBe(format.format(words.slice(0, count)));
});
