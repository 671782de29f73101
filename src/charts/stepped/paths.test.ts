import { scaleLinear, scaleLog } from 'd3';
import { describe, expect, it } from 'vitest';
import type { Layout } from '../plot/layout.ts';
import { bandPath, drawable, linePath, trialNear } from './paths.ts';

const plot: Layout = {
  left: 0,
  right: 100,
  top: 0,
  bottom: 10,
  x: scaleLinear([1, 11], [0, 100]),
  y: scaleLinear([0, 1], [10, 0]),
  xTicks: [],
  yTicks: [],
};
const series = { id: 'one', label: 'One', colour: 'red', marker: 'circle' as const };

describe('a line', () => {
  it('goes in steps, and breaks where it has no value', () => {
    expect(linePath({ values: [0, 0.5, NaN, 1, 1] }, plot, 'linear')).toBe('M0,10L10,10L10,5M30,0L40,0L40,0');
  });
  it('that is joined goes straight to the next value', () => {
    expect(linePath({ values: [0, 0.5, NaN, 1, NaN], joined: true }, plot, 'linear')).toBe('M0,10L10,5L30,0');
  });
  it('has no place for zero on a log axis', () => {
    expect([drawable(0, 'log'), drawable(0, 'linear'), drawable(Infinity, 'linear')]).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe('a band', () => {
  const band = { series, values: [0, 0, 0], lower: [0, NaN, 0.5], joined: true };
  it('lies between its bounds, and fills up to the top where the upper one is beyond all numbers', () => {
    const path = bandPath({ ...band, values: [0.1, NaN, 0.6], upper: [0.5, NaN, Infinity] }, plot, 'linear');
    expect(path).toBe('M0,5L20,-4L20,5L0,10Z');
  });
  it('needs both bounds', () => expect(bandPath(band, plot, 'linear')).toBeNull());
});

describe('the trial under a pointer', () => {
  it('is whole, and within the budget', () => {
    expect([-20, 12, 18, 500].map((pixel) => trialNear(pixel, plot.x, 11, undefined))).toEqual([1, 2, 3, 11]);
  });
  it('is the stop that is nearest on screen', () => {
    const x = scaleLog([1, 64], [0, 60]);
    expect([0, 24, 26, 60].map((pixel) => trialNear(pixel, x, 64, [1, 16, 64]))).toEqual([1, 16, 16, 64]);
    expect(trialNear(49, x, 64, [1, 16, 64])).toBe(16);
    expect(trialNear(51, x, 64, [1, 16, 64])).toBe(64);
  });
});
