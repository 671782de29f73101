/** What a repeat of a study is of a problem: hundreds of instances of everything in the registry, held against what is promised. */
import { describe, expect, it } from 'vitest';
import { objectives } from '../objectives/index.ts';
import { problemOf } from '../run.ts';
import type { Dimension } from '../space.ts';
import { strategies } from '../strategies/index.ts';
import type { Problem } from '../types.ts';
import { FARTHEST, instanceOf, optimaOf } from './instances.ts';
import { runOne, runScenario } from './run-study.ts';
import { Accumulator, regretSummary, winMatrix } from './statistics/index.ts';
import { runAll, study } from './testing.ts';

const REPEATS = 500;
const movedStudy = (problem: unknown, more: object = {}) =>
  study({ problems: [problem], strategies: ['random'], repeats: REPEATS, instances: 'moved', ...more });

/** Share of the range, in its scale, that an end has moved by. */
function movedBy({ scale, lo, hi }: Dimension, end: number, from: number): number {
  const [a, b, x] = scale === 'log' ? [lo, hi, end].map(Math.log) : [lo, hi, end];
  return Math.abs((x - (from === lo ? a : b)) / (b - a));
}

function expectInside(whole: Problem, part: Problem): void {
  for (const [i, dimension] of whole.space.dimensions.entries()) {
    const { lo, hi, folklore } = part.space.dimensions[i];
    expect(lo).toBeLessThan(hi);
    expect(lo).toBeGreaterThanOrEqual(dimension.lo);
    expect(hi).toBeLessThanOrEqual(dimension.hi);
    expect(movedBy(dimension, lo, dimension.lo)).toBeLessThanOrEqual(FARTHEST + 1e-9);
    expect(movedBy(dimension, hi, dimension.hi)).toBeLessThanOrEqual(FARTHEST + 1e-9);
    if (folklore !== undefined) expect(folklore >= lo && folklore <= hi).toBe(true);
    if (dimension.kind === 'integer') expect([lo, hi].every(Number.isInteger)).toBe(true);
    const levels = whole.measuredAt?.[i];
    if (levels) {
      expect(lo === dimension.lo || levels.includes(lo)).toBe(true);
      expect(hi === dimension.hi || levels.includes(hi)).toBe(true);
    }
    if (whole.optimum.free?.includes(i)) continue;
    for (const x of part.optimum.at) expect(x[i] >= lo && x[i] <= hi).toBe(true);
    const { region } = part.optimum;
    if (region) expect(region.lo[i] >= lo && region.hi[i] <= hi).toBe(true);
  }
}

/** Of all kinds of ranges: whole, logarithmic, with a flat bottom, with the minimum at an end or a corner. */
const OWN = [
  ['x integer 1 60', '(x - 3)^2'],
  ['x integer 1 7', 'abs(x - 7)'],
  ['x log 1e-6 1', '(log10(x) + 2)^2'],
  ['x -2 2; y 0 1', 'max(0, abs(x) - 0.5) + y'],
  ['x 0 1; y log 1 1e9', 'x + 0*y'],
  ['', 'x1 + x2 + x3'],
].map(([space, formula]) => ({ id: 'formula', params: { formula, space }, name: formula }));
const MORE = [
  ...OWN,
  ...[2, 5, 7, 9, 16, 21].map((f) => ({ id: 'bbob', params: { function: `f${f}` }, name: `bbob-f${f}` })),
  { id: 'embed', params: { hidden: 'hartmann6', dimension: 12 }, name: 'hartmann6-in-12d' },
  { id: 'double-well', params: { tilt: 0 }, name: 'two equal wells' },
  { id: 'morph', params: { valley: 1.2 }, name: 'morph with a deeper valley' },
  { id: 'face-detector', params: { recall: 0.955 }, name: 'face-detector at its strictest' },
];

/** Of each of two seeds. */
const INSTANCES = 200;

