import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, it, vi } from 'vitest';
import { pageParams } from '../address/url.ts';
import { inARow, list, percentSign, resolveLanguage, setLanguage } from './index.svelte.ts';
import { factsOf, languageIds, languageNamed } from './languages.ts';

const root = { lang: '', dir: '' };
vi.stubGlobal('document', { documentElement: root });
afterEach(() => setLanguage('en'));

it.each(languageIds)(
  '%s is allowed in links, answers its browsers, is kept, and marks the document',
  (id) => {
    const { tag, direction, between, percent, name } = factsOf(id);
    expect(pageParams.lang.options).toContain(id);
    expect(name.trim()).not.toBe('');
    // Formats know the tag, and do not fall back to another language.
    expect(Intl.ListFormat.supportedLocalesOf(tag)).toEqual([tag]);
    vi.stubGlobal('navigator', { languages: ['xx', tag] });
    vi.stubGlobal('localStorage', { getItem: () => null });
    expect(resolveLanguage('auto')).toBe(id);
    vi.stubGlobal('navigator', { languages: languageIds.map((other) => factsOf(other).tag) });
    vi.stubGlobal('localStorage', { getItem: () => id });
    expect(resolveLanguage('auto')).toBe(id);
    setLanguage(id);
    expect(root).toEqual({ lang: tag, dir: direction });
    expect(inARow('A.', false, undefined, '', 'B.')).toBe(`A.${between}B.`);
    expect(percentSign()).toBe(percent);
    expect(list(['a', 'b'])).toMatch(/^a.+b$/);
  },
);

it('what is kept or asked for and is no language is none', () => {
  vi.stubGlobal('navigator', { languages: ['xx'] });
  vi.stubGlobal('localStorage', { getItem: () => 'toString' });
  expect(resolveLanguage('auto')).toBe('en');
  expect(languageNamed('constructor')).toBeUndefined();
  expect(languageNamed(undefined)).toBeUndefined();
});

it('no other source asks for a language by its id: what differs stands in the list', () => {
  const app = new URL('../', import.meta.url);
  const asking = readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.test)\.(ts|svelte)$/.test(name) && !name.startsWith('i18n/texts/'))
    .filter((name) => /[=!]==? '(en|zh)'|'(en|zh)' *[=!]==?/.test(readFileSync(new URL(name, app), 'utf8')));
  expect(asking).toEqual([]);
});
