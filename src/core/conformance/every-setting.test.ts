/** Nothing is left to chance: every option, both ends of every range, every dimension and every numbered function. */
import { describe, expect, it } from 'vitest';
import { objectives } from '../objectives/index.ts';
import type { ParamDeclaration, ParamValue } from '../params.ts';
import { strategies } from '../strategies/index.ts';
import { modelBased, caseScenario } from './cases.ts';
import { expectContract } from './contract.ts';

/** Every value of a short range, both ends of a long one. */
function values(declaration: ParamDeclaration): ParamValue[] {
  switch (declaration.kind) {
    case 'choice':
      return [...declaration.options];
    case 'bool':
      return [true, false];
    case 'real':
      return [declaration.min, declaration.max];
    case 'int': {
      const { min, max } = declaration;
      return max - min < 32 ? Array.from({ length: max - min + 1 }, (_, i) => min + i) : [min, max];
    }
    case 'points':
      return [];
    case 'lists':
    case 'text':
      return [...(declaration.examples ?? [])];
  }
}

const settings = (owner: { params: Record<string, ParamDeclaration> }) =>
  Object.entries(owner.params).flatMap(([name, declaration]) =>
    // What is passed on is tried with whom it is passed to.
    (declaration.passed ? [] : values(declaration)).map((value) => [name, value] as const),
  );

const cheap = strategies.filter((strategy) => !modelBased(strategy));
const costly = strategies.filter(modelBased);

describe('every setting of an objective', () => {
  it.each(objectives.map((objective) => [objective.id, objective] as const))('%s', (id, objective) => {
    for (const [turn, [name, value]] of settings(objective).entries()) {
      // All the cheap ones at once; the others by turns.
      for (const strategy of [...cheap, costly[turn % costly.length]]) {
        const params = { [name]: value };
        const own = [{ id: strategy.id, params: {} }];
        const scenario = caseScenario({ objective: { id, params }, budget: 9, seed: turn, strategies: own });
        expect(scenario.objective.params[name]).toEqual(value);
        expectContract(scenario);
      }
    }
  });
});

describe('every setting of a strategy', () => {
  it.each(strategies.map((strategy) => [strategy.id, strategy] as const))('%s', (id, strategy) => {
    // One, two, three and six hyperparameters; two of them by turns where each takes long.
    const problems = ['forrester', 'branin', 'gbr-diabetes', 'hartmann6'];
    for (const [turn, [name, value]] of settings(strategy).entries()) {
      for (const objective of problems.filter((_, i) => !modelBased(strategy) || i % 2 === turn % 2)) {
        const own = [{ id, params: { [name]: value } }];
        const scenario = caseScenario({ objective, budget: 16, seed: turn, strategies: own });
        expect(scenario.strategies[0].params[name]).toBe(value);
        expectContract(scenario);
      }
    }
  });
});