describe('hundreds of instances', () => {
  const every = [...objectives.map(({ id }) => ({ id, name: id })), ...MORE];
  it.each(every.map((entry) => [entry.name, entry] as const))(
    'of %s keep the minimum, and move no end by more than a tenth',
    (_, entry) => {
      const differ = new Set<string>();
      for (const seed of [1, 2]) {
        const given = movedStudy(entry, { seed });
        const whole = problemOf(given.problems[0]);
        const optimumOf = optimaOf(given);
        for (let repeat = 0; repeat < INSTANCES; repeat++) {
          const instance = instanceOf(given, { problem: 0, repeat });
          differ.add(JSON.stringify(instance));
          // BBOB draws rotations and peaks: forty say as much.
          if (instance.objective.id === 'bbob' && repeat % 10 > 0) continue;
          const part = problemOf(instance);
          const { at, value, tolerance } = part.optimum;
          expect(optimumOf({ problem: 0, repeat })).toBe(value);
          for (const x of at) {
            expect(Math.abs(part.value(x) - value)).toBeLessThanOrEqual(tolerance);
            expect(part.feasible?.(x) ?? true).toBe(true);
          }
          expectInside(instance.box ? whole : problemOf({ objective: instance.objective }), part);
        }
      }
      // A range of few values has no whole step within a tenth, or few.
      const few = ['abs(x - 7)', 'gbr-diabetes', 'mlp-learning-rate', 'mlp-dropout'];
      expect(differ.size).toBeGreaterThan(few.includes(entry.name) ? 0 : 17);
    },
    60_000,
  );

  it('move ends anywhere in a tenth, whether or not the minimiser is near', () => {
    const given = movedStudy('forrester');
    const boxes = Array.from(
      { length: REPEATS },
      (_, repeat) => instanceOf(given, { problem: 0, repeat }).box!,
    );
    const mean = (values: number[]) => values.reduce((a, b) => a + b) / values.length;
    // Uniform on [0, 0.1]: the mean of 500 is within 0.006 of 0.05 (4 standard errors).
    expect(Math.abs(mean(boxes.map(({ lo }) => lo[0])) - 0.05)).toBeLessThan(0.006);
    expect(Math.abs(mean(boxes.map(({ hi }) => 1 - hi[0])) - 0.05)).toBeLessThan(0.006);
    // 1/60 of the range to the minimiser at 3, which is two steps: 1, 2, 3 come equally often.
    const whole = movedStudy(OWN[0]);
    const lows = Array.from(
      { length: REPEATS },
      (_, repeat) => instanceOf(whole, { problem: 0, repeat }).box?.lo[0] ?? 1,
    );
    for (const low of [1, 2, 3]) {
      const share = lows.filter((x) => x === low).length / REPEATS;
      expect(Math.abs(share - 1 / 3)).toBeLessThan(0.09);
    }
  });

  it('do not leave a minimiser at an end that moves: where it is near, the end stays on this side of it', () => {
    const given = movedStudy({ id: 'formula', params: { formula: '(x - 0.02)^2' } });
    const lows = Array.from(
      { length: REPEATS },
      (_, repeat) => instanceOf(given, { problem: 0, repeat }).box!.lo[0],
    );
    expect(Math.max(...lows)).toBeLessThanOrEqual(0.02);
    expect(new Set(lows).size).toBeGreaterThan(50);
    expect(lows.filter((low) => low > 0.0199).length).toBeLessThan(REPEATS / 20);
  });
});

