import { describe, expect, it } from 'vitest';
import { planRuns, shardOf } from '../plan.ts';
import { recordOf, runAll, study } from '../testing.ts';
import { sameUntil } from './accumulator.ts';
import { Accumulator, rankTable, regretCurve, winMatrix } from './index.ts';
import { given, results } from './testing.ts';

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

  it('knows up to where runs are one run, made again', () => {
    const until = (runs: (readonly number[])[]) => sameUntil(results([runs]), 0, 0);
    expect(until([])).toBe(Infinity);
    expect(until([[3, NaN, 1]])).toBe(Infinity);
    expect(
      until([
        [3, NaN, 1],
        [3, NaN, 1],
        [3, NaN, 1],
      ]),
    ).toBe(Infinity);
    expect(
      until([
        [3, NaN, 1],
        [3, NaN, 0],
        [3, NaN, 1],
      ]),
    ).toBe(2);
    expect(until([[3, 2, 1], [3, 2, 1], [3]])).toBe(1);
    expect(until([[3], [3, 2, 1]])).toBe(1);
    expect(
      until([
        [3, 2],
        [NaN, 2],
      ]),
    ).toBe(0);
    const made = new Accumulator(given);
    for (const repeat of [0, 1]) {
      made.add(recordOf({ problem: 0, strategy: 0, repeat }, [3, 2 + repeat]));
      expect(sameUntil(made, 0, 0)).toBe(repeat === 0 ? Infinity : 1);
    }
  });
});
