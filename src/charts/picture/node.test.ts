import { afterEach, expect, it, vi } from 'vitest';
import { measured } from './node.ts';

afterEach(() => void vi.unstubAllGlobals());

it('measures words with a canvas that goes with its task', async () => {
  const made: object[] = [];
  const context = () => ({ font: '', measureText: (content: string) => ({ width: content.length }) });
  vi.stubGlobal('document', {
    createElement: () => {
      const canvas = { getContext: context };
      made.push(canvas);
      return canvas;
    },
  });
  const task = () => new Promise((resolve) => setTimeout(resolve));
  expect(measured('words', '400 12px Inter').width).toBe(5);
  measured('more words', '700 12px Inter');
  expect(made).toHaveLength(1);
  await task();
  measured('words', '400 12px Inter');
  expect(made).toHaveLength(2);
  await task();
});
