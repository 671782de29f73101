import { MAX_LIST, readNumber } from '#core/params.ts';
import type { Dimension } from '#core/space.ts';

/**
 * Levels as a person types them: numbers with commas (also full-width ones), semicolons or blanks between them.
 * @returns `levels` undefined where the text cannot be read; `outside` the first one out of the dimension's range
 */
export function parseLevels(
  text: string,
  { lo, hi }: Pick<Dimension, 'lo' | 'hi'>,
): { levels?: number[]; outside?: number } {
  const levels = text
    .split(/[,，、;；\s]+/)
    .filter((part) => part !== '')
    .map(readNumber);
  if (levels.length > MAX_LIST || levels.some((level) => !Number.isFinite(level))) return {};
  const outside = levels.find((level) => level < lo || level > hi);
  return outside === undefined ? { levels } : { levels, outside };
}
