/** Texts at greater length: blanks stay, nothing is said less, and all is as it was once the address no longer asks for it. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import './everything-testing.ts';
import { ALTERATIONS } from './altered.ts';
import { alterTexts, setLanguage, strategyText, t, tell } from './index.svelte.ts';
import { languageIds } from './languages.ts';

beforeEach(() => vi.stubGlobal('document', { documentElement: {} }));
afterEach(async () => {
  await alterTexts('usual');
  setLanguage('en');
});

it('fills the blanks of what it says twice, or longer', () => {
  const { double, long } = ALTERATIONS;
  expect(double.text('{{count}} trials')).toBe('{{count}} trials {{count}} trials');
  expect(double.text('试验')).toBe('试验试验');
  expect(long.text('{{name}} trials')).toBe('‹{{name}} tríáls trial›');
  expect(long.text('{{name}}')).toBe('‹{{name}}›');
  for (const { text } of [double, long]) expect(text(' ')).toBe(' ');
  const nested = { name: 'ab', params: { k: { label: 'neighbours' } } };
  expect(double.texts(nested)).toEqual({ name: 'ab ab', params: { k: { label: 'neighbours neighbours' } } });
  expect(double.texts(nested)).toBe(double.texts(nested));
  expect(nested.name).toBe('ab');
});

it.each(languageIds)('says interface, reasons, strategies and messages longer (%s)', async (spoken) => {
  setLanguage(spoken);
  const all = () => [
    t('crash.retry'),
    t('notices.more', { count: 3 }),
    strategyText('random').name,
    strategyText('random').params.distinct?.label ?? strategyText('grid').about,
    tell({ key: 'random.draw', values: {} }),
    tell({ key: 'notice.name-alone', values: {} }),
  ];
  const usual = all();
  for (const how of ['double', 'long'] as const) {
    await alterTexts(how);
    for (const [i, text] of all().entries()) {
      expect(text.length, text).toBeGreaterThanOrEqual(usual[i].length * (how === 'double' ? 2 : 4 / 3));
      expect(text).not.toContain('{{');
    }
  }
  await alterTexts('usual');
  expect(all()).toEqual(usual);
});

it('says what was asked for last', async () => {
  const usual = t('crash.retry');
  await Promise.all([alterTexts('double'), alterTexts('usual')]);
  expect(t('crash.retry')).toBe(usual);
  await Promise.all([alterTexts('double'), alterTexts('long')]);
  expect(t('crash.retry')).toMatch(/^‹.*›$/);
});
