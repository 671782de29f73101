import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fatalStep } from '../../assumptions/fatal-step.ts';
import { runTrials } from '../../run.ts';
import { readScenario } from '../../scenario.ts';
import { integer, log, real } from '../../space.ts';
import { problem } from '../../testing.ts';
import type { BracketView, Problem, Trace } from '../../types.ts';

function search(target: Problem, budget: number, params: object = {}): Trace {
  const { scenario, notices } = readScenario({ budget, strategies: [{ id: 'k-section', params }] });
  expect(notices).toEqual([]);
  const trials = runTrials(scenario, scenario.strategies[0], target);
  for (;;) {
    const step = trials.next();
    if (step.done) return step.value;
  }
}

/** The bracket in which each round was asked, and what is left at the end. */
function brackets({ trials, closing }: Trace): BracketView[] {
  const rounds = trials.filter(({ batch }, i) => i === 0 || batch !== trials[i - 1].batch);
  return [...rounds.map(({ view }) => view), closing?.view].map((view) => {
    if (view?.kind !== 'bracket') throw new Error('every round and the closing show a bracket');
    return view;
  });
}

/** One strict valley, `lean` times as steep on the right of the minimum as on the left. */
const bowl = (minimum: number, lean = 1) => {
  const target = problem([real('x', 0, 1)], ([x]) => (x < minimum ? minimum - x : lean * (x - minimum)));
  return { ...target, optimum: { ...target.optimum, at: [[minimum]] } };
};
// Evenly over the range: fc.double draws most of its numbers next to 0.
const anyMinimum = fc.integer({ min: 0, max: 2 ** 30 }).map((n) => n / 2 ** 30);
const anyLean = fc.constantFrom(1e-3, 0.1, 0.7, 1, 3, 40, 1e4);
const anyPoints = fc.integer({ min: 2, max: 9 });

describe('one valley on a line', () => {
  it('is never lost, and nothing is asked twice', () => {
    fc.assert(
      fc.property(
        anyMinimum,
        anyLean,
        anyPoints,
        fc.integer({ min: 1, max: 80 }),
        (minimum, lean, points, budget) => {
          const valley = bowl(minimum, lean);
          const trace = search(valley, budget, { points });
          for (const { lo, hi } of brackets(trace)) {
            expect(lo[0]).toBeLessThanOrEqual(minimum + 1e-12);
            expect(hi[0]).toBeGreaterThanOrEqual(minimum - 1e-12);
          }
          const asked = trace.trials.map(({ unit }) => unit[0]);
          expect(new Set(asked).size).toBe(asked.length);
          expect(fatalStep(trace, valley)).toBeNull();
        },
      ),
    );
  });

  it('is narrowed to 2/(k + 1) by the first round and to 2/(k + 2) of the rest by each further one, k even', () => {
    fc.assert(
      fc.property(anyMinimum, anyLean, fc.constantFrom(2, 4, 6, 8), (minimum, lean, points) => {
        const widths = brackets(search(bowl(minimum, lean), 5 * points, { points })).map(
          ({ lo, hi }) => hi[0] - lo[0],
        );
        expect(widths).toHaveLength(6);
        expect(widths[0]).toBe(1);
        for (let round = 1; round < 6; round++) {
          const theory = (2 / (points + 1)) * (2 / (points + 2)) ** (round - 1);
          expect(widths[round]).toBeCloseTo(theory, 10);
        }
      }),
    );
  });

  it('is narrowed to 2/(k + 1) of what was left or less by every round, for any k', () => {
    let widest = 0;
    fc.assert(
      fc.property(anyMinimum, anyLean, anyPoints, (minimum, lean, points) => {
        const widths = brackets(search(bowl(minimum, lean), 5 * points, { points })).map(
          ({ lo, hi }) => hi[0] - lo[0],
        );
        expect(widths).toHaveLength(6);
        for (let round = 1; round < 6; round++) {
          const share = widths[round] / widths[round - 1];
          expect(share).toBeLessThanOrEqual(2 / (points + 1) + 1e-9);
          if (round > 1) widest = Math.max(widest, (share * (points + 1)) / 2);
        }
      }),
    );
    // Attained after the first round too, where odd k gives one side fewer points.
    expect(widest).toBeCloseTo(1, 9);
  });

  it('asks k points at once', () => {
    const { trials } = search(bowl(0.3), 11, { points: 5 });
    expect(trials.map(({ batch }) => batch)).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2]);
    expect(trials.slice(0, 5).map(({ unit }) => Number(unit[0].toFixed(6)))).toEqual(
      [1, 2, 3, 4, 5].map((i) => Number((i / 6).toFixed(6))),
    );
    // The best, 1/3, keeps its place; its bracket 1/6 … 1/2 gets three more points on the left, two on the right.
    const second = trials.slice(5, 10).map(({ unit }) => unit[0]);
    expect(second.filter((u) => u < 1 / 3)).toHaveLength(3);
    expect(Math.min(...second)).toBeGreaterThan(1 / 6);
    expect(Math.max(...second)).toBeLessThan(1 / 2);
  });

  it('stops where floating-point numbers end, and says so', () => {
    const trace = search(bowl(0.7123), 500);
    expect(trace.unused).toBeGreaterThan(300);
    expect(trace.closing?.why.key).toBe('k-section.resolved');
    expect(trace.trials.at(-1)!.best).toBeLessThan(1e-13);
  });
});

