import { describe, expect, it } from 'vitest';
import { problemOf, runTrials } from '../../run.ts';
import { queryToRaw, scenarioToQuery } from '../../query.ts';
import { readScenario } from '../../scenario.ts';
import type { Scenario, Trace } from '../../types.ts';
import { goalOf, gridOf, placementsOf, cellScenario } from './cells.ts';
import { countRuns, placeOf, runAt } from './plan.ts';
import { makeRunner, runOutcome } from './run.ts';
import { axisOf, questionOf } from './testing.ts';
import { OUTCOME, type PhaseQuestion } from './types.ts';

const ripples = questionOf({
  objective: 'rippled-bowl',
  x: axisOf('objective.ripple', 0, 0.3, 4),
  y: axisOf('noise', 0, 0.2, 3),
  strategies: ['binary:golden', 'binary:ternary', 'random', 'nelder-mead'],
});

function trace(scenario: Scenario): Trace {
  const trials = runTrials(scenario, scenario.strategies[0]);
  for (;;) {
    const step = trials.next();
    if (step.done) return step.value;
  }
}

/** What a run of the question is in the Lab. */
function inLab(question: PhaseQuestion, run: number) {
  const grid = gridOf(question);
  const { cell, strategy, repeat } = placeOf(grid, run);
  const { id, params } = question.strategies[strategy];
  const scenario = { ...cellScenario(grid, cell, repeat), strategies: [{ id, params }] };
  return { scenario, goal: goalOf(grid, cell), cell };
}

describe('a run', () => {
  it.each(['tried', 'deployed'] as const)('has the outcome of the whole run in the Lab (%s)', (judged) => {
    const question = { ...ripples, judged };
    const runner = makeRunner(question);
    const seen = new Set<number>();
    for (let run = 0; run < countRuns(runner.grid); run++) {
      const { scenario, goal } = inLab(question, run);
      const { trials } = trace(scenario);
      const optimum = problemOf(scenario).optimum.value;
      const last = trials[trials.length - 1];
      const value = judged === 'tried' ? last.best! : trials[last.incumbent].trueValue!;
      const expected = value - optimum <= goal ? OUTCOME.reached : OUTCOME.missed;
      expect(runOutcome(runner, run)).toBe(expected);
      seen.add(expected);
    }
    expect(seen.size).toBe(2);
  });

  it('has the same outcome whichever runs were made before it', () => {
    const [forwards, backwards] = [makeRunner(ripples), makeRunner(ripples)];
    const runs = Array.from({ length: countRuns(forwards.grid) }, (_, run) => run);
    const outcomes = runs.map((run) => runOutcome(forwards, run));
    expect(runs.toReversed().map((run) => runOutcome(backwards, run))).toEqual(outcomes.toReversed());
  });

  it('is the same after a trip through a link', () => {
    for (let run = 0; run < 36; run += 5) {
      const { scenario } = inLab(ripples, run);
      const read = readScenario(queryToRaw(scenarioToQuery(scenario)));
      expect(read.notices).toEqual([]);
      expect(read.scenario).toEqual(scenario);
    }
  });
});

