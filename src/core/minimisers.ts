import type { Problem } from './types.ts';

export interface UnitBox {
  lo: number[];
  hi: number[];
}

/** All global minimisers in the unit cube, as boxes: a point, the region that they fill, or a point's free directions. */
export function minimiserBoxes({ space, optimum }: Pick<Problem, 'space' | 'optimum'>): UnitBox[] {
  const boxes = optimum.region ? [optimum.region] : optimum.at.map((point) => ({ lo: point, hi: point }));
  const free = new Set(optimum.free);
  return boxes.map(({ lo, hi }) => ({
    lo: space.toUnit(lo).map((u, i) => (free.has(i) ? 0 : u)),
    hi: space.toUnit(hi).map((u, i) => (free.has(i) ? 1 : u)),
  }));
}
