/** What the core's tests share: scenarios from the registries, for fast-check. */
import fc from 'fast-check';
import { objectives } from './objectives/index.ts';
import {
  formatParam,
  type ParamDeclaration,
  type ParamDeclarations,
  type ParamValue,
  type ParamValues,
} from './params.ts';
import { runTrials } from './run.ts';
import { LIMITS } from './scenario.ts';
import { strategies } from './strategies/index.ts';
import { makeSpace, type Dimension } from './space.ts';
import type { Choice, Noise, ObjectiveDefinition, Problem, Scenario, Strategy, Trace } from './types.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);

function paramArbitrary(declaration: ParamDeclaration): fc.Arbitrary<ParamValue> {
  switch (declaration.kind) {
    case 'real':
      return fc.double({ min: declaration.min, max: declaration.max, noNaN: true }).map((value) => value + 0);
    case 'int':
      return fc.integer({ min: declaration.min, max: declaration.max });
    case 'choice':
      return fc.constantFrom(...declaration.options);
    case 'bool':
      return fc.boolean();
    case 'text':
      return fc.constantFrom(declaration.default, ...(declaration.examples ?? []));
    case 'points':
      return fc.array(fc.array(finite, { minLength: 1, maxLength: 5 }), { maxLength: 4 });
    case 'lists':
      if (declaration.examples) return fc.constantFrom(declaration.default, ...declaration.examples);
      // A list with one empty list has the text of no list at all, and means the same.
      return fc
        .array(fc.array(finite, { maxLength: 5 }), { maxLength: 4 })
        .filter((lists) => !(lists.length === 1 && lists[0].length === 0));
  }
}

/** Anything that the declarations allow. */
export const anyParams = (declarations: ParamDeclarations): fc.Arbitrary<ParamValues> =>
  fc
    .record(
      Object.fromEntries(Object.entries(declarations).map(([name, one]) => [name, paramArbitrary(one)])),
    )
    .map((values) => stated(declarations, values));

/** Settings that are passed on are left out where they stand at their defaults. */
const stated = (declarations: ParamDeclarations, values: Record<string, ParamValue>): ParamValues =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) =>
        !declarations[name].passed || formatParam(value) !== formatParam(declarations[name].default),
    ),
  );

/**
 * Settings that fit a problem: levels by hand lie in the range of their hyperparameter. Every other value is a
 * default and whole numbers are small more often than not: most designs of up to 100 trials leave no trial to what
 * comes after them.
 */
export const paramsArbitrary = (
  declarations: ParamDeclarations,
  dimensions: readonly Dimension[],
): fc.Arbitrary<ParamValues> =>
  fc
    .record(
      Object.fromEntries(
        Object.entries(declarations).map(([name, one]) => [name, fittingArbitrary(one, dimensions)]),
      ),
    )
    .map((values) => stated(declarations, values));

function fittingArbitrary(
  declaration: ParamDeclaration,
  dimensions: readonly Dimension[],
): fc.Arbitrary<ParamValue> {
  if (declaration.kind === 'lists' && !declaration.examples) return levelsArbitrary(dimensions);
  const usual = fc.constant(declaration.default);
  if (declaration.kind === 'points') return pointsArbitrary(dimensions);
  if (declaration.kind === 'int' && declaration.counts) return fc.integer({ min: 1, max: dimensions.length });
  if (declaration.kind !== 'int') return fc.oneof(usual, paramArbitrary(declaration));
  const { min, max } = declaration;
  return fc.oneof(usual, fc.integer({ min, max: Math.min(max, min + 6) }), paramArbitrary(declaration));
}

/** Few, so that they fit into small budgets. */
export const FEW_POINTS = 3;

const pointsArbitrary = (dimensions: readonly Dimension[]): fc.Arbitrary<number[][]> =>
  fc.array(
    fc.tuple(
      ...dimensions.map(({ kind, lo, hi }) =>
        kind === 'integer'
          ? fc.integer({ min: lo, max: hi })
          : fc.double({ min: lo, max: hi, noNaN: true }).map((value) => value + 0),
      ),
    ),
    { maxLength: FEW_POINTS },
  );

const levelsArbitrary = (dimensions: readonly Dimension[]): fc.Arbitrary<number[][]> =>
  fc.oneof(
    fc.constant<number[][]>([]),
    fc.tuple(
      ...dimensions.map(({ lo, hi }) =>
        fc.array(
          fc.double({ min: lo, max: hi, noNaN: true }).map((value) => value + 0),
          { minLength: 1, maxLength: 4 },
        ),
      ),
    ),
  );

const choiceArbitrary = ({ id, params }: { id: string; params: ParamDeclarations }): fc.Arbitrary<Choice> =>
  anyParams(params).map((values) => ({ id, params: values }));

export const noiseArbitrary = ({ defaultNoise }: ObjectiveDefinition): fc.Arbitrary<Noise> =>
  fc.oneof(
    fc.constant<Noise>({ kind: 'none' }),
    fc
      .double({ min: Number.MIN_VALUE, max: LIMITS.noise.max, noNaN: true })
      .map((sd): Noise => ({ kind: 'gaussian', sd })),
    fc
      .double({ min: Number.MIN_VALUE, max: LIMITS.proportion.max, noNaN: true })
      .map((sd): Noise => ({ kind: 'proportional', sd })),
    ...(defaultNoise ? [fc.constant(defaultNoise)] : []),
  );

/** Any valid scenario. */
export const scenarioArbitrary: fc.Arbitrary<Scenario> = fc.constantFrom(...objectives).chain((objective) =>
  fc.record({
    version: fc.constant(1 as const),
    objective: choiceArbitrary(objective),
    noise: noiseArbitrary(objective),
    budget: fc.integer(LIMITS.budget),
    seed: fc.integer(LIMITS.seed),
    repeat: fc.integer(LIMITS.repeat),
    strategies: fc
      .shuffledSubarray([...strategies], { minLength: 1 })
      .chain((chosen) => fc.tuple(...chosen.map(choiceArbitrary))),
  }),
);

/** A problem of a test's own. */
export const problem = (
  dimensions: readonly Dimension[],
  value: (x: readonly number[]) => number,
  more: Partial<Problem> = {},
): Problem => ({
  space: makeSpace(dimensions),
  value,
  optimum: { value: 0, at: [], kind: 'exact', tolerance: 0 },
  facts: { convex: false, unimodal: false, separable: false, smooth: false },
  ...more,
});

/** The whole trace of the scenario's first strategy; a problem and a strategy of the caller's own may stand in. */
export function finish(scenario: Scenario, target?: Problem, strategy?: Strategy): Trace {
  const trials = runTrials(scenario, scenario.strategies[0], target, strategy);
  for (;;) {
    const step = trials.next();
    if (step.done) return step.value;
  }
}
