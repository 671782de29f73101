import { describe, expect, it } from 'vitest';
import { stream } from '../rng.ts';
import {
  addCounts,
  affordedLevels,
  CLASSIC,
  gridCost,
  gridLevels,
  latinTrials,
  noCounts,
  randomSuccess,
  randomTarget,
  randomTrialsFor,
  simulateCurse,
  sureLevels,
  type CurseCounts,
  type CurseQuestion,
} from './curse.ts';

function finish(question: CurseQuestion, chunk = 100, from?: CurseCounts): CurseCounts {
  let last: CurseCounts | undefined;
  for (const counts of simulateCurse(question, chunk, from)) last = counts;
  return last!;
}

describe('the cost of a grid', () => {
  it('is levels to the power of dimensions, in trials, hours and money', () => {
    const { trials, hours, money } = gridCost(5, 3, 0.5, 4);
    expect([trials.value, hours.value, money.value]).toEqual([125, 62.5, 250]);
    expect(trials.log10).toBeCloseTo(Math.log10(125), 12);
    expect(gridCost(7, 0, 1, 1).trials.value).toBe(1);
    expect(gridCost(10, 15, 1, 1).trials.value).toBe(1e15);
  });
  it('is a logarithm where numbers end', () => {
    expect(gridCost(10, 16, 1, 1).trials).toEqual({ value: null, log10: 16 });
    const huge = gridCost(10, 5000, 2, 3);
    expect(huge.trials).toEqual({ value: null, log10: 5000 });
    expect(huge.money.log10).toBeCloseTo(5000 + Math.log10(6), 9);
    expect(gridCost(10, 5000, 2, 0).money).toEqual({ value: 0, log10: -Infinity });
    expect(gridCost(10, 14, 100, 0.001)).toMatchObject({ hours: { value: null }, money: { value: 1e13 } });
  });
  it.each([
    [0, 2, 1, 1],
    [2.5, 2, 1, 1],
    [2, -1, 1, 1],
    [2, 2, NaN, 1],
    [2, 2, 1, Infinity],
  ])('is refused for %d, %d, %d, %d', (levels, dimensions, hours, price) => {
    expect(() => gridCost(levels, dimensions, hours, price)).toThrow(/expected whole numbers/);
  });
});

describe('targets', () => {
  it.each(['cube', 'box'] as const)('a %s has its volume, inside the cube', (shape) => {
    const rng = stream('targets');
    for (let i = 0; i < 200; i++) {
      const { lo, hi } = randomTarget(5, 0.01, shape, rng);
      const sides = lo.map((low, j) => hi[j] - low);
      expect(sides.reduce((product, side) => product * side, 1)).toBeCloseTo(0.01, 12);
      if (shape === 'cube') for (const side of sides) expect(side).toBeCloseTo(Math.pow(0.01, 1 / 5), 12);
      expect(Math.min(...lo)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...hi)).toBeLessThanOrEqual(1 + 1e-12);
    }
  });
});

it.each(['cube', 'box'] as const)('a %s lies anywhere that it fits, equally often', (shape) => {
  const rng = stream('places');
  const places = Array.from({ length: 2000 }, () => {
    const { lo, hi } = randomTarget(3, 0.01, shape, rng);
    return lo[1] / (1 - (hi[1] - lo[1]));
  });
  const quarters = [0, 0, 0, 0];
  for (const place of places) quarters[Math.min(3, Math.floor(4 * place))] += 1;
  // Four standard deviations of the binomial law with n = 2000 and p = ¼.
  for (const count of quarters) expect(Math.abs(count - 500)).toBeLessThan(4 * Math.sqrt(375));
});

it('Latin hypercubes are drawn in sizes close enough for a log axis, round numbers among them', () => {
  const sizes = latinTrials(512);
  expect([sizes[0], sizes.at(-1)]).toEqual([1, 512]);
  for (const size of [2, 10, 20, 50, 64, 100, 200, 256, 500]) expect(sizes).toContain(size);
  sizes.slice(1).forEach((size, i) => {
    expect(size).toBeGreaterThan(sizes[i]);
    expect(size / sizes[i]).toBeLessThan(1.26 + 1 / sizes[i]);
  });
  expect(latinTrials(1)).toEqual([1]);
});

describe('random points', () => {
  it('are as many as the law needs', () => {
    // Bergstra & Bengio’s rule of thumb: 60 trials for the best 5 %, with a chance of 95 %; 59 do.
    expect(randomTrialsFor(0.95, 0.05)).toBe(59);
    expect(randomTrialsFor(0.95, 0.01)).toBe(299);
    for (const [chance, volume] of [
      [0.5, 0.5],
      [0.75, 0.5],
      [0.9, 0.2],
      [0.99, 0.0001],
    ]) {
      const trials = randomTrialsFor(chance, volume);
      expect(randomSuccess(volume, trials)).toBeGreaterThanOrEqual(chance);
      expect(randomSuccess(volume, trials - 1)).toBeLessThan(chance);
    }
  });
});

