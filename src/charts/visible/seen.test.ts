import { describe, expect, it } from 'vitest';
import seedrandom from 'seedrandom';
import { seenOf } from './seen.ts';

const COLUMNS = 50;
const POINTS = 3000;
const random = seedrandom('what can be seen');
const noise = Array.from({ length: POINTS }, () => random());
const wave = Array.from({ length: POINTS }, (_, i) => Math.sin(i / 40));
const at = (i: number) => (i / (POINTS - 1)) * COLUMNS;
const through =
  (values: readonly number[]) =>
  (i: number): number =>
    values[i];

/** What a line through points covers of each column of pixels: lowest and highest, its way in and its way out. */
function covered(indices: readonly number[], x: (i: number) => number, value: (i: number) => number) {
  const columns = new Map<number, [low: number, high: number, first: number, last: number]>();
  for (const i of indices) {
    const y = value(i);
    const own = columns.get(Math.floor(x(i)));
    columns.set(Math.floor(x(i)), own ? [Math.min(own[0], y), Math.max(own[1], y), own[2], y] : [y, y, y, y]);
  }
  return columns;
}
const everyOne = Array.from({ length: POINTS }, (_, i) => i);

describe('what can be seen of a curve', () => {
  it.each([
    ['noise', noise, at],
    ['a wave', wave, at],
    ['noise on an axis that falls', noise, (i: number) => COLUMNS - at(i)],
    ['noise on a logarithmic axis', noise, (i: number) => (COLUMNS / 8) * Math.log2(1 + i / 12)],
  ] as const)('covers the same pixels with fewer points: %s', (_, values, x) => {
    const seen = seenOf(POINTS, x, [through(values)]);
    expect(seen.length).toBeLessThanOrEqual(4 * (COLUMNS + 1));
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
    expect(covered(seen, x, through(values))).toEqual(covered(everyOne, x, through(values)));
  });

  it('keeps what each of several lines needs', () => {
    const seen = seenOf(POINTS, at, [through(noise), through(wave)]);
    for (const values of [noise, wave])
      expect(covered(seen, at, through(values))).toEqual(covered(everyOne, at, through(values)));
    expect(seen.length).toBeLessThan(POINTS / 4);
  });

  it('is all of it where there are no more than four a pixel', () => {
    expect(seenOf(200, (i) => i / 4, [through(noise)])).toHaveLength(200);
    expect(seenOf(1, () => 3, [through(noise)])).toEqual([0]);
    expect(seenOf(0, () => NaN, [through(noise)])).toEqual([]);
  });

  it('keeps gaps: a column with a value that is none stays as it is', () => {
    const gaps = wave.map((y, i) => (i >= 1000 && i < 1003 ? NaN : y));
    const seen = seenOf(POINTS, at, [through(gaps)]);
    for (const i of [999, 1000, 1001, 1002, 1003]) expect(seen).toContain(i);
    expect(seen.length).toBeLessThan(POINTS / 4);
  });
});
