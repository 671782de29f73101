import { describe, expect, it } from 'vitest';
import { schedule, type ScheduledTrial } from '#core/study/schedule.ts';
import type { QuartileSteps } from '#core/study/steps.ts';
import type { Series } from '#charts/types.ts';
import { ganttLane, hitText, stepLines, totalRows, type Made } from './lane-data.ts';

const series = (id: string): Series => ({ id, label: id.toUpperCase(), colour: 'red', marker: 'circle' });
const trials: ScheduledTrial[] = [5, NaN, 2, 2].map((value, batch) => ({ batch, unit: [0.5], value }));
const made = schedule(trials, { machines: 2, hours: [1, 1, 2, 1], oblivious: true, thinking: 0 });
const lane: Made = {
  strategy: { name: 'a', id: 'random', params: {} },
  status: 'done',
  arrived: 4,
  trials,
  schedule: made,
};

describe('bars', () => {
  const drawn = ganttLane(series('a'), lane);
  it('say which trial failed, and which brought the best value first', () => {
    expect(drawn.bars.map(({ number, missing }) => [number, missing])).toEqual([
      [1, false],
      [2, true],
      [3, false],
      [4, false],
    ]);
    // Trials 3 and 4 found the same; the fourth was back earlier.
    expect([drawn.best, drawn.end]).toEqual([3, 3]);
  });
  it('are told in words', () => {
    const text = (index: number) => hitText({ kind: 'bar', index }, drawn, trials);
    expect(text(2)).toBe('Trial 3 on machine 1: 1 to 3 h (2 h), value 2');
    expect(text(1)).toBe('Trial 2 on machine 2: 0 to 1 h (1 h), failed or not feasible');
    expect(hitText({ kind: 'idle', machine: 1, start: 2, end: 3 }, drawn, trials)).toBe(
      'Machine 2 is idle from 2 to 3 h',
    );
    expect(hitText({ kind: 'thought', start: 0, end: 0.25 }, drawn, trials)).toBe(
      'The strategy thinks from 0 to 0.25 h',
    );
  });
  it('are none while the run is computed', () => {
    expect(ganttLane(series('a'), {})).toMatchObject({ bars: [], thoughts: [], end: 0, best: null });
  });
});

it('step lines hold what is shown, within one axis', () => {
  const of = (at: readonly number[], median: readonly number[]): QuartileSteps => ({
    at: Float64Array.from(at),
    lower: Float64Array.from(median, (value) => value / 2),
    median: Float64Array.from(median),
    upper: Float64Array.from(median, (value) => value * 2),
  });
  const all = [of([1, 4], [Infinity, 8]), of([2, 9], [3, 1]), of([], [])];
  const names = ['a', 'b', 'c'].map(series);
  const { lines, domain, end } = stepLines(all, names, [0, 1, 2], false);
  expect(lines.map((line) => line.series.id)).toEqual(['a', 'b']);
  expect(Array.from(lines[0].values)).toEqual([Infinity, 8]);
  expect(lines[0].lower).toBeUndefined();
  expect(end).toBe(9);
  expect(domain[0]).toBeLessThan(1);
  expect(domain[1]).toBeGreaterThan(8);
  const banded = stepLines(all, names, [1], true);
  expect(Array.from(banded.lines[0].upper!)).toEqual([6, 2]);
  expect(banded.domain[0]).toBeLessThan(0.5);
});

it('totals have a row for each quantity and a hole for what is missing', () => {
  const rows = totalRows([lane, undefined], [series('a'), series('b')], (best) => best - 1);
  expect(rows.map(({ cells }) => [cells[0]!.text, cells[1]])).toEqual([
    ['3 h', null],
    ['5', null],
    ['1.67', null],
    ['17\u00a0%', null],
    ['0 h', null],
    ['1', null],
  ]);
  expect(rows[3].cells[0]).toMatchObject({ ink: 'bad', description: 'A: Idle share 17\u00a0%' });
});

it('totals are tinted, and the best outlined, only where one is better than another', () => {
  const slow: Made = {
    ...lane,
    schedule: schedule(trials, { machines: 2, hours: [1, 1, 2, 1], oblivious: false, thinking: 0 }),
  };
  const lost: Made = {
    ...lane,
    schedule: schedule(
      trials.map((trial) => ({ ...trial, value: NaN })),
      { machines: 2, hours: [1, 1, 2, 1], oblivious: true, thinking: 0 },
    ),
  };
  const look = (lanes: Made[]) =>
    totalRows(lanes, ['a', 'b'].map(series), (best) => best - 1).map(({ cells }) =>
      cells.map((cell) => `${cell!.weight.toFixed(2)}${cell!.strong ? ' best' : ''}`),
    );
  const [makespan, machineHours, busy, idle, thinking, best] = look([lane, slow]);
  expect(makespan).toEqual(['1.00 best', '0.60']);
  expect(machineHours).toEqual(['0.00', '0.00']);
  expect(busy).toEqual(['1.00 best', '0.60']);
  // Red, by itself: idle is idle, also where all are.
  expect(idle).toEqual(['0.17 best', '0.50']);
  expect([thinking, best]).toEqual([
    ['0.00', '0.00'],
    ['0.00', '0.00'],
  ]);
  expect(look([lane, lost])[5]).toEqual(['0.00 best', '0.00']);
  expect(look([lost, lost])[5]).toEqual(['0.00', '0.00']);
  // 0.1 + 0.2 + 0.3 + 0.4 is not 0.4 + 0.3 + 0.2 + 0.1 in binary.
  const summed = (hours: number[]): Made => ({
    ...lane,
    schedule: schedule(trials, { machines: 1, hours, oblivious: true, thinking: 0 }),
  });
  expect(look([summed([0.1, 0.2, 0.3, 0.4]), summed([0.4, 0.3, 0.2, 0.1])])[1]).toEqual(['0.00', '0.00']);
});
