/**
 * Strategies that are not made of others, each in its place within its group: adding one is its file, its texts and one
 * line here. Those that hand over to them (`relay`, `manual`) are in `index.ts`.
 */
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

export const alone: readonly Strategy[] = [
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
