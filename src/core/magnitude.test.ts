import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitFor, unitOf } from './magnitude.ts';
import { powerOfTwo, tameUnit } from './math/power-of-two.ts';
import { log, real } from './space.ts';
import { problem } from './testing.ts';

const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true });

describe('a unit', () => {
  it('is a power of two, at most the value and more than half of it, for every number', () => {
    fc.assert(
      fc.property(anyNumber, (value) => {
        fc.pre(value !== 0);
        const unit = powerOfTwo(value);
        const share = Math.abs(value) / unit;
        expect(share >= 1 && share < 2).toBe(true);
        // Exact there and back.
        expect((value / unit) * unit).toBe(value);
      }),
      { numRuns: 2000, examples: [[5e-324], [2 ** -1022], [2 ** -1023], [Number.MAX_VALUE], [1], [-3]] },
    );
    expect(powerOfTwo(0)).toBe(1);
    expect(powerOfTwo(Infinity)).toBe(2 ** 1023);
  });

  it('is 1 for all that can be squared as it stands', () => {
    for (const size of [0, 1e-90, 1e-12, 1, 250, 1e12, 1e90]) expect(tameUnit(size)).toBe(1);
    for (const size of [1e-165, 1e155, 1e300, 5e-324]) expect(tameUnit(size)).toBe(powerOfTwo(size));
  });

  it('of a problem makes its values differ by about 1, whatever they are multiplied by', () => {
    for (const decade of [-320, -300, -165, -30, -12, 100, 155, 300, 307]) {
      const factor = Number(`1e${decade}`);
      const target = problem([real('x', -1, 1), log('y', 1e-200, 1e200)], ([x]) => x * factor);
      const unit = unitOf(target);
      expect((2 * factor) / unit).toBeGreaterThan(0.5);
      expect((2 * factor) / unit).toBeLessThan(4);
    }
  });

  it('of an ordinary one is 1, so that nothing about it changes', () => {
    for (const factor of [1e-5, 1, 3, 1e6, 1e50]) {
      expect(unitOf(problem([real('x', 0, 1)], ([x]) => factor * x + 3e11))).toBe(1);
    }
    expect(unitOf(problem([real('x', 0, 1)], () => 4))).toBe(1);
    expect(unitOf(problem([real('x', 0, 1)], () => NaN))).toBe(1);
    expect(unitFor(Infinity, -Infinity)).toBe(1);
  });
});
