import { describe, expect, it } from 'vitest';
import { problemOf, runTrials } from '../../run.ts';
import { readScenario } from '../../scenario.ts';
import { integer, makeSpace, real, type Dimension } from '../../space.ts';
import { problem } from '../../testing.ts';
import type { Outcome, Problem, Proposal, SimplexView, Trace } from '../../types.ts';
import { nelderMead } from './index.ts';
import { coefficientsFor } from './simplex.ts';

const unitBox = (d: number): Dimension[] => Array.from({ length: d }, (_, i) => real(`x${i}`, 0, 1));

/** Without the last bits, which sums of decimal fractions leave. */
const readable = (unit: readonly number[]) => unit.map((u) => Number(u.toFixed(10)));

/** A search answered by hand: its first simplex starts where `start` says, with edges of 0.4. */
function byHand(start: number[], params: object = {}, dimensions = unitBox(start.length)) {
  let drawn = 0;
  const rng = { next: () => start[drawn++ % start.length], normal: () => 0, below: () => 0 };
  const search = nelderMead.search({
    dim: dimensions.length,
    dimensions,
    space: makeSpace(dimensions),
    budget: 1000,
    params: { size: 0.4, tolerance: 1e-6, coefficients: 'standard', ...params },
    given: [],
    stream: () => rng,
  });
  let asked = search.next().value as Proposal[];
  return {
    asked: () => asked.map(({ unit }) => readable(unit)),
    why: () => asked[0].why,
    /** The corners when the batch was asked for. */
    corners: () => (asked[0].view as SimplexView).vertices.map(readable),
    /** Answers the batch; returns which moves come next. */
    answer(...ys: number[]): string {
      expect(ys).toHaveLength(asked.length);
      const outcomes: Outcome[] = asked.map(({ unit }, k) => ({
        unit,
        y: ys[k],
        failed: ys[k] === Infinity,
        feasible: ys[k] !== Infinity,
      }));
      asked = search.next(outcomes).value as Proposal[];
      return asked[0].why.key.replace('nelder-mead.', '');
    },
  };
}

function run(target: Problem, budget: number, params: object = {}, seed = 1): Trace {
  const { scenario, notices } = readScenario({ seed, strategies: [{ id: 'nelder-mead', params }] });
  expect(notices).toEqual([]);
  const trials = runTrials({ ...scenario, budget }, scenario.strategies[0], target);
  for (;;) {
    const step = trials.next();
    if (step.done) return step.value;
  }
}
const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9];

