/** The strongest test: what is found numerically never contradicts what the objectives declare. */
import { describe, expect, it } from 'vitest';
import { both, expectOneVoice } from '../assumptions/diagnosis/testing.ts';
import { stream } from '../rng.ts';
import { objectives } from './index.ts';
import { settings } from './testing.ts';

const MOST_DIMENSIONS = 6;

describe.each(objectives.map((objective) => [objective.id, objective] as const))('%s', (id, objective) => {
  const rng = stream('diagnosis-test', id);
  const seen = new Set<string>();
  const all = settings(objective.params, rng, Object.keys(objective.params).length > 0 ? 1 : 0)
    .filter((params) => {
      const key = JSON.stringify(params);
      return !seen.has(key) && seen.add(key);
    })
    .map((params) => ({ params, problem: objective.create(params) }))
    .filter(({ problem }) => problem.space.dimensions.length <= MOST_DIMENSIONS);

  it.each(all.map(({ params, problem }) => [JSON.stringify(params), problem] as const))(
    'agrees with its facts: %s',
    (_, problem) => {
      const [coarse, fine] = both(problem);
      for (const fact of ['convex', 'unimodal', 'separable'] as const) {
        const found = [coarse[fact].holds, fine[fact].holds];
        const stated = problem.facts[fact];
        if (stated) expect([fact, ...found]).toEqual([fact, 'yes', 'yes']);
        else if (stated === false) expect([fact, fine[fact].holds]).toEqual([fact, 'no']);
      }
      if (problem.facts.unimodal) expect(fine.minima.count).toBe(1);
      // The lowest minimum that was found is the optimum: known minimisers are among the places looked at.
      const { value, tolerance } = problem.optimum;
      const slack = Math.max(tolerance, fine.resolution.tolerance, 1e-6 * Math.abs(value));
      expect(fine.minima.spots[0].value).toBeGreaterThanOrEqual(value - slack);
      expect(fine.minima.spots[0].value).toBeLessThanOrEqual(value + 10 * slack);
      for (const diagnosis of [coarse, fine]) expectOneVoice(diagnosis, problem);
    },
    60_000,
  );
});