describe('an instance', () => {
  const problems = [
    'branin',
    'quadratic',
    { id: 'bbob', params: { function: 'f15', dimension: 3 } },
    'svc-digits',
  ];

  it('is the same for all strategies of a repeat, whichever take part, in whatever order', () => {
    const all = study({
      problems,
      strategies: strategies.map(({ id, waits }) => (waits ? { id, params: { then: 'random' } } : id)),
      instances: 'moved',
      repeats: 4,
    });
    const one = study({ problems, strategies: ['random'], instances: 'moved', repeats: 9 });
    for (let problem = 0; problem < problems.length; problem++)
      for (let repeat = 0; repeat < 4; repeat++) {
        const { objective, box } = runScenario(one, { problem, strategy: 0, repeat });
        for (let strategy = 0; strategy < all.strategies.length; strategy++) {
          const scenario = runScenario(all, { problem, strategy, repeat });
          expect([scenario.objective, scenario.box]).toEqual([objective, box]);
        }
      }
  });

  it('differs from repeat to repeat, and with the seed', () => {
    const of = (seed: number, repeat: number) =>
      problems.map((_, problem) =>
        JSON.stringify(
          instanceOf(study({ problems, strategies: ['random'], instances: 'moved', repeats: 9, seed }), {
            problem,
            repeat,
          }),
        ),
      );
    for (const [i, text] of of(1, 0).entries()) {
      expect(of(1, 1)[i]).not.toBe(text);
      // COCO’s instances are taken in turn: their numbers are what they are compared by.
      if (i !== 2) expect(of(2, 0)[i]).not.toBe(text);
    }
  });

  it('leaves levels that were set by hand where they are', () => {
    const levels = [[-4.9, 0, 9.99], [7]];
    const given = movedStudy('branin', { strategies: ['random', { id: 'grid', params: { levels } }] });
    const whole = movedStudy('branin');
    for (let repeat = 0; repeat < REPEATS; repeat++) {
      const { lo, hi } = instanceOf(given, { problem: 0, repeat }).box!;
      expect(lo[0]).toBeLessThanOrEqual(-4.9);
      expect(hi[0]).toBeGreaterThanOrEqual(9.99);
      // What one range allows changes no other.
      const { box } = instanceOf(whole, { problem: 0, repeat });
      expect([lo[1], hi[1]]).toEqual([box!.lo[1], box!.hi[1]]);
      runOne({ ...given, budget: 3 }, { problem: 0, strategy: 1, repeat }, () => 0);
    }
  });

  it('is the problem as it stands where instances are fixed', () => {
    const given = study({ problems: ['branin'], strategies: ['random'], instances: 'fixed' });
    for (const repeat of [0, 7])
      expect(instanceOf(given, { problem: 0, repeat })).toEqual({ objective: given.problems[0].objective });
    expect('box' in runScenario(given, { problem: 0, strategy: 0, repeat: 1 })).toBe(false);
  });
});

describe('one box is an anecdote', () => {
  const medians = (problem: string, budget: number, instances: string) => {
    const given = study({
      problems: [problem],
      strategies: ['grid', 'random'],
      repeats: 60,
      budget,
      instances,
    });
    const results = new Accumulator(given);
    for (const record of runAll(given)) results.add(record);
    const [[, grid]] = winMatrix(results, { trial: budget });
    return { grid: regretSummary(results, 0, 0).median, share: grid!.share, fixed: grid!.fixed };
  };

  it.each([
    ['ackley', 25],
    ['rastrigin', 25],
    ['griewank', 25],
  ])('a grid hits the middle of %s, which says nothing about grids', (problem, budget) => {
    const fixed = medians(problem, budget, 'fixed');
    expect(fixed).toMatchObject({ grid: 1e-12, share: 1 });
    const moved = medians(problem, budget, 'moved');
    expect(moved.grid).toBeGreaterThan(1);
    // Five levels a hyperparameter are as good as points at random.
    expect(Math.abs(moved.share - 0.5)).toBeLessThan(0.2);
  });

  it('a level of the grid happens to stand beside the minimum of the parabola', () => {
    const fixed = medians('quadratic', 20, 'fixed');
    const moved = medians('quadratic', 20, 'moved');
    expect(fixed.share).toBeGreaterThan(0.9);
    expect(moved.share).toBeLessThan(0.75);
    // 20 levels: on average the nearest is a quarter of 1/19 away, 4 (1/76)² = 7e-4 in value.
    expect(fixed.grid).toBeLessThan(1e-4);
    expect(moved.grid).toBeGreaterThan(2e-4);
  });
});

describe('regret', () => {
  it('is counted from the minimum of the instance, which differs among COCO’s', () => {
    const given = movedStudy(
      { id: 'bbob', params: { function: 'f1' } },
      { strategies: ['random', 'nelder-mead'], budget: 60, repeats: 8 },
    );
    const optimumOf = optimaOf(given);
    const optima = Array.from({ length: 8 }, (_, repeat) => optimumOf({ problem: 0, repeat }));
    expect(new Set(optima).size).toBe(8);
    for (const { best, repeat, strategy } of runAll(given)) {
      const regret = best.at(-1)! - optima[repeat];
      expect(regret).toBeGreaterThanOrEqual(-1e-9);
      // Another instance’s minimum would be off by tens or hundreds.
      if (strategy === 1) expect(regret).toBeLessThan(1);
    }
  });
});
