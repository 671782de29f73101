import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReturnedTrial } from './schedule.ts';
import { bestSteps, quartileSteps, valueAt, type Steps } from './steps.ts';

const steps = (at: readonly number[], value: readonly number[]): Steps => ({
  at: Float64Array.from(at),
  value: Float64Array.from(value),
});

describe('best value so far', () => {
  const progress: ReturnedTrial[] = [
    { trial: 0, hours: 1, machineHours: 2, best: NaN },
    { trial: 1, hours: 2, machineHours: 4, best: 5 },
    { trial: 3, hours: 2, machineHours: 4, best: 3 },
    { trial: 2, hours: 4, machineHours: 7, best: 3 },
  ];
  it('steps where trials come back, once per moment', () => {
    expect(bestSteps(progress, 'hours')).toEqual(steps([1, 2, 4], [Infinity, 3, 3]));
    expect(bestSteps(progress, 'machineHours', (best) => best - 3)).toEqual(
      steps([2, 4, 7], [Infinity, 0, 0]),
    );
  });
  it('is read at any moment', () => {
    const made = bestSteps(progress, 'hours');
    expect([0, 1.9, 2, 3, 4, 99].map((moment) => valueAt(made, moment))).toEqual([
      Infinity,
      Infinity,
      3,
      3,
      3,
      3,
    ]);
    expect(valueAt(steps([], []), 1)).toBe(Infinity);
  });
});

describe('quartiles', () => {
  it('are taken at every moment at which some run changes', () => {
    const made = quartileSteps([steps([1, 3], [8, 2]), steps([2], [4]), steps([1], [6])]);
    expect(made).toEqual({
      at: Float64Array.of(1, 2, 3),
      // After 1 hour one of three has nothing yet.
      lower: Float64Array.of(7, 5, 3),
      median: Float64Array.of(8, 6, 4),
      upper: Float64Array.of(Infinity, 7, 5),
    });
  });
  it('of one run are the run', () => {
    const one = steps([1, 2, 5], [9, 4, 1]);
    const { at, lower, median, upper } = quartileSteps([one]);
    for (const values of [lower, median, upper]) expect({ at, value: values }).toEqual(one);
  });
  it('of no runs are nothing', () => {
    expect(quartileSteps([]).at.length).toBe(0);
  });
  it('never rise, and are thinned where a figure has no room', () => {
    const run = fc
      .array(
        fc.tuple(fc.double({ min: 0.01, max: 9, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
        {
          minLength: 1,
          maxLength: 40,
        },
      )
      .map((pairs) => {
        let [hours, best] = [0, 2];
        const progress = pairs.map(([gap, less], trial) => {
          hours += gap;
          best *= less;
          return { trial, hours, machineHours: hours, best };
        });
        return bestSteps(progress, 'hours');
      });
    fc.assert(
      fc.property(
        fc.array(run, { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 2, max: 30 }),
        (runs, most) => {
          const { at, lower, median, upper } = quartileSteps(runs, most);
          expect(at.length).toBeLessThanOrEqual(most);
          expect(at.at(-1)).toBe(Math.max(...runs.map((one) => one.at.at(-1)!)));
          for (let i = 0; i < at.length; i++) {
            expect(lower[i]).toBeLessThanOrEqual(median[i]);
            expect(median[i]).toBeLessThanOrEqual(upper[i]);
            if (i > 0) {
              expect(at[i]).toBeGreaterThan(at[i - 1]);
              expect(median[i]).toBeLessThanOrEqual(median[i - 1]);
            }
          }
        },
      ),
    );
  });
});
