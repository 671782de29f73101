import fc from 'fast-check';
import { expect, it } from 'vitest';
import { occupancy } from './occupancy.ts';
import { schedule, type ScheduledTrial } from './schedule.ts';

const trials = (batches: readonly number[]): ScheduledTrial[] =>
  batches.map((batch) => ({ batch, unit: [0.5], value: 1 }));
const of = (batches: readonly number[], machines: number, hours: readonly number[], oblivious = false) =>
  occupancy(schedule(trials(batches), { machines, hours, oblivious }));

it('tells who fills the machines, who waits, and who lies between', () => {
  const alike = new Array<number>(8).fill(2);
  const one = [0, 1, 2, 3, 4, 5, 6, 7];
  const pairs = [0, 0, 1, 1, 2, 2, 3, 3];
  expect(of(one, 4, alike, true)).toEqual({ peak: 4, busy: 4, waiting: 0 });
  expect(of(one, 4, alike)).toEqual({ peak: 1, busy: 1, waiting: 0.75 });
  expect(of(pairs, 4, alike)).toEqual({ peak: 2, busy: 2, waiting: 0.5 });
});

it('counts the end, when there is nothing left to hand out, as nobody’s waiting', () => {
  // Nine trials on four machines: the last one trains alone.
  const { busy, waiting } = of([0, 1, 2, 3, 4, 5, 6, 7, 8], 4, new Array<number>(9).fill(1), true);
  expect([busy, waiting]).toEqual([3, 0]);
  // More machines than trials: all start at once.
  expect(of([0, 1], 8, [1, 3], true)).toEqual({ peak: 2, busy: 4 / 3, waiting: 0 });
});

it('waits for the slowest of a batch', () => {
  expect(of([0, 0, 1, 1], 2, [1, 3, 1, 1])).toEqual({ peak: 2, busy: 6 / 4, waiting: 1 - 4 / 6 });
});

it('is nothing without trials', () => {
  expect(of([], 3, [])).toEqual({ peak: 0, busy: 0, waiting: 0 });
});

it('never has more at once than machines, nor fewer than on average', () => {
  const hours = fc.array(fc.double({ min: 0.01, max: 9, noNaN: true }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(hours, fc.integer({ min: 1, max: 8 }), fc.boolean(), (given, machines, oblivious) => {
      const { peak, busy, waiting } = of(
        given.map((_, i) => i >> 1),
        machines,
        given,
        oblivious,
      );
      expect(peak).toBeLessThanOrEqual(machines);
      expect(busy).toBeLessThanOrEqual(peak + 1e-9);
      expect(waiting).toBeGreaterThanOrEqual(0);
      expect(waiting).toBeLessThan(1);
      if (oblivious) expect(waiting).toBeCloseTo(0, 10);
    }),
  );
});
