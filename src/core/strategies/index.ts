/** The registry: adding a strategy is its file, its texts and one line here, which is its place within its group. */
import type { Strategy } from '../types.ts';
import { annealing } from './annealing.ts';
import { babysit } from './babysit.ts';
import { binary } from './binary/index.ts';
import { grid } from './grid.ts';
import { halton } from './halton.ts';
import { kSection } from './k-section/index.ts';
import { latinHypercube } from './latin-hypercube.ts';
import { batchBayes } from './bayes/batch.ts';
import { bayes } from './bayes/index.ts';
import { cmaEs } from './cma-es/index.ts';
import { nelderMead } from './nelder-mead/index.ts';
import { random } from './random.ts';
import { sobol } from './sobol.ts';
import { tpe } from './tpe.ts';

export const strategies: readonly Strategy[] = [
  // The five that are taught, …
  babysit,
  grid,
  binary,
  random,
  bayes,
  // … designs that fill the space, …
  sobol,
  halton,
  latinHypercube,
  // … intervals and models for several machines, …
  kSection,
  batchBayes,
  // … and what else is in use.
  tpe,
  nelderMead,
  annealing,
  cmaEs,
];

const byId = new Map(strategies.map((strategy) => [strategy.id, strategy]));

export const hasStrategy = (id: string): boolean => byId.has(id);

/** @throws {Error} naming the known ids, where `id` is not one of them. */
export function getStrategy(id: string): Strategy {
  const strategy = byId.get(id);
  if (!strategy) throw new Error(`Unknown strategy “${id}”; known: ${[...byId.keys()].join(', ')}.`);
  return strategy;
}
