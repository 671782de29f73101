import { describe, expect, it } from 'vitest';
import { textWidth } from '../scales.ts';
import { wrapText } from './wrap.ts';

describe('wrapText', () => {
  it('leaves what fits on one line', () => expect(wrapText('loss', 100, 12)).toEqual(['loss']));
  it('parts at a blank', () =>
    expect(wrapText('Important and unimportant', 110, 13)).toEqual(['Important and', 'unimportant']));
  it('parts between Chinese characters, as evenly as brackets and commas let it', () => {
    expect(wrapText('支持向量机手写数字', 80, 13)).toEqual(['支持向量', '机手写数字']);
    expect(wrapText('支持向量机（手写数字）', 110, 13)).toEqual(['支持向量机', '（手写数字）']);
    expect(wrapText('一二三（四五六', 60, 13)).toEqual(['一二三', '（四五六']);
    expect(wrapText('一二三四，五六', 60, 13)).toEqual(['一二三', '四，五六']);
  });
  it('cuts a second line, and a word, that are too long', () => {
    for (const text of ['Support vector machine on handwritten digits', 'hyperparameterisation']) {
      const lines = wrapText(text, 80, 13);
      expect(lines.length).toBeLessThanOrEqual(2);
      expect(lines.at(-1)).toMatch(/…$/);
      for (const one of lines) expect(textWidth(one, 13)).toBeLessThanOrEqual(80);
    }
  });
});
