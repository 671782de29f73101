import { afterEach, expect, it, vi } from 'vitest';
import { setLanguage } from '../i18n/index.svelte.ts';
import { meanRank, problemLabel } from './labels.ts';

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
