/** Placements of a `lost` figure: the same in the page's workers, in the facts and in their tests. */
import {
  FATAL_RULES,
  simulateFatal,
  type FatalCounts,
  type FatalQuestion,
  type FatalRule,
} from '#core/assumptions/fatal-share.ts';
import { getObjective } from '#core/objectives/index.ts';
import type { Problem } from '#core/types.ts';
import { scenarioOf } from './counting.ts';
import type { FactDeclaration } from './facts.ts';
import type { Figure, LostFigure } from './figures.ts';

/** What stands behind `#/lab?` with one setting of its problem at another value. */
export const turnedLab = (lab: string, param: string, value: number): string =>
  `${lab}&objective.${param}=${value}`;

/** The problem of what stands behind `#/lab?`. @throws {Error} where anything in it is not taken as it stands */
export function problemIn(lab: string): Problem {
  const { objective } = scenarioOf(lab);
  return getObjective(objective.id).create(objective.params);
}

/**
 * What a figure asks.
 * @param dial the value of its dial; its start where left out
 * @param runs placements; by default all
 */
export function questionOf(
  { lab, dial, placements }: LostFigure,
  value = dial.start,
  runs = placements,
): FatalQuestion {
  const { objective, noise, budget, seed } = scenarioOf(turnedLab(lab, dial.param, value));
  return { objective, noise, budget, seed, runs };
}

const kept = new Map<string, FatalCounts>();
function countsOf(question: FatalQuestion): FatalCounts {
  const key = JSON.stringify(question);
  let counts = kept.get(key);
  // One object is updated in place: the last one holds everything.
  if (!counts) for (counts of simulateFatal(question, question.runs)) kept.set(key, counts);
  return counts!;
}

/** A fact of a `lost` figure: the share of placements at which a rule threw the minimum away. */
export function fromLost(
  figure: Figure,
  rule: FatalRule,
  { dial, sample }: { dial: number; sample: number },
): FactDeclaration {
  if (figure.kind !== 'lost') throw new Error(`“${figure.kind}” loses no minimum.`);
  return {
    from: `${turnedLab(figure.lab, figure.dial.param, dial)}; ${rule}; ${figure.placements} placements`,
    value: (runs) => countsOf(questionOf(figure, dial, runs)).rules[rule].lost / runs,
    ...{ repeats: figure.placements, sample },
  };
}

/** A fact of one problem, counted over placements of its minimum without a figure. */
export function lostIn(
  lab: string,
  rule: FatalRule,
  { placements, sample }: { placements: number; sample: number },
): FactDeclaration {
  const { objective, noise, budget, seed } = scenarioOf(lab);
  return {
    from: `${lab}; ${rule}; ${placements} placements`,
    value: (runs) => countsOf({ objective, noise, budget, seed, runs }).rules[rule].lost / runs,
    ...{ repeats: placements, sample },
  };
}

export { FATAL_RULES };
