/** Where two studies first differ, for the person who has to know which of them is meant. */
import { lookUp } from '#core/look-up.ts';
import { quote } from '#core/params.ts';

export interface Difference {
  /** Path into the study: `problems.0.noise.sd`. */
  field: string;
  /** What stands there, for a sentence. */
  a: string;
  b: string;
}

/** @returns undefined: they are equal */
export function firstDifference(a: unknown, b: unknown, field = ''): Difference | undefined {
  if (!isObject(a) || !isObject(b))
    return JSON.stringify(a) === JSON.stringify(b) ? undefined : { field, a: shown(a), b: shown(b) };
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const found = firstDifference(lookUp(a, key), lookUp(b, key), field === '' ? key : `${field}.${key}`);
    if (found) return found;
  }
  return undefined;
}

/** Of a folder, a, and what is to be put there, b. */
export const thereAndHere = ({ field, a, b }: Difference): string =>
  `${field} is ${a} there and ${b} here; choose another --out`;

const isObject = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null;
const shown = (x: unknown): string => (x === undefined ? 'missing' : quote(x));
