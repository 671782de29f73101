/** Fills the blanks of a moment's sentence, in any language: names for ids, numbers with as many digits as can be used. */
import { formatNumber } from '#charts/format.ts';
import type { Message } from '#core/types.ts';

/** What a language, and whoever speaks it, brings along. */
export interface MomentWords {
  /** The short name of a strategy. */
  nameOf: (id: string) => string;
  /** “a, b and c”. */
  list: (names: readonly string[]) => string;
  /** The last entry of a list that leaves some out. */
  more: (count: number) => string;
  /** `minimum` or `known`, see `Moment`. */
  goal: (key: string) => string;
}

const FEWEST_DIGITS = 3;
const MOST_DIGITS = 4;
/** A caption has room for so many names. */
const MOST_NAMES = 2;

export function momentBlanks({ values }: Message, words: MomentWords): Record<string, string> {
  const numbers = Object.values(values).filter((value) => typeof value === 'number');
  const different = (digits: number) => new Set(numbers.map((value) => spell(value, digits))).size;
  const digits = different(MOST_DIGITS) > different(FEWEST_DIGITS) ? MOST_DIGITS : FEWEST_DIGITS;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      // Counts are said whole.
      if (typeof value === 'number') return [name, name === 'count' ? String(value) : spell(value, digits)];
      if (name === 'strategy' || name === 'from') return [name, namesOf(value.split(','), words)];
      return [name, name === 'goal' ? words.goal(value) : value];
    }),
  );
}

/** Rounded first: print keeps all digits of large whole numbers. */
const spell = (value: number, digits: number): string =>
  formatNumber(Number(value.toPrecision(digits)), digits);

function namesOf(ids: readonly string[], { nameOf, list, more }: MomentWords): string {
  const names = ids.map(nameOf);
  if (names.length <= MOST_NAMES) return list(names);
  const shown = names.slice(0, MOST_NAMES - 1);
  return list([...shown, more(names.length - shown.length)]);
}
