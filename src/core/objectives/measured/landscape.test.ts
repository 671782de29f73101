import { describe, expect, it } from 'vitest';
import { stream } from '../../rng.ts';
import gbrDiabetes from './gbr-diabetes.json' with { type: 'json' };
import { measuredObjectives } from './index.ts';
import knnCancer from './knn-cancer.json' with { type: 'json' };
import { landscape, type Measurements } from './landscape.ts';
import mlpDigits from './mlp-digits.json' with { type: 'json' };
import mlpDropout from './mlp-dropout.json' with { type: 'json' };
import mlpLearningRate from './mlp-learning-rate.json' with { type: 'json' };
import ridgeDiabetes from './ridge-diabetes.json' with { type: 'json' };
import svcDigits from './svc-digits.json' with { type: 'json' };
import { log, real } from '../../space.ts';

const FILES: Record<string, Measurements & { metric: string }> = {
  'ridge-diabetes': ridgeDiabetes,
  'knn-cancer': knnCancer,
  'mlp-learning-rate': {
    metric: 'error',
    axes: ['log10_lr'],
    coordinates: [mlpDigits.coordinates[0]],
    // Sixteen penalties to a learning rate; 10⁻⁴ is the fifth.
    errors: mlpDigits.errors.map((seed) => seed.filter((_, cell) => cell % 16 === 4)),
  },
  'svc-digits': svcDigits,
  'mlp-digits': mlpDigits,
  'mlp-dropout': mlpDropout,
  'gbr-diabetes': gbrDiabetes,
};

/** Rows of the table again, straight from the file: hyperparameter values and one error per seed. */
function* rows({ axes, coordinates, errors }: Measurements) {
  for (let cell = 0; cell < errors[0].length; cell++) {
    const x = new Array<number>(axes.length);
    for (let i = axes.length - 1, rest = cell; i >= 0; i--) {
      const node = coordinates[i][rest % coordinates[i].length];
      rest = Math.floor(rest / coordinates[i].length);
      x[i] = axes[i].startsWith('log10') ? 10 ** node : axes[i].startsWith('log2') ? 2 ** node : node;
    }
    yield { x, seeds: errors.map((list) => list[cell]) };
  }
}
const meanOf = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;

describe.each(measuredObjectives.map((objective) => [objective.id, objective] as const))('%s', (id, one) => {
  const file = FILES[id];
  const problem = one.create({});
  const table = [...rows(file)];

  it('holds a whole grid of plausible errors, and offers their noise by default', () => {
    expect(table.length).toBe(file.coordinates.reduce((product, list) => product * list.length, 1));
    const most = file.metric === 'rmse' ? Infinity : 1;
    for (const error of file.errors.flat()) expect(error > 0 && error <= most).toBe(true);
    expect(one.defaultNoise).toEqual({ kind: 'measured' });
  });

  it('spans exactly the measured range', () => {
    problem.space.dimensions.forEach(({ lo, hi }, i) => {
      expect(lo).toBeCloseTo(table[0].x[i], 9);
      expect(hi / table.at(-1)!.x[i]).toBeCloseTo(1, 9);
    });
  });

  it('equals the mean over the seeds at every measured point', () => {
    for (const { x, seeds } of table) expect(problem.value(x)).toBeCloseTo(meanOf(seeds), 8);
  });

  it('draws every seed’s own deviation as noise, equally often, and nothing else', () => {
    const rng = stream('measured-test', id);
    for (const { x, seeds } of [table[0], table[Math.floor(table.length / 2)], table.at(-1)!]) {
      const deviations = seeds.map((error) => error - meanOf(seeds));
      const counts = deviations.map(() => 0);
      for (let n = 0; n < 2000; n++) {
        const drawn = problem.measuredNoise!(x, rng);
        const seed = deviations.findIndex((deviation) => Math.abs(deviation - drawn) < 1e-8);
        expect(seed).toBeGreaterThanOrEqual(0);
        counts[seed]++;
      }
      // Seeds with equal errors cannot be told apart: the first of them counts for all.
      const shares = deviations.map(
        (deviation, i) =>
          deviations.findIndex((other) => Math.abs(other - deviation) < 1e-8) === i &&
          deviations.filter((other) => Math.abs(other - deviation) < 1e-8).length / seeds.length,
      );
      counts.forEach((count, i) => {
        if (shares[i] !== false) expect(Math.abs(count / 2000 - shares[i])).toBeLessThan(0.06);
      });
    }
  });

  it('lists every lowest node, and nothing measured lies lower', () => {
    const lowest = Math.min(...table.map(({ seeds }) => meanOf(seeds)));
    expect(problem.optimum.value).toBeCloseTo(lowest, 12);
    const best = table.filter(({ seeds }) => meanOf(seeds) - lowest < 1e-9).map(({ x }) => x);
    expect(problem.optimum.at).toHaveLength(best.length);
    problem.optimum.at.forEach((at, n) => {
      at.forEach((coordinate, i) => expect(coordinate / best[n][i]).toBeCloseTo(1, 9));
    });
  });
});

