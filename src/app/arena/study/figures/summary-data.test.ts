import { expect, it } from 'vitest';
import type { Series } from '#charts/types.ts';
import type { StudySummary } from '#core/study/summary.ts';
import { pointRows, regretLines } from './summary-data.ts';

const series: Series[] = [{ id: 'a', label: 'A', colour: 'red', marker: 'circle' }];
const of = (...values: number[]) => Float64Array.from(values);
/** One strategy of four runs. */
const summary = (lower: Float64Array, regret: Float64Array) =>
  ({
    trial: 2,
    curves: [{ runs: 4, lower, median: of(1, 0.5), upper: of(2, 1) }],
    points: [{ repeat: [0, 1, 2, 3], regret, best: of(0, 0, 0, 0) }],
  }) as unknown as StudySummary;
const edges = (...given: Parameters<typeof summary>) => [
  regretLines(summary(...given), series, [0]).edge,
  pointRows(summary(...given), series, [0]).edge,
];

it('says what is drawn on the edge of a log axis: what is there, and only then', () => {
  expect(edges(of(0.5, 0.2), of(0.2, 0.4, 1, 2))).toEqual([undefined, undefined]);
  // A minimum that was found exactly has no place on a log axis; one that is 10¹² times lower has none on this one.
  expect(edges(of(0.5, 0), of(0, 0.4, 1, 2))).toEqual([
    'Regrets below 0.43 are drawn on the edge.',
    'Regrets below 0.34 are drawn on the edge.',
  ]);
  expect(edges(of(0.5, 1e-12), of(1e-12, 0.4, 1, 2))).toEqual([
    'Regrets below 1.7×10⁻⁹ are drawn on the edge.',
    'Regrets below 1.7×10⁻⁹ are drawn on the edge.',
  ]);
});

it('draws them there', () => {
  const { lines, domain } = regretLines(summary(of(0.5, 0), of(1)), series, [0]);
  expect(lines[0].lower![1]).toBeCloseTo(domain[0] * 1.2);
});
