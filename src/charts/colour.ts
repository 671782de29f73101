/** Values to colours, contour lines and the colour bar: computed once per field, shared by all charts. */
import { contours, interpolateViridis, rgb } from 'd3';
import type { Field } from './types.ts';

/** Of one field, drawn in so many sizes at once: a window that is pulled at has hundreds, one after another. */
const SIZES = 8;
/**
 * Results kept by the array of values they were made from: several panels show the same landscape, and a clock
 * that ticks makes new objects around it, but not a new landscape.
 */
function keptBy<Result>(): (values: object, key: string, make: () => Result) => Result {
  const kept = new WeakMap<object, Map<string, Result>>();
  return (values, key, make) => {
    let own = kept.get(values);
    if (!own) kept.set(values, (own = new Map()));
    let result = own.get(key);
    if (result === undefined) {
      if (own.size >= SIZES) own.delete(own.keys().next().value!);
      own.set(key, (result = make()));
    }
    return result;
  };
}

export interface Colouring {
  /** Value → [0, 1], the place on the map. */
  place: (value: number) => number;
  /** The inverse. */
  value: (place: number) => number;
}

const finite = (values: ArrayLike<number>) => Float64Array.from(values).filter(Number.isFinite).sort();

/** Index of the first element ≥ value, as a fraction of the way through the sorted values. */
function rankOf(sorted: Float64Array, value: number): number {
  let lo = 0;
  let hi = sorted.length;
  while (lo < hi) {
    const middle = (lo + hi) >> 1;
    if (sorted[middle] < value) lo = middle + 1;
    else hi = middle;
  }
  return sorted.length > 1 ? Math.min(1, lo / (sorted.length - 1)) : 0.5;
}

/** Linear between order statistics. */
function quantile(sorted: Float64Array, place: number): number {
  const at = Math.min(1, Math.max(0, place)) * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}

const colourings = keptBy<Colouring>();

/** How the values of a field are spread over the map. */
export const colouringOf = (field: Field, domain?: readonly [number, number]): Colouring =>
  colourings(field.values, `${field.spread} ${domain ?? ''}`, () => makeColouring(field, domain));

/** The colours of another field, for values of the same kind. */
export const colouringLike = (field: Field, like: Field): Colouring =>
  // An object of its own: what is painted is kept by it.
  colourings(field.values, 'like', () => ({ ...colouringOf(like) }));

function makeColouring(field: Field, domain?: readonly [number, number]): Colouring {
  const sorted = finite(field.values);
  if (sorted.length === 0) return { place: () => 0.5, value: () => NaN };
  if (field.spread === 'rank') {
    return {
      place: (value) => rankOf(sorted, value),
      value: (place) => quantile(sorted, place),
    };
  }
  const [lo, hi] = domain ?? [sorted[0], sorted[sorted.length - 1]];
  const length = hi - lo || 1;
  return {
    place: (value) => Math.min(1, Math.max(0, (value - lo) / length)),
    value: (place) => lo + place * length,
  };
}

const STEPS = 1024;
let bytes: Uint8ClampedArray | undefined;
/** Viridis as bytes, so that painting a field allocates nothing per cell: 256 colours, each read once. */
function viridis(): Uint8ClampedArray {
  if (bytes) return bytes;
  bytes = new Uint8ClampedArray(STEPS * 3);
  let before = '';
  for (let i = 0, last = rgb(before); i < STEPS; i++) {
    const colour = interpolateViridis(i / (STEPS - 1));
    if (colour !== before) last = rgb((before = colour));
    bytes.set([last.r, last.g, last.b], i * 3);
  }
  return bytes;
}

const paintings = keptBy<Uint8ClampedArray<ArrayBuffer>>();

/** One pixel per cell, top row first; cells without a value stay transparent. */
export const pixelsOf = (field: Field, colouring: Colouring): Uint8ClampedArray<ArrayBuffer> =>
  // A colouring belongs to its values, and differs from their others by what it does to them.
  paintings(colouring, `${field.columns} ${field.rows}`, () => paint(field, colouring));

function paint({ columns, rows, values }: Field, { place }: Colouring): Uint8ClampedArray<ArrayBuffer> {
  const table = viridis();
  const pixels = new Uint8ClampedArray(columns * rows * 4);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const value = values[(rows - 1 - row) * columns + column];
      if (!Number.isFinite(value)) continue;
      const from = Math.round(place(value) * (STEPS - 1)) * 3;
      const to = (row * columns + column) * 4;
      pixels[to] = table[from];
      pixels[to + 1] = table[from + 1];
      pixels[to + 2] = table[from + 2];
      pixels[to + 3] = 255;
    }
  }
  return pixels;
}

export interface ContourLine {
  place: number;
  value: number;
  /** Of each ring x, y, x, y, …, in cells from the lower left corner of the field. */
  rings: readonly Float32Array[];
}

const contourings = keptBy<ContourLine[]>();

/** Contour lines at `count` values evenly spread over the map. */
export const contourLines = (field: Field, colouring: Colouring, count: number): ContourLine[] =>
  contourings(colouring, `${field.columns} ${field.rows} ${count}`, () =>
    makeContours(field, colouring, count),
  );

function makeContours(field: Field, colouring: Colouring, count: number): ContourLine[] {
  const { columns, rows, values } = field;
  // One more ring of cells, so that where a level set leaves the field its closing edge is outside the plot.
  const width = columns + 2;
  const padded = new Array<number>(width * (rows + 2));
  for (let row = 0; row < rows + 2; row++) {
    for (let column = 0; column < width; column++) {
      const r = Math.min(rows - 1, Math.max(0, row - 1));
      const c = Math.min(columns - 1, Math.max(0, column - 1));
      padded[row * width + column] = values[r * columns + c];
    }
  }
  const generator = contours().size([width, rows + 2]);
  return Array.from({ length: count }, (_, i) => {
    const place = (i + 1) / (count + 1);
    const value = colouring.value(place);
    const { coordinates } = generator.contour(padded, value);
    return {
      place,
      value,
      // Flat: pairs would take several times the memory, for as long as the field is there.
      rings: coordinates.flat().map((ring) => Float32Array.from(ring.flat(), (cell) => cell - 1)),
    };
  });
}

const paths = keptBy<string>();

/** Rings as a path on a plot `width` × `height` px with its origin at the top left. */
export const ringsPath = (line: ContourLine, field: Field, width: number, height: number): string =>
  paths(line, `${field.columns} ${field.rows} ${width} ${height}`, () =>
    makePath(line, field, width, height),
  );

function makePath({ rings }: ContourLine, { columns, rows }: Field, width: number, height: number): string {
  // Tenths of a pixel, as whole numbers over ten: `toFixed` is ten times slower.
  const tenth = (value: number) => Math.round(value * 10) / 10;
  // Joined in the end: a text that is put together piece by piece keeps all of its pieces.
  const path: string[] = [];
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      const [x, y] = [(ring[i] / columns) * width, height - (ring[i + 1] / rows) * height];
      path.push(`${i === 0 ? 'M' : 'L'}${tenth(x)},${tenth(y)}`);
    }
    path.push('Z');
  }
  return path.join('');
}

/** Viridis as a CSS colour; `place` in [0, 1]. */
export const mapColour = (place: number): string => interpolateViridis(place);

/** The map's colour for lines: ink in every colour keeps both ends of the map apart from the paper, light or dark. */
export const inked = (place: number): string =>
  `color-mix(in oklab, ${mapColour(place)} 78%, var(--ink, #1c1c1c))`;
