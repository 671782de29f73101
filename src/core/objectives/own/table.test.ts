import { describe, expect, it } from 'vitest';
import { stream } from '../../rng.ts';
import { readScenario } from '../../scenario.ts';
import { MOST_POINTS, table } from './table.ts';

const made = (trials: number[][], space = '') => table.create({ trials, space });

describe('a table of trials', () => {
  it('in one hyperparameter has every trial’s error, and its minimum at the lowest', () => {
    const [rate, error] = [
      [1e-4, 1e-3, 1e-2, 0.1],
      [0.4, 0.1, 0.2, 0.9],
    ];
    const { space, value, optimum } = made([rate, error], 'rate log');
    rate.forEach((x, i) => expect(value([x])).toBeCloseTo(error[i], 12));
    expect(optimum).toMatchObject({ value: 0.1, kind: 'exact' });
    expect(optimum.at[0][0]).toBeCloseTo(1e-3, 12);
    expect(space.dimensions[0]).toMatchObject({ id: 'rate', scale: 'log', lo: 1e-4, hi: 0.1 });
    // Monotone between trials, in the logarithm.
    expect(value([3e-3])).toBeGreaterThan(0.1);
    expect(value([3e-3])).toBeLessThan(0.2);
  });

  it('in two has every trial’s error, in whatever order they were run, and nothing below the lowest', () => {
    const rng = stream('table-test');
    const n = 400;
    const columns = [
      Array.from({ length: n }, () => 10 ** (-5 + 5 * rng.next())),
      Array.from({ length: n }, () => rng.next()),
      Array.from({ length: n }, () => rng.normal()),
    ];
    const { space, value, optimum } = made(columns, 'rate log; dropout');
    for (let i = 0; i < n; i++) expect(value([columns[0][i], columns[1][i]])).toBeCloseTo(columns[2][i], 9);
    expect(optimum.value).toBe(Math.min(...columns[2]));
    for (let k = 0; k < 3000; k++) {
      expect(value(space.toReal([rng.next(), rng.next()]))).toBeGreaterThanOrEqual(optimum.value);
    }
  });

  it.each([3, 4, 5, 6])('in %i has every trial’s error, and nothing below the lowest', (d) => {
    const rng = stream('table-many', d);
    const n = 50;
    const columns = [
      Array.from({ length: n }, () => 10 ** (-5 + 5 * rng.next())),
      Array.from({ length: n }, () => 16 + rng.below(240)),
      ...Array.from({ length: d - 2 }, () => Array.from({ length: n }, () => rng.next())),
      Array.from({ length: n }, () => rng.normal()),
    ];
    const { space, value, optimum } = made(columns, 'rate log; width integer');
    expect(space.dimensions.map(({ id }) => id).slice(0, 3)).toEqual(['rate', 'width', 'x3']);
    expect(space.dimensions[1].kind).toBe('integer');
    const errors = columns[d];
    const row = (i: number) => columns.slice(0, -1).map((column) => column[i]);
    for (let i = 0; i < n; i++) expect(value(row(i))).toBe(errors[i]);
    const least = Math.min(...errors);
    expect(optimum).toEqual({
      value: least,
      at: [row(errors.indexOf(least))],
      kind: 'exact',
      tolerance: optimum.tolerance,
    });
    for (let k = 0; k < 2000; k++) {
      const v = value(space.toReal(Array.from({ length: d }, () => rng.next())));
      expect(v).toBeGreaterThan(least);
      expect(v).toBeLessThanOrEqual(Math.max(...errors));
    }
  });

  it('in three and more says where equally low trials may leave a level between them', () => {
    const corners = Array.from({ length: 8 }, (_, i) => [i & 1, (i >> 1) & 1, i >> 2]);
    const columns = (y: number[]) => [...[0, 1, 2].map((j) => corners.map((corner) => corner[j])), y];
    const few = made(columns([0, 0, 1, 1, 1, 1, 1, 1])).optimum;
    expect([few.at.length, few.more]).toEqual([2, undefined]);
    expect(made(columns([0, 0, 0, 0, 0, 0, 1, 1])).optimum).toMatchObject({ value: 0, more: true });
    expect(made(columns([1, 1, 1, 1, 1, 1, 1, 1])).optimum.more).toBe(true);
  });

  it('takes a loss that exploded and losses beside 0 like any other', () => {
    const rates = [1e-4, 1e-3, 1e-2, 0.1];
    for (const [errors, best] of [
      [[0.6, 0.4, 1e30, 0.5], 0.4],
      [[0.6, 0.4, 3.4e38, 0.5], 0.4],
      [[0.6, -1e300, 1e300, 0.5], -1e300],
      [[1e-320, 3e-320, 2e-320, 5e-324], 5e-324],
    ] as const) {
      for (const columns of [
        [rates, [...errors]],
        [rates, [1, 3, 2, 4], [...errors]],
        [rates, [1, 3, 2, 4], [2, 1, 4, 4], [...errors]],
      ]) {
        const { space, value, optimum } = made(columns, 'rate log');
        expect(optimum.value).toBe(best);
        // The tolerance is one of the usual losses.
        expect(optimum.tolerance).toBeLessThanOrEqual(1e-12 * Math.abs(best) + 1e-12);
        errors.forEach((error, i) => expect(value(columns.slice(0, -1).map((c) => c[i]))).toBe(error));
        for (let k = 0; k <= 50; k++) {
          const v = value(space.toReal(space.dimensions.map((_, j) => ((k * (j + 1)) % 51) / 51)));
          expect(v).toBeGreaterThanOrEqual(Math.min(...errors));
          expect(v).toBeLessThanOrEqual(Math.max(...errors));
        }
      }
    }
    expect(made([rates, [0.6, 0.4, 1e30, 0.5]]).pictured).toEqual([0.4, 0.6]);
  });

  it('maximised is the same table upside down', () => {
    const trials = [
      [1, 2, 3, 4],
      [0.7, 0.95, 0.8, 0],
    ];
    const up = table.create({ trials, space: '', direction: 'maximise' });
    expect(up.sense).toBe('maximise');
    expect(up.optimum).toMatchObject({ value: -0.95, at: [[2]] });
    expect(up.value([4])).toBe(0);
    expect(Object.is(up.value([4]), -0)).toBe(false);
    const down = table.create({ trials, space: '', direction: 'minimise' });
    expect(down.sense).toBeUndefined();
    expect(down.optimum.value).toBe(0);
  });

  it('returns a trial’s own error at the trial’s own place, to the last bit', () => {
    const rng = stream('own-place');
    const n = 60;
    for (let round = 0; round < 40; round++) {
      const log = round % 2 === 0;
      const along = () => (log ? 10 ** (-8 * rng.next()) : 4 * rng.next() - 2);
      // Slivers too: every third trial stands all but beside the one before.
      const across: number[] = [];
      for (let i = 0; i < n; i++)
        across.push(i % 3 === 2 ? (log ? across[i - 1] * (1 + 1e-6) : across[i - 1] + 1e-7) : along());
      const other = Array.from({ length: n }, (_, i) => (i % 3 === 2 ? 0.5 : rng.next()));
      const error = Array.from({ length: n }, () => rng.normal());
      const scale = log ? 'x log' : 'x';
      const line = made([across, error], scale);
      const plane = made([across, other, error], `${scale}; y`);
      for (let i = 0; i < n; i++) {
        expect(line.value([across[i]])).toBe(error[i]);
        expect(plane.value([across[i], other[i]])).toBe(error[i]);
      }
    }
  });

  it('takes the mean of equal errors for that error', () => {
    const { value, optimum } = made([
      [1, 2, 2, 2, 3],
      [0.3, 0.1, 0.1, 0.1, 0.2],
    ]);
    expect(value([2])).toBe(0.1);
    expect(optimum.value).toBe(0.1);
  });

  it('averages trials at the same point', () => {
    const { value, optimum } = made([
      [1, 2, 2, 3],
      [5, 1, 3, 9],
    ]);
    expect(value([2])).toBe(2);
    expect(optimum.value).toBe(2);
  });

  it('may be searched beyond its trials, at the level of the nearest', () => {
    const { value } = made(
      [
        [1, 2],
        [5, 3],
      ],
      'x 0 4',
    );
    expect([value([0]), value([4])]).toEqual([5, 3]);
  });

  it('says that equally low neighbours leave a level stretch between them', () => {
    const square = [
      [0, 1, 0, 1, 0.5],
      [0, 0, 1, 1, 0.5],
      [1, 1, 1, 1, 0],
    ];
    expect(made(square).optimum).toMatchObject({ value: 0, at: [[0.5, 0.5]] });
    expect(made(square).optimum.more).toBeUndefined();
    expect(made([square[0], square[1], [1, 0, 1, 0, 0]]).optimum.more).toBe(true);
  });

  it.each<[string, number[][], string, string]>([
    ['one column', [[1, 2]], '', 'columns'],
    ['eight columns', [[1], [2], [3], [4], [5], [6], [7], [8]], '', 'unreadable'],
    ['columns of different lengths', [[1, 2], [1]], '', 'length'],
    ['one trial', [[1], [2]], '', 'few'],
    [
      'a hyperparameter that never changes',
      [
        [1, 1, 1],
        [1, 2, 3],
        [1, 2, 3],
      ],
      '',
      'constant',
    ],
    [
      'a logarithm of 0',
      [
        [0, 1],
        [1, 2],
      ],
      'x log',
      'log',
    ],
    [
      'half an integer',
      [
        [0, 1.5],
        [1, 2],
      ],
      'x integer',
      'whole',
    ],
    [
      'a range that leaves trials out',
      [
        [0, 5],
        [1, 2],
      ],
      'x 1 6',
      'range',
    ],
    [
      'errors beyond all measure',
      [
        [0, 5],
        [1, 1e301],
      ],
      '',
      'tall',
    ],
  ])('refuses %s', (_, trials, space, key) => {
    const { scenario, notices } = readScenario({ objective: { id: 'table', params: { trials, space } } });
    const wanted = key === 'unreadable' ? 'notice.unreadable' : `problem.table-${key}`;
    expect(notices.map((notice) => notice.key)).toEqual([wanted]);
    expect(scenario.objective.params.trials).toEqual(table.params.trials.default);
  });

  it('takes 2,000 points, and no more', () => {
    const many = Array.from({ length: MOST_POINTS + 1 }, (_, i) => i);
    const read = (count: number) =>
      readScenario({
        objective: {
          id: 'table',
          params: { trials: [many.slice(0, count), many.slice(0, count)], space: '' },
        },
      }).notices;
    expect(read(MOST_POINTS)).toEqual([]);
    expect(read(MOST_POINTS + 1)[0].key).toBe('notice.unreadable');
  });
});
