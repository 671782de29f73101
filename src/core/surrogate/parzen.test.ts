import { describe, expect, it } from 'vitest';
import { stream } from '../rng.ts';
import type { Bandwidth } from './bandwidths.ts';
import golden from './parzen-golden.json' with { type: 'json' };
import {
  cellCounts,
  leastBandwidth,
  neighbourBandwidths,
  ParzenEstimator,
  parzenFactors,
  scottBandwidth,
  trialWeights,
} from './parzen.ts';

const DEFAULTS = { bandwidth: 'neighbours', priorWeight: 1 } as const;
const points = (n: number, d: number, cells: readonly number[] = [], seed = 1) => {
  const rng = stream('parzen test', seed);
  return Array.from({ length: n }, () =>
    Array.from({ length: d }, (_, j) => {
      const u = rng.next();
      return cells[j] ? (Math.floor(u * cells[j]) + 0.5) / cells[j] : u;
    }),
  );
};

it('is Optuna’s density', () => {
  for (const { bandwidth, space, prior, observations, points, logDensity } of golden.cases) {
    const cells = space.map((range) => (range ? range[1] - range[0] + 1 : 0));
    const unit = (x: number[]) =>
      x.map((value, j) => (space[j] ? (value - space[j][0] + 0.5) / cells[j] : value));
    const [density] = parzenFactors(observations.map(unit), cells, {
      multivariate: true,
      bandwidth: bandwidth as Bandwidth,
      priorWeight: prior,
    });
    // Optuna gives an integer's probability, here it is a density: probability × number of values.
    const logValues = cells.reduce((sum, count) => sum + (count ? Math.log(count) : 0), 0);
    for (const [i, point] of points.entries()) {
      expect(Math.abs(density.logDensity(unit(point)) - logValues - logDensity[i])).toBeLessThan(1e-13);
    }
  }
});

describe('weights of trials', () => {
  it('are 1 for the latest 25 and fall linearly to 1/n', () => {
    expect([...trialWeights(0)]).toEqual([]);
    expect([...trialWeights(24)]).toEqual(new Array(24).fill(1));
    expect([...trialWeights(25)]).toEqual(new Array(25).fill(1));
    // The ramp has n − 25 values from 1/n to 1; a ramp of one value has its lower end only.
    expect([...trialWeights(26)]).toEqual([1 / 26, ...new Array<number>(25).fill(1)]);
    expect([...trialWeights(27)]).toEqual([1 / 27, ...new Array<number>(26).fill(1)]);
    const five = trialWeights(30);
    [1 / 30, 0.275, 0.5166666666666667, 0.7583333333333333, 1].forEach((weight, i) =>
      expect(five[i]).toBeCloseTo(weight, 15),
    );
    expect([...five.subarray(5)]).toEqual(new Array(25).fill(1));
  });

  it('are normalised with the prior’s, which comes last', () => {
    const { weights } = new ParzenEstimator(points(3, 1), [0], [0], { ...DEFAULTS, priorWeight: 2 });
    expect([...weights]).toEqual([0.2, 0.2, 0.2, 0.4]);
    expect([...new ParzenEstimator([], [0], [0], { ...DEFAULTS, priorWeight: 7 }).weights]).toEqual([1]);
  });
});

