import { expect, test } from 'vitest';
import type { Trial } from '#core/types.ts';
import { ranking } from './ranking.ts';
import { regrets, valueAxis } from './race.ts';

const runOf = (id: string, ...best: (number | null)[]) => ({
  id,
  trials: best.map((value, index) => ({ index, best: value }) as Trial),
});
const runs = [runOf('a', 3, 3, 1), runOf('b', 2, 1.5, 1.5), runOf('c', null, 3)];

test('the order is that of the trial on screen, not of the end', () => {
  expect(ranking(runs, 2, 1).map(({ id, rank }) => [id, rank])).toEqual([
    ['b', 1],
    ['a', 2],
    ['c', 2],
  ]);
  expect(ranking(runs, 3, 1)[0]).toMatchObject({ id: 'a', rank: 1, best: 1, regret: 0, found: 3 });
});

test('ties are told as ties, and a strategy without a feasible trial has no rank', () => {
  expect(ranking(runs, 2, 1).map(({ tied }) => tied)).toEqual([false, true, true]);
  expect(ranking(runs, 1, 1).find(({ id }) => id === 'c')).toMatchObject({
    rank: null,
    best: null,
    found: null,
  });
});

test('a run that ended early keeps its best', () => {
  expect(ranking(runs, 3, 1).find(({ id }) => id === 'c')).toMatchObject({ best: 3, found: 2 });
});

test('one that has not come to the trial has no rank, and no value of an earlier one', () => {
  const open = runs.map((one) => ({ ...one, open: one.id === 'c' || one.id === 'b' }));
  open[2] = { ...runOf('c', null, -5), open: true };
  expect(ranking(open, 3, -9).map(({ id, rank, best, behind }) => [id, rank, best, behind])).toEqual([
    ['a', 1, 1, false],
    ['b', 2, 1.5, false],
    ['c', null, null, true],
  ]);
  expect(ranking(open, 2, -9)[0]).toMatchObject({ id: 'c', rank: 1, best: -5, behind: false });
});

test('regrets fit a log axis even where the optimum was hit', () => {
  const { lines, domain } = regrets(
    [
      [3, 1],
      [null, 2],
    ],
    1,
  );
  expect(lines[1]).toEqual([null, 1]);
  for (const value of lines.flat()) if (value !== null) expect(value).toBeGreaterThanOrEqual(domain[0]);
  expect(domain[0]).toBeGreaterThan(0);
});

test('the value axis holds the optimum and every line', () => {
  const [lo, hi] = valueAxis([[5, 4], [null]], -2);
  expect(lo).toBeLessThan(-2);
  expect(hi).toBeGreaterThan(5);
});