describe('what a round says', () => {
  it('is where the lowest was and what is left', () => {
    const { closing } = search(bowl(0.37), 4, { points: 4 });
    expect(closing?.why.key).toBe('k-section.lowest');
    expect(closing?.why.values).toMatchObject({ axis: 0, x: 0.4, lo: 0.2, size: 4 });
    expect(closing?.view).toMatchObject({ lo: [0.2], cut: { axis: 0, hi: 1 } });
  });

  it('that the budget cut short is nothing', () => {
    const { closing, trials } = search(bowl(0.37), 7, { points: 4 });
    expect(trials).toHaveLength(7);
    expect(closing?.why).toMatchObject({ key: 'k-section.cut-short', values: { lo: 0.2 } });
  });

  it('of equal values, failures too, keeps the left', () => {
    for (const value of [() => 1, () => NaN]) {
      const { closing } = search(problem([real('x', 0, 1)], value), 4, { points: 4 });
      expect(closing?.why.key).toBe('k-section.tie');
      expect(closing?.view).toMatchObject({ lo: [0], hi: [0.4] });
    }
  });

  it('can be wrong with a second valley, and the fatal step says when', () => {
    const valleys = problem([real('x', 0, 1)], ([x]) =>
      Math.min(Math.abs(x - 0.3), 40 * Math.abs(x - 0.9) - 1),
    );
    const lying = { ...valleys, optimum: { ...valleys.optimum, value: -1, at: [[0.9]] } };
    const fatal = fatalStep(search(lying, 12, { points: 4 }), lying);
    expect(fatal).toMatchObject({ trial: 4, axis: 0, cause: 'shape' });
    expect(fatal!.compared.map(({ trial }) => trial)).toEqual([1, 2, 3, 4]);
  });
});

describe('integers', () => {
  it('the best one is found, no value is asked twice, all else is discarded', () => {
    const range = fc
      .integer({ min: 1, max: 60 })
      .chain((size) => fc.record({ size: fc.constant(size), best: fc.integer({ min: 0, max: size - 1 }) }));
    fc.assert(
      fc.property(range, anyPoints, ({ size, best }, points) => {
        const target = problem([integer('n', -3, -4 + size)], ([n]) => Math.abs(n + 3 - best));
        const trace = search(target, 100, { points });
        const asked = trace.trials.map(({ x }) => x[0]);
        expect(new Set(asked).size).toBe(asked.length);
        expect(trace.trials.at(-1)!.best).toBe(0);
        const { lo, hi } = brackets(trace).at(-1)!;
        expect(hi[0] - lo[0]).toBeCloseTo(1 / size, 12);
        expect(trace.unused).toBe(100 - asked.length);
      }),
    );
  });
});

describe('several hyperparameters', () => {
  const separable = problem(
    [real('a', 0, 1), log('b', 1e-4, 1), integer('c', 1, 9)],
    ([a, b, c]) => (a - 0.3) ** 2 + (Math.log10(b) + 1) ** 2 + (c - 7) ** 2,
  );

  it('are searched one after another, so many rounds each, and found if they do not interact', () => {
    const trace = search(separable, 80, { points: 4, rounds: 2 });
    const axes = brackets(trace).map(({ axis }) => axis);
    expect(axes.slice(0, 6)).toEqual([0, 0, 1, 1, 2, 2]);
    expect(trace.trials.at(-1)!.best).toBeLessThan(1e-6);
    const views = brackets(trace);
    for (let n = 1; n < views.length; n++) {
      for (const axis of [0, 1, 2]) {
        expect(views[n].hi[axis] - views[n].lo[axis]).toBeLessThanOrEqual(
          views[n - 1].hi[axis] - views[n - 1].lo[axis],
        );
      }
    }
  });

  it('take the best point of one visit to the next, and never ask for it again', () => {
    const { trials } = search(separable, 40, { points: 3 });
    expect(new Set(trials.map(({ x }) => x.join())).size).toBe(trials.length);
  });
});
