import { describe, expect, it } from 'vitest';
import { objectives } from '../objectives/index.ts';
import { problemOf, run, runTrials } from '../run.ts';
import { readScenario } from '../scenario.ts';
import { integer, log, real, type Dimension } from '../space.ts';
import { problem } from '../testing.ts';
import type { StepView, Trace, Trial } from '../types.ts';

const knobs: Dimension[] = [
  { ...real('dropout', 0, 1), folklore: 0.5 },
  { ...log('rate', 1e-5, 1e-1), folklore: 1e-3 },
];
const valley = problem(knobs, ([a, b]) => (a - 0.2) ** 2 + (Math.log10(b) + 4) ** 2 / 16);

function search(target: typeof valley, budget: number, params: object = {}, seed = 1): Trace {
  const { scenario, notices } = readScenario({ budget, seed, strategies: [{ id: 'babysit', params }] });
  expect(notices).toEqual([]);
  const trials = runTrials(scenario, scenario.strategies[0], target);
  for (;;) {
    const step = trials.next();
    if (step.done) return step.value;
  }
}
const step = ({ view }: Trial) => view as StepView;
const seeds = Array.from({ length: 40 }, (_, i) => i);

it('with all the experience there is starts at the folklore value as it is written, and keeps it while another knob moves', () => {
  for (const seed of seeds) {
    const { trials } = search(valley, 12, { experience: 1 }, seed);
    expect(trials[0].x).toEqual([0.5, 1e-3]);
    for (const { x, unit } of trials) {
      if (unit[0] === trials[0].unit[0]) expect(x[0]).toBe(0.5);
      if (unit[1] === trials[0].unit[1]) expect(x[1]).toBe(1e-3);
    }
  }
});

describe('one knob at a time', () => {
  it('is changed, from the best point since the last jump', () => {
    for (const seed of seeds) {
      let here: Trial | undefined;
      for (const trial of search(valley, 40, {}, seed).trials) {
        if (step(trial)?.axis == null) {
          here = trial;
          continue;
        }
        const { from, axis } = step(trial);
        expect(from).toEqual(here!.unit);
        expect(trial.unit.filter((u, i) => u !== from[i])).toHaveLength(1);
        expect(trial.unit[axis!]).not.toBe(from[axis!]);
        expect(trial.why.values.y).toBe(here!.y);
        if (trial.y! < here!.y!) here = trial;
      }
    }
  });

  it('goes on as long as it helps, turns back when it does not, and halves the step after both', () => {
    const seen = new Set<string>();
    for (const seed of seeds) {
      const { trials } = search(valley, 40, { step: 0.1 }, seed);
      for (let i = 1; i < trials.length; i++) {
        const [before, now] = [trials[i - 1], trials[i]];
        seen.add(now.why.key);
        const move = (trial: Trial) =>
          Math.sign(trial.unit[step(trial).axis!] - step(trial).from[step(trial).axis!]);
        if (now.why.key === 'babysit.further') {
          expect(before.y).toBe(now.why.values.y);
          expect(move(now)).toBe(move(before));
        }
        if (now.why.key === 'babysit.turn') {
          expect(now.why.values.failed).toBe(before.y);
          expect(before.y!).toBeGreaterThanOrEqual(now.why.values.y as number);
          expect(step(now).axis).toBe(step(before).axis);
          expect(move(now)).toBe(-move(before));
          expect(step(now).step).toBe(step(before).step);
        }
        if (now.why.key === 'babysit.smaller') expect(step(now).step).toBeLessThan(0.1);
        if (now.why.key === 'babysit.try') expect(step(now).step).toBe(0.1);
      }
    }
    expect([...seen].sort()).toEqual([
      'babysit.further',
      'babysit.jump',
      'babysit.known',
      'babysit.smaller',
      'babysit.try',
      'babysit.turn',
    ]);
  });

  it('finds the valley of knobs that do not interact', () => {
    for (const seed of seeds) expect(search(valley, 60, {}, seed).trials.at(-1)!.best).toBeLessThan(0.01);
  });
});

describe('being stuck', () => {
  const flat = problem(knobs, () => 1);

  it('ends in a jump after `patience` rounds without progress, with fresh steps', () => {
    for (const patience of [1, 2, 3]) {
      const { trials } = search(flat, 60, { patience, experience: 0.3 });
      const jump = trials.findIndex(({ why }) => why.key === 'babysit.jump');
      // Two knobs, two directions; at an end of its range a knob has only one.
      expect(jump).toBeLessThanOrEqual(1 + 4 * patience);
      expect(jump).toBeGreaterThanOrEqual(1 + 2 * patience);
      expect(trials[jump].why.values.failures).toBe(jump - 1);
      expect(step(trials[jump]).axis).toBeNull();
      expect(trials[jump + 1].why.key).toBe('babysit.try');
    }
  });

  it('ends in jumps, too, where every evaluation fails, or no knob can move', () => {
    const failing = search(
      problem(knobs, () => NaN),
      40,
    );
    expect(failing.trials).toHaveLength(40);
    expect(failing.trials[1].why.values.y).toBe('∞');
    const single = search(
      problem([integer('n', 4, 4)], () => 1),
      10,
    );
    expect(single.trials.map(({ x }) => x[0])).toEqual([4]);
    expect(single.closing?.why).toEqual({ key: 'babysit.exhausted', values: { tried: 1 } });
  });
});