describe('grids', () => {
  it('have the levels that a budget affords', () => {
    expect([1, 2, 3, 4, 5, 7].map((d) => affordedLevels(100, d))).toEqual([100, 10, 4, 3, 2, 1]);
    expect([1, 2, 3, 6].map((d) => affordedLevels(1_000_000, d))).toEqual([1_000_000, 1000, 100, 10]);
    expect(affordedLevels(124, 3)).toBe(4);
    expect(affordedLevels(125, 3)).toBe(5);
  });
  it.each([
    [2, 0.01, 10],
    [3, 0.01, 5],
    [5, 0.01, 3],
    [2, 0.24, 3],
    [10, 0.01, 1],
  ])('in %i dimensions cannot miss a cube of %f with %i levels, and can with one fewer', (d, volume, k) => {
    expect(sureLevels(volume, d)).toBe(k);
    const question: CurseQuestion = {
      dimensions: d,
      volume,
      shape: 'cube',
      targets: 400,
      maxTrials: k ** d,
      seed: 1,
    };
    const { grid } = finish(question).successes;
    expect(grid[k ** d - 1]).toBe(400);
    if (k > 1) expect(grid[(k - 1) ** d - 1]).toBeLessThan(400);
  });
  it('have as many levels as fit', () => {
    expect(gridLevels(1, 3)).toEqual([1, 1, 1]);
    expect(gridLevels(11, 3)).toEqual([2, 2, 2]);
    expect(gridLevels(12, 3)).toEqual([3, 2, 2]);
    expect(gridLevels(18, 3)).toEqual([3, 3, 2]);
    expect(gridLevels(27, 3)).toEqual([3, 3, 3]);
    expect(gridLevels(512, 5)).toEqual([4, 4, 3, 3, 3]);
  });
  it('hit where one of their points is inside: counted point by point', () => {
    const question: CurseQuestion = {
      dimensions: 2,
      volume: 0.05,
      shape: 'box',
      targets: 60,
      maxTrials: 40,
      seed: 3,
    };
    const expected = new Uint32Array(40);
    for (let index = 0; index < 60; index++) {
      const { lo, hi } = randomTarget(2, 0.05, 'box', stream(3, 'curse', 2, 'box', index, 'target'));
      for (let t = 1; t <= 40; t++) {
        const [a, b] = gridLevels(t, 2);
        let hit = false;
        for (let i = 0; i < a; i++) {
          for (let j = 0; j < b; j++) {
            const [u, v] = [(i + 0.5) / a, (j + 0.5) / b];
            hit ||= u >= lo[0] && u < hi[0] && v >= lo[1] && v < hi[1];
          }
        }
        if (hit) expected[t - 1] += 1;
      }
    }
    expect(finish(question).successes.grid).toEqual(expected);
  });
});

describe.each([
  [3, 'cube'],
  [5, 'box'],
] as const)('the classic simulation in %i dimensions, %s', (dimensions, shape) => {
  const question: CurseQuestion = { ...CLASSIC, dimensions, shape, seed: 1 };
  const counts = finish(question);
  const { targets, successes } = counts;
  /** Standard errors of the share that the exact law expects. */
  const deviation = (count: number, trials: number) => {
    const p = randomSuccess(CLASSIC.volume, trials);
    return (count / targets - p) / Math.sqrt((p * (1 - p)) / targets);
  };
  const sizes = [8, 16, 32, 64, 128, 256, 512];

  it('random points follow 1 − 0.99ᵀ', () => {
    expect(targets).toBe(1000);
    expect(randomSuccess(0.01, 100)).toBeCloseTo(1 - Math.pow(0.99, 100), 14);
    for (const t of sizes)
      expect(Math.abs(deviation(successes.random[t - 1], t)), `T ${t}`).toBeLessThan(3.5);
  });

  it('even designs are not worse than random', () => {
    for (const design of ['latin-hypercube', 'halton', 'sobol'] as const) {
      for (const t of sizes) {
        if (!latinTrials(CLASSIC.maxTrials).includes(t)) continue;
        expect(deviation(successes[design][t - 1], t), `${design}, T ${t}`).toBeGreaterThan(-3.5);
      }
    }
    // With a hundred points and more, the even sequences are clearly better.
    expect(deviation(successes.sobol[255], 256)).toBeGreaterThan(1.5);
  });

  it('one trial of any random design hits with the volume’s chance', () => {
    for (const design of ['latin-hypercube', 'halton', 'sobol'] as const) {
      expect(Math.abs(deviation(successes[design][0], 1)), design).toBeLessThan(3.5);
    }
  });
});

describe('the simulation', () => {
  const question: CurseQuestion = {
    dimensions: 3,
    volume: 0.02,
    shape: 'box',
    targets: 30,
    maxTrials: 64,
    seed: 2,
  };

  it('is the same again, in chunks of any size, and when it goes on from a stop', () => {
    const whole = finish(question);
    expect(whole.targets).toBe(30);
    expect(finish(question, 7)).toEqual(whole);
    const stopped = structuredClone(simulateCurse(question, 11).next().value as CurseCounts);
    expect(stopped.targets).toBe(11);
    expect(finish(question, 5, stopped)).toEqual(whole);
    expect(finish({ ...question, seed: 3 })).not.toEqual(whole);
  });

  it.each([[[30]], [[11, 19]], [[1, 9, 13, 7]]])(
    'is the same in shares of %j targets, in any order',
    (sizes) => {
      let end = 0;
      const shares = sizes.map((targets) => {
        const first = end;
        end += targets;
        return finish({ ...question, targets, first });
      });
      expect(end).toBe(30);
      expect(shares.reverse().reduce(addCounts, noCounts(question.maxTrials))).toEqual(finish(question));
    },
  );

  it('goes on within a share', () => {
    const share = { ...question, first: 7, targets: 12 };
    const stopped = structuredClone(simulateCurse(share, 5).next().value as CurseCounts);
    expect(finish(share, 4, stopped)).toEqual(finish(share));
  });

  it('refuses what has no meaning', () => {
    expect(() => finish({ ...question, first: -1 })).toThrow(/a first target ≥ 0/);
    expect(() => finish({ ...question, volume: 1 })).toThrow(/a volume between 0 and 1/);
    expect(() => finish({ ...question, maxTrials: 0 })).toThrow(/expected whole numbers/);
    expect(() => finish({ ...question, dimensions: 99 })).toThrow(/dimensions/);
  });
});
