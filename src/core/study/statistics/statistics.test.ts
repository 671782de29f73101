import { describe, expect, it } from 'vitest';
import { planRuns, shardOf } from '../plan.ts';
import { recordOf, runAll, study } from '../testing.ts';
import { FLAG } from '../types.ts';
import { ShareIntervals, sumDistribution, type Tally } from './bootstrap.ts';
import {
  Accumulator,
  averageRanks,
  budgetUse,
  expectedRunningTime,
  finalPoints,
  holm,
  logTargets,
  quantile,
  rankTable,
  regretAt,
  regretCurve,
  regretSummary,
  relativeTargets,
  runtimeProfile,
  runtimeTo,
  signTest,
  verdictOf,
  winMatrix,
} from './index.ts';

/** Regrets of the quadratic are its values: its minimum is 0, its floor 1e-12. */
const given = study({
  problems: ['quadratic'],
  strategies: ['random', 'grid', 'sobol'],
  budget: 4,
  repeats: 3,
});

/** best[strategy][repeat] */
function results(best: (readonly number[])[][], of = given): Accumulator {
  const made = new Accumulator(of);
  best.forEach((runs, strategy) =>
    runs.forEach((values, repeat) => made.add(recordOf({ problem: 0, strategy, repeat }, values))),
  );
  return made;
}

describe('quantiles', () => {
  it('interpolate as R’s type 7', () => {
    expect([0, 0.25, 0.5, 0.75, 1].map((p) => quantile([1, 2, 3, 4], p))).toEqual([1, 1.75, 2.5, 3.25, 4]);
    expect(quantile([7], 0.3)).toBe(7);
    expect(quantile([], 0.5)).toBeNaN();
  });
  it('take infinity for a value', () => {
    expect(quantile([1, 2, Infinity], 0.5)).toBe(2);
    expect(quantile([1, 2, Infinity], 0.75)).toBe(Infinity);
    expect(quantile([Infinity, Infinity, Infinity], 0.4)).toBe(Infinity);
  });
});

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

describe('the accumulator', () => {
  const real = study({ problems: ['branin', 'forrester'], strategies: ['random', 'sobol'], repeats: 6 });
  const records = runAll(real);
  it('gives the same in whatever order runs arrive, once each', () => {
    const [ordered, mixed] = [new Accumulator(real), new Accumulator(real)];
    records.forEach((record) => ordered.add(record));
    [...records].reverse().forEach((record) => mixed.add(record));
    records.forEach((record) => mixed.add(record));
    expect(mixed.size).toBe(records.length);
    expect(mixed.runs(1, 1)).toEqual(ordered.runs(1, 1));
    expect(winMatrix(mixed)).toEqual(winMatrix(ordered));
    expect(rankTable(mixed, 5)).toEqual(rankTable(ordered, 5));
    expect(regretCurve(mixed, 0, 1)).toEqual(regretCurve(ordered, 0, 1));
  });
  it('notices what arrived since it was last asked', () => {
    const partial = new Accumulator(real);
    const shard = shardOf(planRuns(real), 1, 2);
    for (const record of records) {
      const before = regretCurve(partial, record.problem, record.strategy).runs;
      partial.add(record);
      expect(regretCurve(partial, record.problem, record.strategy).runs).toBe(before + 1);
    }
    expect(shard.every((key) => partial.find(key)?.repeat === key.repeat)).toBe(true);
  });
});

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
describe('ranks', () => {
  it('share ties, and put what is not a number last', () => {
    expect([...averageRanks([10, 20, 10, 5])]).toEqual([2.5, 4, 2.5, 1]);
    expect([...averageRanks([NaN, 1, Infinity])]).toEqual([2.5, 1, 2.5]);
  });

  it('are those of Demšar (2006), table 6', () => {
    const auc = [
      [0.763, 0.768, 0.771, 0.798],
      [0.599, 0.591, 0.59, 0.569],
      [0.954, 0.971, 0.968, 0.967],
      [0.628, 0.661, 0.654, 0.657],
      [0.882, 0.888, 0.886, 0.898],
      [0.936, 0.931, 0.916, 0.931],
      [0.661, 0.668, 0.609, 0.685],
      [0.583, 0.583, 0.563, 0.625],
      [0.775, 0.838, 0.866, 0.875],
      [1, 1, 1, 1],
      [0.94, 0.962, 0.965, 0.962],
      [0.619, 0.666, 0.614, 0.669],
      // Printed as 0.975 twice, but ranked apart: the paper ranked before it rounded.
      [0.972, 0.981, 0.97501, 0.975],
      [0.957, 0.978, 0.946, 0.97],
    ];
    const table = auc.map((row) => averageRanks(row.map((value) => -value)));
    const mean = [0, 1, 2, 3].map((j) => table.reduce((sum, ranks) => sum + ranks[j], 0) / auc.length);
    expect(mean.map((rank) => rank.toFixed(3))).toEqual(['3.143', '2.000', '2.893', '1.964']);
  });

  it('are taken within repeats that all strategies have done', () => {
    const made = results([
      [[5, 1], [2], [9]],
      [[4, 4], [2], [1]],
      [[6, 4], [1]],
    ]);
    expect(rankTable(made, 1)).toEqual({
      ranks: Float64Array.of((2 + 2.5) / 2, (1 + 2.5) / 2, (3 + 1) / 2),
      mean: Float64Array.of(2.25, 1.75, 2),
      repeats: Uint16Array.of(2),
    });
    expect([...rankTable(made, 2).ranks]).toEqual([(1 + 2.5) / 2, 2.5, (2.5 + 1) / 2]);
    expect([...rankTable(results([[[1]]]), 1).mean]).toEqual([NaN, NaN, NaN]);
  });
});

