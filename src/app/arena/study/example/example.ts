/**
 * A small study with its results, stored: what stands in the Arena before anything has been run.
 * `UPDATE_EXAMPLE=1 npx vitest run example` makes it anew; the test computes it and compares.
 */
import { readStudy } from '#core/study/read-study.ts';
import type { Comparison } from '#core/study/statistics/index.ts';
import type { StudySummary } from '#core/study/summary.ts';
import type { Study } from '#core/study/types.ts';
import type { Sketch } from '../study-sketch.ts';

/** The first question, small: three of its problems. */
export const EXAMPLE: Sketch = {
  problems: ['branin', 'rippled-bowl', 'important-unimportant'],
  strategies: [{ id: 'babysit' }, { id: 'grid' }, { id: 'binary' }, { id: 'random' }, { id: 'bayes' }],
  budget: 20,
  repeats: 12,
  seed: 1,
  instances: 'moved',
};

/** What of its summary is shown, with as many digits as pictures and sentences need. */
export interface StoredExample {
  study: Sketch;
  runs: number;
  floor: number;
  optimum: number;
  curves: { runs: number; lower: number[]; median: number[]; upper: number[] }[];
  ranks: { ranks: number[]; mean: number[]; repeats: number[] };
  wins: (Comparison | null)[][];
}

const DIGITS = 6;
const rounded = (value: number): number => Number(value.toPrecision(DIGITS));

export function storedOf({ runs, floor, optimum, curves, ranks, wins }: StudySummary): StoredExample {
  const numbers = (values: ArrayLike<number>) => Array.from(values, rounded);
  return {
    study: EXAMPLE,
    runs,
    floor: rounded(floor),
    optimum: rounded(optimum),
    curves: curves.map(({ runs: of, lower, median, upper }) => ({
      runs: of,
      lower: numbers(lower),
      median: numbers(median),
      upper: numbers(upper),
    })),
    ranks: { ranks: numbers(ranks.ranks), mean: numbers(ranks.mean), repeats: Array.from(ranks.repeats) },
    wins: wins.map((row) =>
      row.map((one) =>
        one
          ? (Object.fromEntries(
              Object.entries(one).map(([name, value]) => [
                name,
                typeof value === 'number' ? rounded(value) : (value as unknown),
              ]),
            ) as unknown as Comparison)
          : null,
      ),
    ),
  };
}

export function exampleStudy(): Study {
  const read = readStudy(EXAMPLE);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.study;
}

/** As the charts take it; what it does not hold is not shown. */
export const summaryOf = (
  { curves, ranks, wins, ...rest }: StoredExample,
  { budget }: Study,
): StudySummary => ({
  ...{ trial: budget, problem: 0, scope: 'all', target: 0.01, judged: 'tried' },
  ...{ runs: rest.runs, floor: rest.floor, optimum: rest.optimum },
  curves: curves.map(({ runs, lower, median, upper }) => ({
    runs,
    lower: Float64Array.from(lower),
    median: Float64Array.from(median),
    upper: Float64Array.from(upper),
  })),
  ranks: {
    ranks: Float64Array.from(ranks.ranks),
    mean: Float64Array.from(ranks.mean),
    repeats: Uint16Array.from(ranks.repeats),
  },
  wins: wins.map((row) => row.map((one) => one ?? undefined)),
  ...{ points: [], profiles: [], ert: [], uses: [] },
  targets: { from: 1, to: 1, count: 0 },
});
