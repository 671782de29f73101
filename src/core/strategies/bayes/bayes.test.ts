import { describe, expect, it } from 'vitest';
import { runTrials } from '../../run.ts';
import type { ParamValues } from '../../params.ts';
import { integer, makeSpace, real, type Dimension } from '../../space.ts';
import type { Point, Problem, Scenario, Trace } from '../../types.ts';
import { KERNELS } from '../../surrogate/kernels.ts';
import { bayes } from './index.ts';
import { countPoints, lattice } from './whole-numbers.ts';

const plane = [real('a', -1, 3), real('b', 0, 10)];
const bowl = ([a, b]: Point) => (a - 0.5) ** 2 + Math.cos(b) + 0.1 * b;

function problem(dimensions: readonly Dimension[], value: Problem['value']): Problem {
  return {
    space: makeSpace(dimensions),
    value,
    optimum: { value: 0, at: [], kind: 'exact', tolerance: 0 },
    facts: { convex: false, unimodal: false, separable: false, smooth: false },
  };
}

function search(
  dimensions: readonly Dimension[],
  value: Problem['value'],
  budget: number,
  params: ParamValues = {},
  seed = 1,
): Trace {
  const scenario: Scenario = {
    version: 1,
    objective: { id: 'branin', params: {} },
    noise: { kind: 'none' },
    budget,
    seed,
    repeat: 0,
    strategies: [],
  };
  const trials = runTrials(scenario, { id: 'bayes', params }, problem(dimensions, value));
  for (;;) {
    const step = trials.next();
    if (step.done) return step.value;
  }
}

const option = (name: string) => (bayes.params[name] as { options: readonly string[] }).options;
const points = (trace: Trace) => trace.trials.map(({ x }) => JSON.stringify(x));

describe('a run', () => {
  it('is the same twice, another with another seed', () => {
    const twice = [1, 1, 2].map((seed) => search(plane, bowl, 14, {}, seed));
    expect(twice[0]).toEqual(twice[1]);
    expect(points(twice[0])).not.toEqual(points(twice[2]));
  });

  it.each([1, 2, 3, 4, 9])('spends a budget of %i to the trial', (budget) => {
    const { trials, unused } = search(plane, bowl, budget);
    expect(trials).toHaveLength(budget);
    expect(unused).toBe(0);
  });

  it('explains every trial after the design by the model that chose it', () => {
    const { trials, closing } = search(plane, bowl, 12);
    trials.forEach(({ why, view }, i) => {
      expect(why.key).toBe(i < 6 ? 'bayes.initial' : 'bayes.log-ei');
      expect(view?.kind === 'model' ? view.conditioned : 0).toBe(i < 6 ? 0 : i);
    });
    expect(closing?.view).toMatchObject({ kind: 'model', conditioned: 12 });
  });

  it('finds what it looks for, to within 1e-4 in 30 trials', () => {
    const { trials } = search(plane, bowl, 30);
    // The minimum in b solves sin b = 0.1 below 2π.
    const b = Math.PI - Math.asin(0.1);
    expect(trials.at(-1)!.best! - (Math.cos(b) + 0.1 * b)).toBeLessThan(1e-4);
  });
});

describe('every setting runs and stays in the cube', () => {
  const cases = option('acquisition').flatMap((acquisition) =>
    KERNELS.flatMap((kernel) => option('design').map((design) => ({ acquisition, kernel, design }))),
  );
  it.each(cases)('$acquisition, $kernel, $design', (params) => {
    const { trials, closing } = search([...plane, integer('n', 1, 9)], (x) => bowl(x) + x[2], 12, params);
    expect(trials).toHaveLength(12);
    for (const { unit, y } of trials) {
      expect(unit.every((u) => u >= 0 && u <= 1)).toBe(true);
      expect(y).not.toBeNull();
    }
    expect(new Set(points({ trials } as Trace)).size).toBe(12);
    if (closing?.view?.kind !== 'model') throw new Error('the closing shows a model');
    expect(closing.view.acquisition.draw !== undefined).toBe(params.acquisition === 'thompson');
  });

  it('holds hyperparameters fixed where asked to', () => {
    const params = { hyperparameters: 'fixed', lengthscale: 0.33, noise: 0.05, kernel: 'rbf' };
    for (const { view } of search(plane, bowl, 9, params).trials.slice(6)) {
      if (view?.kind !== 'model') throw new Error('a model chose this');
      expect(view.lengthscales).toEqual([0.33, 0.33]);
      expect(view.noiseVariance).toBeCloseTo(0.0025, 15);
      expect(view.signalVariance).toBe(1);
    }
  });

  it('runs beyond the tables of Sobol and Halton', () => {
    const many = Array.from({ length: 24 }, (_, j) => real(`x${j}`, 0, 1));
    const sum = (x: Point) => x.reduce((total, u) => total + u, 0);
    for (const design of option('design')) expect(search(many, sum, 13, { design }).trials).toHaveLength(13);
  });
});