describe('wins', () => {
  it('are counted on pairs, ties within the tolerance, what found nothing tied with the like', () => {
    const made = results([
      [[1], [2], [NaN]],
      [[2], [2.1], [NaN]],
      [[NaN], [0]],
    ]);
    const at = (a: number, b: number, tolerance = 0) => {
      const { wins, ties, losses, pairs, share } = winMatrix(made, { tolerance })[a][b]!;
      return [wins, ties, losses, pairs, share];
    };
    expect(at(0, 1)).toEqual([2, 1, 0, 3, 2.5 / 3]);
    expect(at(0, 1, 0.2)).toEqual([1, 2, 0, 3, 2 / 3]);
    expect(at(0, 2)).toEqual([1, 0, 1, 2, 0.5]);
    expect(at(2, 0)).toEqual([1, 0, 1, 2, 0.5]);
    expect(winMatrix(made)[1][1]).toBeUndefined();
  });

  const many = { ...given, repeats: 40 };
  const pairsOf = (wins: number, ties: number, losses: number) =>
    results(
      [
        Array.from({ length: wins + ties + losses }, (_, i) => [i < wins ? 1 : 2]),
        Array.from({ length: wins + ties + losses }, (_, i) => [i < wins + ties ? 2 : 1]),
      ],
      many,
    );

  it('decide only where the interval leaves one half, from six untied pairs on', () => {
    expect(winMatrix(pairsOf(30, 0, 10))[0][1]).toMatchObject({ verdict: 'better' });
    expect(winMatrix(pairsOf(30, 0, 10))[1][0]).toMatchObject({ verdict: 'worse', wins: 10, losses: 30 });
    expect(winMatrix(pairsOf(22, 0, 18))[0][1]).toMatchObject({ verdict: 'tied' });
    expect(winMatrix(pairsOf(0, 40, 0))[0][1]).toMatchObject({
      verdict: 'tied',
      share: 0.5,
      low: 0.5,
      high: 0.5,
      p: 1,
    });
    expect(winMatrix(pairsOf(5, 0, 0))[0][1]).toMatchObject({ verdict: 'tied', low: 1, high: 1 });
    expect(winMatrix(pairsOf(6, 0, 0))[0][1]).toMatchObject({ verdict: 'better' });
    expect(verdictOf({ wins: 9, losses: 9, low: 0.5, high: 0.9 })).toBe('tied');
  });

  it('tell what is fixed from what is luck, and take its repetitions for no evidence', () => {
    const fixed = winMatrix(pairsOf(40, 0, 0))[0][1]!;
    expect(fixed).toMatchObject({ wins: 40, pairs: 40, fixed: 40, verdict: 'better', p: 1 });
    expect(winMatrix(pairsOf(39, 0, 1))[0][1]!.fixed).toBe(0);
    expect(winMatrix(pairsOf(1, 0, 0))[0][1]!.fixed).toBe(0);
    // On two problems, of which one leaves nothing to luck: 30 wins of 40, and one more.
    const two = { ...many, problems: [many.problems[0], { ...many.problems[0], name: 'again' }] };
    const mixed = new Accumulator(two);
    for (let repeat = 0; repeat < 40; repeat++) {
      mixed.add(recordOf({ problem: 0, strategy: 0, repeat }, [repeat < 30 ? 1 : 3]));
      mixed.add(recordOf({ problem: 0, strategy: 1, repeat }, [2]));
      mixed.add(recordOf({ problem: 1, strategy: 0, repeat }, [1]));
      mixed.add(recordOf({ problem: 1, strategy: 1, repeat }, [2]));
    }
    expect(winMatrix(mixed)[0][1]).toMatchObject({ wins: 70, losses: 10, fixed: 40, p: signTest(31, 10) });
  });

  it('are the same again, mirrored below the diagonal, and adjusted over all comparisons', () => {
    const made = pairsOf(30, 0, 10);
    expect(winMatrix(made)).toEqual(winMatrix(made));
    const [above, below] = [winMatrix(made)[0][1]!, winMatrix(made)[1][0]!];
    expect([below.low, below.high]).toEqual([1 - above.high, 1 - above.low]);
    expect(above.p).toBeCloseTo(0.0022, 4);
    // Three comparisons, two of them without pairs.
    expect(above.holm).toBeCloseTo(3 * above.p, 12);
  });
});