describe('the moves, worked out by hand', () => {
  // Corners A (0.2, 0.2), B (0.6, 0.2), C (0.2, 0.6); with A the worst, the middle of the others is (0.4, 0.4).
  it('starts with a right-angled simplex, one batch', () => {
    const search = byHand([0.2, 0.2]);
    expect(search.asked()).toEqual([
      [0.2, 0.2],
      [0.6, 0.2],
      [0.2, 0.6],
    ]);
    // Towards the middle, where there is room.
    expect(byHand([0.9, 0.3]).asked()).toEqual([
      [0.9, 0.3],
      [0.5, 0.3],
      [0.9, 0.7],
    ]);
  });

  it('reflects the worst through the middle of the others', () => {
    const search = byHand([0.2, 0.2]);
    expect(search.answer(3, 1, 2)).toBe('reflect');
    expect(search.asked()).toEqual([[0.6, 0.6]]);
    expect(search.why().values).toEqual({ trialWorst: 1, worst: 3, best: 1 });
    // Best first.
    expect(search.corners()).toEqual([
      [0.6, 0.2],
      [0.2, 0.6],
      [0.2, 0.2],
    ]);
    // Better than the second worst, not better than the best: taken. C is the worst now.
    expect(search.answer(1.5)).toBe('reflect');
    expect(search.asked()).toEqual([[1, 0.2]]);
  });

  it('expands a reflection that is a new best, and keeps the better of the two', () => {
    const search = byHand([0.2, 0.2]);
    search.answer(3, 1, 2);
    expect(search.answer(0.5)).toBe('expand');
    expect(search.asked()).toEqual([[0.8, 0.8]]);
    expect(search.why().values).toEqual({ reflected: 0.5, best: 1, factor: 2 });
    search.answer(0.4);
    expect(search.corners()[0]).toEqual([0.8, 0.8]);

    const back = byHand([0.2, 0.2]);
    back.answer(3, 1, 2);
    back.answer(0.5);
    // A tie goes to the reflection.
    back.answer(0.5);
    expect(back.corners()[0]).toEqual([0.6, 0.6]);
  });

  it('contracts outside where the reflection beats only the worst', () => {
    const search = byHand([0.2, 0.2]);
    search.answer(3, 1, 2);
    expect(search.answer(2.5)).toBe('contract-outside');
    expect(search.asked()).toEqual([[0.5, 0.5]]);
    expect(search.why().values).toEqual({ reflected: 2.5, second: 2, worst: 3 });
    // As good as the reflection is good enough.
    expect(search.answer(2.5)).toBe('reflect');
    expect(search.corners()[2]).toEqual([0.5, 0.5]);
  });

  it('a reflection as good as the second worst is contracted, too', () => {
    const search = byHand([0.2, 0.2]);
    search.answer(3, 1, 2);
    expect(search.answer(2)).toBe('contract-outside');
  });

  it('contracts inside where the reflection does not beat the worst', () => {
    const search = byHand([0.2, 0.2]);
    search.answer(3, 1, 2);
    expect(search.answer(3)).toBe('contract-inside');
    expect(search.asked()).toEqual([[0.3, 0.3]]);
    expect(search.why().values).toEqual({ reflected: 3, worst: 3 });
    expect(search.answer(2.9)).toBe('reflect');
  });

  it('shrinks towards the best, one batch, where contracting does not help', () => {
    const outside = byHand([0.2, 0.2]);
    outside.answer(3, 1, 2);
    outside.answer(2.5);
    expect(outside.answer(2.6)).toBe('shrink');
    const inside = byHand([0.2, 0.2]);
    inside.answer(3, 1, 2);
    inside.answer(Infinity);
    expect(inside.why().values).toEqual({ reflected: '∞', worst: 3 });
    // Not better than the worst is not good enough.
    expect(inside.answer(3)).toBe('shrink');
    for (const search of [outside, inside]) {
      expect(search.asked()).toEqual([
        [0.4, 0.4],
        [0.4, 0.2],
      ]);
      expect(search.why().values).toEqual({ trialBest: 2, best: 1, factor: 0.5, vertex: 1, count: 2 });
    }
    // Ties are ordered as they were: the old best stays first, then the order of the batch.
    inside.answer(1, 1.5);
    expect(inside.corners()).toEqual([
      [0.6, 0.2],
      [0.4, 0.4],
      [0.4, 0.2],
    ]);
  });

  it('a new corner as good as an old one ranks behind it', () => {
    const search = byHand([0.2, 0.2]);
    search.answer(3, 1, 2);
    search.answer(1);
    expect(search.corners()).toEqual([
      [0.6, 0.2],
      [0.6, 0.6],
      [0.2, 0.6],
    ]);
  });

  it('with one knob the best corner is also the second worst', () => {
    const search = byHand([0.2]);
    expect(search.asked()).toEqual([[0.2], [0.6]]);
    search.answer(2, 1);
    expect(search.asked()).toEqual([[1]]);
    expect(search.answer(1)).toBe('contract-outside');
    expect(search.asked()).toEqual([[0.8]]);
  });

  it('adapts its coefficients to the number of knobs', () => {
    expect(coefficientsFor('standard', 10)).toEqual({ expand: 2, contract: 0.5, shrink: 0.5 });
    expect(coefficientsFor('adaptive', 10)).toEqual({ expand: 1.2, contract: 0.7, shrink: 0.9 });
    for (const d of [1, 2]) expect(coefficientsFor('adaptive', d)).toEqual(coefficientsFor('standard', d));
  });
});

describe('the box', () => {
  it('moves points outside to the nearest point inside', () => {
    // From A (0.6, 0.5) over B (0.2, 0.5) and C (0.6, 0.1) to (0.2, 0.1); twice as far is (0, −0.1).
    const search = byHand([0.6, 0.5]);
    expect(search.asked()[1]).toEqual([0.2, 0.5]);
    expect(search.asked()[2]).toEqual([0.6, 0.1]);
    search.answer(3, 1, 2);
    expect(search.asked()).toEqual([[0.2, 0.1]]);
    expect(search.answer(0)).toBe('expand');
    expect(search.asked()).toEqual([[0, 0]]);
  });

  it('a reflection onto a corner that is there already costs nothing: contract instead', () => {
    // (0, …) and (0.4, …): the best stands on the face, and the reflection of the other would be beyond it.
    const search = byHand([0]);
    expect(search.asked()).toEqual([[0], [0.4]]);
    expect(search.answer(1, 2)).toBe('contract-blocked');
    expect(search.asked()).toEqual([[0.2]]);
    expect(search.why().values).toEqual({ worst: 2 });
  });

  it('an expansion that the box stops at the reflection costs nothing', () => {
    const search = byHand([0.2]);
    search.answer(2, 1);
    expect(search.asked()).toEqual([[1]]);
    // The reflection is taken as it is; the next is its own: from 0.6 over 1, which is blocked.
    expect(search.answer(0)).toBe('contract-blocked');
    expect(search.corners()).toEqual([[1], [0.6]]);
  });

  it('does not hide a minimum near a face, on a face or in a corner', () => {
    for (const at of [0, 0.02, 1]) {
      const target = problem(unitBox(2), ([a, b]) => (a - at) ** 2 + 2 * (b - 0.6) ** 2);
      for (const seed of seeds) expect(run(target, 120, {}, seed).trials.at(-1)!.best).toBeLessThan(1e-4);
    }
  });
});

