/** What the core's tests share: scenarios from the registries, for fast-check. */
import fc from 'fast-check';
import { objectives } from './objectives/index.ts';
import type { ParamDeclaration, ParamDeclarations, ParamValue, ParamValues } from './params.ts';
import { LIMITS } from './scenario.ts';
import { strategies } from './strategies/index.ts';
import type { Choice, Noise, ObjectiveDefinition, Problem, Scenario } from './types.ts';
import { makeSpace, type Dimension } from './space.ts';

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
    case 'lists':
      // A list with one empty list has the text of no list at all, and means the same.
      return fc
        .array(fc.array(finite, { maxLength: 5 }), { maxLength: 4 })
        .filter((lists) => !(lists.length === 1 && lists[0].length === 0));
  }
}

/** Settings that fit a problem: levels by hand lie in the range of their hyperparameter. */
export const paramsArbitrary = (
  declarations: ParamDeclarations,
  dimensions: readonly Dimension[],
): fc.Arbitrary<ParamValues> =>
  fc.record(
    Object.fromEntries(
      Object.entries(declarations).map(([name, one]) => [
        name,
        one.kind === 'lists' ? levelsArbitrary(dimensions) : paramArbitrary(one),
      ]),
    ),
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
  fc
    .record(Object.fromEntries(Object.entries(params).map(([name, one]) => [name, paramArbitrary(one)])))
    .map((values) => ({ id, params: { ...values } }));

const noiseArbitrary = ({ defaultNoise }: ObjectiveDefinition): fc.Arbitrary<Noise> =>
  fc.oneof(
    fc.constant<Noise>({ kind: 'none' }),
    fc
      .double({ min: Number.MIN_VALUE, max: LIMITS.noise.max, noNaN: true })
      .map((sd): Noise => ({ kind: 'gaussian', sd })),
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
