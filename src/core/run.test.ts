import { describe, expect, it } from 'vitest';
import { problemOf, run, runTrials } from './run.ts';
import { DEFAULT_STRATEGIES, defaultScenario, readScenario } from './scenario.ts';
import { stream } from './rng.ts';
import { integer, real } from './space.ts';
import { problem } from './testing.ts';
import {
  say,
  type Outcome,
  type Problem,
  type Proposal,
  type Scenario,
  type Search,
  type Strategy,
  type Trace,
  type Trial,
} from './types.ts';

function finish(scenario: Scenario, target: Problem, id = scenario.strategies[0].id): Trace {
  const trials = runTrials(scenario, { id, params: {} }, target);
  for (;;) {
    const step = trials.next();
    if (step.done) return step.value;
  }
}
const budgetOf = (budget: number, more: object = {}) =>
  readScenario({ budget, strategies: ['random'], ...more }).scenario;
const bowl = problem([real('x', -2, 2), integer('n', 1, 5)], ([x, n]) => x ** 2 + n);

describe('the run loop', () => {
  it('yields each trial as it happens and returns them all', () => {
    const trials = runTrials(budgetOf(3), { id: 'random', params: {} }, bowl);
    const seen = [trials.next().value, trials.next().value, trials.next().value];
    const end = trials.next();
    expect(end.done).toBe(true);
    expect(end.value).toMatchObject({ strategy: { id: 'random' }, trials: seen, unused: 0 });
  });

  it('evaluates values that were chosen as such, and puts them where they are', () => {
    const asking = (proposal: Pick<Proposal, 'unit' | 'x'>): Strategy => ({
      id: 'asking',
      params: {},
      source: '–',
      *search() {
        yield { ...proposal, why: say('x') };
      },
    });
    const first = (proposal: Pick<Proposal, 'unit' | 'x'>) =>
      runTrials(budgetOf(1), { id: 'asking', params: {} }, bowl, asking(proposal)).next().value as Trial;
    expect(first({ unit: [0.55, 0.5], x: [0.2, 3] })).toMatchObject({ x: [0.2, 3], unit: [0.55, 0.5] });
    // Within rounding of the coordinate it is put where the value is.
    expect(first({ unit: [0.55 + 1e-12, 0.5], x: [0.2, 3] }).unit).toEqual([0.55, 0.5]);
    for (const x of [[0.3, 3], [0.2, 4], [0.2, 2.6], [0.2], [NaN, 3], [3, 3]]) {
      expect(() => first({ unit: [0.55, 0.5], x }), String(x)).toThrow(/asked for the values/);
    }
  });

  it('keeps the best true value, and the incumbent by what was observed', () => {
    const { trials } = finish(budgetOf(40, { noise: 3 }), bowl);
    let [best, incumbent] = [Infinity, 0];
    let differ = 0;
    for (const [i, trial] of trials.entries()) {
      expect(trial.index).toBe(i);
      expect(trial.trueValue).toBe(bowl.value(trial.x));
      best = Math.min(best, trial.trueValue!);
      if (trial.y! < trials[incumbent].y!) incumbent = i;
      expect([trial.best, trial.incumbent]).toEqual([best, incumbent]);
      if (trials[incumbent].trueValue !== best) differ += 1;
    }
    // With this much noise the two are not the same thing.
    expect(differ).toBeGreaterThan(0);
  });

  it('deploys only what is feasible', () => {
    const half = { ...bowl, feasible: ([x]: readonly number[]) => x > 0 };
    const { trials } = finish(budgetOf(30), half);
    let best: number | null = null;
    for (const trial of trials) {
      expect(trial.feasible).toBe(trial.x[0] > 0);
      if (trial.feasible) best = Math.min(best ?? Infinity, trial.trueValue!);
      expect(trial.best).toBe(best);
      if (trial.incumbent >= 0) expect(trials[trial.incumbent].feasible).toBe(true);
    }
    expect(trials.some(({ feasible }) => !feasible)).toBe(true);
  });

  it('says where it was: whole numbers, and the unit point of the value that was evaluated', () => {
    for (const { x, unit } of finish(budgetOf(30), bowl).trials) {
      expect(Number.isInteger(x[1])).toBe(true);
      expect(unit[1]).toBe((x[1] - 0.5) / 5);
      expect(x[0]).toBe(-2 + 4 * unit[0]);
    }
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('CUDA out of memory');
      },
      'CUDA out of memory',
    ],
    ['returns NaN', () => NaN, 'the objective returned NaN'],
    ['returns infinity', () => -Infinity, 'the objective returned -Infinity'],
  ])('goes on where the objective %s', (_, fail, failure) => {
    const flaky = problem([real('x', 0, 1)], ([x]) => (x < 0.5 ? fail() : x));
    const { trials } = finish(budgetOf(40), flaky);
    const failed = trials.filter((trial) => trial.failure !== undefined);
    expect(trials).toHaveLength(40);
    expect(failed.length).toBeGreaterThan(5);
    for (const trial of trials) {
      if (trial.x[0] < 0.5)
        expect(trial).toMatchObject({ y: null, trueValue: null, feasible: false, failure });
      else expect(trial.failure).toBeUndefined();
      expect(trial.best === null || trial.best >= 0.5).toBe(true);
    }
  });

  it('adds noise of the stated spread, from a stream of the noise’s own', () => {
    const flat = problem([real('x', 0, 1)], () => 5);
    const { trials } = finish(budgetOf(500, { noise: 2, seed: 9 }), flat);
    const noise = trials.map(({ y, trueValue }) => y! - trueValue!);
    const sd = Math.sqrt(noise.reduce((sum, e) => sum + e * e, 0) / noise.length);
    // Standard error of a standard deviation: sd / √(2n) = 0.063.
    expect(Math.abs(sd - 2)).toBeLessThan(0.2);
    const own = stream(9, 'random', 'forrester', 0, 'noise');
    for (const e of noise) expect(e).toBeCloseTo(2 * own.normal(), 12);
  });

  it('adds noise in proportion to the true value, its sign apart; none where it is 0', () => {
    const scenario: Scenario = { ...budgetOf(300, { seed: 9 }), noise: { kind: 'proportional', sd: 0.2 } };
    const target = problem([real('x', 0, 1)], ([x]) => (x < 0.2 ? 0 : 10 * (x - 0.6)));
    const { trials } = finish(scenario, target);
    const own = stream(9, 'random', 'forrester', 0, 'noise');
    for (const { y, trueValue } of trials) {
      expect(y).toBeCloseTo(trueValue! + 0.2 * Math.abs(trueValue!) * own.normal(), 12);
      if (trueValue === 0) expect(y).toBe(0);
    }
    expect(trials.some(({ trueValue }) => trueValue === 0)).toBe(true);
    expect(trials.some(({ trueValue }) => trueValue! < -1)).toBe(true);
  });

  it('draws the measured noise where the scenario says so', () => {
    const target = { ...bowl, measuredNoise: () => 7 };
    const scenario = { ...budgetOf(3), noise: { kind: 'measured' } as const };
    for (const { y, trueValue } of finish(scenario, target).trials) expect(y).toBe(trueValue! + 7);
    for (const { y, trueValue } of finish(budgetOf(3), target).trials) expect(y).toBe(trueValue);
  });
});

