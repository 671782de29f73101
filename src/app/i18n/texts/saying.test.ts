import { describe, expect, it } from 'vitest';
import { dictionaries } from './dictionaries.ts';
import { fill } from './saying.ts';

/** What a name does, or a unit: no word that is counted. */
const NOT_COUNTED =
  /^(as|s|ms|is|has|was|does|needs|lies|stays|leads|beats|wins|takes|throws|passes|changes|explains|affords|uses|keeps|trains|misses|meets|breaks|holds|leaves|marks|notes|makes|writes|spans|starts|ends)$/;

function sentences(texts: object, path = ''): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'string' ? [[path + name, text]] : sentences(text as object, `${path}${name}.`),
  );
}

describe('a text with its blanks filled', () => {
  it('says one of what is counted without an s, and any other number with it', () => {
    const size = '{{problems}} problems × {{strategies}} strategies, {{cost}} machine-hours';
    const of = (problems: string | number, strategies: number, cost: string) =>
      fill(size, { problems, strategies, cost });
    expect(of(1, 1, '1')).toBe('1 problem × 1 strategy, 1 machine-hour');
    expect(of(2, 0, '1.5')).toBe('2 problems × 0 strategies, 1.5 machine-hours');
    expect(of('21', 11, '1,001')).toBe('21 problems × 11 strategies, 1,001 machine-hours');
    expect(fill('{{name}} is, {{gone}} trials', { name: '{{gone}} trials' })).toBe(
      '{{gone}} trials is, {{gone}} trials',
    );
  });

  it('has no “1 trials” in any English sentence', () => {
    for (const [key, text] of sentences(dictionaries.en)) {
      // The plural form was chosen by the number.
      if (/_other$/.test(key)) continue;
      for (const [whole, blank, word] of text.matchAll(/\{\{(\w+)\}\} ([a-z-]+s)\b/g)) {
        if (NOT_COUNTED.test(word)) continue;
        const one = fill(whole, { [blank]: 1 });
        expect(one, `${key}: ${one}`).not.toBe(`1 ${word}`);
      }
    }
  });

  it('has a blank between Han characters and letters, none between Han characters, whatever fills it', () => {
    const change = (name: string, from: string) =>
      fill('只改变{{name}}，把 {{name}} 从 {{from}}改到别处', { name, from });
    expect(change('x₂', '0.5')).toBe('只改变 x₂，把 x₂ 从 0.5 改到别处');
    expect(change('学习率', '最低点')).toBe('只改变学习率，把学习率从最低点改到别处');
    expect(change('α（权重）', '[0, 1]')).toBe('只改变 α（权重），把 α（权重）从 [0, 1]改到别处');
    expect(fill('{{a}}{{b}}更好\n{{c}}', { a: 'TPE', b: '在', c: '树' })).toBe('TPE 在更好\n树');
    expect(fill('{{a}}{{b}}', { a: 'TPE', b: '在' })).toBe('TPE在');
    expect(fill('{{name}} changes {{other}}', { name: '学习率', other: '宽度' })).toBe('学习率 changes 宽度');
  });
});