describe('integers', () => {
  const depth = integer('depth', 3, 17);

  it.each(option('acquisition'))('visits all 15 values in 15 trials (%s)', (acquisition) => {
    const { trials } = search([depth], ([n]) => (n - 6) ** 2, 15, { acquisition });
    expect(new Set(trials.map(({ x }) => x[0])).size).toBe(15);
  });

  it('goes on asking when all have been visited', () => {
    const { trials } = search([integer('n', 0, 2)], ([n]) => n, 8, { initial: 6 });
    expect(trials).toHaveLength(8);
    expect(new Set(trials.slice(0, 3).map(({ x }) => x[0])).size).toBe(3);
  });

  it.each(option('design'))('never asks a combination again while others remain (%s)', (design) => {
    const space = [integer('a', 1, 4), integer('b', 0, 3)];
    const trace = search(space, ([a, b]) => (a - 2) ** 2 + b, 16, { design, initial: 10 });
    expect(new Set(points(trace)).size).toBe(16);
  });

  it('nor in a space too large to be compared whole', () => {
    const space = [integer('a', 0, 999), integer('b', 0, 2), integer('c', 0, 2)];
    const trace = search(space, ([a]) => Math.abs(a - 500) / 100, 25);
    expect(countPoints(space)).toBe(9000);
    expect(new Set(points(trace)).size).toBe(25);
  });

  it('are counted and listed', () => {
    const space = [integer('a', 1, 3), integer('b', 5, 6)];
    expect(countPoints(space)).toBe(6);
    expect(countPoints(plane)).toBe(Infinity);
    const listed = [...lattice(space)].map((unit) => makeSpace(space).toReal(Array.from(unit)));
    expect(listed).toEqual([
      [1, 5],
      [1, 6],
      [2, 5],
      [2, 6],
      [3, 5],
      [3, 6],
    ]);
  });
});

describe('what could upset the belief', () => {
  it('failed trials: the search goes on, keeps away and finds the rest', () => {
    const { trials } = search(
      plane,
      (x) => {
        if (x[0] > 1.5) throw new Error('diverged');
        return bowl(x);
      },
      30,
    );
    const failed = trials.filter(({ y }) => y === null);
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.length).toBeLessThan(12);
    const b = Math.PI - Math.asin(0.1);
    expect(trials.at(-1)!.best! - (Math.cos(b) + 0.1 * b)).toBeLessThan(0.01);
    for (const { why } of trials) {
      expect(Object.values(why.values).every((v) => typeof v !== 'number' || !Number.isNaN(v))).toBe(true);
    }
  });

  it('nothing but failures', () => {
    const fail = () => {
      throw new Error('out of memory');
    };
    const { trials } = search(plane, fail, 12);
    expect(trials).toHaveLength(12);
    expect(new Set(trials.map(({ x }) => x.join())).size).toBe(12);
  });

  it.each(option('acquisition'))('a constant objective (%s)', (acquisition) => {
    const trace = search(plane, () => 42, 14, { acquisition });
    expect(new Set(points(trace)).size).toBe(14);
    for (const { view } of trace.trials) {
      if (view?.kind === 'model') expect(view.predicted.mean).toBeCloseTo(42, 6);
    }
  });

  // y is standardised, which takes scale and shift out but for rounding. Rounding grows from trial to trial, since
  // each point enters the next model; over the first model-based trials it has to stay small.
  it.each([
    [1000, 0],
    [1e-4, 0],
    [8, 3],
    [1, -250],
  ])('the units of y: %d · y + %d chooses the same points', (factor, offset) => {
    const plain = search(plane, bowl, 10);
    const other = search(plane, (x) => factor * bowl(x) + offset, 10);
    plain.trials.forEach(({ unit }, i) =>
      unit.forEach((u, j) => expect(other.trials[i].unit[j], `trial ${i + 1}`).toBeCloseTo(u, 3)),
    );
  });
});
