import {
  symbol,
  symbolAsterisk,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTimes,
  symbolTriangle,
  symbolWye,
  type SymbolType,
} from 'd3';
import type { MarkerShape } from './types.ts';

const upsideDown: SymbolType = {
  draw(context, size) {
    const y = Math.sqrt(size / (Math.sqrt(3) * 3));
    context.moveTo(0, y * 2);
    context.lineTo(-Math.sqrt(3) * y, -y);
    context.lineTo(Math.sqrt(3) * y, -y);
    context.closePath();
  },
};

/** Two triangles, tip to tip. */
const bowTie: SymbolType = {
  draw(context, size) {
    const r = Math.sqrt(size) * 0.62;
    context.moveTo(-r, -r);
    context.lineTo(r, r);
    context.lineTo(r, -r);
    context.lineTo(-r, r);
    context.closePath();
  },
};

/** `filled`: an area. `stroked`: lines, without an inside. `open`: an outline, whose inside is the paper. */
export type Drawing = 'filled' | 'stroked' | 'open';

/** Area factors chosen so that all shapes look equally large at the same radius. */
const shapes: Record<MarkerShape, { type: SymbolType; area: number; drawing: Drawing }> = {
  circle: { type: symbolCircle, area: 1, drawing: 'filled' },
  square: { type: symbolSquare, area: 1, drawing: 'filled' },
  diamond: { type: symbolDiamond, area: 0.9, drawing: 'filled' },
  triangle: { type: symbolTriangle, area: 0.8, drawing: 'filled' },
  star: { type: symbolStar, area: 0.85, drawing: 'filled' },
  plus: { type: symbolCross, area: 0.95, drawing: 'filled' },
  wye: { type: symbolWye, area: 0.8, drawing: 'filled' },
  'bow-tie': { type: bowTie, area: 0.95, drawing: 'filled' },
  'triangle-down': { type: upsideDown, area: 0.8, drawing: 'filled' },
  cross: { type: symbolTimes, area: 1, drawing: 'stroked' },
  asterisk: { type: symbolAsterisk, area: 0.85, drawing: 'stroked' },
  ring: { type: symbolCircle, area: 0.85, drawing: 'open' },
  'open-square': { type: symbolSquare, area: 0.85, drawing: 'open' },
  'open-diamond': { type: symbolDiamond, area: 0.8, drawing: 'open' },
};

/** Path of a marker about the origin, as large as a circle of `radius` px. */
export function markerPath(shape: MarkerShape, radius: number): string {
  const { type, area } = shapes[shape];
  return symbol(type, Math.PI * radius * radius * area)() ?? '';
}

export const drawingOf = (shape: MarkerShape): Drawing => shapes[shape].drawing;

export const MARKER_SHAPES = Object.keys(shapes) as MarkerShape[];
