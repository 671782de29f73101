/**
 * Every stated minimum against an optimiser that knows where to look: 10⁵ evaluations of compass searches, half of them
 * from anywhere, half from around the stated minimiser at every distance, where an error of the statement would show.
 */
import { describe, expect, it } from 'vitest';
import { defaults, type ParamValues } from '../params.ts';
import { stream } from '../rng.ts';
import type { ObjectiveDefinition } from '../types.ts';
import { objectives } from './index.ts';
import { descend, onUnitCube, randomUnit } from './testing.ts';

const EVALUATIONS = 100_000;
const PER_DESCENT = 4000;

/** The defaults; in five dimensions too, where they can be chosen; all functions of a suite. */
function cases({ params }: ObjectiveDefinition): ParamValues[] {
  const own = defaults(params);
  const functions = params.function?.kind === 'choice' ? params.function.options : [undefined];
  return functions.flatMap((name) =>
    [2, 5].flatMap((dimension) => {
      if (params.dimension?.kind !== 'int') return dimension === 2 ? [own] : [];
      return [{ ...own, dimension, ...(name !== undefined && { function: name }) }];
    }),
  );
}

describe.each(objectives.map((objective) => [objective.id, objective] as const))('%s', (id, objective) => {
  it.each(cases(objective).map((params) => [JSON.stringify(params), params] as const))(
    'nothing lies below its minimum, %s',
    (label, params) => {
      const problem = objective.create(params);
      const { value, at, tolerance } = problem.optimum;
      const f = onUnitCube(problem);
      const d = problem.space.dimensions.length;
      const rng = stream('hunt', id, label as string);
      let lowest = Infinity;
      for (let spent = 0, n = 0; spent < EVALUATIONS; n++) {
        const distance = 10 ** (-6 * rng.next());
        const around = problem.space.toUnit(at[n % at.length]);
        const near = around.map((u) => Math.min(1, Math.max(0, u + distance * rng.normal())));
        const found =
          n % 2 === 0
            ? descend(f, randomUnit(d, rng), { most: PER_DESCENT })
            : descend(f, near, { size: distance, most: PER_DESCENT });
        lowest = Math.min(lowest, found.value);
        spent += found.evaluations;
      }
      expect(lowest).toBeGreaterThanOrEqual(value - tolerance);
      // The hunt comes near it, too: from around the minimiser at least.
      expect(lowest - value).toBeLessThan(1e-2 * (1 + Math.abs(value)));
    },
  );
});
