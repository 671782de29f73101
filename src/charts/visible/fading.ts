/** Where a band leaves its plot: there it fades out, and an arrow says that it goes on. */
import type { Beyond } from '../beyond.ts';
import type { Scale } from '../scales.ts';
import type { Band } from '../types.ts';

export interface Fading {
  beyond: Beyond;
  /** Px: the middle of where it is outside. */
  x: number;
}

/** Narrower than this, in px, nobody misses what is outside. */
const LEAST = 3;

/** One for each stretch along which mean + 2 sd, or mean − 2 sd, is outside; none without a band. */
export function fadingOf(
  band: Band | null,
  { x, y, top, bottom }: { x: Scale; y: Scale; top: number; bottom: number },
): Fading[] {
  if (!band) return [];
  const found: Fading[] = [];
  for (const beyond of ['above', 'below'] as const) {
    const sign = beyond === 'above' ? 1 : -1;
    const outside = (i: number) => {
      const pixel = y(band.mean[i] + sign * 2 * band.sd[i]);
      return beyond === 'above' ? pixel < top - 1 : pixel > bottom + 1;
    };
    const { length } = band.x;
    for (let i = 0; i < length; i++) {
      if (!outside(i)) continue;
      const from = i;
      while (i + 1 < length && outside(i + 1)) i++;
      const [a, b] = [x(band.x[from]), x(band.x[i])];
      if (Math.abs(b - a) >= LEAST) found.push({ beyond, x: (a + b) / 2 });
    }
  }
  return found;
}
