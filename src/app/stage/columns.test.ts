import { describe, expect, it } from 'vitest';
import { columnsFor } from './columns.ts';

const room = (width: number, height: number, shape = 1) => ({ width, height, besides: 100, shape });

describe('columnsFor', () => {
  it('stands five abreast on a wide stage, and keeps rows even on others', () => {
    expect(columnsFor(5, room(1200, 400))).toBe(5);
    expect(columnsFor(5, room(800, 700))).toBe(3);
    expect(columnsFor(5, room(400, 1500))).toBe(2);
  });
  it('never makes more columns than panels, nor fewer than one', () => {
    expect(columnsFor(2, room(5000, 300))).toBe(2);
    expect(columnsFor(5, room(100, 3000))).toBe(1);
    expect(columnsFor(1, room(0, 0))).toBe(1);
  });
  it('makes small multiples of nine and more: five abreast', () => {
    for (const count of [9, 14]) expect(columnsFor(count, room(1900, 700))).toBe(5);
  });
});
