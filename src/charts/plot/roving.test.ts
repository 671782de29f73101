import { expect, it } from 'vitest';
import { rove } from './roving.ts';

it('arrows move by one and stop at the ends', () => {
  expect(rove('ArrowRight', 2, 5)).toBe(3);
  expect(rove('ArrowRight', 4, 5)).toBe(4);
  expect(rove('ArrowLeft', 0, 5)).toBe(0);
  expect(rove('Home', 3, 5)).toBe(0);
  expect(rove('End', 3, 5)).toBe(4);
});

it('leaves other keys to the page', () => {
  expect(rove(' ', 2, 5)).toBeNull();
  expect(rove('ArrowRight', 0, 0)).toBeNull();
});
