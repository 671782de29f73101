import { describe, expect, it } from 'vitest';
import { problemOf, runTrials } from '../../run.ts';
import { readScenario } from '../../scenario.ts';
import { integer, real, type Dimension } from '../../space.ts';
import { problem } from '../../testing.ts';
import type { GaussianView, Problem, Trace, Trial } from '../../types.ts';
import { constantsFor } from './constants.ts';

/** Budgets beyond what the app offers are allowed here: convergence is what is looked at. */
function search(target: Problem, budget: number, params: object = {}, seed = 1): Trace {
  const { scenario, notices } = readScenario({ seed, strategies: [{ id: 'cma-es', params }] });
  expect(notices).toEqual([]);
  const trials = runTrials({ ...scenario, budget }, scenario.strategies[0], target);
  for (;;) {
    const step = trials.next();
    if (step.done) return step.value;
  }
}
const view = (trial: Trial) => trial.view as GaussianView;
const box = (d: number): Dimension[] => Array.from({ length: d }, (_, i) => real(`x${i}`, -2, 2));
const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const seeds = [1, 2, 3, 4, 5, 6, 7];

/** Median number of trials until the best value is below `target`; none of the minima is in the centre. */
const trialsUntil = (target: number, d: number, value: (x: readonly number[]) => number, budget: number) =>
  median(
    seeds.map((seed) => {
      const { trials } = search(problem(box(d), value), budget, {}, seed);
      const at = trials.findIndex(({ best }) => best! < target);
      return at < 0 ? Infinity : at + 1;
    }),
  );
const ellipsoid = (x: readonly number[]) =>
  x.reduce((sum, v, i) => sum + 10 ** ((6 * i) / (x.length - 1)) * (v - 0.3) ** 2, 0);
/** x − 0.3 turned in all planes of neighbouring axes. */
const rotated = (x: readonly number[]) => {
  const z = x.map((v) => v - 0.3);
  for (let i = 0; i + 1 < z.length; i++) {
    [z[i], z[i + 1]] = [0.8 * z[i] - 0.6 * z[i + 1], 0.6 * z[i] + 0.8 * z[i + 1]];
  }
  return ellipsoid(z.map((v) => v + 0.3));
};

describe('convergence, in trials', () => {
  // The orders of magnitude are those of Hansen & Ostermeier (2001), figures 4 and 5, and of COCO’s data of CMA-ES.
  it('on the sphere', () => {
    const sphere = (x: readonly number[]) => x.reduce((sum, v) => sum + (v - 0.3) ** 2, 0);
    expect(trialsUntil(1e-10, 2, sphere, 500)).toBeLessThan(350);
    expect(trialsUntil(1e-10, 5, sphere, 1500)).toBeLessThan(1000);
  });

  it('on an ellipsoid of condition 10⁶, along the axes or rotated alike', () => {
    const along = trialsUntil(1e-10, 5, ellipsoid, 4000);
    const askew = trialsUntil(1e-10, 5, rotated, 4000);
    expect(along).toBeLessThan(2000);
    expect(askew / along).toBeGreaterThan(1 / 1.25);
    expect(askew / along).toBeLessThan(1.25);
  });

  it('on Rosenbrock’s curved valley', () => {
    const valley = (x: readonly number[]) =>
      x.slice(1).reduce((sum, v, i) => sum + 100 * (v - x[i] ** 2) ** 2 + (1 - x[i]) ** 2, 0);
    expect(trialsUntil(1e-10, 2, valley, 1500)).toBeLessThan(900);
    expect(trialsUntil(1e-10, 5, valley, 6000)).toBeLessThan(3000);
  });

  it('to a minimum in the corner of the box', () => {
    const slope = (x: readonly number[]) => x.reduce((sum, v) => sum + v + 2, 0);
    expect(trialsUntil(1e-6, 2, slope, 1500)).toBeLessThan(1000);
  });
});

describe('a generation', () => {
  const branin = problemOf({ objective: { id: 'branin', params: {} } });

  it('is one batch, drawn from one distribution', () => {
    const { trials } = search(branin, 25);
    for (const trial of trials) {
      expect(trial.batch).toBe(Math.floor(trial.index / 6));
      expect(trial.view).toEqual(trials[6 * trial.batch].view);
    }
    expect(view(trials[0]).covariance).toEqual([0.3 ** 2, 0, 0, 0.3 ** 2].map((c) => expect.closeTo(c, 12)));
  });

  it('moves the mean to the weighted average of its best half, and says so', () => {
    const { trials } = search(branin, 60);
    const { weights } = constantsFor(2, 6);
    for (let first = 6; first < 60; first += 6) {
      const parents = trials.slice(first - 6, first).sort((a, b) => a.y! - b.y!);
      const mean = [0, 1].map((j) => [0, 1, 2].reduce((sum, i) => sum + weights[i] * parents[i].unit[j], 0));
      expect(view(trials[first]).mean).toEqual(mean.map((m) => expect.closeTo(m, 12)));
      const from = view(trials[first - 1]).mean;
      expect(trials[first].why).toMatchObject({
        key: 'cma-es.moved',
        values: {
          generation: first / 6,
          parents: 3,
          size: 6,
          best: parents[0].y,
          trialBest: parents[0].index + 1,
          moved: expect.closeTo(Math.hypot(mean[0] - from[0], mean[1] - from[1]), 12),
        },
      });
    }
  });

  it('that ends with the budget is learnt from; one that is cut short is not', () => {
    const whole = search(branin, 24);
    expect(whole.closing!.why).toMatchObject({ key: 'cma-es.learnt', values: { generation: 4 } });
    expect(whole.closing!.view).toEqual(search(branin, 25).trials[24].view);
    const cut = search(branin, 25);
    expect(cut.closing!.why).toEqual({
      key: 'cma-es.incomplete',
      values: { generation: 5, seen: 1, size: 6 },
    });
    expect(cut.closing!.view).toEqual(cut.trials[24].view);
  });

  it('is as large as asked, and never smaller than two', () => {
    const sizes = [0, 1, 2, 3, 20].map(
      (population) => search(branin, 40, { population }).trials.filter(({ batch }) => batch === 0).length,
    );
    expect(sizes).toEqual([6, 2, 2, 3, 20]);
  });

  it('starts where asked', () => {
    expect(view(search(branin, 1, { start: 'centre', sigma: 0.1 }).trials[0])).toEqual({
      kind: 'gaussian',
      mean: [0.5, 0.5],
      covariance: [0.01, 0, 0, 0.01].map((c) => expect.closeTo(c, 12)),
    });
    const means = seeds.map((seed) => view(search(branin, 1, {}, seed).trials[0]).mean[0]);
    expect(new Set(means).size).toBe(seeds.length);
  });
});

