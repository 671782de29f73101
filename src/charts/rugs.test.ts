import { describe, expect, it } from 'vitest';
import { countDistinct, rugTicks } from './rugs.ts';
import type { Axis, Sample } from './types.ts';

const unit: Axis = { label: '', scale: 'linear', lo: 0, hi: 1, integer: false };
const sample = (number: number, ...x: number[]): Sample => ({
  number,
  x,
  y: 0,
  feasible: true,
  description: '',
});

describe('distinct values of a knob', () => {
  it('a 3 × 2 grid tries three values of one knob and two of the other', () => {
    const grid = [0.1, 0.5, 0.9].flatMap((a, i) => [0.2, 0.8].map((b, j) => sample(i * 2 + j + 1, a, b)));
    expect(rugTicks(grid, 0, unit)).toEqual([
      { value: 0.1, count: 2 },
      { value: 0.5, count: 2 },
      { value: 0.9, count: 2 },
    ]);
    expect(countDistinct(grid, 1, unit)).toBe(2);
  });

  it('rounding does not make a value new', () =>
    expect(countDistinct([sample(1, 0.3), sample(2, 0.1 + 0.2)], 0, unit)).toBe(1));

  it('compares in the axis’s own scale: 10⁻⁶ and 2·10⁻⁶ differ on a log axis', () => {
    const log: Axis = { ...unit, scale: 'log', lo: 1e-7, hi: 1e3 };
    expect(countDistinct([sample(1, 1e-6), sample(2, 2e-6)], 0, log)).toBe(2);
  });

  it('counts trials that failed: they were tried', () =>
    expect(countDistinct([{ ...sample(1, 0.5), y: null }], 0, unit)).toBe(1));
});
