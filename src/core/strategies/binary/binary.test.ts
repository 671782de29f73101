import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integer, log, real } from '../../space.ts';
import { runTrials } from '../../run.ts';
import { readScenario } from '../../scenario.ts';
import { problem } from '../../testing.ts';
import type { BracketView, Problem, Trace } from '../../types.ts';
import { fibonacci, GOLDEN } from './rules.ts';
import { telling } from './wording.ts';

function search(target: Problem, budget: number, params: object): Trace {
  const { scenario, notices } = readScenario({ budget, strategies: [{ id: 'binary', params }] });
  expect(notices).toEqual([]);
  const trials = runTrials(scenario, scenario.strategies[0], target);
  for (;;) {
    const step = trials.next();
    if (step.done) return step.value;
  }
}

/** The bracket after n trials: what trial n + 1 was chosen in, and the closing after the last. */
function brackets({ trials, closing }: Trace): BracketView[] {
  return [...trials.map(({ view }) => view), closing?.view].map((view) => {
    if (view?.kind !== 'bracket') throw new Error('every trial and the closing show a bracket');
    return view;
  });
}
const width = ({ lo, hi }: BracketView, axis = 0) => hi[axis] - lo[axis];

const bowl = (minimum: number) => problem([real('x', 0, 1)], ([x]) => Math.abs(x - minimum));
const anyMinimum = fc.double({ min: 0, max: 1, noNaN: true });
const anyBudget = fc.integer({ min: 2, max: 60 });

describe('one valley on a line', () => {
  it('golden section keeps 0.618 of the bracket per trial, after the first', () => {
    fc.assert(
      fc.property(anyMinimum, anyBudget, (minimum, budget) => {
        const views = brackets(search(bowl(minimum), budget, { rule: 'golden' }));
        expect(views).toHaveLength(budget + 1);
        for (let n = 1; n <= budget; n++) expect(width(views[n])).toBeCloseTo(GOLDEN ** (n - 1), 12);
      }),
    );
  });

  it('Fibonacci ends with 1/F(N+1), which no other rule beats', () => {
    fc.assert(
      fc.property(anyMinimum, fc.integer({ min: 2, max: 30 }), (minimum, budget) => {
        const views = brackets(search(bowl(minimum), budget, { rule: 'fibonacci' }));
        for (let n = 2; n < budget; n++) {
          expect(width(views[n])).toBeCloseTo(fibonacci(budget - n + 2) / fibonacci(budget + 1), 12);
        }
        // The last two probes cannot both stand in the middle.
        const theory = 1 / fibonacci(budget + 1);
        expect(width(views[budget]) / theory).toBeGreaterThan(1 - 1e-5);
        expect(width(views[budget]) / theory).toBeLessThan(1 + 1e-5);
      }),
    );
  });

  it.each([
    ['bisection', (gap: number) => (1 + gap) / 2],
    ['ternary', () => 2 / 3],
  ])('%s keeps its share per two trials', (rule, share) => {
    fc.assert(
      fc.property(
        anyMinimum,
        anyBudget,
        fc.double({ min: 1e-6, max: 0.5, noNaN: true }),
        (minimum, budget, gap) => {
          const views = brackets(
            search(bowl(minimum), budget, rule === 'bisection' ? { rule, gap } : { rule }),
          );
          for (const [n, view] of views.entries()) {
            expect(width(view)).toBeCloseTo(share(gap) ** Math.floor(n / 2), 12);
          }
        },
      ),
    );
  });

  it.each(['golden', 'fibonacci', 'bisection', 'ternary'])('%s never loses the minimum', (rule) => {
    fc.assert(
      fc.property(anyMinimum, anyBudget, (minimum, budget) => {
        for (const { lo, hi } of brackets(search(bowl(minimum), budget, { rule }))) {
          expect(lo[0]).toBeLessThanOrEqual(minimum + 1e-12);
          expect(hi[0]).toBeGreaterThanOrEqual(minimum - 1e-12);
        }
      }),
    );
  });

  it('a bracket only shrinks, by what the trial says was cut', () => {
    const views = brackets(search(bowl(0.3), 20, { rule: 'golden' }));
    for (let n = 2; n < views.length; n++) {
      const { cut } = views[n];
      const [before, after] = [views[n - 1], views[n]];
      expect(cut!.hi - cut!.lo).toBeCloseTo(width(before) - width(after), 14);
      expect([cut!.lo, cut!.hi].some((end) => end === before.lo[0] || end === before.hi[0])).toBe(true);
    }
  });

  it('stops where floating-point numbers end, and says so', () => {
    const trace = search(bowl(0.7123), 500, { rule: 'golden' });
    expect(trace.trials.length).toBeGreaterThan(60);
    expect(trace.trials.length).toBeLessThan(80);
    expect(trace.unused).toBe(500 - trace.trials.length);
    expect(trace.closing?.why.key).toBe('binary.resolved');
    expect(trace.trials.at(-1)!.best).toBeLessThan(1e-13);
  });
});

