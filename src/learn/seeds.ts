/** One setting, many errors: what each measured seed of a problem says of a setting, for `seeds` figures and facts. */
import { problemOf, runTrials } from '#core/run.ts';
import { say, type Point, type Problem, type Search, type Strategy } from '#core/types.ts';
import type { Rng } from '#core/rng.ts';
import { scenarioOf } from './counting.ts';
import type { Placed } from './placements.ts';

/** The error of every seed at a setting, in the order of the measurements. @throws {Error} where nothing was measured */
export function seedsAt(problem: Problem, x: Point): number[] {
  const { measuredNoise } = problem;
  if (!measuredNoise) throw new Error('Of this problem no seeds were measured.');
  const value = problem.value(x);
  // Noise is the deviation of a seed that is drawn: all of them are asked for, one by one.
  let count = 1;
  const errors: number[] = [];
  for (let seed = 0; seed < count; seed++) {
    const chosen = { below: (of: number) => ((count = of), seed) } as unknown as Rng;
    errors.push(value + measuredNoise.call(problem, x, chosen));
  }
  return errors;
}

export interface SeenSetting {
  x: readonly number[];
  /** What its trial reported. */
  seen: number;
  /** The mean of its seeds. */
  true: number;
  seeds: number[];
}

/** Tries given points, as the strategy `manual` does: under its name, so that the noise is the same. */
const placing = (points: Placed, problem: Problem): Strategy => ({
  id: 'manual',
  params: {},
  source: '',
  invariance: 'order',
  *search(): Search {
    for (const x of points) yield { unit: problem.space.toUnit(x), x, why: say('random.uniform') };
    return undefined;
  },
});

/** The trials of a link to the Lab, or of points in its place. */
export function settingsOf(lab: string, points?: Placed): SeenSetting[] {
  const scenario = scenarioOf(lab);
  const problem = problemOf(scenario);
  const trials = points
    ? runTrials(
        { ...scenario, budget: points.length },
        { id: 'manual', params: {} },
        problem,
        placing(points, problem),
      )
    : runTrials(scenario, scenario.strategies[0], problem);
  return [...trials].flatMap(({ x, y, trueValue }) =>
    y === null || trueValue === null
      ? []
      : [{ x: [...x], seen: y, true: trueValue, seeds: seedsAt(problem, x) }],
  );
}

/** Place of the lowest. */
export const lowestOf = (settings: readonly SeenSetting[], by: 'seen' | 'true'): number =>
  settings.reduce((best, one, i) => (one[by] < settings[best][by] ? i : best), 0);
