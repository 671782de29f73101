/** What page and command line do alike to make a sentence of a message of the core. */
import { lookUp } from '#core/look-up.ts';
import type { Message } from '#core/types.ts';

/** Sections of the dictionaries, by the first word of a message's key: the others are the strategies’. */
export const SECTIONS: ReadonlyMap<string, 'notice' | 'problems' | 'error' | 'reading'> = new Map([
  ['notice', 'notice'],
  ['problem', 'problems'],
  ['error', 'error'],
  ['reading', 'reading'],
]);

/** `problem.csv-empty` → `['problem', 'csv-empty']`. */
export function splitKey(key: string): [group: string, name: string] {
  const dot = key.indexOf('.');
  return dot < 0 ? [key, ''] : [key.slice(0, dot), key.slice(dot + 1)];
}

/**
 * What fills blanks for a reader where the core counts from 0.
 * @param labels of the problem's dimensions; without one, `x1` is the first
 */
export function fromOne({ axis, at }: Message['values'], labels: readonly string[]): Record<string, string> {
  return {
    ...(typeof axis === 'number' && { axis: labels[axis] ?? `x${axis + 1}` }),
    ...(typeof at === 'number' && { character: String(at + 1) }),
  };
}

/** English words that are counted: one of them has no s. */
const COUNTED =
  'trial|run|repeat|problem|point|level|machine|machine-hour|target|place|line|row|cell|look|comparison|evaluation|' +
  'argument|observation|hyperparameter|dimension|day|year|knot|time|height|name|field|column|character|value|other|result|range|entrie|strategie|section|placement|bet|pair|game|step|picture';
const BLANKS = new RegExp(`\\{\\{(\\w+)\\}\\}(?: (${COUNTED})s\\b)?`, 'g');

/** A text with its blanks filled; blanks that nothing fills stay. A value is never read for blanks itself. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  const said: string[] = [];
  let end = 0;
  for (const { 0: whole, 1: name, 2: counted, index } of text.matchAll(BLANKS)) {
    const value = lookUp(values, name);
    if (value === undefined) continue;
    const words = !counted ? '' : ` ${String(value) === '1' ? counted.replace(/ie$/, 'y') : `${counted}s`}`;
    said.push(text.slice(end, index), `${value}${words}`);
    end = index + whole.length;
  }
  said.push(text.slice(end));
  return HAN.test(text) ? said.reduce(joined) : said.join('');
}

const HAN = /\p{Script=Han}/u;
const WIDE = /[\p{Script=Han}，。；：、？！（）“”]/u;
const NARROW = /[\p{Script=Latin}\p{Script=Greek}\p{N}]/u;

/** Chinese has a blank between a Han character and a letter or digit, and none between two Han characters. */
export function joined(before: string, after: string): string {
  if (before === '' || after === '') return before + after;
  const [left, right] = [before.replace(/ +$/, ''), after.replace(/^ +/, '')];
  const [a, b] = [left.at(-1) ?? '', right.at(0) ?? ''];
  if (WIDE.test(a) && WIDE.test(b)) return left + right;
  const apart = (HAN.test(a) && NARROW.test(b)) || (NARROW.test(a) && HAN.test(b));
  return apart && left === before && right === after ? `${before} ${after}` : before + after;
}
