import { describe, expect, it } from 'vitest';
import { drawParzen } from '../pictures/parzen.ts';
import { stream } from '../rng.ts';
import { runTrials } from '../run.ts';
import { readScenario } from '../scenario.ts';
import { integer, log, real, type Dimension } from '../space.ts';
import { cellCounts, ParzenEstimator } from '../surrogate/parzen.ts';
import { problem } from '../testing.ts';
import type { Outcome, ParzenView, Problem, Trace, Trial } from '../types.ts';
import { goodCount, goodTrials } from './tpe.ts';

const square: Dimension[] = [real('a', 0, 1), log('b', 1e-4, 1)];
const bowl = (dimensions: readonly Dimension[]) =>
  problem(dimensions, (x) =>
    x.reduce(
      (sum, value, j) =>
        sum + ((value - dimensions[j].lo) / (dimensions[j].hi - dimensions[j].lo) - 0.3) ** 2,
      0,
    ),
  );

function search(target: Problem, budget: number, params: object = {}, seed = 1): Trace {
  const { scenario, notices } = readScenario({ budget, seed, strategies: [{ id: 'tpe', params }] });
  expect(notices).toEqual([]);
  const trials = runTrials(scenario, scenario.strategies[0], target);
  for (;;) {
    const step = trials.next();
    if (step.done) return step.value;
  }
}
function viewOf(from: Pick<Trial, 'view'> | undefined): ParzenView {
  if (from?.view?.kind !== 'parzen') throw new Error('no densities here');
  return from.view;
}
const units = ({ trials }: Trace) => trials.map(({ unit }) => unit);
const outcome = (y: number, more: Partial<Outcome> = {}): Outcome => ({
  unit: [0.5],
  y,
  failed: false,
  feasible: true,
  ...more,
});
const failed = outcome(Infinity, { failed: true, feasible: false });

describe('good trials', () => {
  it('are a tenth, rounded up, and at most 25', () => {
    const table = [1, 9, 10, 11, 20, 21, 30, 70, 100, 101, 240, 241, 250, 251, 500];
    expect(table.map((n) => goodCount(n, 0.1))).toEqual([1, 1, 1, 2, 2, 3, 3, 7, 10, 11, 24, 25, 25, 25, 25]);
    expect(goodCount(100, 0.07)).toBe(7);
    expect([1, 2, 3, 60].map((n) => goodCount(n, 0.5))).toEqual([1, 1, 2, 25]);
  });
  it('are the lowest, best first, the earlier of equal ones', () => {
    const seen = [5, 3, 4, 3, 9, 8, 7, 6, 5, 5].map((y) => outcome(y));
    expect(goodTrials(seen, 0.3)).toEqual([1, 3, 2]);
    expect(goodTrials(seen, 0.1)).toEqual([1]);
    expect(goodTrials(seen, 0.5)).toEqual([1, 3, 2, 0, 8]);
  });
  it('have never failed, and are infeasible only where there are too few feasible ones', () => {
    const infeasible = outcome(0, { feasible: false });
    expect(goodTrials([failed, infeasible, outcome(4), outcome(2)], 0.5)).toEqual([3, 2]);
    expect(goodTrials([failed, infeasible, failed, outcome(2)], 0.5)).toEqual([3, 1]);
    expect(goodTrials([failed, failed], 0.5)).toEqual([]);
  });
});

describe('the start', () => {
  it('is uniform, as long as was set, and says so', () => {
    const firsts = Array.from(
      { length: 300 },
      (_, seed) => search(bowl(square), 3, { startup: 3 }, seed).trials[2],
    );
    const mean = firsts.reduce((sum, { unit }) => sum + unit[1], 0) / 300;
    // Standard error 1/√(12 · 300) = 0.017.
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.05);
    const { trials } = search(bowl(square), 9, { startup: 5 });
    expect(trials.map(({ why }) => why.key)).toEqual([
      ...new Array<string>(5).fill('tpe.startup'),
      ...new Array<string>(4).fill('tpe.joint'),
    ]);
    expect(trials[4].why.values).toEqual({ point: 5, total: 5 });
    expect(trials[4].view).toBeUndefined();
    expect(search(bowl(square), 2).trials[0].why.values.total).toBe(2);
  });
  it('does not depend on what follows', () => {
    const short = units(search(bowl(square), 30, { startup: 5 }));
    expect(units(search(bowl(square), 30, { startup: 12 })).slice(0, 5)).toEqual(short.slice(0, 5));
    expect(units(search(bowl(square), 30, { multivariate: 'no' })).slice(0, 10)).toEqual(
      units(search(bowl(square), 30)).slice(0, 10),
    );
  });
});

