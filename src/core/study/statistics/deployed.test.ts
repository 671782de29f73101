import { describe, expect, it } from 'vitest';
import { runTrials } from '../../run.ts';
import { planRuns } from '../plan.ts';
import { runOne, runScenario } from '../run-study.ts';
import { summarise } from '../summary.ts';
import { recordOf, runAll, study } from '../testing.ts';
import { FLAG } from '../types.ts';
import {
  Accumulator,
  deployedValues,
  expectedRunningTime,
  regretCurve,
  runtimeProfile,
  runtimeTo,
  winMatrix,
} from './index.ts';
import { given } from './testing.ts';

const long = { ...given, budget: 6, repeats: 2 };
const made = (...runs: [y: number[], value: number[], flags?: number[]][]) => {
  const results = new Accumulator(long);
  runs.forEach(([y, value, flags = y.map(() => 0)], repeat) =>
    results.add(
      recordOf({ problem: 0, strategy: 0, repeat }, best(value, flags), {
        y: Float64Array.from(y),
        value: Float64Array.from(value),
        flags: Uint8Array.from(flags),
        unused: long.budget - y.length,
      }),
    ),
  );
  return results;
};
const best = (value: readonly number[], flags: readonly number[]) => {
  let lowest = NaN;
  return value.map((one, i) => {
    if (flags[i] === 0 && !(lowest <= one)) lowest = one;
    return lowest;
  });
};

