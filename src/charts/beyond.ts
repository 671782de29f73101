/** Values that a plot has no room for: drawn at its edge, with an arrow that points to where they are. */
import type { Scale } from './scales.ts';
import type { Interval } from './types.ts';

export type Beyond = 'above' | 'below';

/** On which side of the axis's range a value lies; undefined inside it, and for a failed trial. */
export function beyondOf(value: number | null, { lo, hi }: Interval): Beyond | undefined {
  if (value === null) return undefined;
  return value > hi ? 'above' : value < lo ? 'below' : undefined;
}

/** A triangle as wide as twice `size`, `gap` px from the middle of the mark that it belongs to. */
export function arrowPath(beyond: Beyond, gap: number, size: number): string {
  const sign = beyond === 'above' ? -1 : 1;
  return `M${-size},${sign * gap}h${2 * size}l${-size},${sign * size * 1.2}Z`;
}

/** Pixels of a value; far outside of the plot they stay small enough for every renderer. */
export function pixelOf(value: number, scale: Scale): number {
  const FAR = 10_000;
  return Math.min(FAR, Math.max(-FAR, scale(value)));
}
