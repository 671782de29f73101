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
  'argument|observation|hyperparameter|dimension|day|year|knot|time|height|name|field|column|character|value|other|result|range|entrie|strategie|section|placement|bet|pair';
const BLANKS = new RegExp(`\\{\\{(\\w+)\\}\\}(?: (${COUNTED})s\\b)?`, 'g');

/** A text with its blanks filled; blanks that nothing fills stay. A value is never read for blanks itself. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(BLANKS, (whole: string, name: string, counted?: string) => {
    const value = lookUp(values, name);
    if (value === undefined) return whole;
    if (counted === undefined) return String(value);
    return `${value} ${String(value) === '1' ? counted.replace(/ie$/, 'y') : `${counted}s`}`;
  });
