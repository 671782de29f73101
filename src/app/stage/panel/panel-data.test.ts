import { expect, test } from 'vitest';
import { problemOf, run } from '#core/run.ts';
import { readScenario } from '#core/scenario.ts';
import { integer, real } from '#core/space.ts';
import { axisOf, place, trueCurve, valueRange } from './landscape.ts';
import { holdsOptimum } from '#core/assumptions/fatal-step.ts';
import {
  bestPoint,
  bracketInterval,
  domainOf,
  ladderOf,
  largestSd,
  tableOf,
  valueDomain,
  viewAt,
} from './panel-data.ts';

const { scenario } = readScenario({ objective: 'forrester', budget: 20, strategies: ['binary'] });
const problem = problemOf(scenario);
const [{ trials, closing }] = run(scenario).traces;

test('before the first trial there is no state; at the end a bracket shows what the last cut left', () => {
  expect(viewAt(trials, 0, closing, 'before', false)).toBeUndefined();
  expect(viewAt(trials, 5, closing, 'before', false)).toBe(trials[4].view);
  expect(viewAt(trials, 20, closing, 'before', true)).toBe(closing!.view);
});

test('the ladder only narrows, keeps its room, and tells which rungs hold the optimum', () => {
  const short = ladderOf(
    trials,
    6,
    trials[5].view,
    problem.space.dimensions[0],
    'ladder',
    holdsOptimum(problem),
  )!;
  const long = ladderOf(
    trials,
    20,
    closing!.view,
    problem.space.dimensions[0],
    'ladder',
    holdsOptimum(problem),
  )!;
  expect(short.slots).toBe(long.slots);
  expect(long.rungs.length).toBeLessThanOrEqual(long.slots);
  expect(long.rungs.length).toBeGreaterThan(short.rungs.length);
  for (let i = 1; i < long.rungs.length; i++) {
    expect(long.rungs[i].lo).toBeGreaterThanOrEqual(long.rungs[i - 1].lo);
    expect(long.rungs[i].hi).toBeLessThanOrEqual(long.rungs[i - 1].hi);
  }
  const [minimum] = problem.optimum.at[0];
  for (const { lo, hi, holds } of long.rungs) expect(holds).toBe(minimum >= lo && minimum <= hi);
});

test('a bracket is told in hyperparameter values', () => {
  const view = { kind: 'bracket', axis: 0, lo: [0.25], hi: [0.5], probes: [] } as const;
  const data = { ...view, lo: [0.25], hi: [0.5], probes: [] };
  expect(bracketInterval(data, [real('a', 0, 8)], 0)).toEqual({ lo: 2, hi: 4 });
  // Edges of an integer's cells lie between the values.
  expect(bracketInterval(data, [integer('k', 1, 4)], 0)).toEqual({ lo: 1.5, hi: 2.5 });
  expect(place(integer('k', 1, 4), 1)).toBe(4.5);
  expect(axisOf(integer('k', 1, 4), 'k').integer).toBe(true);
});

test('the value axis holds the curve, the optimum, the noise and what was seen', () => {
  const range = valueRange(problem);
  expect(range[0]).toBeLessThanOrEqual(problem.optimum.value);
  expect(range[1]).toBeCloseTo(Math.max(...Array.from(trueCurve(problem).y)), 12);
  const [lo, hi] = valueDomain([0, 1], 0.1, [null, 4]);
  expect(lo).toBeLessThan(-0.25);
  expect(hi).toBeGreaterThan(4);
});

test('room for noise is that of its largest spread', () => {
  expect(largestSd({ kind: 'none' }, [-3, 2])).toBe(0);
  expect(largestSd({ kind: 'gaussian', sd: 0.2 }, [-3, 2])).toBe(0.2);
  expect(largestSd({ kind: 'proportional', sd: 0.1 }, [-3, 2])).toBeCloseTo(0.3, 12);
});

test('slices go through the best observation, or the middle while there is none', () => {
  expect(bestPoint(trials, 0, 1)).toEqual([0.5]);
  expect(bestPoint(trials, 7, 1)).toEqual(trials[trials[6].incumbent].unit);
});

test('a hidden truth leaves its range and its values out', () => {
  expect(domainOf([])).toEqual([0, 1]);
  expect(domainOf([null, NaN])).toEqual([0, 1]);
  const [lo, hi] = domainOf([2, null, 6]);
  expect([lo, hi]).toEqual([2 - 0.24, 6 + 0.24]);
  const [flat, above] = domainOf([3, 3]);
  expect(above).toBeGreaterThan(flat);

  const words = { trial: 'trial', value: 'f(x)', trueValue: 'true f(x)', best: 'best so far' };
  expect(tableOf(trials, words, false).more).toEqual([]);
  const columns = tableOf(trials, words, true).more!;
  expect(columns.map(({ label }) => label)).toEqual(['true f(x)', 'best so far']);
  expect(columns.map(({ cells }) => cells()[0])).toEqual([trials[0].trueValue, trials[0].best]);
});
