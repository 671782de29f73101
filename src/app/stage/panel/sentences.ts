/** Sentences in a place of fixed size: the pictures below must not move from trial to trial. */
import { textWidth } from '#charts/scales.ts';

/** Of the font's size. */
export const LINE = 1.3;
const STEP = 0.5;

export interface Room {
  /** Px. */
  width: number;
  lines: number;
  /** Font sizes in px: wanted, least for several sentences, least for one. */
  size: number;
  least: number;
  smallest: number;
}

export interface Fitted {
  /** Px. */
  size: number;
  /** Those that stand there, each with the place of the text that it is from. */
  sentences: { text: string; of: number }[];
  /** Nothing had to be left out. */
  whole: boolean;
}

/** A full stop that ends a sentence is followed by a blank and a capital letter; a Chinese one by anything. */
const ENDS = /(?<=[.!?])\s+(?=[\p{Lu}“])|(?<=[。！？])/u;
/** Where a sentence may be broken off. */
const CLAUSES = /(?<=[;:；：])\s*|(?<=,) (?=so |but |which )|(?<=，)(?=所以|因此|于是|故|但)/u;

/** What stands between two sentences: nothing after a Chinese full stop, which has its own room. */
export const gapAfter = (sentence: string): string => (/[。！？]$/u.test(sentence) ? '' : ' ');
const joined = (sentences: readonly string[]): string =>
  sentences.map((one, i) => one + (i < sentences.length - 1 ? gapAfter(one) : '')).join('');

export const sentencesOf = (text: string): string[] => text.split(ENDS).filter((part) => part !== '');

/** A blank that no line breaks at belongs to what it holds together. */
const PARTS =
  /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]|(?:\u00a0|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60])+|[^\S\u00a0]+/g;

/** A Chinese line neither begins with what closes a phrase nor ends with what opens one. */
const CLOSES = /^([，。、；：）！？”》]$|\u00a0)/;
const OPENS = /^[（“《]$/;
/** Widths are estimates. */
const SURE = 0.97;

/** Lines that a text takes at most. */
export function linesOf(text: string, wide: number, size: number): number {
  const width = wide * SURE;
  let lines = 1;
  let used = 0;
  let before = '';
  for (const part of text.match(PARTS) ?? []) {
    const own = textWidth(part, size);
    if (used + own > width && used > 0) {
      if (part.trim() === '') continue;
      lines += 1;
      used = CLOSES.test(part) || OPENS.test(before) ? textWidth(before, size) : 0;
    }
    // What is longer than a line is broken anywhere.
    lines += Math.max(0, Math.ceil(own / width) - 1);
    used += own > width ? own % width : own;
    before = part;
  }
  return lines;
}

/**
 * As many sentences as there is room for, the first ones first, as large as can be; of a first one that is too long, its
 * first clauses.
 * @param said the most important first
 */
export function fitSentences(said: readonly string[], room: Room): Fitted {
  const all = said.flatMap((text, of) => sentencesOf(text).map((sentence) => ({ text: sentence, of })));
  const fits = (sentences: readonly string[], size: number) =>
    // The place is as high as so many lines of the wanted size.
    linesOf(joined(sentences), room.width, size) <= Math.floor((room.lines * room.size) / size + 1e-6);
  const sizeOf = (sentences: readonly string[], least: number): number | undefined => {
    for (let size = room.size; size >= least; size -= STEP) if (fits(sentences, size)) return size;
    return undefined;
  };
  for (let count = all.length; count > 0; count--) {
    const sentences = all.slice(0, count);
    const texts = sentences.map(({ text }) => text);
    const size = sizeOf(texts, count > 1 ? room.least : room.smallest);
    if (size !== undefined) return { size, sentences, whole: count === all.length };
  }
  if (all.length === 0) return { size: room.smallest, sentences: [], whole: true };
  for (const text of shortenings(all[0].text))
    if (fits([text], room.smallest))
      return { size: room.smallest, sentences: [{ text, of: all[0].of }], whole: false };
  return { size: room.smallest, sentences: [], whole: false };
}

/** A sentence without its last clauses, or where none is left its last words: the longest first. */
function* shortenings(sentence: string): Generator<string, void, void> {
  const clauses = sentence.split(CLAUSES);
  for (let count = clauses.length - 1; count > 0; count--) {
    const kept = clauses.slice(0, count).join(' ');
    yield `${kept.replace(/[;:,；：，]\s*$/u, '')} …`;
  }
  const words = sentence.match(PARTS) ?? [];
  for (let count = words.length - 1; count > 0; count--)
    yield `${words.slice(0, count).join('').trimEnd()} …`;
}
