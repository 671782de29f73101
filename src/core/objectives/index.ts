/** The registry: adding an objective is one file and one line here. */
import type { Noise, ObjectiveDefinition } from '../types.ts';
import { ackley, griewank, rastrigin } from './any-dimension.ts';
import { bbob } from './bbob/index.ts';
import { branin } from './branin.ts';
import { embedInMore } from './embed.ts';
import { faceDetector } from './face-detector.ts';
import { hartmann6 } from './hartmann6.ts';
import { himmelblau, rosenbrock, rotatedQuadratic, sixHumpCamel } from './interaction.ts';
import { landscape } from './landscape.ts';
import { measuredObjectives } from './measured/index.ts';
import { morph } from './morph-1d/index.ts';
import { morph2d } from './morph-2d/index.ts';
import { doubleWell, forrester, quadratic } from './one-dimension.ts';
import { absoluteValue, cliff, flatBottom, rippledBowl, skewedU } from './one-valley.ts';
import { drawn } from './own/drawn.ts';
import { formula } from './own/formula.ts';
import { table } from './own/table.ts';
import { levy, michalewicz, schwefel, styblinskiTang } from './sums.ts';
import { dropoutLearningRate, importantUnimportant } from './two-dimensions.ts';

export const objectives: readonly ObjectiveDefinition[] = [
  morph,
  quadratic,
  absoluteValue,
  skewedU,
  flatBottom,
  cliff,
  doubleWell,
  forrester,
  rippledBowl,
  faceDetector,
  morph2d,
  importantUnimportant,
  dropoutLearningRate,
  rotatedQuadratic,
  branin,
  sixHumpCamel,
  rosenbrock,
  himmelblau,
  ackley,
  rastrigin,
  griewank,
  levy,
  schwefel,
  styblinskiTang,
  michalewicz,
  hartmann6,
  landscape,
  embedInMore,
  bbob,
  ...measuredObjectives,
  formula,
  drawn,
  table,
];

const byId = new Map(objectives.map((objective) => [objective.id, objective]));

export const hasObjective = (id: string): boolean => byId.has(id);

/** @throws {Error} naming the known ids, where `id` is not one of them. */
export function getObjective(id: string): ObjectiveDefinition {
  const objective = byId.get(id);
  if (!objective) throw new Error(`Unknown objective “${id}”; known: ${[...byId.keys()].join(', ')}.`);
  return objective;
}

/** The noise that a problem comes with; none where it has none, or where there is no such problem. */
export const defaultNoiseOf = (id: string): Noise => byId.get(id)?.defaultNoise ?? { kind: 'none' };
