import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runTrials } from '../run.ts';
import { readScenario } from '../scenario.ts';
import { fromValue, integer, log, real, toValue } from '../space.ts';
import { problem } from '../testing.ts';
import { SettingsError, type Trace } from '../types.ts';
import { levelCounts } from './grid.ts';

const textbook = problem([real('dropout', 0, 0.9), log('rate', 1e-5, 0.1)], ([a, b]) => a + b);
const square = problem([real('a', 0, 1), real('b', 0, 1)], ([a, b]) => a + b);

function search(target: typeof textbook, budget: number, params: object = {}, seed = 1): Trace {
  const { scenario, notices } = readScenario({ budget, seed, strategies: [{ id: 'grid', params }] });
  expect(notices).toEqual([]);
  const trials = runTrials(scenario, scenario.strategies[0], target);
  for (;;) {
    const step = trials.next();
    if (step.done) return step.value;
  }
}
const points = ({ trials }: Trace) => trials.map(({ x }) => x);

describe('levels from the budget', () => {
  it.each([
    [[Infinity, Infinity], 32, [6, 5]],
    [[Infinity, Infinity], 30, [6, 5]],
    [[Infinity, Infinity], 25, [5, 5]],
    [[Infinity, Infinity], 1, [1, 1]],
    [[Infinity], 30, [30]],
    [[Infinity, Infinity, Infinity], 30, [3, 3, 3]],
    [[Infinity, 2, Infinity], 30, [4, 2, 3]],
    [[3, 2], 500, [3, 2]],
    [[Infinity, Infinity, Infinity, Infinity, Infinity, Infinity], 40, [2, 2, 2, 2, 2, 1]],
  ])('caps %j and %i trials give %j', (caps, budget, counts) => {
    expect(levelCounts(caps, budget)).toEqual(counts);
  });

  it('fit the budget, differ by one at most, and could not be more without breaking that', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 500 }), (dim, budget) => {
        const counts = levelCounts(new Array<number>(dim).fill(Infinity), budget);
        const product = counts.reduce((a, b) => a * b, 1);
        const least = Math.min(...counts);
        expect(product).toBeLessThanOrEqual(budget);
        expect(Math.max(...counts) - least).toBeLessThanOrEqual(1);
        expect((product / least) * (least + 1)).toBeGreaterThan(budget);
        expect(counts).toEqual(counts.toSorted((a, b) => b - a));
      }),
    );
  });

  it('leave the rest of the budget unused, and say what the grid was', () => {
    const trace = search(square, 32);
    expect([trace.trials.length, trace.unused]).toEqual([30, 2]);
    expect(trace.closing?.why).toEqual({ key: 'grid.complete', values: { total: 30, size: '6 × 5' } });
    expect(trace.trials[8].why).toEqual({
      key: 'grid.point',
      values: { point: 9, total: 30, size: '6 × 5' },
    });
  });

  it('lie from end to end, or in the middle of cells', () => {
    expect(points(search(square, 4))).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]);
    expect(points(search(square, 4, { placement: 'centres' }))).toEqual([
      [0.25, 0.25],
      [0.25, 0.75],
      [0.75, 0.25],
      [0.75, 0.75],
    ]);
    expect(points(search(square, 1))).toEqual([[0.5, 0.5]]);
  });

  it.each(['endpoints', 'centres'])(
    'of integers are distinct values, never more than there are (%s)',
    (placement) => {
      for (let size = 1; size <= 60; size++) {
        const target = problem([integer('n', 3, 2 + size)], ([n]) => n);
        for (let budget = 1; budget <= size + 1; budget++) {
          const asked = points(search(target, budget, { placement })).map(([n]) => n);
          expect(asked).toHaveLength(Math.min(size, budget));
          expect(new Set(asked).size).toBe(asked.length);
        }
      }
    },
  );
});