describe('bandwidths', () => {
  const by = (...values: number[]) => [...neighbourBandwidths(values)].map((b) => Number(b.toFixed(12)));

  it('reach to the farther neighbour, in the order of the trials', () => {
    // Gaps 0.3 and 0.4; the outermost look inwards only. Least width: 1/5.
    expect(by(0.2, 0.5, 0.9)).toEqual([0.3, 0.4, 0.4]);
    expect(by(0.9, 0.2, 0.5)).toEqual([0.4, 0.3, 0.4]);
  });
  it('of one trial alone reach to the farther end of the range', () => {
    expect(by(0.3)).toEqual([0.7]);
    expect(by(0.5)).toEqual([0.5]);
    expect(by()).toEqual([]);
  });
  it('are clipped from below to 1 / min(100, n + 2)', () => {
    expect(by(0.4, 0.41)).toEqual([0.25, 0.25]);
    expect(leastBandwidth(97)).toBe(1 / 99);
    for (const n of [98, 99, 500]) expect(leastBandwidth(n)).toBe(0.01);
    // Equal values: the first has a neighbour 0.4 to its left, the second has only the first.
    expect(by(0.5, 0.5, 0.1)).toEqual([0.4, 0.2, 0.4]);
    expect(Math.min(...neighbourBandwidths(new Array(300).fill(0.7)))).toBe(0.01);
  });
  it('by Scott’s rule are 0.2 n^(−1/(d + 4)), clipped too', () => {
    expect(scottBandwidth(32, 1)).toBeCloseTo(0.1, 14);
    expect(scottBandwidth(64, 2)).toBeCloseTo(0.1, 14);
    expect(scottBandwidth(1, 1)).toBe(1 / 3);
    const { kernels } = new ParzenEstimator(points(64, 2), [0, 0], [0, 1], {
      ...DEFAULTS,
      bandwidth: 'scott',
    });
    for (const { sds } of kernels) {
      expect(sds[0]).toBeCloseTo(0.1, 14);
      expect([sds[63], sds[64]]).toEqual([sds[0], 1]);
    }
  });
});

describe('the density', () => {
  const middle = (i: number, cells: number) => (i + 0.5) / cells;

  it.each(['neighbours', 'scott'] as const)('integrates to 1 along a continuous axis (%s)', (bandwidth) => {
    for (const n of [0, 1, 2, 13, 200]) {
      const density = new ParzenEstimator(points(n, 1), [0], [0], { bandwidth, priorWeight: 0.5 });
      let sum = 0;
      for (let i = 0; i < 4000; i++) sum += Math.exp(density.logDensity([middle(i, 4000)]));
      expect(sum / 4000).toBeCloseTo(1, 5);
    }
  });

  it('integrates to 1 over a square, and its marginals are its integrals', () => {
    const density = new ParzenEstimator(points(30, 2), [0, 0], [0, 1], DEFAULTS);
    const side = 300;
    let total = 0;
    for (let i = 0; i < side; i++) {
      let along = 0;
      for (let j = 0; j < side; j++)
        along += Math.exp(density.logDensity([middle(i, side), middle(j, side)]));
      total += along / side;
      expect(along / side).toBeCloseTo(Math.exp(density.logMarginal(0, middle(i, side))), 4);
    }
    expect(total / side).toBeCloseTo(1, 4);
  });

  it('sums to the number of values over integers, mixed with a continuous axis too', () => {
    for (const cells of [1, 2, 9, 5000]) {
      const density = new ParzenEstimator(points(20, 1, [cells]), [cells], [0], DEFAULTS);
      let sum = 0;
      for (let i = 0; i < cells; i++) sum += Math.exp(density.logDensity([middle(i, cells)]));
      expect(sum / cells).toBeCloseTo(1, 10);
    }
    const mixed = new ParzenEstimator(points(20, 2, [7, 0]), [7, 0], [0, 1], DEFAULTS);
    let sum = 0;
    for (let i = 0; i < 7; i++)
      for (let j = 0; j < 500; j++) sum += Math.exp(mixed.logDensity([middle(i, 7), middle(j, 500)]));
    expect(sum / 3500).toBeCloseTo(1, 4);
  });

  it('is the same all over a value’s cell, and on a fine lattice the continuous one', () => {
    const seen = points(20, 1, [8]);
    const coarse = new ParzenEstimator(seen, [8], [0], DEFAULTS);
    expect(coarse.logDensity([0.26])).toBe(coarse.logDensity([0.3125]));
    expect(coarse.logDensity([1])).toBe(coarse.logDensity([15 / 16]));
    const fine = new ParzenEstimator(seen, [1e6], [0], DEFAULTS);
    const continuous = new ParzenEstimator(seen, [0], [0], DEFAULTS);
    for (const u of [0.1234565, 0.7654325]) {
      expect(fine.logDensity([u])).toBeCloseTo(continuous.logDensity([u]), 8);
    }
  });

  it('is a product over the axes where each has its own', () => {
    const seen = points(12, 3);
    const settings = { multivariate: false, ...DEFAULTS };
    const factors = parzenFactors(seen, [0, 0, 0], settings);
    expect(factors.map(({ axes }) => axes)).toEqual([[0], [1], [2]]);
    const alone = new ParzenEstimator(
      seen.map(([, b]) => [b]),
      [0],
      [0],
      DEFAULTS,
    );
    expect(factors[1].logDensity([0.9, 0.3, 0.1])).toBe(alone.logDensity([0.3]));
    expect(parzenFactors(seen, [0, 0, 0], { ...settings, multivariate: true })).toHaveLength(1);
  });

  it('stays finite in 20 dimensions, far from every trial', () => {
    const density = new ParzenEstimator(
      new Array<number[]>(300).fill(new Array<number>(20).fill(0)),
      new Array<number>(20).fill(0),
      Array.from({ length: 20 }, (_, j) => j),
      DEFAULTS,
    );
    expect(density.logDensity(new Array<number>(20).fill(1))).toBeGreaterThan(-20);
    expect(density.logDensity(new Array<number>(20).fill(0))).toBeGreaterThan(50);
  });
});

