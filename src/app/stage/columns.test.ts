import { describe, expect, it } from 'vitest';
import { columnsFor } from './columns.ts';

describe('columnsFor', () => {
  it('keeps rows even', () => {
    expect([400, 700, 1000, 1190, 1200].map((width) => columnsFor(5, width, 230, 12))).toEqual([
      1, 2, 3, 3, 5,
    ]);
  });
  it('never makes more columns than panels, nor fewer than one', () => {
    expect(columnsFor(2, 5000, 230, 12)).toBe(2);
    expect(columnsFor(5, 100, 230, 12)).toBe(1);
    expect(columnsFor(1, 0, 230, 12)).toBe(1);
  });
});
