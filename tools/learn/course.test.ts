/** The course: both languages say the same, every link opens what it says, and every number comes from a run. */
import { describe, expect, it } from 'vitest';
import { languageIds } from '../../src/app/i18n/languages.ts';
import { defaultOptions, optionsOf, readHash, showsOptimum } from '../../src/app/address/url.ts';
import { glossaries } from '../../src/app/i18n/glossaries.ts';
import { hasStrategy } from '#core/strategies/index.ts';
import { checked } from './check.ts';
import { chapterIds, chapterIn } from './library.ts';
import { NOT_SCENARIO, studyOf } from '../../src/learn/counting.ts';
import { questionOf } from '../../src/learn/lost.ts';
import { tunersStudy } from '../../src/learn/tuners.ts';
import { references } from '../../src/learn/references.ts';
import type { Block, Chapter, Inline } from '../../src/learn/types.ts';

const ids = chapterIds();
const inEvery = (id: string): Chapter[] => languageIds.map((language) => chapterIn(id, language));

/** Every block and every piece of text of a chapter, in reading order. */
function* blocksIn(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    if (block.kind === 'quote' || block.kind === 'aside') yield* blocksIn(block.blocks);
    if (block.kind === 'list') yield* blocksIn(block.items.flat());
    if (block.kind === 'predict') yield* blocksIn([...block.question, ...block.answer]);
  }
}
function* inlinesIn(blocks: readonly Block[]): Generator<Exclude<Inline, string>> {
  function* within(inside: readonly Inline[]): Generator<Exclude<Inline, string>> {
    for (const part of inside) {
      if (typeof part === 'string') continue;
      yield part;
      if ('inside' in part) yield* within(part.inside);
    }
  }
  for (const block of blocksIn(blocks)) {
    if (block.kind === 'paragraph' || block.kind === 'heading') yield* within(block.inside);
    if (block.kind === 'table') for (const cell of [block.head, ...block.rows].flat()) yield* within(cell);
    if (block.kind === 'predict') for (const { inside } of block.options) yield* within(inside);
  }
}
const wholeOf = ({ lead, sections, teachers }: Chapter): Block[] => [
  ...lead,
  ...sections.flatMap(({ blocks }) => blocks),
  ...teachers,
];

it('has chapters, each in its own place', () => {
  expect(ids.length).toBeGreaterThan(0);
  const orders = ids.map((id) => chapterIn(id, 'en').order);
  expect(new Set(orders).size).toBe(orders.length);
});

describe.each(ids)('%s', (id) => {
  const chapters = inEvery(id);
  const [first] = chapters;
  const same = (of: (chapter: Chapter) => unknown) =>
    expect(chapters.map(of)).toEqual(chapters.map(() => of(first)));

  it('has the same sections, questions, terms, facts and references in all languages', () => {
    same(({ sections }) => sections.map((section) => section.id));
    same(({ predictions }) => predictions);
    same(({ terms }) => Object.keys(terms).sort());
    same(({ references: cited }) => Object.keys(cited).sort());
    for (const part of ['lead', 'teachers'] as const) same((chapter) => factsIn(chapter[part]));
    same(({ sections }) => sections.map(({ blocks }) => factsIn(blocks)));
    same((chapter) =>
      [...blocksIn(wholeOf(chapter))].flatMap((block): unknown[] =>
        block.kind === 'predict'
          ? [[block.id, block.options.map((option) => option.id)]]
          : block.kind === 'pseudocode'
            ? [[block.strategy, block.lines.map((line) => [line.id, line.depth])]]
            : block.kind === 'formula'
              ? [['formula']]
              : [],
      ),
    );
    same((chapter) =>
      [...inlinesIn(wholeOf(chapter))]
        .flatMap((part) => (part.kind === 'link' ? [`${part.to}:${part.address}`] : []))
        .sort(),
    );
  });

  it('states figures that the Lab opens as they stand', () => {
    for (const { id: section, figure } of first.sections) {
      if (figure.kind === 'guide') continue;
      const { notices, scenario } = readHash(`#/lab?${figure.lab}`, ['lab']);
      expect(notices, section).toEqual([]);
      for (const strategy of scenario.strategies) expect(hasStrategy(strategy.id)).toBe(true);
      if (figure.kind === 'tuners') {
        expect(figure.lab, section).not.toMatch(/strategies=/);
        tunersStudy(figure);
      }
      if (figure.kind === 'share' || figure.kind === 'lost') {
        expect(figure.lab, section).not.toMatch(/strategies=/);
        if (figure.kind === 'lost') for (const dial of figure.dial.values) questionOf(figure, dial);
        else for (const dial of figure.dial?.values ?? [undefined]) studyOf(figure, dial);
        if (figure.dial) expect(figure.dial.values, section).toContain(figure.dial.start);
      }
    }
  });

  it('links to what there is', () => {
    for (const part of inlinesIn(wholeOf(first))) {
      if (part.kind !== 'link') continue;
      if (part.to === 'lab')
        expect(readHash(`#/lab?${part.address}`, ['lab']).notices, part.address).toEqual([]);
      if (part.to === 'learn') {
        const [chapter, section] = part.address.split('/');
        expect(ids, part.address).toContain(chapter);
        if (section)
          expect(
            chapterIn(chapter, 'en').sections.map((one) => one.id),
            part.address,
          ).toContain(section);
      }
    }
  });

  it('has notes for teachers', () => {
    for (const { teachers } of chapters) expect(teachers.length).toBeGreaterThan(0);
  });
});
/** In the order in which they are first said, each once: sentences may turn around. */
const factsIn = (blocks: readonly Block[]): string[] =>
  [...new Set([...inlinesIn(blocks)].flatMap((part) => (part.kind === 'fact' ? [part.id] : [])))].sort();

describe('what a reader reads', () => {
  it.each(languageIds)('uses no term before it has said what it means: %s', (language) => {
    const found = checked(language, glossaries[language]).flatMap(({ chapter, tooEarly }) =>
      tooEarly.map((early) => `${chapter}: ${early}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ['en', 40],
    ['zh', 75],
  ] as const)('has no sentence that nobody can follow: %s', (language, most) => {
    for (const { chapter, statistics } of checked(language, glossaries[language]))
      expect(statistics.longestLength, `${chapter}: ${statistics.longest}`).toBeLessThanOrEqual(most);
  });
});

describe('references', () => {
  it.each(Object.entries(references))('%s has a lasting address', (_, { url, year, authors }) => {
    expect(url).toMatch(/^https:\/\/(doi\.org\/10\.|(www\.)?jmlr\.org\/|proceedings\.)/);
    expect(year).toBeGreaterThan(1900);
    expect(authors).not.toBe('');
  });
});

it('knows which parts of a link to the Lab are no scenario', () => {
  expect([...NOT_SCENARIO].sort()).toEqual(optionsOf('lab').sort());
  expect(showsOptimum(defaultOptions())).toBe(true);
});
