import { describe, expect, it } from 'vitest';
import { DEFAULT_COST } from '../settings.ts';
import { affordable, costFigure, costRows, levelsShown, MOST_DIMENSIONS, reachOf } from './cost.ts';

describe('grid sizes', () => {
  const cost = { ...DEFAULT_COST, hours: 0.5, price: 4, levels: 7, budget: 60 };

  it('have a line for the usual levels and for one’s own', () => {
    expect(levelsShown(7)).toEqual([2, 3, 5, 7, 10]);
    expect(levelsShown(5)).toEqual([2, 3, 5, 10]);
    const { lines } = costFigure(cost, ['levels-10']);
    expect(lines.map(({ series }) => series.id)).toEqual(['levels-2', 'levels-3', 'levels-5', 'levels-7']);
    expect(lines.filter(({ series }) => !series.dash).map(({ series }) => series.id)).toEqual(['levels-7']);
  });

  it.each([
    ['trials', 1],
    ['hours', 0.5],
    ['money', 2],
  ] as const)('are drawn in %s, the budget too', (unit, rate) => {
    const { lines, budget, marks, domain } = costFigure({ ...cost, unit }, []);
    expect(lines[0].values).toHaveLength(MOST_DIMENSIONS);
    expect(lines[2].values[3]).toBeCloseTo(625 * rate, 9);
    expect(budget.values[0]).toBe(60 * rate);
    // 2ˣ = 60 at x = 5.9.
    expect(marks[0].trial).toBeCloseTo(5.907, 3);
    expect(marks.every(({ value }) => value === 60 * rate)).toBe(true);
    expect(domain[0]).toBeLessThan(rate);
    expect(domain[1]).toBeGreaterThan(10 ** 10 * rate);
  });

  it('have no ring where the budget ends beyond the axis', () => {
    const ringed = (budget: number) =>
      costFigure({ ...cost, budget }, []).marks.map(({ series }) => series.id);
    expect(ringed(2000)).not.toContain('levels-2');
    expect(ringed(4)).toEqual(['levels-2', 'levels-3']);
  });

  it('are all in the table', () => {
    const rows = costRows(cost, ['levels-2', 'levels-3', 'levels-5', 'levels-10']);
    expect(rows).toHaveLength(MOST_DIMENSIONS);
    expect(rows[2]).toEqual([3, 7, 343, 171.5, 686]);
  });
});

describe('a budget', () => {
  it('reaches as far as its powers', () => {
    expect([2, 3, 5, 10, 100, 101].map((levels) => reachOf(100, levels))).toEqual([6, 4, 2, 2, 1, 0]);
    expect(reachOf(1_000_000, 2)).toBe(MOST_DIMENSIONS);
    expect(reachOf(125, 5)).toBe(3);
    expect(reachOf(124, 5)).toBe(2);
  });

  it('affords fewer levels with every dimension', () => {
    expect(affordable(100).map(({ levels }) => levels)).toEqual([100, 10, 4, 3, 2, 2, 1, 1, 1, 1]);
    for (const { dimensions, levels, used } of affordable(777)) {
      expect(used).toBe(levels ** dimensions);
      expect(used).toBeLessThanOrEqual(777);
      expect((levels + 1) ** dimensions).toBeGreaterThan(777);
    }
  });
});
