/** Points as a person types them: one a line (or with semicolons between), a number for every hyperparameter. */
import { readNumber } from '#core/params.ts';
import type { Dimension } from '#core/space.ts';

export type Points =
  | { points: number[][] }
  /** The first line that is wrong, from 1, and what is on it. */
  | { line: number; wrong: 'form' | 'outside' | 'whole'; given: string; axis: number };

export const pointsText = (points: readonly (readonly number[])[]): string =>
  points.map((point) => point.join(', ')).join('\n');

export function parsePoints(text: string, dimensions: readonly Dimension[]): Points {
  const points: number[][] = [];
  for (const [i, row] of text.split(/[\n;；]/).entries()) {
    const parts = row.split(/[,，、\s]+/).filter((part) => part !== '');
    if (parts.length === 0) continue;
    const point = parts.map((part) => readNumber(part.replace(/^−/, '-')) + 0);
    const line = i + 1;
    if (point.length !== dimensions.length || point.some((value) => !Number.isFinite(value)))
      return { line, wrong: 'form', given: row.trim(), axis: 0 };
    for (const [axis, { kind, lo, hi }] of dimensions.entries()) {
      const given = parts[axis];
      if (point[axis] < lo || point[axis] > hi) return { line, wrong: 'outside', given, axis };
      if (kind === 'integer' && !Number.isInteger(point[axis])) return { line, wrong: 'whole', given, axis };
    }
    points.push(point);
  }
  return { points };
}