it('only the order of the values counts', () => {
  const honest = problemOf({ objective: { id: 'branin', params: {} } });
  const points = (value: Problem['value']) =>
    search({ ...honest, value }, 120).trials.map(({ unit }) => unit);
  expect(points((x) => 8 * honest.value(x) ** 3 - 5)).toEqual(points(honest.value));
});

describe('a restart', () => {
  it('follows two generations without any difference: elsewhere, with twice the population', () => {
    const { trials } = search(
      problem(box(2), () => 1),
      12 + 24 + 48 + 1,
    );
    const starts = trials.filter(({ why }) => why.key === 'cma-es.restart');
    expect(starts.map(({ index }) => index)).toEqual([12, 36, 84]);
    expect(starts.map(({ why }) => why.values.size)).toEqual([12, 24, 48]);
    expect(starts[0].why.values).toMatchObject({ restart: 1, generation: 2, best: 1, worst: 1 });
    const means = [trials[0], ...starts].map((trial) => view(trial).mean.join());
    expect(new Set(means).size).toBe(4);
    for (const start of starts) expect(view(start).covariance[0]).toBeCloseTo(0.09, 12);
  });

  it('follows convergence, and goes on to better valleys', () => {
    const twoValleys = problem([real('x', -2, 2)], ([x]) => Math.min((x + 1.2) ** 2 + 1, 4 * (x - 1.3) ** 2));
    for (const seed of seeds) {
      const { trials } = search(twoValleys, 1500, {}, seed);
      expect(trials.some(({ why }) => why.key === 'cma-es.restart')).toBe(true);
      expect(trials.at(-1)!.best).toBeLessThan(1e-8);
    }
  });

  it('leaves a place where everything fails', () => {
    const failing = problem(box(1), ([x]) => (x < 1 ? NaN : x));
    const { trials } = search(failing, 400);
    expect(trials.at(-1)!.best).toBeLessThan(1.01);
  });
});

describe('failed evaluations', () => {
  it('rank last: the mean moves to what could be evaluated', () => {
    const half = problem(box(2), ([a, b]) => (a > 0 ? NaN : a * a + b * b));
    for (const seed of seeds) {
      const { trials } = search(half, 60, {}, seed);
      const late = trials.slice(30).filter(({ y }) => y !== null).length;
      expect(late).toBeGreaterThan(10);
      expect(trials.at(-1)!.best).toBeLessThan(0.1);
    }
  });
});

describe('integers', () => {
  const cells = 50;
  const lattice = [integer('a', 1, cells), integer('b', 1, cells)];
  const bowl = problem(lattice, ([a, b]) => (a - 17) ** 2 + (b - 31) ** 2 + (a - 17) * (b - 31));

  it('do not freeze: a standard deviation of a fifth of a value stays', () => {
    for (const seed of seeds) {
      const { trials } = search(bowl, 300, {}, seed);
      for (const trial of trials) {
        const { covariance } = view(trial);
        for (const variance of [covariance[0], covariance[3]]) {
          expect(Math.sqrt(variance)).toBeGreaterThanOrEqual(0.2 / cells - 1e-12);
        }
      }
      expect(trials.at(-1)!.best).toBe(0);
    }
  });

  it('of a single value do not disturb the others', () => {
    const mixed = problem([integer('n', 4, 4), real('x', 0, 1)], ([n, x]) => n + (x - 0.3) ** 2);
    const { trials } = search(mixed, 150);
    for (const { x } of trials) expect(x[0]).toBe(4);
    expect(trials.at(-1)!.best! - 4).toBeLessThan(1e-6);
  });
});

it('stays sane in twenty dimensions, real and whole', () => {
  const dimensions = Array.from({ length: 20 }, (_, i) =>
    i % 2 ? real(`x${i}`, 0, 1) : integer(`n${i}`, 0, 9),
  );
  const target = problem(dimensions, (x) => x.reduce((sum, v) => sum + v * v, 0));
  const { trials } = search(target, 600);
  for (const trial of trials) {
    const { mean, covariance } = view(trial);
    for (const value of [...mean, ...covariance]) expect(Number.isFinite(value)).toBe(true);
  }
  expect(trials.at(-1)!.best).toBeLessThan(40);
});
