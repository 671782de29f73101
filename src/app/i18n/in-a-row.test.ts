import { afterEach, expect, it, vi } from 'vitest';
import { inARow, setLanguage } from './index.svelte.ts';

vi.stubGlobal('document', { documentElement: {} });
afterEach(() => setLanguage('en'));

it('sentences stand in a row as their language has it, without the empty ones', () => {
  setLanguage('en');
  expect(inARow('One.', '', 'Two.')).toBe('One. Two.');
  expect(inARow('', '')).toBe('');
  setLanguage('zh');
  expect(inARow('一。', '', '二。')).toBe('一。二。');
});
