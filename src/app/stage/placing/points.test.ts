import { describe, expect, it } from 'vitest';
import { fromValue, integer, log, real } from '#core/space.ts';
import { neat, readCoordinate } from './points.ts';

describe('what a hand aims at', () => {
  it('is a short number as near as a hand can tell', () => {
    expect(neat(real('x', 0, 1), 0.3333333)).toBe(0.333);
    expect(neat(real('x', -5, 10), 2.4999)).toBe(2.5);
    expect(neat(log('lr', 1e-5, 1), 0.000999)).toBe(0.001);
    expect(neat(integer('k', 1, 60), 7.4)).toBe(7);
  });

  it('lies in the range, also at its ends and in one that is far from 0 and narrow', () => {
    for (const dimension of [real('x', -5, 10), log('lr', 3e-5, 0.7), real('x', 1234.5671, 1234.5679)])
      for (let u = 0; u <= 1; u += 0.01) {
        const value =
          dimension.scale === 'log'
            ? dimension.lo * (dimension.hi / dimension.lo) ** u
            : dimension.lo + u * (dimension.hi - dimension.lo);
        const short = neat(dimension, value);
        expect(short).toBeGreaterThanOrEqual(dimension.lo);
        expect(short).toBeLessThanOrEqual(dimension.hi);
        expect(Math.abs(fromValue(dimension, short) - u)).toBeLessThan(0.0021);
      }
  });
});

it('what is typed is a number in the range, whole where it has to be', () => {
  expect(readCoordinate(real('x', -1, 1), ' −0.5 ')).toEqual({ value: -0.5 });
  expect(readCoordinate(real('x', -1, 1), '')).toEqual({ problem: 'number' });
  expect(readCoordinate(real('x', -1, 1), '2')).toEqual({ problem: 'range' });
  expect(readCoordinate(integer('k', 1, 9), '2.5')).toEqual({ problem: 'whole' });
  expect(readCoordinate(integer('k', 1, 9), '3')).toEqual({ value: 3 });
});
