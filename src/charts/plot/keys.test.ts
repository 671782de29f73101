import { describe, expect, it } from 'vitest';
import { across, along, steer } from './keys.ts';

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

describe('steering a chart by key', () => {
  function pressed(key: string, { reading = true, ctrlKey = false } = {}) {
    let place: number | undefined;
    let left = false;
    let kept = 0;
    const event = {
      ...{ key, ctrlKey, metaKey: false, altKey: false },
      preventDefault: () => kept++,
      stopPropagation: () => kept++,
    } as unknown as KeyboardEvent;
    steer(event, 2, 5, (next) => (place = next), reading ? () => (left = true) : null);
    return { place, left, kept: kept === 2 };
  }

  it('goes on, and keeps the key from the page', () => {
    expect(pressed('ArrowRight')).toEqual({ place: 3, left: false, kept: true });
    expect(pressed('End')).toEqual({ place: 4, left: false, kept: true });
  });

  it('puts a reading away with Escape, and leaves Escape to the page where there is none', () => {
    expect(pressed('Escape')).toEqual({ place: undefined, left: true, kept: true });
    expect(pressed('Escape', { reading: false })).toEqual({ place: undefined, left: false, kept: false });
  });

  it('leaves the browser its own keys, and others theirs', () => {
    const untouched = { place: undefined, left: false, kept: false };
    expect(pressed('ArrowRight', { ctrlKey: true })).toEqual(untouched);
    expect(pressed(' ')).toEqual(untouched);
  });
});
