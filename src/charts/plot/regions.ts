/** Boxes of hyperparameter values as rectangles: one mechanism for one, two and many dimensions. */
import { axisScale } from '../scales.ts';
import type { Axis, Interval } from '../types.ts';
import type { Frame } from './layout.ts';
import type { Kind } from './plotting.svelte.ts';

/** As the attributes of an SVG `rect`. */
export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Place {
  readonly kind: Kind;
  readonly frame: Frame;
}

/** Half of the least height of a part of a parallel axis: a bracket narrower than a hair is still a mark. */
const LEAST = 2;

/**
 * The rectangles that a box is drawn as. Where axes cross it is one, as wide and high as the plot along what the box does
 * not bound; on parallel axes it is one on every axis, wide enough to be seen.
 */
export function regionsOf(box: readonly Interval[], { kind, frame }: Place): Rect[] {
  const { x, y, top, bottom, type, columns } = frame;
  if (kind !== 'parallel') {
    const [across, up] = box;
    const [a, b] = [x(across.lo), x(across.hi)];
    const [low, high] = up && kind === 'plane' ? [y(up.lo), y(up.hi)] : [bottom, top];
    return [{ x: Math.min(a, b), y: high, width: Math.abs(b - a), height: low - high }];
  }
  return box.map(({ lo, hi }, i) => {
    const { at, scale } = columns[i];
    const middle = (scale(lo) + scale(hi)) / 2;
    const half = Math.max(LEAST, Math.abs(scale(lo) - scale(hi)) / 2);
    return { x: at - type * 0.45, y: middle - half, width: type * 0.9, height: 2 * half };
  });
}

/** What lies outside of an interval, on both sides of it, as far as its axis goes. */
export function outside({ lo, hi }: Interval, axis: Axis): Interval[] {
  const [from, to] = axisScale(axis, [0, 1]).domain();
  return [
    { lo: from, hi: lo },
    { lo: hi, hi: to },
  ].filter((interval) => interval.hi > interval.lo);
}

/** One ring of the plot, one of a rectangle in it: the area between them, with the fill rule `evenodd`. */
export function around({ x, y, width, height }: Rect, { left, right, top, bottom }: Frame): string {
  const [wide, tall] = [right - left, bottom - top];
  return `M${left},${top}h${wide}v${tall}h${-wide}ZM${x},${y}h${width}v${height}h${-width}Z`;
}
