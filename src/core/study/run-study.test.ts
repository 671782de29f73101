import { describe, expect, it } from 'vitest';
import { run, runTrials } from '../run.ts';
import { planIndex, planRuns, runAt, shardOf } from './plan.ts';
import { runOne, runScenario } from './run-study.ts';
import { runAll, study } from './testing.ts';
import { FLAG } from './types.ts';

const still = () => 0;

describe('the plan', () => {
  const given = study({
    problems: ['branin', 'forrester'],
    strategies: ['random', 'grid', 'sobol'],
    repeats: 7,
  });
  const runs = planRuns(given);

  it('has every run once, all problems and strategies before any comes again', () => {
    expect(runs).toHaveLength(2 * 3 * 7);
    expect(runs.slice(0, 6).every(({ repeat }) => repeat === 0)).toBe(true);
    runs.forEach((key, place) => expect(planIndex(given, key)).toBe(place));
    expect(runs.map((_, place) => runAt(given, place))).toEqual(runs);
  });

  it.each([1, 2, 3, 4, 6, 12, 41, 42, 50])(
    'falls into %i shards that cover it once, none larger by two',
    (n) => {
      const shards = Array.from({ length: n }, (_, k) => shardOf(runs, k + 1, n));
      expect(shards.flat().sort((a, b) => planIndex(given, a) - planIndex(given, b))).toEqual(runs);
      const sizes = shards.map(({ length }) => length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    },
  );

  it.each([2, 3, 6])('gives each of %i shards its part of every strategy', (n) => {
    const long = planRuns({ ...given, repeats: 60 });
    for (let i = 1; i <= n; i++) {
      const shard = shardOf(long, i, n);
      for (let strategy = 0; strategy < 3; strategy++) {
        const share = shard.filter((key) => key.strategy === strategy).length;
        expect(Math.abs(share - (2 * 60) / n)).toBeLessThanOrEqual(2);
      }
    }
  });

  it.each([
    [0, 2],
    [3, 2],
    [1, 0],
    [1.5, 2],
    [NaN, 2],
  ])('has no shard %d of %d', (i, n) => {
    expect(() => shardOf(runs, i, n)).toThrow(/There is no shard .* expected whole numbers/);
  });
});

describe('runs of one repeat', () => {
  const noise = { kind: 'gaussian', sd: 0.5 };
  const objective = { id: 'branin', params: {} };
  const given = study({
    problems: [
      { name: 'a little', objective, noise },
      { name: 'much', objective, noise: { ...noise, sd: 2 } },
    ],
    strategies: [
      { id: 'random' },
      { id: 'latin-hypercube' },
      { id: 'annealing', name: 'wide', params: { step: 0.4 } },
      { id: 'annealing', name: 'narrow', params: { step: 0.05 } },
    ],
    budget: 12,
    repeats: 2,
  });
  /** What was added to each trial's true value, in standard deviations. */
  const noiseOf = (strategy: number, problem = 0, repeat = 0) => {
    const { y, value } = runOne(given, { problem, strategy, repeat }, still);
    return Array.from(y, (observed, i) => Number(((observed - value[i]) / [0.5, 2][problem]).toFixed(9)));
  };
  it('share the problem, not their noise', () => {
    const [random, latin] = [noiseOf(0), noiseOf(1)];
    expect(random.filter((one, i) => one === latin[i])).toEqual([]);
  });
  it('share noise and random points where they are settings of one strategy', () => {
    expect(noiseOf(2)).toEqual(noiseOf(3));
    const [wide, narrow] = [2, 3].map((strategy) =>
      runOne(given, { problem: 0, strategy, repeat: 0 }, still),
    );
    expect(wide.value[0]).toBe(narrow.value[0]);
    expect([...wide.value]).not.toEqual([...narrow.value]);
  });
  it('share both between problems of one objective, and nothing between repeats', () => {
    expect(noiseOf(0, 0)).toEqual(noiseOf(0, 1));
    const points = (problem: number, repeat: number) => [
      ...runOne(given, { problem, strategy: 0, repeat }, still).value,
    ];
    expect(points(0, 0)).toEqual(points(1, 0));
    expect(points(0, 0).filter((one) => points(0, 1).includes(one))).toEqual([]);
  });
});

describe('one run', () => {
  it('is what the Lab shows for its scenario', () => {
    const given = study({
      problems: [{ id: 'face-detector', noise: 0.05 }],
      strategies: ['binary'],
      budget: 12,
      repeats: 3,
    });
    const key = { problem: 0, strategy: 0, repeat: 2 };
    const made = runOne(given, key, still);
    const { trials, unused } = run(runScenario(given, key)).traces[0];
    expect(runScenario(given, key).repeat).toBe(2);
    expect([...made.y]).toEqual(trials.map(({ y }) => y ?? NaN));
    expect([...made.value]).toEqual(trials.map(({ trueValue }) => trueValue ?? NaN));
    expect([...made.best]).toEqual(trials.map(({ best }) => best ?? NaN));
    expect([...made.batch]).toEqual(trials.map(({ batch }) => batch));
    expect(made.unused).toBe(unused);
    const marked = (flag: number) => [...made.flags].map((flags) => (flags & flag) > 0);
    expect(marked(FLAG.infeasible)).toEqual(trials.map(({ feasible, y }) => !feasible && y !== null));
    expect(marked(FLAG.infeasible)).toContain(true);
    // What binary search says of it in words: not of the probe that it could use again.
    expect(marked(FLAG.secondProbe)).toEqual(trials.map(({ why }) => why.key === 'binary.second-probe'));
    expect(marked(FLAG.secondProbe)).toContain(true);
  });

  it('differs between repeats and seeds, and is the same again', () => {
    const given = study({ ...{ problems: ['branin'], strategies: ['random'] } });
    const [first, second] = runAll(given);
    expect(first.y).not.toEqual(second.y);
    expect(runAll({ ...given, seed: 2 })[0].y).not.toEqual(first.y);
    expect(runAll(given)).toEqual([first, second]);
  });

  it('marks values that were tried before', () => {
    const given = study({ problems: ['knn-cancer'], strategies: ['random'], budget: 120, repeats: 1 });
    const [made] = runAll(given);
    const scenario = runScenario(given, made);
    const seen: string[] = [];
    const expected = [...runTrials(scenario, scenario.strategies[0])].map(({ x }) => {
      seen.push(String(x));
      return seen.indexOf(String(x)) < seen.length - 1;
    });
    expect(expected).toContain(true);
    expect([...made.flags].map((flags) => (flags & FLAG.repeated) > 0)).toEqual(expected);
  });

  it.each([
    ['random', 0],
    ['binary', 0],
    ['k-section', 0],
    ['babysit', 1],
    ['annealing', 1],
    ['nelder-mead', 3],
    ['bayes', 6],
    ['batch-bayes', 6],
    ['cma-es', 6],
    ['tpe', 10],
  ])('marks the start of %s on a plane: %i trials', (id, start) => {
    const given = study({ problems: ['branin'], strategies: [id], repeats: 1, budget: 60 });
    const [{ flags }] = runAll(given);
    expect([...flags].map((bits) => (bits & FLAG.initial) > 0)).toEqual(
      Array.from(flags, (_, i) => i < start),
    );
  });

  it('marks no more than the budget where it ends within a batch', () => {
    const given = study({ problems: ['branin'], strategies: ['cma-es'], repeats: 1, budget: 4 });
    const [{ flags }] = runAll(given);
    expect([...flags]).toEqual([8, 8, 8, 8]);
  });

  it('counts the time in the strategy, not in the objective', () => {
    const given = study({ problems: ['branin'], strategies: ['random'], budget: 8 });
    let ticks = 0;
    const made = runOne(given, { problem: 0, strategy: 0, repeat: 0 }, () => ticks++);
    // Eight questions and the one that is left unasked when the budget is spent, one tick each.
    expect(made.thinkingSeconds).toBe(9);
    expect(ticks).toBe(18);
  });
});