describe('cells', () => {
  it('turn noise, budget and target as they turn parameters', () => {
    const question = questionOf({
      x: axisOf('noise', 0, 0.5, 2),
      y: axisOf('target', 0.01, 0.1, 2, 'log'),
      target: { kind: 'absolute', value: 1 },
    });
    const grid = gridOf(question);
    expect(cellScenario(grid, 0, 0).noise).toEqual({ kind: 'none' });
    expect(cellScenario(grid, 1, 0).noise).toEqual({ kind: 'gaussian', sd: 0.5 });
    expect([0, 1, 2, 3].map((cell) => goalOf(grid, cell))).toEqual([0.01, 0.01, 0.1, 0.1]);
    const budgets = gridOf(questionOf({ x: axisOf('budget', 3, 4, 2), y: axisOf('noise', 0, 1, 2) }));
    expect([0, 1].map((cell) => cellScenario(budgets, cell, 0).budget)).toEqual([3, 4]);
  });

  it('measure a share by what a random point of their own problem loses', () => {
    // f = (u² + κ v²) / κ: the regret of random points falls with κ.
    const grid = gridOf(
      questionOf({
        objective: 'rotated-quadratic',
        x: axisOf('objective.conditioning', 1, 100, 2, 'log'),
        y: axisOf('objective.angle', 0, 90, 2),
        target: { kind: 'share', value: 0.1 },
      }),
    );
    expect(goalOf(grid, 0)).toBeGreaterThan(1.5 * goalOf(grid, 1));
    const problem = problemOf(cellScenario(grid, 1, 0));
    // Half of the points of a fine lattice are below the scale.
    const side = Array.from({ length: 101 }, (_, i) => (i + 0.5) / 101);
    const lattice = side.flatMap((u) => side.map((v) => problem.value(problem.space.toReal([u, v]))));
    const scale = 10 * goalOf(grid, 1);
    const below = lattice.filter((value) => value <= scale).length / lattice.length;
    expect(below).toBeGreaterThan(0.45);
    expect(below).toBeLessThan(0.55);
  });
});

describe('placements', () => {
  const placed = questionOf({
    objective: 'rippled-bowl',
    x: axisOf('objective.ripple', 0, 0.3, 4),
    y: axisOf('noise', 0, 0.2, 3),
    repeats: 40,
  });
  const minimum = (question: PhaseQuestion, cell: number, repeat: number) =>
    cellScenario(gridOf(question), cell, repeat).objective.params.minimum as number;

  it('change from repeat to repeat, over the whole range, and are the same in all cells', () => {
    const places = Array.from({ length: 40 }, (_, repeat) => minimum(placed, 0, repeat));
    expect(new Set(places).size).toBe(40);
    expect(Math.min(...places)).toBeLessThan(0.15);
    expect(Math.max(...places)).toBeGreaterThan(0.85);
    expect(places.every((place) => place >= 0.05 && place <= 0.95)).toBe(true);
    expect(Array.from({ length: 40 }, (_, repeat) => minimum(placed, 7, repeat))).toEqual(places);
  });

  it('stay where they are on request, and where a dial turns them', () => {
    expect(minimum({ ...placed, placed: false }, 3, 9)).toBe(0.31);
    const turning = { ...placed, x: axisOf('objective.minimum', 0.1, 0.9, 5) };
    expect(placementsOf(turning)).toEqual([]);
    expect(minimum(turning, 4, 9)).toBe(0.9);
  });

  it('are instances in turn where the objective numbers them', () => {
    const grid = gridOf(
      questionOf({
        objective: { id: 'bbob', params: { function: 'f1', instance: 999_999 } },
        x: axisOf('objective.dimension', 2, 5, 4),
      }),
    );
    expect([0, 1, 2].map((repeat) => cellScenario(grid, 0, repeat).objective.params.instance)).toEqual([
      999_999, 1_000_000, 1,
    ]);
  });

  it('do not move the goal', () => {
    const share = { ...placed, target: { kind: 'share', value: 0.01 } } as const;
    expect(goalOf(gridOf(share), 5)).toBe(goalOf(gridOf({ ...share, placed: false }), 5));
  });
});

it('runs are paired: the same repeat meets the same noise in every strategy’s own stream, in every cell', () => {
  const grid = gridOf(ripples);
  const first = runAt(grid, { cell: 4, strategy: 2, repeat: 1 });
  const other = runAt(grid, { cell: 5, strategy: 2, repeat: 1 });
  const units = [first, other].map((run) =>
    trace(inLab(ripples, run).scenario).trials.map(({ unit }) => unit[0]),
  );
  expect(units[0]).toEqual(units[1]);
});
