import { describe, expect, it } from 'vitest';
import { textWidth } from '#charts/scales.ts';
import { fitSentences, gapAfter, linesOf, sentencesOf } from './sentences.ts';

const room = { width: 230, lines: 3, size: 15, least: 13, smallest: 12 };

describe('sentences in a place', () => {
  it('are told apart by what ends them, not by decimal points', () => {
    expect(sentencesOf('One knob changed: x from 0.1 to 0.2. To beat: 3.5.')).toEqual([
      'One knob changed: x from 0.1 to 0.2.',
      'To beat: 3.5.',
    ]);
    expect(sentencesOf('改动一个超参数。目前最好 3.5。')).toEqual(['改动一个超参数。', '目前最好 3.5。']);
  });

  it('take lines as a browser breaks them', () => {
    expect(linesOf('', 100, 10)).toBe(1);
    expect(linesOf('ab ab ab', textWidth('ab ab', 10) * 1.05, 10)).toBe(2);
    expect(linesOf('汉字汉字汉', 21, 10)).toBe(3);
    // A full stop takes the sign before it along.
    expect(linesOf('汉字汉。', 31, 10)).toBe(2);
    expect(linesOf('汉字汉。字汉', 31, 10)).toBe(3);
    expect(linesOf('unbreakable', textWidth('unbreakable', 10) / 2.5, 10)).toBe(3);
    // Not where it is held together: after an interval's comma, before a sign.
    const wide = textWidth('at κ = 2', 10) * 1.05;
    expect([linesOf('at κ = 2 x', wide, 10), linesOf('at it κ\u00a0= 2', wide, 10)]).toEqual([2, 2]);
    expect(linesOf('abc [0,\u00a01]', textWidth('abc [0,', 10) * 1.05, 10)).toBe(2);
    expect(linesOf('abc de\u00a0= 1', textWidth('abc de', 10) * 1.05, 10)).toBe(2);
    expect(linesOf('abc de\u00a0= 1 f', textWidth('abc de', 10) * 1.05, 10)).toBe(3);
  });

  it('all stand there, as large as can be, where there is room', () => {
    expect(fitSentences(['Short.', 'Another.'], room)).toEqual({
      size: 15,
      sentences: [
        { text: 'Short.', of: 0 },
        { text: 'Another.', of: 1 },
      ],
      whole: true,
    });
  });

  it('are apart as their language has it, and know what they are from', () => {
    expect(['To beat: 3.5.', '目前最好 3.5。', '真的？'].map(gapAfter)).toEqual([' ', '', '']);
    const { sentences } = fitSentences(['一。二。', '三。'], room);
    expect(sentences.map(({ text, of }) => text + String(of))).toEqual(['一。0', '二。0', '三。1']);
    // A warning that is cut stays one.
    const cut = fitSentences(['A warning, too long by far: '.repeat(9), 'More.'], room);
    expect(cut.sentences).toEqual([{ text: expect.stringMatching(/…$/) as string, of: 0 }]);
  });

  it('lose the last ones first, then the clauses of the first, and never a letter of what is said', () => {
    const long =
      'The first one is long enough to fill nearly all of the lines that there are in this place here.';
    const fitted = fitSentences([long, 'The second has no room beside it at all.'], room);
    expect([fitted.sentences, fitted.whole]).toEqual([[{ text: long, of: 0 }], false]);
    const clause = `${long.slice(0, -1)}: ${long}`;
    expect(fitSentences([clause], room).sentences).toEqual([{ text: `${long.slice(0, -1)} …`, of: 0 }]);
  });

  it('end early rather than outside of the place', () => {
    const words = 'Eins zwei drei vier '.repeat(20).trim();
    const { sentences, whole } = fitSentences([words], room);
    expect([whole, sentences[0].text.endsWith(' …')]).toEqual([false, true]);
    expect(linesOf(sentences[0].text, room.width, 12)).toBeLessThanOrEqual(3);
  });

  it('stay within the place', () => {
    for (const width of [140, 185, 236, 330]) {
      const { size, sentences } = fitSentences(
        ['Along x, f(0.71) = −4.2 < f(0.81) = −2.1, so (0.81, 1] is discarded.', 'And more. Still more.'],
        { ...room, width },
      );
      const shown = sentences.map(({ text }) => text).join(' ');
      expect(linesOf(shown, width, size) * size).toBeLessThanOrEqual(3 * 15 + size);
    }
  });
});
