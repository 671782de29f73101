import { describe, expect, it } from 'vitest';
import { runAll, study } from '../testing.ts';
import {
  Accumulator,
  expectedRunningTime,
  logTargets,
  quantile,
  regretAt,
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
    // A run that ended after 4 trials without success made 4 evaluations, whatever its budget.
    expect(expectedRunningTime(made, 0, 0, 0.6).ert).toBe(4 + 10 + 5);
    expect(expectedRunningTime(made, 0, 0, 0.6, 5).ert).toBe(4 + 5 + 5);
    expect(expectedRunningTime(made, 0, 0, 0.1)).toEqual({ ert: Infinity, successes: 0, runs: 3 });
    expect(expectedRunningTime(made, 0, 1, 1).ert).toBeNaN();
    // Stopped after 4 trials, only the first run has succeeded.
    expect(expectedRunningTime(made, 0, 0, 1, 4)).toEqual({ ert: 3 + 4 + 4, successes: 1, runs: 3 });
  });
  it('charge a grid of 6 × 6 in a budget of 40 with its 36 trials', () => {
    const grid = study({ problems: ['branin'], strategies: ['grid', 'random'], budget: 40, repeats: 2 });
    const played = new Accumulator(grid);
    for (const record of runAll(grid)) played.add(record);
    expect(played.runs(0, 0).map(({ best }) => best.length)).toEqual([36, 36]);
    const least = played.runs(0, 1).map((run) => regretAt(played, run, 40));
    expect(least[0]).not.toBe(least[1]);
    // Nothing got there: no success. One of two random runs did, at its own trial; the other spent its 40.
    expect(expectedRunningTime(played, 0, 0, 1e-9).ert).toBe(Infinity);
    const target = Math.min(...least);
    const first = Math.min(...played.runs(0, 1).map((run) => runtimeTo(played, run, target)));
    expect(expectedRunningTime(played, 0, 1, target)).toEqual({ ert: first + 40, successes: 1, runs: 2 });
    // The grid that ended without success beside one that succeeds: 36, not 40.
    const mixed = new Accumulator(grid);
    const [run] = played.runs(0, 0);
    mixed.add(run);
    mixed.add({
      ...run,
      repeat: 1,
      best: run.best.map((value, i) => (i < 6 ? value : mixed.optimumOf({ problem: 0, repeat: 1 }))),
    });
    expect(expectedRunningTime(mixed, 0, 0, 1e-9)).toEqual({ ert: 36 + 7, successes: 1, runs: 2 });
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
