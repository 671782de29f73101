import { describe, expect, it } from 'vitest';
import {
  CLASSIC,
  DESIGNS,
  latinTrials,
  noCounts,
  randomSuccess,
  simulateCurse,
  type CurseCounts,
  type CurseQuestion,
} from '#core/study/curse.ts';
import { lookOf } from '../../shared/series.ts';
import {
  designSeries,
  hitOf,
  lawFormula,
  lawLine,
  nearestStop,
  pointsOf,
  standingsAt,
  stopsOf,
  successLines,
  successRows,
} from './success.ts';
import { percent, setPercent } from '../../shared/numbers.ts';

const question: CurseQuestion = { ...CLASSIC, dimensions: 5, shape: 'box', seed: 1 };
function count(asked: CurseQuestion): CurseCounts {
  let last: CurseCounts | undefined;
  for (const counts of simulateCurse(asked, asked.targets)) last = counts;
  return last!;
}
const counts = count(question);

describe('shares', () => {
  it.each([
    [0, '0.0\u00a0%'],
    [0.6339, '63.4\u00a0%'],
    [0.99978, '99.98\u00a0%'],
    [0.999951, '99.995\u00a0%'],
    [1 - 1e-9, '>\u00a099.999\u00a0%'],
    [1e-9, '<\u00a00.001\u00a0%'],
    [1, '100.0\u00a0%'],
  ])('%d is %s', (share, expected) => {
    expect(percent(share, 1)).toBe(expected);
  });
  it('of volume, and the law, are written as short as they are', () => {
    expect([0.01, 0.0001, 0.0025].map(setPercent)).toEqual(['1\u00a0%', '0.01\u00a0%', '0.25\u00a0%']);
    expect(lawFormula(0.01)).toBe('1 − 0.99ᵀ');
    expect(lawFormula(0.0001, 100)).toBe('1 − 0.9999¹⁰⁰');
  });
});

describe('the figure of successes', () => {
  it('has every design in its own look, with values and intervals where it was counted', () => {
    const series = designSeries();
    for (const { id, colour, marker } of series) expect({ colour, marker }).toMatchObject(pick(lookOf(id)));
    const lines = successLines(question, counts, series, ['sobol']);
    expect(lines.map((line) => line.series.id)).toEqual(['grid', 'random', 'latin-hypercube', 'halton']);
    const [grid, , latin] = lines;
    expect(grid.values[99]).toBe(counts.successes.grid[99] / 1000);
    expect(grid.lower![99]).toBeLessThan(grid.values[99]);
    expect(grid.upper![99]).toBeGreaterThan(grid.values[99]);
    for (let trials = 1; trials <= 512; trials++) {
      expect(Number.isNaN(latin.values[trials - 1])).toBe(!latinTrials(512).includes(trials));
    }
    expect(successLines(question, noCounts(512), series, [])).toEqual([]);
  });

  it('has the exact law, named where there is room', () => {
    const { values, at } = lawLine(question);
    for (const trials of [1, 100, 512]) {
      expect(values[trials - 1]).toBeCloseTo(1 - Math.pow(0.99, trials), 12);
    }
    expect(values[at - 1]).toBeGreaterThan(0.5);
    expect(lawLine({ ...question, volume: 0.0001 }).at).toBe(512);
    expect(lawLine({ ...question, volume: 0.5 }).at).toBe(23);
  });

  it('has lines of no more points than pixels, with one at every stop', () => {
    const points = pointsOf(question);
    expect(points).toEqual(expect.arrayContaining([...stopsOf(question), 1, 2, 63, 64, 512]));
    for (let i = 1; i < points.length; i++)
      expect(points[i] - points[i - 1] === 1 || points[i] / points[i - 1] < 2 ** (2 / 96)).toBe(true);
    expect(points.length).toBeLessThan(350);
    const given = (values: ArrayLike<number>) =>
      Array.from(values, (value, i) => (Number.isNaN(value) ? [] : [i + 1])).flat();
    for (const { values, lower, upper, series } of successLines(question, counts, designSeries(), []))
      for (const some of [values, lower!, upper!])
        expect(given(some)).toEqual(series.id === 'latin-hypercube' ? stopsOf(question) : points);
    expect(given(lawLine(question).values)).toEqual(points);
    expect(points).toContain(lawLine(question).at);
  });

  it('has a table of what is shown', () => {
    const rows = successRows(question, counts, ['grid', 'halton', 'sobol']);
    expect(rows).toHaveLength(stopsOf(question).length);
    const row = rows.find(([trials]) => trials === 100)!;
    const random = hitOf(counts, 'random', 100);
    expect(row.slice(0, 6)).toEqual([
      100,
      randomSuccess(0.01, 100),
      counts.successes.random[99],
      random.share,
      random.low,
      random.high,
    ]);
    expect(row).toHaveLength(2 + 2 * 4);
  });

  it('is looked at where all designs were counted', () => {
    const stops = stopsOf(question);
    expect(nearestStop(stops, 100)).toBe(100);
    expect(nearestStop([1, 8, 64], 23)).toBe(64);
    expect(nearestStop([1, 8, 64], 22)).toBe(8);
  });
});

it('random points stay within Wilson’s interval of the law as often as they should', () => {
  const stops = stopsOf(question);
  const inside = [1, 2, 3, 4].flatMap((seed) => {
    const own = count({ ...question, dimensions: 3, targets: 400, seed });
    return stops.map((trials) => {
      const { low, high } = hitOf(own, 'random', trials);
      const law = randomSuccess(question.volume, trials);
      return low <= law && law <= high;
    });
  });
  // Neighbouring stops share targets and points: far from independent, and still mostly inside.
  expect(inside.filter(Boolean).length / inside.length).toBeGreaterThan(0.85);
});

describe('standings', () => {
  it('follow the hits, and tie where intervals overlap', () => {
    const one = noCounts(10);
    one.targets = 1000;
    for (const [design, hits] of [
      ['grid', 300],
      ['random', 600],
      ['latin-hypercube', 610],
      ['halton', 650],
      ['sobol', 800],
    ] as const) {
      one.successes[design][4] = hits;
    }
    const standings = standingsAt(one, 5, []);
    expect(standings.map(({ design }) => design)).toEqual([
      'sobol',
      'halton',
      'latin-hypercube',
      'random',
      'grid',
    ]);
    const [sobol, halton, latin, random, grid] = standings;
    expect(sobol.ahead).toEqual(['halton', 'latin-hypercube', 'random', 'grid']);
    expect([sobol.tied, grid.tied, grid.ahead]).toEqual([[], [], []]);
    expect(halton.ahead).toEqual(['grid']);
    expect(halton.tied).toEqual(['latin-hypercube', 'random']);
    expect(latin.tied).toEqual(['halton', 'random']);
    expect(random.ahead).toEqual(['grid']);
    expect(standingsAt(one, 5, ['sobol', 'grid', 'halton', 'random'])).toMatchObject([
      { design: 'latin-hypercube', ahead: [], tied: [] },
    ]);
  });

  it('of the classic random box put the grid last at a hundred trials', () => {
    const last = standingsAt(counts, 100, []).at(-1)!;
    expect(last).toMatchObject({ design: 'grid', ahead: [], tied: [] });
    expect(DESIGNS).toHaveLength(5);
  });
});

const pick = ({ colour, marker }: { colour: string; marker: string }) => ({ colour, marker });