describe('the choice', () => {
  const dimensions = [...square, integer('n', 1, 12)];
  const target = bowl(dimensions);

  it.each([24, 3, 1])('is the best of %d points drawn from l', (candidates) => {
    const { trials } = search(target, 11, { candidates });
    const view = viewOf(trials[10]);
    // The same draws again, from the stream that the run loop gives the strategy.
    const rng = stream(1, 'tpe', 'forrester', 0, 'candidates');
    const l = new ParzenEstimator(
      view.good.map((i) => trials[i].unit),
      cellCounts(dimensions),
      [0, 1, 2],
      view,
    );
    const points = new Float64Array(3 * candidates);
    for (let c = 0; c < candidates; c++) l.draw(rng, points.subarray(3 * c, 3 * c + 3));
    const { good, rest } = drawParzen(view, trials, dimensions, points);
    const ratios = Array.from(good, (value, i) => value - rest[i]);
    const best = ratios.indexOf(Math.max(...ratios));
    expect(trials[10].unit).toEqual([...points.subarray(3 * best, 3 * best + 3)]);
    expect(trials[10].why.values).toMatchObject({ seen: 10, good: 1, candidates });
    expect(Math.log(Number(trials[10].why.values.ratio))).toBeCloseTo(ratios[best], 12);
  });

  it('is made for each dimension by itself where each has its own density', () => {
    const { trials } = search(target, 11, { multivariate: 'no', candidates: 7 });
    const view = viewOf(trials[10]);
    expect(trials[10].why.key).toBe('tpe.each');
    const rng = stream(1, 'tpe', 'forrester', 0, 'candidates');
    const point = new Float64Array(3);
    for (const axis of [0, 1, 2]) {
      const of = (isGood: boolean) =>
        new ParzenEstimator(
          trials.slice(0, 10).flatMap(({ unit }, i) => (view.good.includes(i) === isGood ? [unit] : [])),
          cellCounts(dimensions),
          [axis],
          view,
        );
      const [l, g] = [of(true), of(false)];
      let best = -Infinity;
      let kept = NaN;
      for (let c = 0; c < 7; c++) {
        l.draw(rng, point);
        const ratio = l.logDensity(point) - g.logDensity(point);
        if (ratio > best) [best, kept] = [ratio, point[axis]];
      }
      expect(trials[10].unit[axis]).toBe(kept);
    }
  });

  it('names the good trials, and the value that splits them from the rest', () => {
    const { trials, closing } = search(target, 45, { gamma: 0.15 });
    for (const trial of [...trials.slice(10), { ...closing!, index: 45 }]) {
      const { good, conditioned } = viewOf(trial);
      const before = trials.slice(0, trial.index);
      expect(conditioned).toBe(trial.index);
      expect(good).toHaveLength(Math.ceil(0.15 * trial.index - 1e-9));
      expect(good.map((i) => before[i].y!)).toEqual(
        before
          .map(({ y }) => y!)
          .sort((a, b) => a - b)
          .slice(0, good.length),
      );
      expect(trial.why.values).toMatchObject({
        good: good.length,
        seen: trial.index,
        split: before[good.at(-1)!].y,
      });
    }
  });

  it('goes to where the good trials are', () => {
    for (const params of [{}, { multivariate: 'no' }, { bandwidth: 'scott' }]) {
      const bests = Array.from(
        { length: 20 },
        (_, seed) => search(target, 60, params, seed).trials.at(-1)!.best!,
      );
      const random = Array.from(
        { length: 20 },
        (_, seed) => search(target, 60, { startup: 60 }, seed).trials.at(-1)!.best!,
      );
      const median = (values: number[]) => values.sort((a, b) => a - b)[10];
      expect(median(bests)).toBeLessThan(0.3 * median(random));
    }
  });
});