describe('drawn points', () => {
  it('follow the density along a continuous axis (Kolmogorov–Smirnov, 1 % level)', () => {
    const density = new ParzenEstimator(points(9, 1), [0], [0], DEFAULTS);
    const rng = stream('ks');
    const point = new Float64Array(1);
    const drawn = Float64Array.from({ length: 5000 }, () => {
      density.draw(rng, point);
      return point[0];
    }).sort();
    const steps = 5000;
    let below = 0;
    let cell = 0;
    let distance = 0;
    drawn.forEach((u, i) => {
      for (; (cell + 1) / steps <= u; cell++) below += Math.exp(density.logDensity([middle(cell)])) / steps;
      const here = below + (u - cell / steps) * Math.exp(density.logDensity([(u + cell / steps) / 2]));
      distance = Math.max(distance, Math.abs(here - i / 5000), Math.abs(here - (i + 1) / 5000));
    });
    function middle(i: number) {
      return (i + 0.5) / steps;
    }
    expect(distance).toBeLessThan(1.63 / Math.sqrt(5000));
    expect(distance).toBeGreaterThan(0.2 / Math.sqrt(5000));
  });

  it('follow the joint density of a continuous and an integer axis (χ², 1 % level)', () => {
    const cells = [0, 6];
    const density = new ParzenEstimator(points(15, 2, cells), cells, [0, 1], DEFAULTS);
    const columns = 5;
    const fine = 200;
    const expected = new Float64Array(columns * 6);
    for (let c = 0; c < columns; c++)
      for (let i = 0; i < fine; i++)
        for (let value = 0; value < 6; value++)
          expected[c * 6 + value] +=
            Math.exp(density.logDensity([(c + (i + 0.5) / fine) / columns, (value + 0.5) / 6])) /
            (fine * columns * 6);
    const rng = stream('chi square');
    const point = new Float64Array(2);
    const counts = new Float64Array(columns * 6);
    const n = 20000;
    for (let i = 0; i < n; i++) {
      density.draw(rng, point);
      expect((point[1] * 6 - 0.5) % 1).toBeCloseTo(0, 12);
      counts[Math.floor(point[0] * columns) * 6 + Math.floor(point[1] * 6)] += 1;
    }
    expect(expected.reduce((a, b) => a + b)).toBeCloseTo(1, 4);
    const statistic = counts.reduce(
      (sum, count, i) => sum + (count - n * expected[i]) ** 2 / (n * expected[i]),
      0,
    );
    // 99 % of χ² with 29 degrees of freedom.
    expect(statistic).toBeLessThan(49.6);
  });
});

it('counts the values of integers', () => {
  expect(
    cellCounts([
      { kind: 'integer', lo: 3, hi: 7 },
      { kind: 'real', lo: 0, hi: 9 },
      { kind: 'integer', lo: 4, hi: 4 },
    ]),
  ).toEqual([5, 0, 1]);
});
