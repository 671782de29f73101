/** Large amounts in words, in the reader's language: “9.77 million”, “977 万”; powers of ten where words end. */
import { formatNumber } from '#charts/format.ts';
import type { Large } from '#core/study/curse.ts';
import { language, t } from '../i18n/index.svelte.ts';
import { factsOf } from '../i18n/languages.ts';
import { duration } from './labels.ts';
import { whole } from './numbers.ts';

/** There are no everyday words from here on. */
const POWERS_FROM = 1e15;
/** Of a number before a word. */
const DIGITS = 3;

export function inWords(amount: Large | number): string {
  const value = sizeOf(amount);
  if (value < 999.5) return formatNumber(value);
  const rounded = Math.round(value);
  const { gap, words } = factsOf(language()).large;
  if (rounded < words.at(-1)![0]) return whole(rounded);
  const shown = Number(value.toPrecision(DIGITS));
  if (shown >= POWERS_FROM) return formatNumber(value);
  const [from, word] = words.find(([least]) => shown >= least)!;
  return `${Number((shown / from).toPrecision(DIGITS))}${gap}${word}`;
}

/** Of use for drawing and comparing; grids that can be asked for stay far below the largest number. */
export const sizeOf = (amount: Large | number): number =>
  typeof amount === 'number' ? amount : (amount.value ?? 10 ** amount.log10);

/** “12 trials”, “9.77 million trials”. */
export function trialsInWords(amount: Large | number): string {
  const one = sizeOf(amount) === 1;
  return closed(t('arena.trialsOf', { count: one ? 1 : 2, amount: inWords(amount) }));
}

/** Between two Chinese characters there is no space: 977 万次. */
export const closed = (text: string) => text.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');

const DAY = 24;
/** Julian year, in hours. */
export const YEAR = 365.25 * DAY;

/** Machine time: “40 s”, “2.5 h”, “12 days”, “1,110 years”. */
export function timeInWords(amount: Large | number): string {
  const hours = sizeOf(amount);
  if (hours < 2 * DAY) return duration(hours * 3600);
  if (hours < 2 * YEAR) return t('arena.days', { value: inWords(Math.round(hours / DAY)) });
  return closed(t('arena.years', { value: inWords(hours / YEAR) }));
}