describe('only ranks count', () => {
  it.each([{}, { multivariate: 'no' }, { bandwidth: 'scott' }])(
    'any increasing transform of y leaves the points (%o)',
    (params) => {
      const honest = bowl(square);
      const expected = units(search(honest, 40, params));
      for (const transform of [
        (y: number) => Math.exp(y),
        (y: number) => -1 / (1 + y),
        (y: number) => 1e9 * y - 3e8,
        (y: number) => Math.log(y),
      ]) {
        expect(units(search({ ...honest, value: (x) => transform(honest.value(x)) }, 40, params))).toEqual(
          expected,
        );
      }
      expect(units(search({ ...honest, value: (x) => -honest.value(x) }, 40, params))).not.toEqual(expected);
    },
  );
});

describe('failures', () => {
  it('belong to the density to stay away from', () => {
    // Half of the square fails, and the best points lie at its border.
    const target = problem([real('a', 0, 1), real('b', 0, 1)], ([a, b]) => {
      if (a < 0.5) throw new Error('diverged');
      return a + (b - 0.5) ** 2;
    });
    let fails = 0;
    for (let seed = 0; seed < 20; seed++) {
      const { trials } = search(target, 40, {}, seed);
      for (const trial of trials.slice(10)) {
        for (const i of viewOf(trial).good) expect(trials[i].failure).toBeUndefined();
        if (trial.failure) fails += 1;
      }
      expect(trials.at(-1)!.best).toBeLessThan(0.62);
    }
    expect(fails / (20 * 30)).toBeLessThan(0.4);
  });

  it('of all trials leave the prior, and the points lie away from them', () => {
    const target = problem(square, () => NaN);
    const { trials, closing } = search(target, 60);
    expect(trials).toHaveLength(60);
    for (const trial of trials.slice(10)) {
      expect(trial.why.key).toBe('tpe.none-good');
      expect(trial.why.values.ratio).toBeGreaterThan(1);
      expect(viewOf(trial).good).toEqual([]);
    }
    expect(closing!.why).toEqual({ key: 'tpe.closing-none', values: { seen: 60 } });
  });
});

describe('does not stumble over', () => {
  it('a constant', () => {
    const { trials, closing } = search(
      problem(square, () => 2),
      60,
    );
    expect(viewOf(closing).good).toEqual([0, 1, 2, 3, 4, 5]);
    expect(closing!.why.values.split).toBe(2);
    expect(new Set(trials.map(({ unit }) => unit.join())).size).toBe(60);
  });
  it.each([{}, { multivariate: 'no' }, { bandwidth: 'scott' }])(
    'spaces of integers, of one value too (%o)',
    (params) => {
      const dimensions = [integer('n', 1, 9), integer('only', 4, 4), integer('wide', 0, 100_000)];
      for (let seed = 0; seed < 5; seed++) {
        const { trials } = search(
          problem(dimensions, ([n, , wide]) => (n - 3) ** 2 + Math.abs(wide - 7e4) / 1e4),
          80,
          params,
          seed,
        );
        expect(trials.every(({ x }) => x.every(Number.isInteger) && x[1] === 4)).toBe(true);
        expect(trials.at(-1)!.best).toBeLessThan(1);
        for (const { why } of trials.slice(10)) expect(Number.isFinite(why.values.ratio)).toBe(true);
      }
      expect(
        search(
          problem([integer('only', 4, 4)], () => 1),
          30,
          params,
        ).trials,
      ).toHaveLength(30);
    },
  );
  it.each([{}, { multivariate: 'no' }])('20 dimensions (%o)', (params) => {
    const target = bowl(Array.from({ length: 20 }, (_, j) => real(`x${j}`, 0, 1)));
    const { trials } = search(target, 200, params);
    for (const { why } of trials.slice(10)) expect(Number.isFinite(why.values.ratio)).toBe(true);
    const random = search(target, 200, { startup: 100 }).trials[99].best!;
    expect(trials.at(-1)!.best!).toBeLessThan(0.6 * random);
  });
  it('a budget of one', () => {
    const { trials, closing } = search(bowl(square), 1);
    expect(trials).toHaveLength(1);
    expect(viewOf(closing)).toMatchObject({ conditioned: 1, good: [0] });
  });
});