describe('the point that would be deployed', () => {
  it('is the first of the lowest feasible observations, by its true value', () => {
    const values = (y: number[], value: number[], flags: number[]) => [
      ...deployedValues({
        y: Float64Array.from(y),
        value: Float64Array.from(value),
        flags: Uint8Array.from(flags),
      }),
    ];
    const { failed, infeasible, repeated } = FLAG;
    expect(
      values([NaN, 1, 5, 3, 3, 2], [NaN, 0, 4, 2, 1, 9], [failed, infeasible, 0, 0, repeated, 0]),
    ).toEqual([NaN, NaN, 4, 2, 2, 9]);
  });

  it('is the incumbent of the run loop', () => {
    const noisy = study({
      problems: [{ id: 'branin', noise: 20 }, { id: 'svc-digits' }, { id: 'face-detector', noise: 0.05 }],
      strategies: ['random', 'binary', 'annealing'],
      budget: 25,
      repeats: 1,
    });
    for (const key of planRuns(noisy)) {
      const scenario = runScenario(noisy, key);
      const steps = runTrials(scenario, scenario.strategies[0]);
      let step = steps.next();
      while (!step.done) step = steps.next();
      const { trials } = step.value;
      expect([...deployedValues(runOne(noisy, key, () => 0))]).toEqual(
        trials.map(({ incumbent }) => (incumbent < 0 ? NaN : trials[incumbent].trueValue)),
      );
    }
  });

  it('may get worse: regrets, targets and running times follow it, as if the run had been stopped there', () => {
    // Deployed: 4, 1, 1, 8, 8, 0.5; and a run that ends early at 2.
    const results = made(
      [
        [5, 2, 9, 1, 3, 0],
        [4, 1, 0.1, 8, 7, 0.5],
      ],
      [
        [3, 1],
        [3, 2],
      ],
    );
    const deployed = results.judgedBy('deployed');
    expect([...regretCurve(deployed, 0, 0).median]).toEqual([3.5, 1.5, 1.5, 5, 5, 1.25]);
    const [first, second] = deployed.runs(0, 0);
    expect([1, 2, 3, 4, 5, 6].map((until) => runtimeTo(deployed, first, 2, until))).toEqual([
      ...[Infinity, 2, 2, Infinity, Infinity, 6],
    ]);
    expect(runtimeTo(deployed, second, 2)).toBe(2);
    // Of the first run 6 trials; of the second, which ended after 2, those 2.
    expect(expectedRunningTime(deployed, 0, 0, 2)).toEqual({ ert: (6 + 2) / 2, successes: 2, runs: 2 });
    expect(expectedRunningTime(deployed, 0, 0, 2, 4)).toEqual({ ert: 4 + 2, successes: 1, runs: 2 });
    expect([...runtimeProfile(deployed, 0, [[2, 0.5]]).share]).toEqual([0, 2, 2, 1, 1, 3].map((n) => n / 4));
    // The best tried is 0.1 from trial 3 on.
    expect([...regretCurve(results, 0, 0).median]).toEqual([3.5, 1.5, 1.05, 1.05, 1.05, 1.05]);
    expect([...runtimeProfile(results, 0, [[2, 0.5]]).share]).toEqual([0, 2, 3, 3, 3, 3].map((n) => n / 4));
  });

  it('is counted of runs that come before and after it is asked for, and of nothing else', () => {
    const noisy = study({
      problems: [{ id: 'branin', noise: 20 }],
      strategies: ['random', 'grid'],
      repeats: 8,
    });
    const records = runAll(noisy);
    const view = { trial: 8, problem: 0, scope: 'all', target: 0.1 } as const;
    const all = new Accumulator(noisy);
    records.forEach((record, i) => {
      all.add(record);
      if (i === 5) summarise(all, { ...view, judged: 'deployed' });
    });
    const fresh = new Accumulator(noisy);
    for (const record of records) fresh.add(record);
    const deployed = summarise(all, { ...view, judged: 'deployed' });
    expect(deployed).toEqual(summarise(fresh, { ...view, judged: 'deployed' }));
    expect(deployed.judged).toBe('deployed');
    expect(deployed.curves[0].median).not.toEqual(summarise(all, view).curves[0].median);
    expect(summarise(all, view)).toEqual(summarise(fresh, { ...view, judged: 'tried' }));
  });

  it('is the best point tried where nothing is noisy', () => {
    const still = study({
      problems: ['branin', 'face-detector'],
      strategies: ['random', 'grid', 'tpe'],
      budget: 12,
    });
    const results = new Accumulator(still);
    for (const record of runAll(still)) results.add(record);
    const view = { trial: 9, problem: 0, scope: 'all', target: 0.1 } as const;
    const { judged, ...deployed } = summarise(results, { ...view, judged: 'deployed' });
    const { judged: usual, ...tried } = summarise(results, view);
    expect([judged, usual]).toEqual(['deployed', 'tried']);
    expect(deployed).toEqual(tried);
  });

  it('minds noise where the best point tried does not: trials that are spread beforehand', () => {
    const sds = [0.02, 0.5];
    const noisy = study({
      problems: sds.map((sd) => ({
        name: `sd ${sd}`,
        objective: { id: 'quadratic' },
        noise: { kind: 'gaussian', sd },
      })),
      strategies: ['random', 'grid'],
      budget: 20,
      repeats: 30,
    });
    const results = new Accumulator(noisy);
    for (const record of runAll(noisy)) results.add(record);
    const median = (problem: number, strategy: number, judged: 'tried' | 'deployed') =>
      regretCurve(results.judgedBy(judged), problem, strategy).median[19];
    for (const strategy of [0, 1]) {
      expect(median(1, strategy, 'tried')).toBe(median(0, strategy, 'tried'));
      expect(median(1, strategy, 'deployed')).toBeGreaterThan(3 * median(0, strategy, 'deployed'));
    }
  });

  it('is luck where observations differ, even if all trials are the same and the minimum is always deployed', () => {
    const results = new Accumulator({ ...long, repeats: 12 });
    for (let repeat = 0; repeat < 12; repeat++) {
      const values = { value: Float64Array.of(0, 5), y: Float64Array.of(0.1 * repeat, 4) };
      results.add(recordOf({ problem: 0, strategy: 0, repeat }, [0, 0], values));
      results.add(recordOf({ problem: 0, strategy: 1, repeat }, [2, 2]));
    }
    expect(winMatrix(results)[0][1]).toMatchObject({ wins: 12, fixed: 12, cases: 1 });
    expect(winMatrix(results.judgedBy('deployed'))[0][1]).toMatchObject({ wins: 12, fixed: 0, cases: 12 });
  });
});
