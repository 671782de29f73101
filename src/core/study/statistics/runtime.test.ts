import { describe, expect, it } from 'vitest';
import { study } from '../testing.ts';
import {
  expectedRunningTime,
  logTargets,
  quantile,
  relativeTargets,
  runtimeProfile,
  runtimeTo,
} from './index.ts';
import { given, results } from './testing.ts';

describe('runtimes', () => {
  const long = { ...given, budget: 10 };
  const made = results(
    [
      [
        [9, 9, 1, 1],
        [9, 8, 7, 6, 5, 5, 5, 5, 5, 5],
        [4, 4, 4, 4, 0.5, 0.5],
      ],
    ],
    long,
  );
  it('are the first trial at or below the target', () => {
    const runtimes = (target: number) => made.runs(0, 0).map((run) => runtimeTo(made, run, target));
    expect(runtimes(1)).toEqual([3, Infinity, 5]);
    expect(runtimes(9)).toEqual([1, 1, 1]);
    expect(runtimes(0.1)).toEqual([Infinity, Infinity, Infinity]);
  });
  it('expected: evaluations of all runs per success', () => {
    expect(expectedRunningTime(made, 0, 0, 1)).toEqual({ ert: (3 + 10 + 5) / 2, successes: 2, runs: 3 });
    // A run that stopped after 4 trials without success has used up its 10 all the same.
    expect(expectedRunningTime(made, 0, 0, 0.6).ert).toBe(10 + 10 + 5);
    expect(expectedRunningTime(made, 0, 0, 0.1)).toEqual({ ert: Infinity, successes: 0, runs: 3 });
    expect(expectedRunningTime(made, 0, 1, 1).ert).toBeNaN();
    // Stopped after 4 trials, only the first run has succeeded.
    expect(expectedRunningTime(made, 0, 0, 1, 4)).toEqual({ ert: 3 + 4 + 4, successes: 1, runs: 3 });
  });
  it('have a distribution over runs and targets', () => {
    const { pairs, share } = runtimeProfile(made, 0, [[5, 1]]);
    // Runtimes to 5: 3, 5, 1; to 1: 3, ∞, 5.
    expect(pairs).toBe(6);
    expect([...share]).toEqual([1, 1, 3, 3, 5, 5, 5, 5, 5, 5].map((n) => n / 6));
    expect(runtimeProfile(made, 1, [[5]]).share[0]).toBeNaN();
  });
  it('count towards targets that mean the same on each problem', () => {
    expect(logTargets(100, 0.01, 5).map((target) => Number(target.toPrecision(12)))).toEqual([
      100, 10, 1, 0.1, 0.01,
    ]);
    const [plain, scaled] = relativeTargets(given, undefined, [1, 50]);
    expect(plain).toHaveLength(21);
    expect([plain[0], plain[20], scaled[20]]).toEqual([1, 1e-4, 1e-4 * 50]);
    // A random point’s typical regret, by counting instead of sampling: f(x) = 4 (x − 0.37)².
    const [[first]] = relativeTargets(study({ problems: ['quadratic'], strategies: ['random'] }));
    const values = Array.from({ length: 10001 }, (_, i) => 4 * (i / 10000 - 0.37) * (i / 10000 - 0.37));
    const typical = quantile(
      values.sort((a, b) => a - b),
      0.5,
    );
    expect(first / typical).toBeGreaterThan(0.8);
    expect(first / typical).toBeLessThan(1.25);
  });
});
