import { describe, expect, it } from 'vitest';
import { cellPlot } from './cell-plot.ts';
import { borderPath, cellsPath, moveCell, regionPoles, shownCells } from './cells.ts';
import type { CellAxis } from './types.ts';

const axis = (values: number[], rest: Partial<CellAxis> = {}): CellAxis => ({
  label: 'dial',
  values,
  scale: 'linear',
  integer: false,
  ...rest,
});
const room = { width: 340, height: 300, type: 12 };
const edges = { xEdges: [0, 10, 20, 30], yEdges: [20, 10, 0] };

describe('the plot of a map', () => {
  it('gives every value a cell of the same width, and ticks at their centres', () => {
    const plot = cellPlot(axis([0, 0.25, 0.5, 0.75, 1]), axis([1, 10, 100], { scale: 'log' }), room);
    const widths = plot.xEdges.slice(1).map((edge, i) => edge - plot.xEdges[i]);
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(0.21);
    expect([plot.xEdges[0], plot.xEdges[5]]).toEqual([plot.left, plot.right]);
    expect(plot.x(0.25)).toBeCloseTo((plot.xEdges[1] + plot.xEdges[2]) / 2, 6);
    expect(plot.y(10)).toBeCloseTo((plot.top + plot.bottom) / 2, 0);
    expect(plot.yTicks.map(({ value }) => value)).toEqual([1, 10, 100]);
    expect(plot.xTicks.every(({ value }) => value >= 0 && value <= 1)).toBe(true);
  });

  it('names whole numbers only, where only those are tried, also by ratio', () => {
    const values = [1, 2, 4, 9, 19, 40];
    const plot = cellPlot(
      axis(values, { integer: true, scale: 'log' }),
      axis([2, 3, 4], { integer: true }),
      room,
    );
    expect(plot.xTicks.map(({ value }) => value)).toEqual(values);
    const narrow = cellPlot(axis([100, 200, 300, 400, 500], { integer: true }), axis([1, 2]), {
      ...room,
      width: 150,
    });
    expect(narrow.xTicks.map(({ value }) => value)).toEqual([100, 300, 500]);
    expect(plot.x(9)).toBeCloseTo((plot.xEdges[3] + plot.xEdges[4]) / 2, 6);
    expect(plot.yTicks.map(({ value }) => value)).toEqual([2, 3, 4]);
  });
});

describe('paths', () => {
  it('make one rectangle of neighbours in a row, and none across the end of a row', () => {
    expect(cellsPath([1, 0, 4], edges)).toBe('M0,20H20V10H0ZM10,10H20V0H10Z');
    expect(cellsPath([2, 3], edges)).toBe('M20,20H30V10H20ZM0,10H10V0H0Z');
    expect(cellsPath([], edges)).toBe('');
  });

  it('go between what is inside and what is not, but not around the map', () => {
    expect(borderPath([1, 0, 0, 1, 0, 0], edges)).toBe('M10,20V10M10,10V0');
    expect(borderPath([0, 0, 0, 1, 1, 1], edges)).toBe('M0,10H10M10,10H20M20,10H30');
    expect(borderPath([1, 1, 1, 1, 1, 1], edges)).toBe('');
  });
});

describe('a map under way', () => {
  const shownOf = (known: number[]) => [...shownCells((cell) => known.includes(cell), 5, 3, [2, 4])];

  it('shows the finest lattice that has a value', () => {
    // Cells 0 and 4 are on the lattice of every 4th; 2 of every 2nd.
    expect(shownOf([0, 4])).toEqual([0, 0, 0, 0, 4, 0, 0, 0, 0, 4, 0, 0, 0, 0, 4]);
    expect(shownOf([0, 2, 4, 6])).toEqual([0, 0, 2, 2, 4, 0, 6, 2, 2, 4, 0, 0, 0, 0, 4]);
  });

  it('stays empty where nothing is known', () => {
    expect(shownOf([])).toEqual(new Array(15).fill(-1));
    expect(shownOf([1])).toEqual([-1, 1, ...new Array(13).fill(-1)]);
  });
});

describe('regions', () => {
  it('have their pole where they are deepest', () => {
    // A 5 × 5 block of group 0 beside a strip of group 1, and a lone cell of group 0 in the corner.
    const groups = new Int32Array(7 * 5).fill(1);
    for (let row = 0; row < 5; row++) for (let column = 0; column < 5; column++) groups[row * 7 + column] = 0;
    groups[6] = 0;
    const poles = regionPoles(groups, 7, 5);
    expect(poles).toContainEqual({ cell: 2 * 7 + 2, group: 0, depth: 3 });
    expect(poles).toContainEqual({ cell: 6, group: 0, depth: 1 });
    expect(poles.filter(({ group }) => group === 1)).toHaveLength(1);
  });

  it('leave out what belongs to nothing', () => {
    expect(regionPoles([-1, -1, 3, -1], 2, 2)).toEqual([{ cell: 2, group: 3, depth: 1 }]);
  });
});

it('keys move among cells, upwards is up, and stop at the edges', () => {
  expect(moveCell('ArrowUp', 1, 3, 2)).toBe(4);
  expect(moveCell('ArrowUp', 4, 3, 2)).toBe(4);
  expect(moveCell('ArrowDown', 4, 3, 2)).toBe(1);
  expect(moveCell('ArrowRight', 2, 3, 2)).toBe(2);
  expect(moveCell('ArrowLeft', 3, 3, 2)).toBe(3);
  expect([moveCell('Home', 5, 3, 2), moveCell('End', 3, 3, 2)]).toEqual([3, 5]);
  expect(moveCell('Enter', 0, 3, 2)).toBeNull();
});