/** Pairs of trials that a person would call the same: no knob further apart than a hundredth of the first step. */
function repeats(trace: Trace, dimensions: readonly Dimension[], firstStep: number): string[] {
  const alike = (a: Trial, b: Trial) =>
    dimensions.every(({ kind }, axis) =>
      kind === 'integer' ? a.x[axis] === b.x[axis] : Math.abs(a.unit[axis] - b.unit[axis]) <= firstStep / 100,
    );
  return trace.trials.flatMap((b, i) =>
    trace.trials.slice(0, i).flatMap((a) => (alike(a, b) ? [`${a.index + 1} and ${b.index + 1}`] : [])),
  );
}

describe('what has been tried', () => {
  it('is not tried again in the default scenario', () => {
    const { scenario } = readScenario({ budget: 30, strategies: ['babysit'] });
    const [trace] = run(scenario).traces;
    expect(scenario.objective.id).toBe('forrester');
    expect(repeats(trace, problemOf(scenario).space.dimensions, 0.2)).toEqual([]);
    // As they are read on screen, too.
    expect(new Set(trace.trials.map(({ x }) => x[0].toPrecision(3))).size).toBe(30);
  });

  it.each(objectives.map(({ id }) => id))(
    'is not tried again on %s, with any experience, step or noise',
    (id) => {
      for (const seed of [1, 2, 3, 4]) {
        for (const params of [
          {},
          { experience: 0 },
          { experience: 1 },
          { step: 0.5, patience: 1 },
          { step: 0.03 },
        ]) {
          for (const noise of ['none', 0.1]) {
            const { scenario } = readScenario({
              objective: id,
              noise,
              budget: 60,
              seed,
              strategies: [{ id: 'babysit', params }],
            });
            const { dimensions } = problemOf(scenario).space;
            const [trace] = run(scenario).traces;
            expect(repeats(trace, dimensions, 'step' in params ? params.step! : 0.2)).toEqual([]);
          }
        }
      }
    },
  );

  it('is looked at more closely once no gap is left, and never again to the last digit', () => {
    const line = problem([real('a', 0, 1)], ([a]) => Math.sin(40 * a));
    const { trials } = search(line, 500, { step: 0.5, patience: 1 });
    expect(trials).toHaveLength(500);
    expect(new Set(trials.map(({ x }) => x[0])).size).toBe(500);
  });

  it('is every point of a small space of integers, each once, and then it stops and says so', () => {
    const target = problem(
      [integer('m', 1, 3), integer('n', -2, 2)],
      ([m, n]) => (m - 2) ** 2 + (n - 1) ** 2,
    );
    for (const seed of seeds) {
      for (const experience of [0, 0.5, 1]) {
        const { trials, unused, closing } = search(target, 40, { experience }, seed);
        expect(new Set(trials.map(({ x }) => x.join())).size).toBe(15);
        expect([trials.length, unused]).toEqual([15, 25]);
        expect(closing?.why.key).toBe('babysit.exhausted');
      }
    }
  });

  it('sends it elsewhere with a sentence of its own where no trial was needed to be stuck', () => {
    const target = problem([integer('n', 1, 6)], ([n]) => (n - 3) ** 2);
    const said = new Set(
      seeds.flatMap((seed) => search(target, 6, {}, seed).trials.map(({ why }) => why.key)),
    );
    expect(said).toContain('babysit.known');
  });
});

describe('experience', () => {
  /** Mean distance of starts to what textbooks say, which is the middle in both scales here. */
  const spread = (experience: number) => {
    const distances = Array.from({ length: 400 }, (_, seed) => {
      const [{ unit }] = search(valley, 1, { experience }, seed).trials;
      return Math.max(...unit.map((u) => Math.abs(u - 0.5)));
    });
    return distances.reduce((a, b) => a + b) / distances.length;
  };

  it('draws starts closer to what textbooks suggest', () => {
    // The larger of two distances, uniform on [0, ½]: ⅓ on average.
    expect(spread(0)).toBeCloseTo(1 / 3, 1.5);
    expect(spread(0.5)).toBeCloseTo(1 / 6, 1.5);
    expect(spread(0.5) / spread(0)).toBeCloseTo(0.5, 10);
    expect(spread(1)).toBeLessThan(1e-12);
  });

  it('is of the textbook, not of the optimum: it misleads where the textbook does', () => {
    const start = (folklore: number) =>
      search(
        problem([{ ...real('a', 0, 10), folklore }], ([a]) => (a - 2) ** 2),
        1,
        { experience: 1 },
      ).trials[0].x[0];
    expect(start(9)).toBeCloseTo(9, 12);
    expect(start(2)).toBeCloseTo(2, 12);
  });

  it('still jumps to other places when it says the same every time', () => {
    const jumps = search(
      problem(knobs, () => 1),
      60,
      { experience: 1 },
    ).trials.filter(({ why }) => why.key === 'babysit.jump');
    expect(new Set(jumps.map(({ unit }) => unit.join())).size).toBe(jumps.length);
    expect(jumps.length).toBeGreaterThan(3);
  });
});

it('integers move by at least one value, and stay whole', () => {
  const target = problem([integer('n', 1, 30)], ([n]) => (n - 17) ** 2);
  for (const seed of seeds) {
    const { trials } = search(target, 40, { step: 0.01 }, seed);
    for (const { x } of trials) expect(Number.isInteger(x[0])).toBe(true);
    expect(trials.at(-1)!.best).toBe(0);
  }
});
