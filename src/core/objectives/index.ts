/** The registry: adding an objective is one file and one line here. */
import type { ObjectiveDefinition } from '../types.ts';
import { branin } from './branin.ts';

export const objectives: readonly ObjectiveDefinition[] = [branin];

const byId = new Map(objectives.map((objective) => [objective.id, objective]));

export const hasObjective = (id: string): boolean => byId.has(id);

/** @throws {Error} naming the known ids, where `id` is not one of them. */
export function getObjective(id: string): ObjectiveDefinition {
  const objective = byId.get(id);
  if (!objective) throw new Error(`Unknown objective “${id}”; known: ${[...byId.keys()].join(', ')}.`);
  return objective;
}
