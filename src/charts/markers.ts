import {
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTimes,
  symbolTriangle,
  symbolWye,
  type SymbolType,
} from 'd3';
import type { MarkerShape } from './types.ts';

/** Area factors chosen so that all shapes look equally large at the same radius. */
const shapes: Record<MarkerShape, { type: SymbolType; area: number }> = {
  circle: { type: symbolCircle, area: 1 },
  square: { type: symbolSquare, area: 1 },
  diamond: { type: symbolDiamond, area: 0.9 },
  triangle: { type: symbolTriangle, area: 0.8 },
  star: { type: symbolStar, area: 0.85 },
  cross: { type: symbolTimes, area: 1 },
  wye: { type: symbolWye, area: 0.8 },
};

/** Path of a marker about the origin, as large as a circle of `radius` px. */
export function markerPath(shape: MarkerShape, radius: number): string {
  const { type, area } = shapes[shape];
  return symbol(type, Math.PI * radius * radius * area)() ?? '';
}

/** symbolTimes is stroked, everything else is filled. */
export const isStroked = (shape: MarkerShape): boolean => shape === 'cross';
