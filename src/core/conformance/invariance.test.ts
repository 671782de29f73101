/** What a strategy declares that it does not mind, it does not mind. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { objectives } from '../objectives/index.ts';
import { problemOf } from '../run.ts';
import { strategies } from '../strategies/index.ts';
import { finish } from '../testing.ts';
import type { ObjectiveDefinition, Problem, Scenario, Strategy } from '../types.ts';
import { caseArbitrary, modelBased, caseScenario } from './cases.ts';
import {
  choices,
  expectCloseChoices,
  expectSameChoices,
  flaky,
  INCREASING,
  noisy,
  single,
  told,
} from './invariance.ts';

/** What is asked about: any objective as it is, with noise, with failures, or with its values all the same. */
const VARIANTS: Record<string, (problem: Problem) => Problem> = {
  plain: (problem) => problem,
  noisy: (problem) => noisy(problem, 0.3),
  flaky,
  constant: (problem) => told(problem, () => 4),
};

const variant = fc.constantFrom(...Object.values(VARIANTS));

/** The scenario adds no noise of its own: it would not be transformed with the value. */
const silentCase = (strategy: Strategy, among: readonly ObjectiveDefinition[]) =>
  fc
    .constantFrom(...among)
    .chain((objective) => caseArbitrary(strategy, objective))
    .map((scenario): Scenario => ({ ...scenario, noise: { kind: 'none' } }));

const declared = (invariance: Strategy['invariance']) =>
  strategies.filter((strategy) => strategy.invariance === invariance).map((one) => [one.id, one] as const);

const order = [...declared('order'), ...strategies.filter((s) => s.oblivious).map((s) => [s.id, s] as const)];

describe.each(order)('%s only compares', (_, strategy) => {
  it.each(Object.entries(INCREASING))('after any increasing transform: %s', (_, transform) => {
    fc.assert(
      fc.property(silentCase(strategy, objectives), variant, (scenario, vary) => {
        expectSameChoices(scenario, () => single(vary(problemOf(scenario))), transform);
      }),
      { numRuns: 40 },
    );
  });
});

describe.each(declared('affine'))('%s does not mind the units of y', (id, strategy) => {
  // Scaling by a power of two rounds nothing, anywhere: the same to the last bit. Values that are all the same have
  // no spread to be scaled by; they are among those below.
  it('times a power of two', () => {
    fc.assert(
      fc.property(
        silentCase(strategy, objectives),
        fc.constantFrom(VARIANTS.plain, VARIANTS.noisy, VARIANTS.flaky),
        fc.integer({ min: -8, max: 12 }),
        (scenario, vary, power) => {
          const factor = 2 ** power;
          expectSameChoices(
            scenario,
            () => vary(problemOf(scenario)),
            (y) => factor * y,
          );
        },
      ),
      { numRuns: modelBased(strategy) ? 25 : 100 },
    );
  });

  // Rounding grows from trial to trial where each point enters the next model, 1e-15 to 1e-8 within three, and where
  // two places are as good as each other it may then choose the other one: few trials beyond the design.
  const few = modelBased(strategy) ? 3 : 16;
  it.each(
    [
      [1000, 0],
      [1e-3, 0],
      [8, 3],
      [1, -250],
      [0.3, 0.7],
    ].flatMap(([a, b]) => Object.keys(VARIANTS).map((name) => [a, b, name] as const)),
  )('%d · y + %d (%s)', (a, b, name) => {
    for (const objective of ['forrester', 'branin', 'gbr-diabetes', 'knn-cancer']) {
      const bare = { objective, noise: 'none', strategies: [id] };
      const design = 2 * problemOf(caseScenario(bare)).space.dimensions.length + 2;
      const scenario = caseScenario({ ...bare, budget: Math.min(10, design) + few });
      const make = () => VARIANTS[name](problemOf(scenario));
      expectCloseChoices(scenario, make, (y) => a * y + b, 1e-4);
    }
  });
});

const oblivious = strategies.filter((strategy) => strategy.oblivious).map((one) => [one.id, one] as const);

it.each(oblivious)('%s needs no observation, as it declares', (_, strategy) => {
  fc.assert(
    fc.property(silentCase(strategy, objectives), (scenario) => {
      const honest = problemOf(scenario);
      const plain = choices(finish(scenario, honest));
      expect(
        choices(
          finish(
            scenario,
            told(honest, (y) => -y),
          ),
        ),
      ).toEqual(plain);
      expect(
        choices(
          finish(
            scenario,
            told(honest, () => NaN),
          ),
        ),
      ).toEqual(plain);
    }),
    { numRuns: 40 },
  );
});

it.each(strategies.map((strategy) => [strategy.id, strategy] as const))(
  '%s cannot see the optimum: it does the same wherever that is said to be',
  (_, strategy) => {
    fc.assert(
      fc.property(silentCase(strategy, objectives), (scenario) => {
        const honest = problemOf(scenario);
        const at = [honest.space.dimensions.map(({ lo }) => lo)];
        const lying: Problem = {
          ...honest,
          optimum: { value: -99, at, kind: 'exact', tolerance: 0 },
          facts: { convex: true, unimodal: true, separable: true, smooth: true },
        };
        expect(finish(scenario, lying)).toEqual(finish(scenario, honest));
      }),
      { numRuns: modelBased(strategy) ? 6 : 25 },
    );
  },
);
