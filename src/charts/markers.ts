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

/** A symbol by its corners, for an area of 1. */
const cornered = (corners: readonly (readonly [x: number, y: number])[], closed = true): SymbolType => ({
  draw(context, size) {
    const scale = Math.sqrt(size);
    for (const [i, [x, y]] of corners.entries()) {
      if (i === 0) context.moveTo(x * scale, y * scale);
      else context.lineTo(x * scale, y * scale);
    }
    if (closed) context.closePath();
  },
});

/** Half the base and a third of the height of a triangle with three equal sides and an area of 1. */
const BASE = 3 ** -0.25;
const THIRD = 3 ** -0.75;
const pointingLeft = cornered([
  [-2 * THIRD, 0],
  [THIRD, -BASE],
  [THIRD, BASE],
]);
const pointingRight = cornered([
  [2 * THIRD, 0],
  [-THIRD, -BASE],
  [-THIRD, BASE],
]);
const upright = cornered([
  [-0.24, -0.72],
  [0.24, -0.72],
  [0.24, 0.72],
  [-0.24, 0.72],
]);
const lying = cornered([
  [-0.72, -0.24],
  [0.72, -0.24],
  [0.72, 0.24],
  [-0.72, 0.24],
]);
/** Two triangles, one upon the other. */
const hourglass = cornered([
  [-0.62, -0.62],
  [0.62, -0.62],
  [-0.62, 0.62],
  [0.62, 0.62],
]);
const chevron = cornered(
  [
    [-0.62, 0.35],
    [0, -0.4],
    [0.62, 0.35],
  ],
  false,
);
/** A corner piece: a square without its upper right half. */
const wedge = cornered([
  [-0.62, -0.62],
  [0.62, 0.62],
  [-0.62, 0.62],
]);

const upsideDown = cornered([
  [0, 2 * THIRD],
  [-BASE, -THIRD],
  [BASE, -THIRD],
]);
/** Two triangles, tip to tip. */
const bowTie = cornered([
  [-0.62, -0.62],
  [0.62, 0.62],
  [0.62, -0.62],
  [-0.62, 0.62],
]);

/** `filled`: an area. `stroked`: lines, without an inside. `open`: an outline, whose inside is the paper. */
export type Drawing = 'filled' | 'stroked' | 'open';

/** Area factors chosen so that all shapes look equally large at the same radius; a further shape is a line here. */
const shapes = {
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
  // Not taken yet.
  'triangle-left': { type: pointingLeft, area: 0.8, drawing: 'filled' },
  'triangle-right': { type: pointingRight, area: 0.8, drawing: 'filled' },
  bar: { type: upright, area: 0.9, drawing: 'filled' },
  dash: { type: lying, area: 0.9, drawing: 'filled' },
  hourglass: { type: hourglass, area: 0.95, drawing: 'filled' },
  wedge: { type: wedge, area: 0.95, drawing: 'filled' },
  chevron: { type: chevron, area: 1, drawing: 'stroked' },
  'open-triangle': { type: symbolTriangle, area: 0.7, drawing: 'open' },
  'open-triangle-down': { type: upsideDown, area: 0.7, drawing: 'open' },
} satisfies Record<string, { type: SymbolType; area: number; drawing: Drawing }>;

export type MarkerShape = keyof typeof shapes;

/** Path of a marker about the origin, as large as a circle of `radius` px. */
export function markerPath(shape: MarkerShape, radius: number): string {
  const { type, area } = shapes[shape];
  return symbol(type, Math.PI * radius * radius * area)() ?? '';
}

export const drawingOf = (shape: MarkerShape): Drawing => shapes[shape].drawing;

export const MARKER_SHAPES = Object.keys(shapes) as MarkerShape[];
