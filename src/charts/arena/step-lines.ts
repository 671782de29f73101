/** Reading step lines, whose moments differ from line to line. */
import type { StepLine } from './types.ts';

/** The value in force at a moment; NaN before the first. */
export function stepAt({ at, values }: Pick<StepLine, 'at' | 'values'>, moment: number): number {
  let value = NaN;
  for (let i = 0; i < at.length && at[i] <= moment; i++) value = values[i];
  return value;
}

/** All moments of all lines, each once, in order. */
export const momentsOf = (lines: readonly Pick<StepLine, 'at'>[]): number[] =>
  [...new Set(lines.flatMap(({ at }) => Array.from(at)))].sort((a, b) => a - b);
