/** What the tests of statistics share: results that are known by heart. */
import { recordOf, study } from '../testing.ts';
import { Accumulator } from './index.ts';

/** Regrets of the quadratic are its values: its minimum is 0, its floor 1e-12. */
export const given = study({
  problems: ['quadratic'],
  strategies: ['random', 'grid', 'sobol'],
  budget: 4,
  repeats: 3,
});

/** best[strategy][repeat] */
export function results(best: (readonly number[])[][], of = given): Accumulator {
  const made = new Accumulator(of);
  best.forEach((runs, strategy) =>
    runs.forEach((values, repeat) => made.add(recordOf({ problem: 0, strategy, repeat }, values))),
  );
  return made;
}