describe('levels by hand', () => {
  const levels = [
    [0.4, 0.5, 0.6, 0.7],
    [1e-4, 1e-3, 1e-2],
  ];

  it('are the textbook’s 4 × 3, in hyperparameter values', () => {
    const trace = search(textbook, 12, { levels });
    const expected = levels[0].flatMap((dropout) => levels[1].map((rate) => [dropout, rate]));
    expect(trace.trials).toHaveLength(12);
    for (const [i, x] of points(trace).entries()) {
      expect(x).toEqual(expected[i]);
    }
  });

  it('are evaluated as typed, to the last bit, on every scale', () => {
    const typed = fc.double({ min: 0, max: 1, noNaN: true });
    const anyLine = fc.oneof(
      fc
        .tuple(
          fc.double({ min: -1e9, max: 1e9, noNaN: true }),
          fc.double({ min: 1e-3, max: 1e9, noNaN: true }),
        )
        .map(([lo, width]) => real('x', lo, lo + width)),
      fc
        .tuple(
          fc.double({ min: -300, max: 290, noNaN: true }),
          fc.double({ min: 0.1, max: 600, noNaN: true }),
        )
        .map(([from, decades]) => log('x', 10 ** from, 10 ** Math.min(300, from + decades))),
      fc.tuple(fc.integer(), fc.nat(9999)).map(([lo, more]) => integer('x', lo, lo + more)),
    );
    fc.assert(
      fc.property(
        anyLine,
        fc.array(typed, { minLength: 1, maxLength: 6 }),
        fc.nat(15),
        (line, shares, digits) => {
          // Decimal numbers, as people type them, and any others.
          const among = shares.map((u) => {
            const value = toValue(line, u);
            const short = Number(value.toPrecision(digits + 1));
            return short >= line.lo && short <= line.hi ? short : value;
          });
          const whole = line.kind === 'integer' ? among.map(Math.round) : among;
          const asked: number[] = [];
          const target = problem([line], ([x]) => asked.push(x));
          const { trials } = search(target, 500, { levels: [[...whole, line.lo, line.hi]] });
          const expected = [...new Set([...whole, line.lo, line.hi])].sort((a, b) => a - b);
          expect(asked).toEqual(expected);
          expect(trials.map(({ x }) => x[0])).toEqual(expected);
          for (const { unit, x } of trials) expect(unit[0]).toBe(fromValue(line, x[0]));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('give a step the side that was typed', () => {
    const step = problem([real('x', -1, 1)], ([x]) => Math.floor(x * 10));
    const { trials } = search(step, 2, { levels: [[0.2, 0.4]] });
    expect(trials.map(({ x, y }) => [x[0], y])).toEqual([
      [0.2, 2],
      [0.4, 4],
    ]);
  });

  it('are cut by the budget', () => {
    const trace = search(textbook, 5, { levels });
    expect([trace.trials.length, trace.unused, trace.closing]).toEqual([5, 0, undefined]);
    expect(trace.trials[4].why.values.total).toBe(12);
  });

  it('leave dimensions without a list to the budget', () => {
    const { trials } = search(textbook, 32, { levels: [[], levels[1]] });
    expect(trials).toHaveLength(30);
    expect(new Set(trials.map(({ unit }) => unit[0])).size).toBe(10);
  });

  it('are sorted, and each counts once', () => {
    const { trials } = search(textbook, 30, { levels: [[0.5, 0.4, 0.5], [1e-3]] });
    expect(trials.map(({ x }) => Number(x[0].toFixed(9)))).toEqual([0.4, 0.5]);
  });

  it('that do not fit are refused with the reason', () => {
    const said = (params: object) => {
      try {
        search(textbook, 10, params);
      } catch (error) {
        if (error instanceof SettingsError) return error.said;
      }
      throw new Error('expected a SettingsError');
    };
    expect(said({ levels: [[0.1], [1e-3], [1]] })).toEqual({
      key: 'problem.grid-too-many-lists',
      values: { given: 3, dimensions: 2 },
    });
    expect(said({ levels: [[0.1], [0]] })).toEqual({
      key: 'problem.grid-level-outside',
      values: { axis: 1, given: 0, lo: 1e-5, hi: 0.1 },
    });
  });

  it('may have more combinations than any memory: they are counted, not listed', () => {
    const six = problem(
      'abcdef'.split('').map((id) => real(id, 0, 1)),
      () => 0,
    );
    const list = Array.from({ length: 64 }, (_, i) => i / 63);
    const { trials } = search(six, 50, { levels: new Array(6).fill(list), order: 'shuffled' });
    expect(new Set(trials.map(({ unit }) => unit.join())).size).toBe(50);
    expect(trials[0].why.values.total).toBe(64 ** 6);
  });
});

describe('the order', () => {
  it('shuffled asks the same points, in an order of the seed’s', () => {
    const plain = points(search(square, 36)).map(String);
    const one = points(search(square, 36, { order: 'shuffled' }, 1)).map(String);
    const two = points(search(square, 36, { order: 'shuffled' }, 2)).map(String);
    expect(one).not.toEqual(plain);
    expect(one).not.toEqual(two);
    expect(one.toSorted()).toEqual(plain.toSorted());
    expect(points(search(square, 36, { order: 'shuffled' }, 1)).map(String)).toEqual(one);
  });

  it('shuffled gives every point the same chance to be first', () => {
    const counts = new Array<number>(9).fill(0);
    for (let seed = 0; seed < 1800; seed++) {
      const [a, b] = search(square, 9, { order: 'shuffled' }, seed).trials[0].unit;
      counts[a * 2 * 3 + b * 2] += 1;
    }
    // χ² with 8 degrees of freedom: 26.1 is exceeded once in a thousand times.
    const chi2 = counts.reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0);
    expect(chi2).toBeLessThan(26.1);
  });
});

it('all trials share one picture of the lattice', () => {
  const { trials, closing } = search(square, 30);
  for (const { view } of trials) expect(view).toBe(trials[0].view);
  expect(closing?.view).toBe(trials[0].view);
});
