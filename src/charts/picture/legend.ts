/** A legend that is drawn along: what entries of a page's legend say, without being pressed. */
import { drawingOf, markerPath } from '../markers.ts';
import { textWidth } from '../scales.ts';
import type { Series } from '../types.ts';
import { node, words } from './node.ts';
import { resolved } from './paint.ts';

interface Place {
  left: number;
  y: number;
  /** Px up to which there is room. */
  right: number;
  size: number;
  style: CSSStyleDeclaration;
}

/** @returns the height below the legend */
export function drawLegend(
  root: Element,
  series: readonly Series[],
  { left, y, right, size, style }: Place,
): number {
  if (series.length === 0) return y;
  let x = left;
  let line = y + size;
  for (const { label, colour, marker, dash, points } of series) {
    const room = size * 3 + textWidth(label, size);
    if (x > left && x + room > right) {
      x = left;
      line += size * 1.6;
    }
    const ink = resolved(colour, style);
    const filled = drawingOf(marker) === 'filled';
    const middle = line - size * 0.35;
    const sample = { x1: x, x2: x + size * 2.2, y1: middle, y2: middle, stroke: ink, 'stroke-width': 2 };
    const mark = {
      d: markerPath(marker, size * 0.4),
      transform: `translate(${x + size * 1.1},${middle})`,
      fill: filled ? ink : resolved('var(--panel)', style),
      stroke: filled ? 'none' : ink,
      'stroke-width': 2,
    };
    root.append(
      ...(points ? [] : [node('line', { ...sample, ...(dash && { 'stroke-dasharray': dash }) })]),
      node('path', mark),
      words(label, x + size * 2.7, line, { size, colour: style.color }),
    );
    x += room + size;
  }
  return line + size;
}