describe('what a comparison says', () => {
  it('is what it found and what goes', () => {
    const { trials, closing } = search(bowl(0.2), 2, { rule: 'ternary' });
    expect(trials.map(({ why }) => why.key)).toEqual(['binary.first-probe', 'binary.second-probe']);
    expect(closing?.why.key).toBe('binary.cut-right');
    const { a, b, fa, fb, lo, hi } = closing!.why.values as Record<string, number>;
    expect([a, b, fa, fb, lo, hi].map((value) => Number(value.toFixed(6)))).toEqual(
      [1 / 3, 2 / 3, 2 / 15, 7 / 15, 2 / 3, 1].map((value) => Number(value.toFixed(6))),
    );
    expect(search(bowl(0.9), 2, { rule: 'ternary' }).closing?.why.key).toBe('binary.cut-left');
  });

  it('of equal values keeps the left part, of failures too', () => {
    const flat = problem([real('x', 0, 1)], () => 1);
    const failing = problem([real('x', 0, 1)], () => NaN);
    for (const target of [flat, failing]) {
      const { closing } = search(target, 2, { rule: 'golden' });
      expect(closing?.why.key).toBe('binary.tie');
      expect(closing?.view).toMatchObject({ lo: [0], hi: [GOLDEN] });
    }
    expect(search(failing, 2, {}).closing?.why.values).toMatchObject({ fa: '∞', fb: '∞' });
  });

  it('of a failure and a value discards the failure’s side', () => {
    const half = problem([real('x', 0, 1)], ([x]) => (x < 0.5 ? NaN : x));
    expect(search(half, 2, { rule: 'golden' }).closing?.why.key).toBe('binary.cut-left');
  });

  it('that the budget cut in half is not made', () => {
    const { closing } = search(bowl(0.2), 3, { rule: 'bisection' });
    expect(closing?.why.key).toBe('binary.between-probes');
    expect(search(bowl(0.2), 1, {}).closing?.why.key).toBe('binary.between-probes');
  });

  it('never sets equal-looking numbers against each other', () => {
    const { trials, closing } = search(bowl(0.7123), 40, { rule: 'bisection', gap: 1e-6 });
    for (const { key, values } of [...trials.map(({ why }) => why), closing!.why]) {
      if (!key.startsWith('binary.cut')) continue;
      const said = (value: number | string) => (typeof value === 'string' ? value : value.toPrecision(3));
      expect(said(values.a)).not.toBe(said(values.b));
      expect(said(values.fa)).not.toBe(said(values.fb));
    }
  });
});

describe('integers', () => {
  const whole = (lo: number, hi: number, value: (n: number) => number) =>
    problem([integer('n', lo, hi)], ([n]) => value(n));

  it.each(['golden', 'fibonacci', 'bisection', 'ternary'])('%s finds the one that is best', (rule) => {
    const range = fc
      .integer({ min: 1, max: 60 })
      .chain((size) => fc.record({ size: fc.constant(size), best: fc.integer({ min: 0, max: size - 1 }) }));
    fc.assert(
      fc.property(range, ({ size, best }) => {
        const trace = search(
          whole(-3, -4 + size, (n) => Math.abs(n + 3 - best)),
          100,
          { rule },
        );
        const asked = trace.trials.map(({ x }) => x[0]);
        expect(trace.closing?.why.key).toBe('binary.resolved');
        if (rule === 'golden') expect(new Set(asked).size).toBe(asked.length);
        if (size > 1) expect(trace.trials.at(-1)!.best).toBe(0);
        expect(trace.unused).toBe(100 - asked.length);
        const [{ lo, hi }] = brackets(trace).slice(-1);
        expect(hi[0] - lo[0]).toBeCloseTo(1 / size, 12);
      }),
    );
  });

  it('names the values that go, ends included', () => {
    const { trials } = search(
      whole(1, 60, (n) => n),
      3,
      { rule: 'golden' },
    );
    expect(trials[2].why).toEqual({
      key: 'binary.cut-right-whole',
      values: { axis: 0, a: 24, b: 37, fa: 24, fb: 37, lo: 37, hi: 60 },
    });
  });

  it('of which there is only one leave nothing to ask', () => {
    const trace = search(
      whole(5, 5, (n) => n),
      10,
      {},
    );
    expect([trace.trials.length, trace.unused]).toEqual([0, 10]);
  });
});

describe('several hyperparameters', () => {
  const separable = problem(
    [real('a', 0, 1), log('b', 1e-4, 1), integer('c', 1, 9)],
    ([a, b, c]) => (a - 0.3) ** 2 + (Math.log10(b) + 1) ** 2 + (c - 7) ** 2,
  );

  it('are searched one after another, so many comparisons each, and found if they do not interact', () => {
    const trace = search(separable, 60, { rule: 'golden', comparisons: 3 });
    const axes = trace.trials.map(({ view }) => (view as BracketView).axis);
    // Three comparisons of golden section: four trials a visit.
    expect(axes.slice(0, 8)).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
    expect(trace.trials.at(-1)!.best).toBeLessThan(0.01);
    const views = brackets(trace);
    for (let n = 1; n < views.length; n++) {
      for (const axis of [0, 1, 2])
        expect(width(views[n], axis)).toBeLessThanOrEqual(width(views[n - 1], axis));
    }
  });

  it('keep still while it is another’s turn, at the better probe of their last visit', () => {
    const { trials } = search(separable, 12, { rule: 'golden', comparisons: 3 });
    for (const { unit } of trials.slice(0, 4)) expect(unit.slice(1)).toEqual([0.5, 0.5]);
    const first = trials.slice(0, 4).reduce((a, b) => (b.y! < a.y! ? b : a));
    for (const { unit } of trials.slice(4, 8)) expect(unit[0]).toBe(first.unit[0]);
  });
});

it('numbers are told apart, with no more digits than needed', () => {
  expect(telling([0.38196, 0.61803])).toEqual([0.38196, 0.61803]);
  expect(telling([0.12512, 0.12537])).toEqual(['0.1251', '0.1254']);
  expect(telling([-1.00001, -1.00002])).toEqual(['−1.00001', '−1.00002']);
  expect(telling([0.5, 0.5])).toEqual([0.5, 0.5]);
  expect(telling([Infinity, 1.2345])).toEqual(['∞', 1.2345]);
});
