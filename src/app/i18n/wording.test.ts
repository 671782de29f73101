/** All texts: one word for one thing, in both languages, and Chinese set as Chinese is set. */
import { describe, expect, it } from 'vitest';
import { chapterIds, chapterIn } from '../../../tools/learn/library.ts';
import { readTexts, textsOf } from '../../../tools/learn/statistics.ts';
import { glossaries } from './glossaries.ts';
import type { Term } from './glossary.ts';
import { languageIds, type Language } from './languages.ts';
import { dictionaries } from './texts/dictionaries.ts';
import type { ObjectiveTexts, StrategyTexts } from './texts/types.ts';

type Said = [path: string, text: string];

/** What chapters say, paragraph by paragraph. */
const chapters = (language: Language): Said[] =>
  chapterIds().flatMap((id) => {
    const chapter = chapterIn(id, language);
    const texts = [
      chapter.title,
      chapter.question,
      ...readTexts(chapter),
      ...chapter.teachers.flatMap((block) => textsOf(block)),
    ];
    return texts.map((text, i): Said => [`chapter ${id}, ${i}`, text]);
  });

const strategies = import.meta.glob<{ default: StrategyTexts }>('./texts/strategies/*.ts', { eager: true });
const objectives = import.meta.glob<{ default: ObjectiveTexts }>(
  ['./texts/objectives/*.ts', './texts/objectives/tests/*.ts', '!**/*.test.ts'],
  { eager: true },
);

function collected(texts: unknown, path: string): Said[] {
  if (typeof texts === 'string') return [[path, texts]];
  return Object.entries(texts as object).flatMap(([key, inner]) => collected(inner, `${path}.${key}`));
}

const all = (language: Language): Said[] => [
  ...collected(dictionaries[language], 'ui'),
  ...chapters(language),
  ...Object.entries(strategies).flatMap(([path, { default: both }]) => collected(both[language], path)),
  ...Object.values(objectives).flatMap(({ default: texts }) =>
    Object.entries(texts).flatMap(([id, both]) => collected(both[language], id)),
  ),
  ...Object.entries<Term>(glossaries[language]).flatMap(([id, { form, definition }]): Said[] => [
    [`term ${id}`, form],
    [`definition of ${id}`, definition],
  ]),
];
/** Texts against a pattern, as `path: what was found`. */
const found = (said: readonly Said[], pattern: RegExp): string[] =>
  said.flatMap(([path, text]) => {
    const hit = pattern.exec(text);
    return hit ? [`${path}: ${text.slice(Math.max(0, hit.index - 8), hit.index + 16)}`] : [];
  });

it.each(languageIds)('finds the texts: %s', (language) => {
  expect(all(language).length).toBeGreaterThan(1500);
});

describe.each(languageIds)('the glossary in %s', (language) => {
  const glossary = glossaries[language];
  const terms = Object.entries<Term>(glossary);
  const said = all(language);

  it('covers the terms of the other languages, each defined in one sentence', () => {
    expect(Object.keys(glossary)).toEqual(Object.keys(glossaries.en));
    for (const [, { definition }] of terms) expect(definition).toMatch(/^[^.。]+(\.\d[^.。]+)*[.。]$/);
  });

  it.each(terms)('has the word in use: %s', (_, { form }) => {
    const texts = said.filter(([path]) => !/^(term|definition of) /.test(path));
    expect(texts.some(([, text]) => text.toLowerCase().includes(form.toLowerCase()))).toBe(true);
  });

  it.each(terms)('is the only word for it: %s', (_, { rejected = [] }) => {
    for (const pattern of rejected) expect(found(said, pattern)).toEqual([]);
  });

  it('gives no two terms the same form', () => {
    expect(new Set(terms.map(([, { form }]) => form)).size).toBe(terms.length);
  });
});

it('speaks to the reader in one way', () => {
  expect(found(all('zh'), /您/)).toEqual([]);
});

it('says “across the valley” where a valley is meant, not “horizontally”', () => {
  expect(found(all('zh'), /横向比|纵向比/)).toEqual([]);
});

it('says what a sign stands for where it stands', () => {
  for (const [path, text] of languageIds.flatMap(all))
    if (/φ/.test(text)) expect(text, path).toMatch(/φ = \(√5/);
});

describe('Chinese', () => {
  const said = all('zh');
  // A ternary of the formula language is shown as it is typed.
  const prose = said.filter(([, text]) => !/ \? /.test(text));
  const han = String.raw`\p{Script=Han}`;
  it.each<[string, RegExp, Said[]?]>([
    ['no blank beside full-width punctuation', /[，。；：、？！（）“]\s|\s[，。；：、？！（）”]/],
    [
      'no half-width punctuation beside a Han character',
      new RegExp(`${han}\\s?[,;:!?]|[,;:!?]${han}`, 'u'),
      prose,
    ],
    ['no straight or corner quotation marks', /["'「」『』]/],
    [
      'a blank between Han and Latin letters or digits',
      new RegExp(`${han}[A-Za-z0-9]|[A-Za-z0-9]${han}`, 'u'),
    ],
    [
      'a blank between Han and Greek letters or signs',
      new RegExp(`${han}[Α-ω±×=<>≥≤]|[Α-ω±×=<>≥≤]${han}`, 'u'),
    ],
    [
      'no blank between Han characters',
      new RegExp(`${han} ${han}`, 'u'),
      said.filter(([path]) => path !== 'ui.arena.against'),
    ],
    ['per cent without a blank', /\d\s%/],
    [
      'full-width brackets around Han characters',
      new RegExp(`(?<![\\w\\s−+·]\\s?)\\([^()]*${han}[^()]*\\)`, 'u'),
    ],
    ['an ellipsis of six dots', /\.\.\.|(?<![…\d])…(?![…)])/],
  ])('has %s', (_, pattern, texts = said) => {
    expect(found(texts, pattern)).toEqual([]);
  });

  it('opens and closes its quotation marks and brackets', () => {
    for (const [path, text] of said) {
      for (const [open, close] of ['“”', '（）']) {
        const [opened, closed] = [text.split(open).length, text.split(close).length];
        expect([path, opened]).toEqual([path, closed]);
      }
    }
  });
});
