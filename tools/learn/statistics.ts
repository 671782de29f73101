/** What a text asks of its reader: words, time, the longest sentence, and words that it uses before it says what they mean. */
import { formatNumber } from '../../src/charts/format.ts';
import type { Block, Chapter, Inline } from '../../src/learn/types.ts';
import { readingSeconds } from '../../src/app/stage/clock/reading.ts';

/** Minutes that a figure is looked at and tried, beside its text: half a one each. */
const FIGURE_SECONDS = 30;

/** As much of an inline text as is read; what is marked as a term stands between `⟦id:` and `⟧` where asked for. */
export const said = (inside: readonly Inline[], marked = false): string =>
  inside.map((part) => saidOne(part, marked)).join('');
function saidOne(part: Inline, marked: boolean): string {
  if (typeof part === 'string') return part;
  switch (part.kind) {
    case 'emphasis':
    case 'strong':
    case 'link':
      return said(part.inside, marked);
    case 'term':
      return marked ? `⟦${part.id}:${said(part.inside)}⟧` : said(part.inside);
    case 'fact':
      return factText(part.value, part.as, part.digits);
    case 'code':
      return part.text;
    case 'math':
      return part.tex.replace(/[\\{}]/g, '');
    case 'cite':
      return part.at === '' ? part.who : `${part.who}, ${part.at}`;
  }
}
/** About as the page says it; the page itself follows the reader's language. */
function factText(value: number, as: string, digits: number): string {
  if (as === 'percent' || as === 'fine') return `${formatNumber(100 * value, 3)}%`;
  return formatNumber(value, digits);
}

/** Every text of a block, in reading order: paragraphs, items, cells. */
export function textsOf(block: Block, marked = false): string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [said(block.inside, marked)];
    case 'quote':
      return block.blocks.flatMap((one) => textsOf(one, marked));
    case 'aside':
      return [block.title, ...block.blocks.flatMap((one) => textsOf(one, marked))];
    case 'list':
      return block.items.flat().flatMap((one) => textsOf(one, marked));
    case 'table':
      return [block.head, ...block.rows].flatMap((row) => row.map((cell) => said(cell, marked)));
    case 'pseudocode':
      return block.lines.map(({ text }) => text);
    case 'formula':
      return [];
    case 'predict':
      return [
        ...block.question.flatMap((one) => textsOf(one, marked)),
        ...block.options.map(({ inside }) => said(inside, marked)),
        ...block.answer.flatMap((one) => textsOf(one, marked)),
      ];
  }
}

/** What a reader reads: not the notes for teachers. */
export const readTexts = (chapter: Chapter, marked = false): string[] => [
  ...chapter.lead.flatMap((block) => textsOf(block, marked)),
  ...chapter.sections.flatMap(({ title, blocks }) => [
    title,
    ...blocks.flatMap((block) => textsOf(block, marked)),
  ]),
];

export function minutesOf(chapter: Chapter): number {
  const reading = readTexts(chapter).reduce((sum, text) => sum + readingSeconds(text), 0);
  return Math.max(1, Math.round((reading + FIGURE_SECONDS * chapter.sections.length) / 60));
}

export interface Statistics {
  /** English: words; 汉字 count as one each. */
  words: number;
  characters: number;
  minutes: number;
  sentences: number;
  longest: string;
  /** Of the longest sentence: words, or 汉字. */
  longestLength: number;
}

const HAN = /\p{Script=Han}/gu;
const WORD = /[\p{L}\p{N}][^\s，。；：、（）]*/gu;
export const lengthOf = (text: string): { words: number; characters: number } => ({
  characters: text.match(HAN)?.length ?? 0,
  words: text.replace(HAN, ' ').match(WORD)?.length ?? 0,
});

export function statisticsOf(chapter: Chapter): Statistics {
  const texts = readTexts(chapter);
  const total = lengthOf(texts.join('\n'));
  const sentences = texts
    .flatMap((text) => text.split(/(?<=[。？！])|(?<=[.?!]['”)]?)\s+(?=[\p{Lu}“‘])/u))
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const sizeOf = (text: string) => {
    const { words, characters } = lengthOf(text);
    return words + characters;
  };
  const longest = sentences.reduce((a, b) => (sizeOf(b) > sizeOf(a) ? b : a), '');
  return {
    ...total,
    minutes: chapter.minutes,
    sentences: sentences.length,
    longest,
    longestLength: sizeOf(longest),
  };
}

/**
 * Terms that a chapter uses before it has said what they mean.
 * @param terms the form of every term, by its id
 * @param before terms that chapters before it introduce
 */
export function usedTooEarly(
  chapter: Chapter,
  terms: Readonly<Record<string, string>>,
  before: ReadonlySet<string> = new Set(),
): string[] {
  const text = readTexts(chapter, true).join('\n');
  return Object.entries(terms).flatMap(([id, form]) => {
    if (before.has(id)) return [];
    const introduced = text.indexOf(`⟦${id}:`);
    // In another term’s mark it is a part of that term.
    const bare = text.replace(/⟦[^⟧]*⟧/g, (mark) => ' '.repeat(mark.length));
    const used = bare.search(wordOf(form));
    if (used < 0 || (introduced >= 0 && introduced < used)) return [];
    return [`${form}: “${text.slice(Math.max(0, used - 20), used + 30).replace(/\s+/g, ' ')}”`];
  });
}

const wordOf = (form: string): RegExp => {
  const plain = form.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return /\p{Script=Han}/u.test(form)
    ? new RegExp(plain, 'u')
    : new RegExp(String.raw`(?<![\p{L}-])${plain}(?:s|es)?(?![\p{L}-])`, 'iu');
};
