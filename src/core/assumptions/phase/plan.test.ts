import { describe, expect, it } from 'vitest';
import { gridOf } from './cells.ts';
import { cellOrder, countRuns, placeOf, planRuns, rounds, runAt } from './plan.ts';
import { axisOf, questionOf } from './testing.ts';

const grid = gridOf(
  questionOf({
    x: axisOf('objective.minimum', 0.1, 0.9, 19),
    y: axisOf('budget', 1, 11, 11),
    repeats: 15,
    strategies: ['random', 'grid', 'binary'],
  }),
);
const { columns } = grid;

describe('the order of cells', () => {
  const order = [...cellOrder(grid)];

  it('has every cell once', () => {
    expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 19 * 11 }, (_, i) => i));
  });

  it.each([
    [8, 3 * 2],
    [4, 5 * 3],
    [2, 10 * 6],
  ])('begins with a map of every %ith column and row: %i cells', (stride, count) => {
    const coarse = order.slice(0, count);
    expect(
      coarse.every((cell) => (cell % columns) % stride === 0 && Math.floor(cell / columns) % stride === 0),
    ).toBe(true);
  });
});

describe('the plan', () => {
  it('has every run once, and finds it by its number', () => {
    const plan = planRuns(grid);
    expect(plan.length).toBe(countRuns(grid));
    expect(new Set(plan).size).toBe(plan.length);
    for (const run of plan) expect(runAt(grid, placeOf(grid, run))).toBe(run);
  });

  it('gives all cells a round of repeats before any gets the next', () => {
    expect(rounds(15)).toEqual([
      [0, 6],
      [6, 12],
      [12, 15],
    ]);
    const plan = [...planRuns(grid)].map((run) => placeOf(grid, run).repeat);
    const first = 19 * 11 * 3 * 6;
    expect(Math.max(...plan.slice(0, first))).toBe(5);
    expect(Math.min(...plan.slice(first))).toBe(6);
  });

  it('lets every strategy have its turn before a repeat of the same cell comes again', () => {
    const [a, b, c, d] = [...planRuns(grid).slice(0, 4)].map((run) => placeOf(grid, run));
    expect([a, b, c].map(({ strategy, repeat }) => [strategy, repeat])).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
    ]);
    expect(d).toEqual({ cell: 0, strategy: 0, repeat: 1 });
  });

  it('goes on where it was left', () => {
    const whole = planRuns(grid);
    const done = new Set(whole.subarray(0, 1000));
    expect([...planRuns(grid, (run) => done.has(run))]).toEqual([...whole.subarray(1000)]);
  });
});