/** The law of the sum of n draws, one draw after the other. */
function byDrawing({ wins, ties, losses }: Tally): Float64Array {
  const n = wins + ties + losses;
  const mass = new Float64Array(2 * n + 1);
  mass[0] = 1;
  for (let drawn = 1; drawn <= n; drawn++) {
    for (let k = 2 * drawn; k >= 0; k--) {
      const [lost, tied, won] = [mass[k], mass[k - 1] ?? 0, mass[k - 2] ?? 0];
      mass[k] = (losses * lost + ties * tied + wins * won) / n;
    }
  }
  for (let k = 1; k <= 2 * n; k++) mass[k] += mass[k - 1];
  return mass;
}

describe('the bootstrap', () => {
  it('draws from the law of n pairs: all 4³ draws counted', () => {
    const outcomes = [2, 2, 1, 0];
    const counts = new Array<number>(9).fill(0);
    for (let draw = 0; draw < 256; draw++) {
      counts[[0, 2, 4, 6].reduce((sum, shift) => sum + outcomes[(draw >> shift) & 3], 0)] += 1;
    }
    const law = sumDistribution({ wins: 2, ties: 1, losses: 1 });
    let below = 0;
    counts.forEach((count, k) => expect(law[k]).toBeCloseTo((below += count) / 256, 14));
  });
  it.each([
    [250, 0, 249],
    [0, 0, 7],
    [0, 7, 0],
    [0, 3, 200],
    [1, 1, 498],
    [498, 1, 1],
    [249, 1, 249],
    [100, 300, 100],
    [1, 499, 0],
    [400, 0, 3],
  ])('has that law in numbers also for hundreds of pairs: %i, %i, %i', (wins, ties, losses) => {
    const law = sumDistribution({ wins, ties, losses });
    const expected = byDrawing({ wins, ties, losses });
    expect(law).toHaveLength(expected.length);
    expect(Math.max(...law.map((sum, k) => Math.abs(sum - expected[k])))).toBeLessThan(1e-12);
    expect(law.at(-1)).toBe(1);
  });
  it('agrees with the binomial law: 60 of 100 pairs won', () => {
    const [low, high] = new ShareIntervals(1).of([{ wins: 60, ties: 0, losses: 40 }]);
    // Quantiles of the binomial law with n = 100 and p = 0.6 at 2.5 and 97.5 %.
    expect(Math.abs(low - 0.5)).toBeLessThan(0.0101);
    expect(Math.abs(high - 0.69)).toBeLessThan(0.0101);
  });
  it('keeps problems apart: all won on one, all lost on the other, is certain', () => {
    const tallies = [
      { wins: 50, ties: 0, losses: 0 },
      { wins: 0, ties: 0, losses: 50 },
    ];
    expect(new ShareIntervals(1).of(tallies)).toEqual([0.5, 0.5]);
    expect(new ShareIntervals(1).of([])).toEqual([NaN, NaN]);
  });
  it('draws problems apart from each other, and the same again for the same seed', () => {
    const tally = { wins: 30, ties: 5, losses: 30 };
    const [low, high] = new ShareIntervals(1).of([tally]);
    const two = new ShareIntervals(1).of([tally, tally]);
    // Twice as many independent pairs: an interval narrower by √2. The same draws twice would leave it as wide.
    expect((two[1] - two[0]) / (high - low)).toBeGreaterThan(0.6);
    expect((two[1] - two[0]) / (high - low)).toBeLessThan(0.8);
    expect(new ShareIntervals(1).of([tally, tally])).toEqual(two);
  });
});

describe('tests', () => {
  it('of signs are exact', () => {
    expect(signTest(8, 2)).toBeCloseTo((2 * (1 + 10 + 45)) / 1024, 14);
    expect(signTest(0, 6)).toBeCloseTo(2 / 64, 15);
    expect([signTest(5, 5), signTest(0, 0)]).toEqual([1, 1]);
    // Far out and many: the normal approximation, with continuity correction, for 51 500 of 100 000.
    expect(signTest(51_500, 48_500) / 2.6e-21).toBeGreaterThan(0.5);
    expect(signTest(51_500, 48_500) / 2.6e-21).toBeLessThan(2);
  });
  it('are adjusted as by R’s p.adjust', () => {
    expect(holm([0.01, 0.04, 0.03, 0.005]).map((p) => Number(p.toFixed(12)))).toEqual([
      0.03, 0.06, 0.06, 0.02,
    ]);
    expect(holm([0.9, 0.8])).toEqual([1, 1]);
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
