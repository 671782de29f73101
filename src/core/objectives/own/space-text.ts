/**
 * Domains in a short text a person can write: `x log 1e-5 1; y integer 1 10; z`. An entry is a name, then in any order
 * `linear`, `log` or `integer`, and the two ends of the range. What is left out is linear, and a range of the owner's.
 *
 * `at` is the 0-based index of a UTF-16 unit of the text:
 *
 * | key                       | values                                                 |
 * | ------------------------- | ------------------------------------------------------ |
 * | problem.space-word        | at, given                                              |
 * | problem.space-range       | at, name: one number, or three                         |
 * | problem.space-order       | at, lo, hi: falling, too narrow, or beyond the limits  |
 * | problem.space-log         | at, lo                                                 |
 * | problem.space-whole       | at, given                                              |
 * | problem.space-integers    | at, most                                               |
 * | problem.space-scales      | at: two scales for one name                            |
 * | problem.space-twice       | at, name                                               |
 * | problem.space-name        | at, given, known                                       |
 */
import { shorten } from '../../params.ts';
import type { Dimension } from '../../space.ts';
import { say, type Message } from '../../types.ts';
import { MOST_VARIABLES } from './formula/limits.ts';
import { VARIABLES } from './formula/operations.ts';

/** Characters at most. */
/** Whole numbers in a range at most: pictures show each of them. */
export const MOST_INTEGERS = 10_000;
/** Ends of a range, as a share of their size: nearer ones are the same to a search. */
const NARROWEST = 1e-9;
/** No end lies further from 0: differences and ratios of ends stay numbers, with room to spare. */
const FARTHEST = 1e300;
/** Nothing is narrower, and no log scale starts nearer to 0: below, numbers lose their digits. */
const FINEST = 1e-300;

export type ScaleName = 'linear' | 'log' | 'integer';

export interface SpaceEntry {
  name: string;
  /** Where it stands in the text. */
  at: number;
  scale: ScaleName;
  range?: { lo: number; hi: number };
}

const SCALES: ReadonlyMap<string, ScaleName> = new Map([
  ['linear', 'linear'],
  ['log', 'log'],
  ['integer', 'integer'],
  ['int', 'integer'],
]);
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** Never throws. An empty text has no entries. */
export function readSpace(text: string): { entries: SpaceEntry[] } | { problem: Message } {
  const entries: SpaceEntry[] = [];
  for (const part of text.matchAll(/[^;；\n]+/g)) {
    if (part[0].trim() === '') continue;
    const read = readEntry(part[0], part.index);
    if ('problem' in read) return read;
    const { name, at } = read;
    if (entries.some((other) => other.name === name))
      return { problem: say('problem.space-twice', { at, name }) };
    entries.push(read);
  }
  return { entries };
}

/** 1e-400 is not 0, and is evaluated as written or not at all. */
const vanished = (word: string, value: number): boolean =>
  value === 0 && /[1-9]/.test(word.replace(/e.*$/i, ''));

function readEntry(part: string, offset: number): SpaceEntry | { problem: Message } {
  const [first, ...words] = part.matchAll(/\S+/g);
  const name = shorten(first[0]);
  const at = offset + first.index;
  let scale: ScaleName | undefined;
  const numbers: { value: number; at: number; given: string }[] = [];
  for (const { 0: word, index } of words) {
    const here = offset + index;
    const known = SCALES.get(word.toLowerCase());
    const value = NUMBER.test(word) ? Number(word) : NaN;
    if (known) {
      if (scale) return { problem: say('problem.space-scales', { at: here }) };
      scale = known;
    } else if (value === value)
      numbers.push({ value: vanished(word, value) ? NaN : value, at: here, given: word });
    else return { problem: say('problem.space-word', { at: here, given: shorten(word) }) };
  }
  scale ??= 'linear';
  if (numbers.length === 0) return { name, at, scale };
  if (numbers.length !== 2) return { problem: say('problem.space-range', { at: numbers.at(-1)!.at, name }) };
  const [lo, hi] = [numbers[0].value, numbers[1].value];
  if (!Number.isFinite(lo) || !Number.isFinite(hi)) {
    const given = { lo: shorten(numbers[0].given), hi: shorten(numbers[1].given) };
    return { problem: say('problem.space-order', { at: numbers[0].at, ...given }) };
  }
  const problem = rangeProblem(scale, lo, hi, numbers[0].at);
  const broken = numbers.find(({ value }) => !Number.isInteger(value));
  if (scale === 'integer' && broken) {
    return { problem: say('problem.space-whole', { at: broken.at, given: broken.given }) };
  }
  return problem ? { problem } : { name, at, scale, range: { lo: lo + 0, hi: hi + 0 } };
}

/** Ends that three digits do not tell apart are said in full. */
const asGiven = (lo: number, hi: number) =>
  lo !== hi && lo.toPrecision(3) === hi.toPrecision(3) ? { lo: String(lo), hi: String(hi) } : { lo, hi };

/** Why a range cannot be searched; undefined where it can. */
export function rangeProblem(scale: ScaleName, lo: number, hi: number, at: number): Message | undefined {
  if (!(hi - lo > NARROWEST * Math.max(Math.abs(lo), Math.abs(hi))))
    return say('problem.space-order', { at, ...asGiven(lo, hi) });
  if (Math.max(Math.abs(lo), Math.abs(hi)) > FARTHEST || hi - lo < FINEST)
    return say('problem.space-order', { at, ...asGiven(lo, hi) });
  if (scale === 'log' && !(lo > 0)) return say('problem.space-log', { at, lo });
  if (scale === 'log' && lo < FINEST) return say('problem.space-order', { at, ...asGiven(lo, hi) });
  if (scale === 'integer' && hi - lo >= MOST_INTEGERS)
    return say('problem.space-integers', { at, most: MOST_INTEGERS });
  return undefined;
}

/**
 * As text again. Entries that say nothing but their name are left out, unless names matter: then all of them are there,
 * in their order.
 */
export const formatSpace = (
  entries: readonly Pick<SpaceEntry, 'name' | 'scale' | 'range'>[],
  named = false,
): string =>
  entries
    .filter(({ scale, range }) => named || scale !== 'linear' || range)
    .map(({ name, scale, range }) =>
      [name, ...(scale === 'linear' ? [] : [scale]), ...(range ? [range.lo, range.hi] : [])].join(' '),
    )
    .join('; ');

export const dimension = (id: string, scale: ScaleName, lo: number, hi: number): Dimension => ({
  id,
  kind: scale === 'integer' ? 'integer' : 'real',
  scale: scale === 'log' ? 'log' : 'linear',
  lo,
  hi,
});

/** The domain of a formula's variables, by number: x is x1. Unnamed ones get 0 … 1. */
export function variableSpace(text: string): { entries: (SpaceEntry | undefined)[] } | { problem: Message } {
  const read = readSpace(text);
  if ('problem' in read) return read;
  const entries = new Array<SpaceEntry | undefined>(MOST_VARIABLES).fill(undefined);
  for (const entry of read.entries) {
    const { name, at, scale, range } = entry;
    const variable = VARIABLES.get(name.toLowerCase());
    if (!variable) {
      const known = `x, y, x1 … x${MOST_VARIABLES}`;
      return { problem: say('problem.space-name', { at, given: name, known }) };
    }
    if (entries[variable.index]) return { problem: say('problem.space-twice', { at, name }) };
    // 0 … 1 is no range for a logarithm, and a poor one for whole numbers.
    if (scale !== 'linear' && !range) return { problem: say('problem.space-range', { at, name }) };
    entries[variable.index] = entry;
  }
  return { entries };
}
