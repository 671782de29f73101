import { expect, it } from 'vitest';
import { across, along } from './keys.ts';

it('goes along an axis by ones, by tenths, and to its ends', () => {
  expect(
    ['ArrowRight', 'ArrowLeft', 'PageDown', 'PageUp', 'Home', 'End', 'a'].map((key) => along(key, 40, 50)),
  ).toEqual([41, 39, 45, 35, 0, 49, null]);
  expect([along('PageDown', 47, 50), along('PageUp', 3, 50), along('PageDown', 0, 3)]).toEqual([49, 0, 2]);
});

it('goes over a table from cell to cell, past empty ones, and stops at its edges', () => {
  const filled = [
    [false, true, true],
    [true, false, true],
    [true, true, false],
  ];
  expect(across('ArrowRight', [1, 0], filled)).toEqual([1, 2]);
  expect(across('ArrowRight', [1, 2], filled)).toEqual([1, 2]);
  expect(across('ArrowUp', [2, 1], filled)).toEqual([0, 1]);
  expect(across('ArrowUp', [1, 0], filled)).toEqual([1, 0]);
  expect(across('ArrowDown', [0, 2], filled)).toEqual([1, 2]);
  expect([across('Home', [0, 2], filled), across('End', [2, 0], filled)]).toEqual([
    [0, 1],
    [2, 1],
  ]);
  expect(across('x', [0, 1], filled)).toBeNull();
});