describe('a strategy of one’s own', () => {
  const line = problem([real('x', 0, 1)], ([x]) => x);
  const point = (u: number): Proposal => ({ unit: [u], why: say('own.point') });
  const finishOwn = (search: Strategy['search'], budget: number): Trace => {
    const strategy: Strategy = { id: 'own', params: {}, source: 'this test', search };
    const trials = runTrials(budgetOf(budget), { id: 'own', params: {} }, line, strategy);
    for (;;) {
      const step = trials.next();
      if (step.done) return step.value;
    }
  };

  it('may ask in batches; the last is cut by the budget, and it hears of what was evaluated only', () => {
    const heard: number[] = [];
    const trace = finishOwn(function* () {
      for (;;) heard.push((yield [point(0.1), point(0.2), point(0.3)]).length);
    }, 7);
    expect(trace.trials.map(({ batch }) => batch)).toEqual([0, 0, 0, 1, 1, 1, 2]);
    expect(trace.trials.map(({ x }) => x[0])).toEqual([0.1, 0.2, 0.3, 0.1, 0.2, 0.3, 0.1]);
    expect(heard).toEqual([3, 3, 1]);
  });

  it('sees the last observation and may close with it, but gets no further trial', () => {
    const closing = finishOwn(function* (): Search {
      const [{ y }] = yield point(0.25);
      return { why: say('own.end', { y }) };
    }, 1);
    expect(closing.closing).toEqual({ why: { key: 'own.end', values: { y: 0.25 } } });
    const greedy = finishOwn(function* () {
      for (;;) yield point(0.25);
    }, 2);
    expect([greedy.trials.length, greedy.unused, greedy.closing]).toEqual([2, 0, undefined]);
  });

  it('may stop early: the rest of the budget is unused', () => {
    const trace = finishOwn(function* () {
      yield point(0.5);
    }, 5);
    expect([trace.trials.length, trace.unused]).toEqual([1, 4]);
  });

  it('keeps only the beginning of a long failure', () => {
    const target = problem([real('x', 0, 1)], () => {
      throw new Error('trace '.repeat(100_000));
    });
    const [{ failure }] = finish(budgetOf(1), target).trials;
    expect(failure).toMatch(/^trace trace .*…$/);
    expect(failure!.length).toBeLessThan(2000);
  });

  it('counts an observation that noise has made infinite as failed', () => {
    const target = problem([real('x', 0, 1)], () => 1.7e308);
    const scenario = { ...budgetOf(40), noise: { kind: 'gaussian' as const, sd: 1e308 } };
    const { trials } = finish(scenario, target);
    const failed = trials.filter(({ failure }) => failure !== undefined);
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.length).toBeLessThan(40);
    for (const { y, trueValue, failure } of failed) {
      expect([y, trueValue, failure]).toEqual([null, null, 'the noise made the observation Infinity']);
    }
  });

  it('does not let an objective change what the trace keeps', () => {
    const target = problem([real('x', 0, 1)], (x) => ((x as number[])[0] = 7));
    for (const { x, unit } of finish(budgetOf(5), target).trials) expect(x).toEqual(unit);
  });

  it('hears of a failure as infinitely bad', () => {
    const outcomes: Outcome[] = [];
    const strategy: Strategy = {
      id: 'own',
      params: {},
      source: 'this test',
      *search() {
        outcomes.push(...(yield point(0.5)));
      },
    };
    const failing = problem([real('x', 0, 1)], () => NaN);
    const trials = runTrials(budgetOf(1), { id: 'own', params: {} }, failing, strategy);
    expect([...trials]).toHaveLength(1);
    expect(outcomes).toEqual([{ unit: [0.5], y: Infinity, failed: true, feasible: false }]);
  });

  it.each<[string, Proposal[], RegExp]>([
    ['outside the cube', [point(1.01)], /own asked for \[1\.01\], which is not in the unit cube/],
    ['that is not a number', [point(NaN)], /not in the unit cube/],
    ['of another dimension', [{ ...point(0), unit: [0, 0] }], /not in the unit cube/],
    ['that is none', [], /empty batch/],
  ])('breaks its contract with a point %s', (_, batch, message) => {
    const search = function* (): Search {
      yield batch;
    };
    expect(() => finishOwn(search, 3)).toThrow(message);
  });
});

