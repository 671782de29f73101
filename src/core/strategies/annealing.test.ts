import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemOf, runTrials } from '../run.ts';
import { readScenario } from '../scenario.ts';
import { integer, real, type Dimension } from '../space.ts';
import { problem } from '../testing.ts';
import type { Problem, StepView, Trace, Trial } from '../types.ts';
import { fold, metropolis } from './annealing.ts';

function run(target: Problem, budget: number, params: object = {}, seed = 1): Trace {
  const { scenario, notices } = readScenario({ seed, strategies: [{ id: 'annealing', params }] });
  expect(notices).toEqual([]);
  const trials = runTrials({ ...scenario, budget }, scenario.strategies[0], target);
  for (;;) {
    const step = trials.next();
    if (step.done) return step.value;
  }
}
const view = (trial: Trial) => trial.view as StepView;
const plane: Dimension[] = [real('a', 0, 1), real('b', 0, 1)];
const rough = problem(plane, ([a, b]) => Math.sin(9 * a) + Math.cos(7 * b) + a * b);
const seeds = Array.from({ length: 30 }, (_, i) => i + 1);

/** Every step but the last with what became of it: where the next one starts, and what it says. */
function* judged(trials: readonly Trial[]) {
  for (let i = 1; i + 1 < trials.length; i++) {
    const from = trials.find(({ unit }) => unit.join() === view(trials[i]).from.join())!;
    const accepted = view(trials[i + 1]).from.join() === trials[i].unit.join();
    if (!accepted) expect(view(trials[i + 1]).from).toEqual(view(trials[i]).from);
    yield { step: i, tried: trials[i], from, accepted, why: trials[i + 1].why };
  }
}
const values = (trial: { why: Trial['why'] }) => trial.why.values as Record<string, number>;

describe('Metropolis’ rule', () => {
  it('is exp(−Δ / T) uphill and 1 otherwise', () => {
    expect(metropolis(-1, 0.5)).toBe(1);
    expect(metropolis(0, 0)).toBe(1);
    expect(metropolis(1, 0)).toBe(0);
    expect(metropolis(1, 2)).toBeCloseTo(Math.exp(-0.5), 14);
    expect(metropolis(Infinity, 2)).toBe(0);
  });

  it('decides: downhill always, uphill as often as it says', () => {
    let [uphill, accepted, expected, variance] = [0, 0, 0, 0];
    for (const seed of seeds) {
      for (const { tried, from, accepted: taken, why } of judged(
        run(rough, 150, { cooling: 0.1 }, seed).trials,
      )) {
        if (tried.y! <= from.y!) {
          expect([taken, why.key]).toEqual([true, 'annealing.downhill']);
          continue;
        }
        expect(why.key).toBe(taken ? 'annealing.uphill' : 'annealing.rejected');
        const { probability, temperature } = values({ why });
        expect(probability).toBeCloseTo(Math.exp(-(tried.y! - from.y!) / temperature), 12);
        uphill += 1;
        if (taken) accepted += 1;
        expected += probability;
        variance += probability * (1 - probability);
      }
    }
    expect(uphill).toBeGreaterThan(1000);
    expect(Math.abs(accepted - expected)).toBeLessThan(3.5 * Math.sqrt(variance));
    // Neither hardly ever nor nearly always.
    expect(accepted / uphill).toBeGreaterThan(0.1);
    expect(accepted / uphill).toBeLessThan(0.6);
  });
});

describe('the temperature', () => {
  it('starts where the mean of the first five differences is accepted as asked', () => {
    for (const seed of seeds) {
      for (const acceptance of [0.2, 0.8]) {
        const { trials } = run(rough, 100, { acceptance, cooling: 1 }, seed);
        const deltas = [...judged(trials)].map(({ tried, from }) => Math.abs(tried.y! - from.y!));
        const hot = (count: number) =>
          deltas.slice(0, count).reduce((a, b) => a + b) / count / Math.log(1 / acceptance);
        for (const { step, why } of judged(trials)) {
          if (why.values.temperature === undefined) continue;
          expect(why.values.temperature).toBeCloseTo(hot(Math.min(step, 5)), 10);
        }
      }
    }
  });

  it('falls by the same factor every trial, to `cooling` of the first at the last', () => {
    const [budget, cooling] = [41, 1e-4];
    for (const seed of seeds) {
      const { trials } = run(rough, budget, { cooling }, seed);
      const known = [...judged(trials)].filter(({ why, step }) => step > 5 && why.values.temperature);
      const hot = known.map(
        ({ why, step }) => (why.values.temperature as number) / cooling ** ((step - 1) / (budget - 2)),
      );
      expect(hot.length).toBeGreaterThan(2);
      for (const one of hot) expect(one / hot[0]).toBeCloseTo(1, 10);
    }
    const { trials } = run(rough, budget, { cooling, step: 0.2 });
    // Steps shrink with its square root.
    expect(view(trials[1]).step).toBe(0.2);
    expect(view(trials[budget - 1]).step).toBeCloseTo(0.2 * Math.sqrt(cooling), 14);
    expect(view(trials[21]).step).toBeCloseTo(0.2 * Math.sqrt(Math.sqrt(cooling)), 2);
    const wide = run(rough, budget, { cooling, step: 0.2, narrowing: false });
    for (const trial of wide.trials.slice(1)) expect(view(trial).step).toBe(0.2);
  });

  it('counts only steps that made a difference', () => {
    const terraces = problem(plane, ([a]) => 10 * Math.floor(2 * a));
    let flat = 0;
    for (const seed of seeds) {
      for (const { tried, from, why } of judged(run(terraces, 60, { cooling: 1 }, seed).trials)) {
        if (tried.y === from.y) flat += 1;
        if (why.values.temperature) expect(why.values.temperature).toBeCloseTo(10 / Math.log(2), 10);
      }
    }
    expect(flat).toBeGreaterThan(100);
  });

  it('is nothing while nothing differs: a plateau is walked over', () => {
    const flat = run(
      problem(plane, () => 3),
      30,
    );
    for (const { accepted, why } of judged(flat.trials)) {
      expect([accepted, why.key]).toEqual([true, 'annealing.downhill']);
    }
  });
});

