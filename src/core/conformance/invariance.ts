/** Which numbers a strategy is told, and which points it chooses because of them. */
import { expect } from 'vitest';
import { stream } from '../rng.ts';
import { finish } from '../testing.ts';
import type { Problem, Scenario, Strategy, Trace } from '../types.ts';

export type Transform = (y: number) => number;

/**
 * Strictly increasing in floating point, for every pair of different single-precision numbers: their relative
 * distance is 2⁻²⁴ at least, 3 · 2⁻²⁴ after the cube, 2⁻²⁵ after the root, and a double holds 2⁻⁵³.
 */
export const INCREASING: Record<string, Transform> = {
  cube: (y) => y * y * y,
  root: (y) => Math.sign(y) * Math.sqrt(Math.abs(y)),
  'a cliff at 0': (y) => (y < 0 ? y / 1024 : 1e12 * (1 + y)),
  'a plateau’s height': (y) => 1024 * y,
};

/** Single precision, so that {@link INCREASING} keeps different values different. */
export const single = (problem: Problem): Problem => told(problem, Math.fround);

/** The problem with another scale of y; what fails goes on failing. */
export const told = (problem: Problem, transform: Transform): Problem => ({
  ...problem,
  value: (x) => transform(problem.value(x)),
});

/** Noise that is transformed with the value: the i-th evaluation gets the same in every run. */
export function noisy(problem: Problem, sd: number): Problem {
  const rng = stream('noise of a test', sd);
  return { ...problem, value: (x) => problem.value(x) + sd * rng.normal() };
}

/** Every third evaluation fails. */
export function flaky(problem: Problem): Problem {
  let evaluations = 0;
  return {
    ...problem,
    value(x) {
      evaluations += 1;
      return evaluations % 3 === 0 ? NaN : problem.value(x);
    },
  };
}

/** What was asked, without what was answered. */
export const choices = ({ trials, unused }: Trace) => ({
  points: trials.map(({ unit, batch }) => [batch, ...unit]),
  unused,
});

/** @param make a fresh problem for every run: some count their evaluations */
export function expectSameChoices(
  scenario: Scenario,
  make: () => Problem,
  transform: Transform,
  strategy?: Strategy,
): void {
  const plain = finish(scenario, make(), strategy);
  const other = finish(scenario, told(make(), transform), strategy);
  expect(choices(other)).toEqual(choices(plain));
}

/** The same points but for rounding, the same whole numbers exactly. */
export function expectCloseChoices(
  scenario: Scenario,
  make: () => Problem,
  transform: Transform,
  tolerance: number,
  strategy?: Strategy,
): void {
  const plain = finish(scenario, make(), strategy).trials;
  const other = finish(scenario, told(make(), transform), strategy).trials;
  expect(other).toHaveLength(plain.length);
  const { dimensions } = make().space;
  for (const [i, { unit, batch }] of plain.entries()) {
    expect(other[i].batch).toBe(batch);
    for (const [axis, { kind }] of dimensions.entries()) {
      const far = Math.abs(other[i].unit[axis] - unit[axis]);
      expect(far, `trial ${i + 1}, coordinate ${axis}`).toBeLessThanOrEqual(
        kind === 'integer' ? 0 : tolerance,
      );
    }
  }
}
