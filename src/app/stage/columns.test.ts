import { describe, expect, it } from 'vitest';
import { columnsFor, stageLayout } from './columns.ts';

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

describe('stageLayout', () => {
  const whole = { race: false, ranking: false, sentences: false, player: false };
  const laid = (without: Partial<typeof whole> = {}) =>
    stageLayout(
      {
        ...{ width: 1250, height: 660, count: 5, dim: 1, presenter: false, bare: false },
        ...{ single: false, phone: false, without: { ...whole, ...without } },
      },
      50,
    );
  it('gives the room of what is hidden to what is not', () => {
    expect(laid({ player: true }).clock).toBe(0);
    expect(laid({ race: true, ranking: true }).race).toBe(0);
    // Five short rows are left.
    expect(laid({ race: true }).race).toBe(140);
    expect(laid({ ranking: true })).toEqual(laid());
    expect(laid().race).toBeGreaterThan(140);
  });
});
