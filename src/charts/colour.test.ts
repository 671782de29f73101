import { describe, expect, it } from 'vitest';
import { colouringOf, contourLines, pixelsOf, ringsPath, type ContourLine } from './colour.ts';
import type { Field } from './types.ts';

const field = (
  columns: number,
  rows: number,
  f: (x: number, y: number) => number,
  spread: Field['spread'] = 'linear',
): Field => ({
  columns,
  rows,
  values: Array.from({ length: columns * rows }, (_, i) =>
    f(((i % columns) + 0.5) / columns, (Math.floor(i / columns) + 0.5) / rows),
  ),
  label: '',
  spread,
});

describe('colouringOf', () => {
  it('is linear in the value, or in the domain given', () => {
    const ramp = field(11, 1, (x) => Math.round(x * 11 - 0.5));
    expect(colouringOf(ramp).place(5)).toBeCloseTo(0.5);
    expect(colouringOf(ramp, [0, 20]).place(5)).toBeCloseTo(0.25);
    expect(colouringOf(ramp, [0, 20]).value(0.25)).toBeCloseTo(5);
  });
  it('by rank, half of the cells get the lower half of the map', () => {
    const steep = field(101, 1, (x) => 10 ** (20 * x), 'rank');
    const { place, value } = colouringOf(steep);
    expect(place(steep.values[50])).toBeCloseTo(0.5);
    expect(value(0.5)).toBeCloseTo(steep.values[50]);
  });
  it('survives a field of one value, and one without values', () => {
    expect(Number.isFinite(colouringOf(field(3, 3, () => 7)).place(7))).toBe(true);
    expect(colouringOf(field(2, 2, () => NaN)).place(NaN)).toBe(0.5);
  });
});

describe('pixelsOf', () => {
  it('has row 0 of the field at the bottom of the picture, dark for low, clear where there is no value', () => {
    const two: Field = { columns: 1, rows: 3, values: [0, NaN, 1], label: '', spread: 'linear' };
    const pixels = pixelsOf(two, colouringOf(two));
    expect([...pixels.slice(8, 12)]).toEqual([68, 1, 84, 255]);
    expect([...pixels.slice(0, 4)]).toEqual([253, 231, 37, 255]);
    expect(pixels[7]).toBe(0);
  });
});

describe('what is kept of a field', () => {
  it('is of the sizes drawn last: a window that is pulled at leaves no hundreds behind', () => {
    const values = Array.from({ length: 60 }, (_, i) => i);
    const of = (columns: number) => ({ columns, rows: 1, values, label: '', spread: 'linear' as const });
    const colouring = colouringOf(of(60));
    const pictures = Array.from({ length: 30 }, (_, i) => pixelsOf(of(i + 1), colouring));
    expect(pixelsOf(of(30), colouring)).toBe(pictures[29]);
    expect(pixelsOf(of(1), colouring)).not.toBe(pictures[0]);
  });
});

/** Corners of its rings. */
const corners = ({ rings }: ContourLine) =>
  rings.flatMap((ring) => Array.from({ length: ring.length / 2 }, (_, i) => [ring[2 * i], ring[2 * i + 1]]));

describe('contourLines', () => {
  it('puts the contour of a ramp where the ramp has its value', () => {
    const ramp = field(40, 30, (x) => x);
    const [line] = contourLines(ramp, colouringOf(ramp, [0, 1]), 1);
    const inside = corners(line).filter(([x, y]) => x > 0 && x < 40 && y > 0 && y < 30);
    expect(inside.length).toBeGreaterThan(10);
    for (const [x] of inside) expect(x).toBeCloseTo(20, 5);
  });
  it('closes outside the field, so that the plot’s edge is not drawn as a contour', () => {
    const ramp = field(40, 30, (x) => x);
    const [line] = contourLines(ramp, colouringOf(ramp, [0, 1]), 1);
    const edge = corners(line).filter(([x]) => x > 25);
    expect(edge.length).toBeGreaterThan(2);
    for (const [x, y] of edge) expect(x >= 40 || y <= 0 || y >= 30).toBe(true);
  });
  it('is drawn with the vertical axis upwards', () => {
    const up = field(10, 10, (_, y) => y);
    const [line] = contourLines(up, colouringOf(up, [0, 1]), 3).slice(2);
    const heights = [...ringsPath(line, up, 100, 100).matchAll(/,([\d.-]+)/g)].map((m) => Number(m[1]));
    expect(Math.max(...heights)).toBeCloseTo(25, 0);
  });
});
