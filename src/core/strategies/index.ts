/** The registry. A strategy that is not made of others has its line in `alone.ts`. */
import type { Strategy } from '../types.ts';
import { alone } from './alone.ts';
import { manual } from './manual.ts';
import { relay } from './relay/index.ts';

export const strategies: readonly Strategy[] = [...alone, relay, manual];

const byId = new Map(strategies.map((strategy) => [strategy.id, strategy]));

export const hasStrategy = (id: string): boolean => byId.has(id);

/** @throws {Error} naming the known ids, where `id` is not one of them. */
export function getStrategy(id: string): Strategy {
  const strategy = byId.get(id);
  if (!strategy) throw new Error(`Unknown strategy “${id}”; known: ${[...byId.keys()].join(', ')}.`);
  return strategy;
}
