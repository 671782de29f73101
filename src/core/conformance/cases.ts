/** Which scenarios the conformance tests draw. */
import fc from 'fast-check';
import { problemOf } from '../run.ts';
import { readScenario } from '../scenario.ts';
import { anyParams, FEW_POINTS, noiseArbitrary, paramsArbitrary } from '../testing.ts';
import type { Choice, ObjectiveDefinition, Scenario, Strategy } from '../types.ts';

/** Strategies that fit a model before every trial: each run costs a hundred times what one of the others does. */
const MODEL_BASED = ['bayes', 'batch-bayes'];
export const modelBased = ({ id, relays }: Strategy): boolean => relays === true || MODEL_BASED.includes(id);

export const longestBudget = (strategy: Strategy): number => (modelBased(strategy) ? 14 : 25);

export const objectiveArbitrary = (objective: ObjectiveDefinition): fc.Arbitrary<Choice> =>
  anyParams(objective.params).map((params) => ({ id: objective.id, params }));

/** Settings of a strategy that fit an objective's space. */
export const settingsArbitrary = (strategy: Strategy, objective: Choice): fc.Arbitrary<Choice> =>
  paramsArbitrary(strategy.params, problemOf({ objective }).space.dimensions).map((params) => ({
    id: strategy.id,
    params,
  }));

/** A strategy on an objective: any settings of both, any noise, seed and repeat. */
export const caseArbitrary = (strategy: Strategy, objective: ObjectiveDefinition): fc.Arbitrary<Scenario> =>
  objectiveArbitrary(objective).chain((choice) =>
    fc
      .record({
        budget: fc.integer({ min: strategy.waits ? FEW_POINTS : 1, max: longestBudget(strategy) }),
        seed: fc.integer({ min: 0, max: 4294967295 }),
        repeat: fc.integer({ min: 0, max: 1000 }),
        noise: noiseArbitrary(objective),
        strategies: fc.tuple(settingsArbitrary(strategy, choice)),
      })
      .map((rest) => caseScenario({ ...rest, objective: choice })),
  );

/** A scenario that has to be taken as it is given. */
export function caseScenario(raw: object): Scenario {
  const { scenario, notices } = readScenario(raw);
  if (notices.length > 0) throw new Error(JSON.stringify(notices));
  return scenario;
}
