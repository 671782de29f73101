import { describe, expect, it } from 'vitest';
import { recordOf } from '../testing.ts';
import { FLAG } from '../types.ts';
import { budgetUse, finalPoints, regretAt, regretCurve, regretSummary } from './index.ts';
import { results } from './testing.ts';

describe('regret', () => {
  const made = results([
    [
      [8, 4, 2, 1],
      [NaN, 6, 6, 0],
      [2, 2],
    ],
  ]);
  it('is raised to the floor, keeps its last value, and is infinite without a feasible trial', () => {
    const [first, second, third] = made.runs(0, 0);
    expect([1, 2, 3, 4].map((t) => regretAt(made, first, t))).toEqual([8, 4, 2, 1]);
    expect([1, 2, 3, 4].map((t) => regretAt(made, second, t))).toEqual([Infinity, 6, 6, 1e-12]);
    expect([1, 2, 3, 4].map((t) => regretAt(made, third, t))).toEqual([2, 2, 2, 2]);
    expect(regretAt(made, recordOf({ problem: 0, strategy: 0, repeat: 0 }, []), 1)).toBe(Infinity);
  });
  it('has quartiles at every trial', () => {
    const { runs, lower, median, upper } = regretCurve(made, 0, 0);
    expect(runs).toBe(3);
    expect([...median]).toEqual([8, 4, 2, 1]);
    expect([...lower]).toEqual([5, 3, 2, (1 + 1e-12) / 2]);
    expect([...upper]).toEqual([Infinity, 5, 4, 1.5]);
    expect(regretSummary(made, 0, 0, 3)).toEqual({ runs: 3, lower: 2, median: 2, upper: 4 });
    expect(regretCurve(made, 0, 1)).toMatchObject({ runs: 0, median: new Float64Array(4).fill(NaN) });
  });
  it('ends in points', () => {
    expect(finalPoints(made, 0, 0)).toEqual({
      repeat: Uint16Array.of(0, 1, 2),
      best: Float64Array.of(1, 0, 2),
      regret: Float64Array.of(1, 1e-12, 2),
    });
    expect(finalPoints(made, 0, 0, 1)).toMatchObject({
      best: Float64Array.of(8, NaN, 2),
      regret: Float64Array.of(8, Infinity, 2),
    });
  });
});

describe('the use of budgets', () => {
  it('is counted over runs', () => {
    const key = { problem: 0, strategy: 0, repeat: 0 };
    const flags = Uint8Array.of(FLAG.initial, FLAG.failed, FLAG.infeasible | FLAG.repeated, FLAG.secondProbe);
    const runs = [
      recordOf(key, [1, 1, 1, 1], { flags, thinkingSeconds: 3 }),
      recordOf(key, [1], { unused: 3, thinkingSeconds: 1 }),
      recordOf(key, [1], { unused: 3, thinkingSeconds: NaN }),
    ];
    expect(budgetUse(runs)).toEqual({
      ...{
        runs: 3,
        trials: 6,
        unused: 6,
        initial: 1,
        secondProbes: 1,
        repeated: 1,
        failed: 1,
        infeasible: 1,
      },
      thinkingSecondsPerRun: 2,
    });
  });
});
