/** From a cell of the diagram to the scenario that its runs see, and to the regret they have to reach. */
import { define, lookUp } from '../../look-up.ts';
import { getObjective } from '../../objectives/index.ts';
import { defaults, type IntParam, type RealParam } from '../../params.ts';
import { placed, placersOf } from '../../placing.ts';
import { stream } from '../../rng.ts';
import { typicalRegret } from '../../study/statistics/index.ts';
import type { Choice, Noise, Scenario } from '../../types.ts';
import { paramOf, valuesOf } from './dials.ts';
import type { Dial, PhaseQuestion } from './types.ts';

/** A question with its axes laid out. Cells are row-major, row 0 at the bottom, as fields of charts. */
export interface Grid {
  question: PhaseQuestion;
  x: readonly number[];
  y: readonly number[];
  columns: number;
  rows: number;
}

export function gridOf(question: PhaseQuestion): Grid {
  const [x, y] = [question.x, question.y].map((axis) => valuesOf(axis, question));
  return { question, x, y, columns: x.length, rows: y.length };
}

/** Those of them that no dial turns. */
export const placementsOf = ({ base, x, y }: Pick<PhaseQuestion, 'base' | 'x' | 'y'>): string[] =>
  placersOf(base.objective).filter((name) => [x, y].every(({ dial }) => paramOf(dial) !== name));

/** What the dials say in a cell. */
export function cellSettings(
  { question, x, y, columns }: Grid,
  cell: number,
): Readonly<Partial<Record<Dial, number>>> {
  return {
    [question.x.dial]: x[cell % columns],
    [question.y.dial]: y[Math.floor(cell / columns)],
  };
}

/** The cell's objective, its placement as in the base scenario. */
export function objectiveOf(grid: Grid, cell: number): Choice {
  const { id, params } = grid.question.base.objective;
  const turned = { ...defaults(getObjective(id).params), ...params };
  for (const [dial, value] of Object.entries(cellSettings(grid, cell))) {
    const name = paramOf(dial as Dial);
    if (name !== undefined) define(turned, name, value as number);
  }
  return { id, params: turned };
}

/** The scenario of the runs of one repeat in a cell, without strategies; opened in the Lab it gives the same trials. */
export function cellScenario(grid: Grid, cell: number, repeat: number): Scenario {
  const { base, placed: moves } = grid.question;
  const settings = cellSettings(grid, cell);
  const { id, params } = objectiveOf(grid, cell);
  if (moves) {
    const declared = getObjective(id).params;
    for (const name of placementsOf(grid.question))
      define(
        params,
        name,
        placed(lookUp(declared, name) as RealParam | IntParam, lookUp(params, name) as number, repeat, () =>
          stream(base.seed, 'phase', 'placement', name, repeat).next(),
        ),
      );
  }
  const { noise } = settings;
  return {
    version: 1,
    objective: { id, params },
    noise: noise === undefined ? base.noise : gaussian(noise),
    budget: settings.budget ?? base.budget,
    seed: base.seed,
    repeat,
    strategies: [],
  };
}

const gaussian = (sd: number): Noise => (sd === 0 ? { kind: 'none' } : { kind: 'gaussian', sd });

/**
 * The regret that counts as reached in a cell, in the objective's units. The scale of a share is that of the cell's
 * objective with its placement as in the base scenario: the same for all repeats.
 */
export function goalOf(grid: Grid, cell: number): number {
  const { target } = grid.question;
  const value = cellSettings(grid, cell).target ?? target.value;
  return target.kind === 'absolute' ? value : value * typicalRegret(objectiveOf(grid, cell));
}
