import { expect, it } from 'vitest';
import { momentsOf, stepAt } from './paths.ts';

const line = { at: [1, 3, 6], values: [9, 4, 2] };

it('a step line is read at any moment', () => {
  expect([0, 1, 2.9, 3, 5, 6, 99].map((moment) => stepAt(line, moment))).toEqual([NaN, 9, 9, 4, 4, 2, 2]);
  expect(stepAt({ at: [], values: [] }, 1)).toBeNaN();
});

it('lines have their moments together, in order', () => {
  expect(momentsOf([line, { at: [0.5, 3, 10] }])).toEqual([0.5, 1, 3, 6, 10]);
  expect(momentsOf([])).toEqual([]);
});