it('neither an added constant nor a positive factor changes anything', () => {
  // Values on a lattice of binary fractions, where shifting and doubling are exact.
  const value = (x: readonly number[]) => Math.round(1024 * rough.value(x)) / 1024;
  const points = (f: Problem['value']) => run({ ...rough, value: f }, 120).trials.map(({ unit }) => unit);
  const honest = points(value);
  expect(points((x) => 64 * value(x))).toEqual(honest);
  expect(points((x) => value(x) / 32 - 100)).toEqual(honest);
  expect(points((x) => value(x) ** 3)).not.toEqual(honest);
});

describe('steps', () => {
  it('are normal in every coordinate, folded back at the faces', () => {
    let [sum, count, outside] = [0, 0, 0];
    for (const seed of seeds) {
      for (const trial of run(rough, 100, { step: 0.1, narrowing: false }, seed).trials.slice(1)) {
        const { from, axis, step } = view(trial);
        expect([axis, step]).toEqual([null, 0.1]);
        for (const [j, u] of trial.unit.entries()) {
          if (from[j] > 0.4 && from[j] < 0.6) {
            sum += (u - from[j]) ** 2;
            count += 1;
          }
          if (u === 0 || u === 1) outside += 1;
        }
      }
    }
    expect(count).toBeGreaterThan(500);
    expect(Math.sqrt(sum / count)).toBeCloseTo(0.1, 1.8);
    expect(outside).toBe(0);
  });

  it('fold like a light ray between two mirrors', () => {
    expect([0.3, -0.3, 1.2, 2.4, -1.7, 1, -1, 0].map(fold)).toEqual(
      [0.3, 0.3, 0.8, 0.4, 0.3, 1, 1, 0].map((u) => expect.closeTo(u, 12)),
    );
    fc.assert(
      fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (u) => {
        expect(fold(u)).toBeGreaterThanOrEqual(0);
        expect(fold(u)).toBeLessThanOrEqual(1);
        expect(fold(u + 2)).toBeCloseTo(fold(u), 9);
      }),
    );
  });

  it('of integers always lead to another value', () => {
    const lattice = [integer('a', 0, 30), integer('b', 2, 2), integer('c', 0, 1)];
    for (const seed of seeds) {
      const { trials } = run(
        problem(lattice, ([a, , c]) => (a - 7) ** 2 + c),
        80,
        { step: 0.01 },
        seed,
      );
      for (const trial of trials.slice(1)) {
        expect(trial.unit).not.toEqual(view(trial).from);
        expect(trial.x[1]).toBe(2);
      }
      expect(trials.at(-1)!.best).toBeLessThanOrEqual(1);
    }
    const single = run(
      problem([integer('n', 4, 4)], () => 1),
      5,
    );
    expect(single.trials.map(({ x }) => x[0])).toEqual([4, 4, 4, 4, 4]);
  });
});

describe('failures', () => {
  it('are never stood on', () => {
    const holes = problem(plane, ([a, b]) => (Math.floor(10 * a) % 2 ? NaN : a + b));
    let failed = 0;
    for (const seed of seeds) {
      const { trials } = run(holes, 60, {}, seed);
      const start = trials.findIndex(({ y }) => y !== null);
      expect(trials.slice(1, start + 1).every(({ why }) => why.key === 'annealing.again')).toBe(true);
      for (const { tried, from, accepted, why } of judged(trials.slice(start))) {
        expect(from.y).not.toBeNull();
        if (tried.y !== null) continue;
        failed += 1;
        expect(accepted).toBe(false);
        expect(why).toMatchObject({ key: 'annealing.rejected', values: { y: '∞', probability: 0 } });
      }
    }
    expect(failed).toBeGreaterThan(100);
  });

  it('everywhere leave a random search for a start', () => {
    const { trials } = run(
      problem(plane, () => NaN),
      20,
    );
    expect(trials.slice(1).every(({ why }) => why.key === 'annealing.again')).toBe(true);
    expect(new Set(trials.map(({ unit }) => unit.join())).size).toBe(20);
  });
});

describe('on test functions', () => {
  const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
  const regret = (objective: object, budget: number, params: object = {}) => {
    const target = problemOf(readScenario({ objective }).scenario);
    return median(
      seeds.map((seed) => run(target, budget, params, seed).trials.at(-1)!.best! - target.optimum.value),
    );
  };

  it('comes close with 200 trials', () => {
    expect(regret({ id: 'branin' }, 200)).toBeLessThan(0.02);
    expect(regret({ id: 'hartmann6' }, 200)).toBeLessThan(0.15);
    expect(regret({ id: 'ackley', params: { shift: 0.17 } }, 200)).toBeLessThan(2);
  });

  it('climbs out of valleys that a cold start is caught in', () => {
    const forrester = { id: 'forrester' };
    expect(regret(forrester, 100, { step: 0.2, acceptance: 0.05 })).toBeGreaterThan(1);
    expect(regret(forrester, 100, { step: 0.2, acceptance: 0.8 })).toBeLessThan(0.01);
  });
});
