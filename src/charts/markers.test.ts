/** Every pair of markers can be told apart in black and white where each is eight pixels wide. */
import { expect, it } from 'vitest';
import { drawingOf, MARKER_SHAPES, markerPath, type MarkerShape } from './markers.ts';

type Point = readonly [x: number, y: number];

/** The lines of a path of M, L, H, V, A (half circles and circles only) and Z, as d3 writes symbols; each closed or not. */
function polylines(path: string): { points: Point[]; closed: boolean }[] {
  const lines: { points: Point[]; closed: boolean }[] = [];
  let [x, y] = [0, 0];
  for (const [, command, rest] of path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const numbers = (rest.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    const last = lines.at(-1);
    const to = (nextX: number, nextY: number) => {
      [x, y] = [nextX, nextY];
      last!.points.push([x, y]);
    };
    if (command === 'M') {
      [x, y] = numbers;
      lines.push({ points: [[x, y]], closed: false });
    } else if (command === 'L') to(numbers[0], numbers[1]);
    else if (command === 'H' || command === 'h') to(command === 'h' ? x + numbers[0] : numbers[0], y);
    else if (command === 'V' || command === 'v') to(x, command === 'v' ? y + numbers[0] : numbers[0]);
    else if (command === 'A') {
      // Circles about the origin.
      const [radius, , , , , endX, endY] = numbers;
      const start = Math.atan2(y, x);
      for (let i = 1; i <= 16; i++) {
        const angle = start + (Math.PI * i) / 16;
        to(radius * Math.cos(angle), radius * Math.sin(angle));
      }
      to(endX, endY);
    } else if (command === 'Z' || command === 'z') last!.closed = true;
    else throw new Error(`A path with ${command}: ${path}`);
  }
  return lines;
}

const edges = ({ points, closed }: { points: Point[]; closed: boolean }): [Point, Point][] => [
  ...points.slice(1).map((point, i): [Point, Point] => [points[i], point]),
  ...(closed ? [[points.at(-1)!, points[0]] as [Point, Point]] : []),
];

function distance([x, y]: Point, [[ax, ay], [bx, by]]: [Point, Point]): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/** Non-zero winding, as SVG fills. */
function inside([x, y]: Point, all: readonly [Point, Point][]): boolean {
  let winding = 0;
  for (const [[ax, ay], [bx, by]] of all) {
    const side = (bx - ax) * (y - ay) - (x - ax) * (by - ay);
    if (ay <= y && by > y && side > 0) winding += 1;
    if (ay > y && by <= y && side < 0) winding -= 1;
  }
  return winding !== 0;
}

/** Pixels a side: eight of the marker and one around it. */
const SIDE = 10;
/** Each pixel is looked at in so many places a side. */
const WITHIN = 4;

/** How much ink is in each pixel, 0 … 1. */
function ink(shape: MarkerShape): number[] {
  const lines = polylines(markerPath(shape, 4));
  const outline = lines.flatMap(edges);
  const filled = drawingOf(shape) === 'filled';
  const area = lines.flatMap((line) => edges({ ...line, closed: true }));
  // In the legend an outline is 3 wide where the marker is 14: 1.7 at 8.
  const inked = (point: Point) =>
    filled ? inside(point, area) : outline.some((edge) => distance(point, edge) <= 0.85);
  return Array.from({ length: SIDE * SIDE }, (_, at) => {
    let sum = 0;
    for (let i = 0; i < WITHIN * WITHIN; i++) {
      const x = (at % SIDE) + ((i % WITHIN) + 0.5) / WITHIN - SIDE / 2;
      const y = Math.floor(at / SIDE) + (Math.floor(i / WITHIN) + 0.5) / WITHIN - SIDE / 2;
      if (inked([x, y])) sum += 1;
    }
    return sum / WITHIN ** 2;
  });
}

const drawn = new Map(MARKER_SHAPES.map((shape) => [shape, ink(shape)]));
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const apart = (a: readonly number[], b: readonly number[]) =>
  sum(a.map((value, i) => Math.abs(value - b[i])));

it.each(MARKER_SHAPES)('%s has about as much ink as the others, within its eight pixels', (shape) => {
  const pixels = drawn.get(shape)!;
  expect(sum(pixels)).toBeGreaterThan(20);
  expect(sum(pixels)).toBeLessThan(60);
  // What stands out is thin: no more than two pixels on each side.
  const rim = pixels.filter((_, at) => at % SIDE === 0 || at % SIDE === SIDE - 1 || at < SIDE);
  expect(sum(rim)).toBeLessThan(8);
});

it.each(MARKER_SHAPES.map((shape, i) => [shape, MARKER_SHAPES.slice(0, i)] as const))(
  '%s differs from all others by ink for nine pixels',
  (shape, others) => {
    for (const other of others) expect(apart(drawn.get(shape)!, drawn.get(other)!), other).toBeGreaterThan(9);
  },
);

it('measures ink: a circle has that of its area, and is nothing away from itself', () => {
  expect(sum(drawn.get('circle')!)).toBeCloseTo(Math.PI * 16, 0);
  expect(apart(ink('circle'), drawn.get('circle')!)).toBe(0);
});
