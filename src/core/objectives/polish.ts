import type { Point } from '../types.ts';

/**
 * The minimum of a smooth valley to the last digits: a compass search that halves its step, from a starting point
 * inside the valley. Slow and sure; used once per objective to turn a published four-digit minimiser into ours.
 */
export function polish(
  value: (x: Point) => number,
  start: Point,
  step = 1e-3,
): { x: number[]; value: number } {
  const x = [...start];
  let best = value(x);
  for (let size = step; size > 1e-13;) {
    let moved = false;
    for (let i = 0; i < x.length; i++) {
      for (const change of [size, -size]) {
        const before = x[i];
        x[i] = before + change;
        const tried = value(x);
        if (tried < best) {
          best = tried;
          moved = true;
        } else x[i] = before;
      }
    }
    if (!moved) size /= 2;
  }
  return { x, value: best };
}

/** Computes once, when first asked. */
export function once<T>(compute: () => T): () => T {
  let kept: { value: T } | undefined;
  return () => (kept ??= { value: compute() }).value;
}
