import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  axisScale,
  axisTicks,
  doublingTicks,
  fitText,
  paddedDomain,
  textWidth,
  uprightDomain,
} from './scales.ts';
import type { Axis } from './types.ts';

const linear: Axis = { label: 'x', scale: 'linear', lo: 0, hi: 1, integer: false };
const log: Axis = { label: 'C', scale: 'log', lo: 1e-6, hi: 1e3, integer: false };
const whole: Axis = { label: 'k', scale: 'log', lo: 1, hi: 4, integer: true };

describe('axisScale', () => {
  it('is the axis’s own: the middle of a log axis is the geometric mean', () =>
    expect(axisScale(log, [0, 100])(Math.sqrt(1e-6 * 1e3))).toBeCloseTo(50));

  it('gives every integer a cell as wide as the others, on a log axis too', () =>
    expect([1, 2, 3, 4].map((k) => axisScale(whole, [0, 8])(k))).toEqual([1, 3, 5, 7]));
});

describe('doublingTicks', () => {
  const values = (width: number) =>
    doublingTicks(1, 512, axisScale({ ...log, lo: 1, hi: 512 }, [0, width]), 13).map(({ value }) => value);

  it('are powers of two, in even steps, as many as fit', () => {
    expect(values(600)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512]);
    expect(values(200)).toEqual([1, 4, 16, 64, 256]);
    expect(values(20)).toEqual([1]);
  });
});

describe('axisTicks', () => {
  const labels = (axis: Axis, length: number) =>
    axisTicks(axis, axisScale(axis, [0, length]), 13, true).map(({ label }) => label);

  it('shares decimals on a linear axis', () =>
    expect(labels(linear, 400)).toEqual(['0', '0.2', '0.4', '0.6', '0.8', '1.0']));
  it('uses a true minus sign', () => expect(labels({ ...linear, lo: -2, hi: 2 }, 300)[0]).toBe('−2'));
  it('names decades of a wide log axis, 10⁰ among them', () => {
    const names = labels(log, 300);
    expect(names).toContain('10⁰');
    expect(names.every((name) => /^10/.test(name))).toBe(true);
  });
  it('writes small decades plainly', () =>
    expect(labels({ ...log, lo: 0.01, hi: 100 }, 500)).toEqual(['0.01', '0.1', '1', '10', '100']));
  it('finds ticks within less than a decade', () =>
    expect(labels({ ...log, lo: 2, hi: 8 }, 200).length).toBeGreaterThan(1));
  it('names only integers on an integer axis', () =>
    expect(labels(whole, 600)).toEqual(['1', '2', '3', '4']));

  it('never lets labels touch, nor leaves the range, at any width and type', () => {
    const axis = fc
      .record({
        scale: fc.constantFrom('linear' as const, 'log' as const),
        integer: fc.boolean(),
        lo: fc.double({ min: 1e-9, max: 1e4, noNaN: true }),
        factor: fc.double({ min: 1.5, max: 1e8, noNaN: true }),
      })
      .map(({ scale, integer, lo, factor }): Axis => {
        const from = integer ? Math.ceil(lo) : lo;
        return {
          label: '',
          scale,
          integer,
          lo: from,
          hi: integer ? from + Math.ceil(factor % 500) : lo * factor,
        };
      });
    fc.assert(
      fc.property(
        axis,
        fc.integer({ min: 60, max: 1600 }),
        fc.constantFrom(12, 13, 16, 20),
        (a, length, size) => {
          const scale = axisScale(a, [0, length]);
          const ticks = axisTicks(a, scale, size, true);
          expect(ticks.length).toBeGreaterThan(0);
          ticks.forEach(({ value, label }, i) => {
            expect(scale(value)).toBeGreaterThan(-0.01);
            expect(scale(value)).toBeLessThan(length + 0.01);
            if (i === 0) return;
            const gap = scale(value) - scale(ticks[i - 1].value);
            expect(gap).toBeGreaterThan((textWidth(label, size) + textWidth(ticks[i - 1].label, size)) / 2);
          });
        },
      ),
    );
  });
});

describe('paddedDomain', () => {
  it('leaves a margin on both sides', () => expect(paddedDomain([2, 0, 1], 0.1)).toEqual([-0.2, 2.2]));
  it('gives a constant a range', () => expect(paddedDomain([5, 5])).toEqual([4.5, 5.5]));
  it('gives zero a range', () => expect(paddedDomain([0])).toEqual([-1, 1]));
  it('does not count what is not finite', () =>
    expect(paddedDomain([NaN, Infinity, 0, 1], 0)[1]).not.toBe(Infinity));
  it('is the unit interval for nothing', () => expect(paddedDomain([])).toEqual([0, 1]));
});

describe('fitText', () => {
  it('leaves what fits', () => expect(fitText('loss', 100, 12)).toBe('loss'));
  it('cuts what does not, to less than the width', () => {
    const cut = fitText('验证集误差（五折交叉验证的平均值）', 80, 12);
    expect(cut).toMatch(/^验证.*…$/);
    expect(textWidth(cut, 12)).toBeLessThanOrEqual(80);
  });
});

describe('the range of a curve with bottomless depths', () => {
  it('shows the usual values and cuts the depths off', () => {
    const values = Array.from({ length: 100 }, (_, i) =>
      i % 25 === 0 ? -20_000 : i === 1 ? -Infinity : -8 - (i % 7),
    );
    const [lo, hi] = uprightDomain(values);
    expect(hi).toBe(-8);
    expect(lo).toBeGreaterThan(-40);
    expect(lo).toBeLessThanOrEqual(-14);
  });
  it('leaves a curve without depths whole', () => {
    expect(uprightDomain([0, 1, 2, 3, 4, 5])).toEqual([0, 5]);
    expect(uprightDomain([2, 2])).toEqual([1, 3]);
    expect(uprightDomain([NaN, -Infinity])).toEqual([0, 1]);
  });
});
