import { describe, expect, it } from 'vitest';
import { runOne } from '#core/study/run-study.ts';
import { planRuns } from '#core/study/plan.ts';
import { readStudy } from '#core/study/read-study.ts';
import { Accumulator } from '#core/study/statistics/index.ts';
import type { Study } from '#core/study/types.ts';
import { agreement, byHours, correlation, hourly, rankingAt } from './ranking.ts';

function made(given: object): { study: Study; results: Accumulator } {
  const read = readStudy(given);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const { study } = read;
  const results = new Accumulator(study);
  for (const key of planRuns(study)) results.add(runOne(study, key, () => 0));
  return { study, results };
}
const few = () =>
  made({
    problems: ['branin', 'six-hump-camel'],
    strategies: ['random', 'sobol', { id: 'batch-bayes', params: { size: 8 } }, 'nelder-mead'],
    ...{ budget: 16, repeats: 12, seed: 1, instances: 'moved' },
  });

describe('mean ranks', () => {
  const { study, results } = few();

  it('sum up to those of a full table, and lie within their intervals', () => {
    for (const at of [1, 8, 16]) {
      const { mean, low, high, repeats } = rankingAt(results, at);
      expect(repeats).toBe(12);
      expect(mean.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(10, 10);
      mean.forEach((rank, s) => {
        expect(low[s]).toBeLessThanOrEqual(rank);
        expect(high[s]).toBeGreaterThanOrEqual(rank);
        expect(low[s]).toBeGreaterThanOrEqual(1);
        expect(high[s]).toBeLessThanOrEqual(4);
      });
    }
  });

  it('count repeats that all have made', () => {
    const half = new Accumulator(study);
    for (const key of planRuns(study))
      if (key.repeat < 3 || (key.repeat < 5 && key.problem === 0)) half.add(results.find(key)!);
    expect(rankingAt(half, 16).repeats).toBe(3);
    expect(Number.isNaN(rankingAt(new Accumulator(study), 16).mean[0])).toBe(true);
  });
});

describe('by the hour', () => {
  const { study, results } = few();
  const hours = 40;
  const byHour = (machines: number) => {
    const all = new Accumulator(hourly(study, hours));
    for (const key of planRuns(study))
      all.add(byHours(study, results.find(key)!, { machines, hours, judged: 'tried' }));
    return all;
  };

  it('ends where the trials end, whatever the machines', () => {
    for (const machines of [1, 8]) {
      const all = byHour(machines);
      for (const key of planRuns(study))
        expect(all.find(key)!.best.at(-1)).toBe(results.find(key)!.best.at(-1));
    }
  });

  it('is never worse on more machines, and what asks for one at a time gains nothing', () => {
    const [one, eight] = [byHour(1), byHour(8)];
    for (const key of planRuns(study)) {
      const [a, b] = [one.find(key)!.best, eight.find(key)!.best];
      if (study.strategies[key.strategy].id === 'random')
        b.forEach((best, i) => expect(Number.isNaN(a[i]) || best <= a[i]).toBe(true));
      if (study.strategies[key.strategy].id === 'nelder-mead') {
        const batches = results.find(key)!.batch;
        if (new Set(batches).size === batches.length) expect(b).toEqual(a);
      }
    }
  });
});

describe('what was expected', () => {
  const wins = (verdicts: readonly (readonly string[])[]) =>
    verdicts.map((row) => row.map((verdict) => (verdict === '' ? undefined : { verdict }))) as never;

  it('is right or wrong where the study decides, and neither where it calls a tie', () => {
    const found = {
      mean: Float64Array.of(1.2, 2.1, 2.7),
      wins: wins([
        ['', 'better', 'better'],
        ['worse', '', 'tied'],
        ['worse', 'tied', ''],
      ]),
    };
    expect(agreement([0, 1, 2], found)).toEqual({ correlation: 1, decided: 2, right: 2, tied: 1 });
    expect(agreement([0, 2, 1], found)).toMatchObject({ correlation: 0.5, decided: 2, right: 2 });
    expect(agreement([2, 1, 0], found)).toEqual({ correlation: -1, decided: 2, right: 0, tied: 1 });
  });

  it('is compared by Spearman’s correlation', () => {
    expect(correlation([1, 2, 3, 4], [2, 1, 4, 3])).toBeCloseTo(0.6, 12);
    expect(correlation([1, 2, 3], [1, 1, 1])).toBeNaN();
  });
});