describe('interpolation', () => {
  const small = landscape([log('a', 1, 100), real('b', 0, 3)], {
    axes: ['log10_a', 'b'],
    coordinates: [
      [0, 1, 2],
      [0, 1, 3],
    ],
    errors: [
      [1, 2, 6, 3, 4, 8, 9, 9, 9],
      [3, 4, 8, 5, 6, 10, 9, 9, 9],
    ],
  })();

  it('is linear in the logarithm where the grid is, and along uneven steps', () => {
    expect(small.value([1, 0])).toBeCloseTo(2, 12);
    expect(small.value([Math.sqrt(10), 0])).toBeCloseTo(3, 12);
    expect(small.value([1, 2])).toBeCloseTo(5, 12);
    expect(small.value([Math.sqrt(10), 2])).toBeCloseTo(6, 12);
    expect(small.value([100, 2.2])).toBeCloseTo(9, 12);
  });

  it('interpolates a seed’s deviation, too', () => {
    const drawn = new Set<number>();
    const rng = stream('interpolation-test');
    for (let n = 0; n < 50; n++) drawn.add(Math.round(small.measuredNoise!([10 ** 1.5, 0], rng) * 1e9) / 1e9);
    expect([...drawn].sort((a, b) => a - b)).toEqual([-0.5, 0.5]);
  });
});

describe('the learning rate of a network', () => {
  const problem = measuredObjectives.find(({ id }) => id === 'mlp-learning-rate')!.create({});
  const percent = (x: number) => Number((100 * problem.value([x])).toPrecision(3));

  it('is what is said of it', () => {
    expect([percent(3.1622776601683795e-5), percent(1e-3), percent(1)]).toEqual([85.3, 11.8, 87.2]);
    expect(100 * problem.optimum.value).toBeCloseTo(3.89, 2);
    expect(problem.optimum.at.map(([x]) => Number(x.toPrecision(2)))).toEqual([0.049]);
    expect(problem.facts).toMatchObject({ convex: false, unimodal: false });
  });

  it('is the larger landscape at an L2 penalty of 10⁻⁴', () => {
    const both = measuredObjectives.find(({ id }) => id === 'mlp-digits')!.create({});
    for (const rate of [4e-5, 1e-3, 0.03, 0.6])
      expect(problem.value([rate])).toBeCloseTo(both.value([rate, 1e-4]), 12);
  });

  it('has its measurements, to the last digit', () => {
    const penalties = mlpDigits.coordinates[1];
    const usual = penalties.indexOf(-4);
    expect(mlpLearningRate).toEqual({
      axes: mlpDigits.axes.slice(0, 1),
      coordinates: mlpDigits.coordinates.slice(0, 1),
      errors: mlpDigits.errors.map((seed) => seed.filter((_, i) => i % penalties.length === usual)),
    });
  });
});

describe('the dropout of a network', () => {
  const problem = measuredObjectives.find(({ id }) => id === 'mlp-dropout')!.create({});
  const percent = (rate: number, dropout: number) => 100 * problem.value([rate, dropout]);
  const [rates, dropouts] = problem.measuredAt!;
  const lowestAt = (dropout: number) => Math.min(...rates.map((rate) => percent(rate, dropout)));
  const [best] = problem.optimum.at;

  it('has the textbook’s advice where that is, and its floor elsewhere', () => {
    expect(problem.space.dimensions.map(({ folklore }) => folklore)).toEqual([1e-3, 0.5]);
    expect(percent(1e-3, 0.5)).toBeCloseTo(8.3, 1);
    expect(100 * problem.optimum.value).toBeCloseTo(7, 1);
    expect(best[0]).toBeCloseTo(0.009, 3);
    expect(dropouts).toHaveLength(10);
  });

  it('costs what is said of it at the best learning rate', () => {
    const without = percent(best[0], 0);
    for (const dropout of dropouts.filter((share) => share <= 0.7))
      expect(Math.abs(percent(best[0], dropout) - without)).toBeLessThan(0.4);
    expect(percent(best[0], 0.8) - without).toBeCloseTo(1.2, 1);
    expect(percent(best[0], 0.9) - without).toBeGreaterThan(4);
    // Each with the learning rate that suits it best.
    for (const dropout of dropouts.filter((share) => share <= 0.5))
      expect(Math.abs(lowestAt(dropout) - lowestAt(0))).toBeLessThan(0.3);
    expect(lowestAt(0.9)).toBeGreaterThan(lowestAt(0) + 2);
  });

  it('makes high learning rates fail sooner', () => {
    const high = rates.find((rate) => rate > 0.1)!;
    expect(high).toBeCloseTo(0.1155, 3);
    expect(percent(high, 0)).toBeCloseTo(9.7, 1);
    expect(percent(high, 0.7)).toBeCloseTo(63.2, 0);
    /** The highest one that still reads four of five digits. */
    const lastAt = (dropout: number) => rates.findLast((rate) => percent(rate, dropout) < 20)!;
    dropouts
      .slice(1)
      .forEach((dropout, i) => expect(lastAt(dropout)).toBeLessThanOrEqual(lastAt(dropouts[i])));
    expect(lastAt(0.9)).toBeLessThan(lastAt(0) / 4);
  });
});