describe('convergence', () => {
  const distance = (target: Problem, budget: number, params: object = {}) =>
    seeds.map((seed) => run(target, budget, { tolerance: 1e-12, ...params }, seed).trials.at(-1)!.best!);

  it('on a rotated quadratic and in Rosenbrock’s valley', () => {
    const quadratic = problem(unitBox(2), ([a, b]) => (a - 0.3) ** 2 + 10 * (b - 0.6 - 0.5 * a) ** 2);
    for (const best of distance(quadratic, 150)) expect(best).toBeLessThan(1e-10);
    const valley = problemOf({ objective: { id: 'rosenbrock', params: {} } });
    for (const best of distance(valley, 400)) expect(best).toBeLessThan(1e-10);
  });

  it('in many dimensions needs the adaptive coefficients', () => {
    const bowl = problem(unitBox(16), (x) => x.reduce((sum, v, i) => sum + (v - 0.3 - i / 50) ** 2, 0));
    const median = (values: number[]) => values.sort((a, b) => a - b)[4];
    const adaptive = median(distance(bowl, 3000, { coefficients: 'adaptive' }));
    expect(adaptive).toBeLessThan(1e-4);
    expect(adaptive).toBeLessThan(median(distance(bowl, 3000)) / 10);
  });
});

describe('a restart', () => {
  it('follows a collapse, and says how far the simplex reached', () => {
    const bowl = problem(unitBox(2), ([a, b]) => (a - 0.3) ** 2 + (b - 0.6) ** 2);
    for (const tolerance of [1e-1, 1e-2, 1e-3]) {
      const { trials } = run(bowl, 300, { tolerance });
      const restarts = trials.filter(({ why }) => why.key === 'nelder-mead.restart');
      expect(restarts.length).toBeGreaterThan(2);
      for (const [k, { why, index }] of restarts.entries()) {
        expect(why.values.restart).toBe(k + 1);
        expect(why.values.extent).toBeLessThanOrEqual(tolerance);
        const { vertices } = trials[index - 1].view as SimplexView;
        const reach = Math.max(...vertices.flatMap((v) => v.map((u, j) => Math.abs(u - vertices[0][j]))));
        expect(reach).toBeGreaterThan(tolerance);
      }
    }
  });

  it('follows a plateau: corners of one value point nowhere', () => {
    const { trials } = run(
      problem(unitBox(3), () => 7),
      13,
    );
    expect(trials.map(({ why }) => why.key.replace('nelder-mead.', ''))).toEqual([
      ...['start', 'vertex', 'vertex', 'vertex', 'restart', 'vertex', 'vertex', 'vertex'],
      ...['restart', 'vertex', 'vertex', 'vertex', 'restart'],
    ]);
    expect(trials[4].why.values).toMatchObject({ restart: 1, best: 7, worst: 7, count: 4 });
    expect(new Set(trials.map(({ unit }) => unit.join())).size).toBe(13);
  });

  it('finds the deeper of two valleys', () => {
    const two = problem(unitBox(2), ([a, b]) =>
      Math.min((a - 0.2) ** 2 + (b - 0.2) ** 2 + 0.1, 2 * (a - 0.8) ** 2 + 2 * (b - 0.8) ** 2),
    );
    for (const seed of seeds) expect(run(two, 400, {}, seed).trials.at(-1)!.best).toBeLessThan(1e-4);
  });
});

describe('integers', () => {
  const lattice = [integer('a', 1, 40), integer('b', 1, 40)];
  const bowl = problem(lattice, ([a, b]) => (a - 17) ** 2 + 2 * (b - 31) ** 2 + 0.5 * (a - 17) * (b - 31));

  it('no point is asked again while it is a corner', () => {
    for (const seed of seeds) {
      const { trials } = run(bowl, 150, {}, seed);
      expect(trials.at(-1)!.best).toBeLessThanOrEqual(4);
      for (const { why, unit, view } of trials) {
        if (/start|restart|vertex/.test(why.key)) continue;
        const { vertices } = view as SimplexView;
        const corners = vertices.map((v) => v.map((u) => Math.floor(u * 40)).join());
        expect(corners).not.toContain(unit.map((u) => Math.floor(u * 40)).join());
      }
    }
  });

  it('step by a value at least, and a single value is no step at all', () => {
    const dimensions = [integer('a', 0, 3), integer('b', 5, 5)];
    for (const seed of seeds) {
      const { trials } = run(
        problem(dimensions, ([a]) => a),
        30,
        { size: 0.01 },
        seed,
      );
      expect(trials[1].x[0]).not.toBe(trials[0].x[0]);
      expect(trials[2].x).toEqual(trials[0].x);
    }
  });
});

it('only the order of the values counts', () => {
  const honest = problemOf({ objective: { id: 'branin', params: {} } });
  const points = (value: Problem['value']) => run({ ...honest, value }, 150).trials.map(({ unit }) => unit);
  expect(points((x) => 8 * honest.value(x) ** 3 - 5)).toEqual(points(honest.value));
});
