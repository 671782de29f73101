import { expect, it } from 'vitest';
import { assumptions as english, fatal as englishFatal } from './texts.en.ts';
import { assumptions as chinese, fatal as chineseFatal } from './texts.zh.ts';

interface Texts {
  [name: string]: string | Texts;
}
/** Said before there is a function, or of dials, which only built-in ones have: those are minimised. */
const OF_DIALS = /^(intro|front|look|preset|group|share\.placed)/;
const DEPTHS = { en: /minim|lowest|valley|bottom|descend/i, zh: /最小|极小|最低|谷|平底/ };

const leaves = (texts: Texts, path = ''): [string, string][] =>
  Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'string' ? [[path + name, text] as [string, string]] : leaves(text, `${path}${name}.`),
  );

it.each([
  ['en', english],
  ['en', englishFatal],
  ['zh', chinese],
  ['zh', chineseFatal],
] as const)('has words for peaks where it has words for valleys (%s, %#)', (language, texts) => {
  const known = new Map(leaves(texts as unknown as Texts));
  const lacking = [...known].flatMap(([key, text]) => {
    if (OF_DIALS.test(key) || !DEPTHS[language].test(text.replace(/\{\{.*?\}\}/g, '')) || key === 'turned')
      return [];
    if (key.includes('_maximise')) return [`${key}: ${text}`];
    const [, stem, form] = /^(.*?)(_one|_other)?$/.exec(key)!;
    return known.has(`${stem}_maximise${form ?? ''}`) ? [] : [key];
  });
  expect(lacking).toEqual([]);
});
