/** Units of y and of the ranges, over 300 decades: a strategy that does not mind them chooses the same points. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../assumptions/diagnosis/index.ts';
import { problemOf } from '../run.ts';
import { makeSpace, type Dimension } from '../space.ts';
import { strategies } from '../strategies/index.ts';
import { finish } from '../testing.ts';
import type { Problem, Scenario } from '../types.ts';
import { modelBased, caseScenario } from './cases.ts';
import { expectPlain } from './contract.ts';
import { choices, expectCloseChoices, single, told } from './invariance.ts';

/** 10^−150 … 10^150, as powers of two: nothing is rounded. */
const power = fc.integer({ min: -498, max: 498 }).map((exponent) => 2 ** exponent);
const asked = fc.constantFrom('forrester', 'branin', 'double-well', 'six-hump-camel', 'face-detector');

/** The same problem with every range, and what it makes of it, in other units. */
function stretched(problem: Problem, factor: number): Problem {
  const dimensions = problem.space.dimensions.map((one): Dimension => {
    const { folklore, ...rest } = one;
    const [lo, hi] = [one.lo * factor, one.hi * factor];
    return { ...rest, lo, hi, ...(folklore !== undefined && { folklore: folklore * factor }) };
  });
  const plain = (x: readonly number[]) => x.map((value) => value / factor);
  const { value, feasible } = problem;
  return {
    ...problem,
    space: makeSpace(dimensions),
    value: (x) => value(plain(x)),
    ...(feasible && { feasible: (x: readonly number[]) => feasible(plain(x)) }),
  };
}

const unminding = strategies
  .filter(({ invariance, oblivious }) => invariance || oblivious)
  .map((strategy) => [strategy.id, strategy] as const);

describe.each(unminding)('%s in other units', (id, strategy) => {
  const anyCase = fc
    .tuple(asked, fc.integer({ min: 1, max: modelBased(strategy) ? 12 : 40 }), fc.nat(1000))
    .map(([objective, budget, seed]): Scenario =>
      caseScenario({ objective, noise: 'none', budget, seed, strategies: [id] }),
    );
  const runs = modelBased(strategy) ? 40 : 90;

  it('chooses the same, y and ranges times any power of two', () => {
    fc.assert(
      fc.property(anyCase, power, power, (scenario, height, width) => {
        const plain = problemOf(scenario);
        const other = stretched(
          told(plain, (y) => height * y),
          width,
        );
        const [before, after] = [finish(scenario, plain), finish(scenario, other)];
        expect(choices(after)).toEqual(choices(before));
        expect(after.trials.map(({ y }) => y)).toEqual(before.trials.map(({ y }) => y! * height));
        expectPlain(scenario, {
          ...after,
          trials: after.trials.map((trial, i) => ({ ...trial, x: before.trials[i].x })),
        });
      }),
      { numRuns: runs },
    );
  });

  if (strategy.invariance !== 'order') {
    it('chooses nearly the same after any affine transform, an offset of a thousand times the spread too', () => {
      const decade = fc.double({ min: -150, max: 150, noNaN: true }).map((exponent) => 10 ** exponent);
      const offset = fc.double({ min: -1000, max: 1000, noNaN: true });
      fc.assert(
        fc.property(asked, decade, offset, fc.nat(1000), (objective, a, b, seed) => {
          const bare = { objective, noise: 'none', seed, strategies: [id] };
          const design = 2 * problemOf(caseScenario(bare)).space.dimensions.length + 2;
          const scenario = caseScenario({
            ...bare,
            budget: Math.min(10, design) + (modelBased(strategy) ? 1 : 10),
          });
          expectCloseChoices(
            scenario,
            () => problemOf(scenario),
            (y) => a * (y + b),
            1e-3,
          );
        }),
        { numRuns: modelBased(strategy) ? 30 : 60 },
      );
    });
  } else {
    it('chooses the same after any affine transform that keeps values apart', () => {
      const decade = fc.double({ min: -150, max: 150, noNaN: true }).map((exponent) => 10 ** exponent);
      fc.assert(
        fc.property(anyCase, decade, fc.constantFrom(0, 1, -3), (scenario, a, b) => {
          const make = () => single(problemOf(scenario));
          const other = told(make(), (y) => a * (y + b * 1024));
          const before = finish(scenario, make());
          // Adding may round two different values to the same one: the case then says nothing.
          const ys = new Set(before.trials.map(({ y }) => y));
          fc.pre(new Set([...ys].map((y) => a * (y! + b * 1024))).size === ys.size);
          expect(choices(finish(scenario, other))).toEqual(choices(before));
        }),
        { numRuns: runs / 2 },
      );
    });
  }
});

it('bayes goes on seeing where values lie on 3·10¹¹: it finds the minimum, and does not draw blanks', () => {
  for (const [factor, offset] of [
    [1, 3e11],
    [0.1, 3e11],
    [1e155, 0],
    [1e-165, 0],
    [1e-165, 1e-160],
    [1e-310, 0],
  ]) {
    const scenario = caseScenario({
      objective: 'forrester',
      noise: 'none',
      budget: 24,
      strategies: ['bayes'],
    });
    const bare = problemOf(scenario);
    const trace = finish(
      scenario,
      told(bare, (y) => factor * y + offset),
    );
    const regrets = trace.trials.map(({ x }) => bare.value(x) - bare.optimum.value);
    expect(Math.min(...regrets), `${factor} y + ${offset}`).toBeLessThan(0.05);
    expectPlain(scenario, trace);
  }
});

it('the diagnosis says the same of the same function in other units', () => {
  const verdictsOf = (problem: Problem) => {
    const steps = diagnose(problem, { noise: { kind: 'none' }, budget: 20, seed: 1 });
    for (;;) {
      const step = steps.next();
      const found = step.value;
      if (!found) continue;
      const { convex, unimodal, separable, lipschitz, minima, sensitivity, resolution } = found;
      return {
        holds: [convex, unimodal, separable, lipschitz].map(({ holds }) => holds),
        minima: minima.count,
        sensitivity,
        lowest: resolution.range[0],
      };
    }
  };
  for (const id of ['forrester', 'branin']) {
    const plain = problemOf(caseScenario({ objective: id }));
    const expected = verdictsOf(plain);
    for (const factor of [2 ** 514, 2 ** -548, 2 ** 900, 2 ** -900]) {
      const scaled = {
        ...told(plain, (y) => factor * y),
        optimum: { ...plain.optimum, value: plain.optimum.value * factor },
      };
      const found = verdictsOf(scaled);
      expect({ ...found, lowest: found.lowest / factor }).toEqual(expected);
    }
  }
});
