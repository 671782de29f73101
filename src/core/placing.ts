/** Problems that can be had with their minimum elsewhere: what says where, and another place for every repeat. */
import { getObjective } from './objectives/index.ts';
import { isActive, type IntParam, type RealParam } from './params.ts';
import type { Choice } from './types.ts';

/** The parameters that say where the optimum lies, or which of many like problems is meant. */
export function placersOf(objective: Choice): string[] {
  const { params, placedBy = [], numberedBy } = getObjective(objective.id);
  return Object.keys(params).filter(
    (name) =>
      (placedBy.includes(name) || name === numberedBy?.param) && isActive(params, name, objective.params),
  );
}

/**
 * The value of a placing parameter in a repeat: uniform over its range; numbered problems are taken in turn.
 * @param from its value in the problem that is placed
 * @param draw uniform on [0, 1), the same for the same repeat
 */
export function placed(
  { kind, min, max }: RealParam | IntParam,
  from: number,
  repeat: number,
  draw: () => number,
): number {
  if (kind === 'int') return min + ((from - min + repeat) % (max - min + 1));
  // Digits that a link can be read with; the range is never left, its ends have as few.
  return Math.min(max, Math.max(min, Number((min + draw() * (max - min)).toFixed(4))));
}