describe('luck', () => {
  const scenario = { ...defaultScenario(), budget: 8, noise: { kind: 'gaussian', sd: 0.3 } as const };
  const traces = run(scenario).traces;

  it('of a strategy does not depend on who else runs', () => {
    for (const [i, choice] of scenario.strategies.entries()) {
      expect(run({ ...scenario, strategies: [choice] }).traces[0]).toEqual(traces[i]);
    }
    const backwards = run({ ...scenario, strategies: scenario.strategies.toReversed() }).traces;
    expect(backwards.toReversed()).toEqual(traces);
  });

  it('is another for another seed, repeat or objective', () => {
    const draws = (more: Partial<Scenario>) =>
      run({ ...scenario, strategies: [{ id: 'random', params: {} }], ...more }).traces[0].trials.map(
        ({ unit }) => unit,
      );
    const variants = [
      draws({}),
      draws({ seed: 2 }),
      draws({ repeat: 1 }),
      draws({ objective: { id: 'quadratic', params: {} } }),
    ];
    expect(new Set(variants.map(String)).size).toBe(variants.length);
  });
});

describe('random search', () => {
  it.each([1, 2, 6])(
    'reaches the best 5 percent of the volume in 60 trials in 95.4 percent of seeds, in %i-D',
    (dim) => {
      // max(x) < 0.05^(1/d) fills 5% of the cube.
      const dimensions = Array.from({ length: dim }, (_, i) => real(`x${i}`, 0, 1));
      const target = problem(dimensions, (x) => Math.max(...x) ** dim);
      const seeds = 2000;
      let reached = 0;
      for (let seed = 0; seed < seeds; seed++) {
        if (finish(budgetOf(60, { seed }), target).trials.at(-1)!.best! < 0.05) reached += 1;
      }
      const p = 1 - 0.95 ** 60;
      // 99.9% of binomial counts lie within 3.29 standard deviations.
      expect(Math.abs(reached - seeds * p)).toBeLessThan(3.29 * Math.sqrt(seeds * p * (1 - p)));
    },
  );
});

it('a scenario whose settings are left out runs with the defaults', () => {
  const bare = {
    ...defaultScenario(),
    budget: 6,
    strategies: DEFAULT_STRATEGIES.map((id) => ({ id, params: {} })),
  };
  const full = { ...defaultScenario(), budget: 6 };
  expect(run(bare).traces.map(({ trials }) => trials)).toEqual(run(full).traces.map(({ trials }) => trials));
  expect(() => problemOf({ objective: { id: 'x', params: {} } })).toThrow(/Unknown objective “x”; known: /);
});
