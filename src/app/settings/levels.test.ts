import { expect, test } from 'vitest';
import { parseLevels } from './levels.ts';

const unit = { lo: 0, hi: 1 };

test('levels are read with any separator a person may type', () => {
  expect(parseLevels('0.4, 0.5,0.6 0.7', unit)).toEqual({ levels: [0.4, 0.5, 0.6, 0.7] });
  expect(parseLevels('1e-4，1e-3、1e-2；', unit)).toEqual({ levels: [1e-4, 1e-3, 1e-2] });
  expect(parseLevels('  ', unit)).toEqual({ levels: [] });
});

test('what is not a number, or too much, is refused as a whole', () => {
  expect(parseLevels('0.4, half', unit)).toEqual({});
  expect(parseLevels('Infinity', unit)).toEqual({});
  expect(parseLevels(Array(65).fill('0.5').join(','), unit)).toEqual({});
});

test('the first level out of range is named', () => {
  expect(parseLevels('0.5, 2, 3', unit).outside).toBe(2);
});
