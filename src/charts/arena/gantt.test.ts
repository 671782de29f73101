import { scaleLinear } from 'd3';
import { describe, expect, it } from 'vitest';
import { hitAt, idleSpans, namedMachines, numbersThatFit, rowHeight, spansPath, thoughtAt } from './gantt.ts';
import type { GanttBar, GanttLane } from './types.ts';

const bar = (number: number, machine: number, start: number, end: number): GanttBar => ({
  number,
  machine,
  start,
  end,
  missing: false,
});
const lane: GanttLane = {
  series: { id: 'a', label: 'A', colour: 'red', marker: 'circle' },
  bars: [bar(1, 0, 1, 3), bar(2, 1, 1, 2), bar(3, 1, 4, 6), bar(4, 0, 4, 5)],
  thoughts: [
    { start: 0, end: 1 },
    { start: 3, end: 4 },
  ],
  end: 6,
  best: 2,
};
const x = scaleLinear([0, 10], [0, 1000]);
const rows = { top: 20, row: 18, gap: 2 };

describe('idle machines', () => {
  it('are what bars leave free until the end', () => {
    expect(idleSpans(lane, 3)).toEqual([
      { machine: 0, start: 0, end: 1 },
      { machine: 1, start: 0, end: 1 },
      { machine: 1, start: 2, end: 4 },
      { machine: 0, start: 3, end: 4 },
      { machine: 0, start: 5, end: 6 },
      { machine: 2, start: 0, end: 6 },
    ]);
  });
  it('with the bars fill machines × makespan', () => {
    const hours = [...lane.bars, ...idleSpans(lane, 3)].reduce((sum, { start, end }) => sum + end - start, 0);
    expect(hours).toBe(18);
  });
});

describe('what lies under the pointer', () => {
  it('is a bar, an idle machine, or nothing', () => {
    expect(hitAt(lane, 3, 0, 2)).toEqual({ kind: 'bar', index: 0 });
    expect(hitAt(lane, 3, 1, 3)).toEqual({ kind: 'idle', machine: 1, start: 2, end: 4 });
    expect(hitAt(lane, 3, 0, 5.5)).toEqual({ kind: 'idle', machine: 0, start: 5, end: 6 });
    expect(hitAt(lane, 3, 2, 1)).toEqual({ kind: 'idle', machine: 2, start: 0, end: 6 });
    expect(hitAt(lane, 3, 3, 1)).toBeNull();
    expect(hitAt(lane, 3, 0, 6.1)).toBeNull();
  });
  it('is a thought in its own row', () => {
    expect(thoughtAt(lane, 3.5)).toEqual({ kind: 'thought', start: 3, end: 4 });
    expect(thoughtAt(lane, 2)).toBeNull();
  });
});

describe('drawing', () => {
  it('makes one path of all bars, each a little shorter than its time', () => {
    expect(spansPath(lane.bars.slice(0, 2), x, rows)).toBe('M100,20h199v16h-199zM100,38h99v16h-99z');
    // However short, it can be seen.
    expect(spansPath([bar(1, 0, 0, 1e-6)], x, rows)).toBe('M0,20h0.4v16h-0.4z');
  });
  it('writes numbers where they have room', () => {
    const texts = (scale: number) =>
      numbersThatFit(lane.bars, scaleLinear([0, 10], [0, scale]), rows, 13).map(({ text }) => text);
    expect(texts(1000)).toEqual(['1', '2', '3', '4']);
    expect(texts(100)).toEqual(['1', '3']);
    expect(texts(50)).toEqual([]);
    expect(numbersThatFit(lane.bars, x, { ...rows, row: 9 }, 13)).toEqual([]);
    expect(numbersThatFit(lane.bars, x, rows, 13, 3)).toEqual([]);
  });
  it('names machines that do not touch', () => {
    expect(namedMachines(4, rowHeight(4, 13), 13)).toEqual([1, 2, 3, 4]);
    for (const machines of [9, 16, 33, 64]) {
      const row = rowHeight(machines, 13);
      const named = namedMachines(machines, row, 13);
      expect(named[0]).toBe(1);
      for (let i = 1; i < named.length; i++)
        expect((named[i] - named[i - 1]) * row).toBeGreaterThanOrEqual(16);
      expect(named.at(-1)).toBeLessThanOrEqual(machines);
    }
  });
});
