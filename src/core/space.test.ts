import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromValue, integer, log, makeSpace, real, toValue, typedValue, type Dimension } from './space.ts';

const unit = fc.double({ min: 0, max: 1, noNaN: true });

const realDimension = fc
  .tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 1e-6, max: 1e6, noNaN: true }))
  .map(([lo, width]) => real('x', lo + 0, lo + width + 0))
  .filter(({ lo, hi }) => hi > lo);
const logDimension = fc
  .tuple(fc.double({ min: -12, max: 6, noNaN: true }), fc.double({ min: 0.1, max: 12, noNaN: true }))
  .map(([from, decades]) => log('x', 10 ** from, 10 ** (from + decades)));
const integerDimension = fc
  .tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 0, max: 1000 }))
  .map(([lo, more]) => integer('x', lo, lo + more));
const anyDimension: fc.Arbitrary<Dimension> = fc.oneof(realDimension, logDimension, integerDimension);

describe('one coordinate', () => {
  it('reaches both ends of its range exactly, and nothing beyond', () => {
    fc.assert(
      fc.property(anyDimension, unit, (dimension, u) => {
        expect(toValue(dimension, 0)).toBe(dimension.lo);
        expect(toValue(dimension, 1)).toBe(dimension.hi);
        expect(toValue(dimension, u)).toBeGreaterThanOrEqual(dimension.lo);
        expect(toValue(dimension, u)).toBeLessThanOrEqual(dimension.hi);
      }),
      // A range whose power formula ends one bit short: chance meets one in thousands.
      { examples: [[log('x', 1.0000000182728785e-12, 1.2589254347983572e-12), 0]] },
    );
  });

  it('keeps the order', () => {
    fc.assert(
      fc.property(anyDimension, unit, unit, (dimension, u, v) => {
        const [low, high] = [toValue(dimension, Math.min(u, v)), toValue(dimension, Math.max(u, v))];
        // The power function of a log scale may stumble in its last bit.
        expect(high - low).toBeGreaterThanOrEqual(-4e-16 * Math.abs(high));
      }),
    );
  });

  it('comes back from its value: a real number to the same place', () => {
    fc.assert(
      fc.property(fc.oneof(realDimension, logDimension), unit, (dimension, u) => {
        const { lo, hi } = dimension;
        // A value of size s is known to 2⁻⁵³ s, which is this much of the range.
        const blur = dimension.scale === 'log' ? 0 : Math.max(Math.abs(lo), Math.abs(hi)) / (hi - lo);
        expect(Math.abs(fromValue(dimension, toValue(dimension, u)) - u)).toBeLessThan(1e-13 * (1 + blur));
      }),
    );
  });

  it('comes back from its value: a whole number to itself, from the middle of its cell', () => {
    fc.assert(
      fc.property(integerDimension, fc.nat(), (dimension, pick) => {
        const count = dimension.hi - dimension.lo + 1;
        const n = dimension.lo + (pick % count);
        expect(toValue(dimension, fromValue(dimension, n))).toBe(n);
        expect(fromValue(dimension, n)).toBeCloseTo(((pick % count) + 0.5) / count, 14);
      }),
    );
  });

  it('holds any range of finite numbers: ends, order and way back, from 10⁻³⁰⁰ to 10³⁰⁰', () => {
    const size = fc.double({ min: -300, max: 300, noNaN: true }).map((decade) => 10 ** decade);
    const far = fc.oneof(
      fc.tuple(size, size).map(([a, b]) => log('x', Math.min(a, b), Math.max(a, b))),
      fc.tuple(size, size).map(([a, b]) => real('x', -a, b)),
      fc.constant(real('x', -1.7e308, 1.7e308)),
    );
    fc.assert(
      fc.property(
        far.filter(({ lo, hi }) => hi > lo * (1 + 1e-9)),
        unit,
        unit,
        (dimension, u, v) => {
          const [low, high] = [toValue(dimension, Math.min(u, v)), toValue(dimension, Math.max(u, v))];
          expect([toValue(dimension, 0), toValue(dimension, 1)]).toEqual([dimension.lo, dimension.hi]);
          expect(low >= dimension.lo && high <= dimension.hi).toBe(true);
          expect(high).toBeGreaterThanOrEqual(low - 1e-12 * Math.abs(low));
          // Where a range of many decades is narrow, the logarithm’s own rounding shows.
          const narrow =
            dimension.scale === 'log' ? 1 / Math.min(1, Math.log(dimension.hi / dimension.lo)) : 1;
          expect(Math.abs(fromValue(dimension, toValue(dimension, u)) - u)).toBeLessThan(1e-12 * narrow);
        },
      ),
      { numRuns: 2000 },
    );
    expect(toValue(log('x', 1e-200, 1e200), 0.5)).toBeCloseTo(1, 12);
    expect(toValue(log('x', 1e-200, 1e200), 0.75) / 1e100).toBeCloseTo(1, 12);
  });

  it('keeps the value of folklore as it is written', () => {
    const rate = { ...log('rate', 1e-5, 0.1), folklore: 1e-3 };
    expect(toValue(rate, fromValue(rate, 1e-3))).toBe(1e-3);
    expect(toValue(log('rate', 1e-5, 1e-1), fromValue(rate, 1e-3))).not.toBe(1e-3);
    for (const value of [1e-3 * (1 + 1e-14), 1e-3 * (1 - 1e-14)])
      expect(Math.abs(toValue(rate, fromValue(rate, value)) / value - 1)).toBeLessThan(4e-15);
  });

  it('says of a coordinate what may have been typed', () => {
    fc.assert(
      fc.property(anyDimension, unit, fc.integer({ min: 1, max: 12 }), (dimension, u, digits) => {
        const typed = Number(toValue(dimension, u).toPrecision(digits));
        fc.pre(typed >= dimension.lo && typed <= dimension.hi && dimension.kind === 'real');
        const said = typedValue(dimension, fromValue(dimension, typed));
        expect(fromValue(dimension, said)).toBe(fromValue(dimension, typed));
        expect(String(said).length).toBeLessThanOrEqual(String(typed).length);
      }),
    );
    expect(typedValue(real('x', -1, 1), fromValue(real('x', -1, 1), 0.2))).toBe(0.2);
    expect(typedValue(log('x', 1e-5, 1), fromValue(log('x', 1e-5, 1), 1e-3))).toBe(1e-3);
  });

  it('gives every whole number the same share', () => {
    const counts = new Map<number, number>();
    for (let i = 0; i < 700; i++) {
      const n = toValue(integer('n', -3, 3), (i + 0.5) / 700);
      counts.set(n, (counts.get(n) ?? 0) + 1);
    }
    expect([...counts]).toEqual([-3, -2, -1, 0, 1, 2, 3].map((n) => [n, 100]));
  });

  it('takes equal steps on a log scale for equal factors', () => {
    const rate = log('rate', 1e-5, 1e-1);
    const quarters = [0, 0.25, 0.5, 0.75, 1].map((u) => toValue(rate, u));
    for (const [i, value] of quarters.entries()) expect(value / 10 ** (i - 5)).toBeCloseTo(1, 14);
    expect(toValue(real('rate', 1e-5, 1e-1), 0.5)).toBeCloseTo(0.050005, 12);
  });

  it('is clamped from values outside its range', () => {
    fc.assert(
      fc.property(anyDimension, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (dimension, factor) => {
        const { lo, hi, scale } = dimension;
        const [below, above] =
          scale === 'log' ? [lo / (1 + factor), hi * (1 + factor)] : [lo - factor, hi + factor];
        for (const value of [below, above]) {
          const u = fromValue(dimension, value);
          expect(u >= 0 && u <= 1).toBe(true);
          expect(toValue(dimension, u)).toBe(value === below ? lo : hi);
        }
      }),
    );
  });
});

it('a space maps every coordinate by its own rule, there and back', () => {
  const dimensions = [real('dropout', 0, 0.8), log('rate', 1e-5, 1e-1), integer('depth', 1, 8)];
  const { toReal, toUnit, ...space } = makeSpace(dimensions);
  expect(space.dimensions).toBe(dimensions);
  const x = toReal([0.25, 0.5, 0.3]);
  expect(x[0]).toBeCloseTo(0.2, 15);
  expect(x[1]).toBeCloseTo(1e-3, 15);
  expect(x[2]).toBe(3);
  const back = toUnit(x);
  expect(back[0]).toBeCloseTo(0.25, 14);
  expect(back[1]).toBeCloseTo(0.5, 14);
  expect(back[2]).toBe(2.5 / 8);
});
