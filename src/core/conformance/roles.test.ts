/** What strategies say their evaluations are spent on is what they are spent on. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { objectives } from '../objectives/index.ts';
import { problemOf } from '../run.ts';
import { strategies } from '../strategies/index.ts';
import { finish } from '../testing.ts';
import type { Problem, Proposal, Role, Scenario, Strategy } from '../types.ts';
import { caseArbitrary, modelBased } from './cases.ts';
import { told } from './invariance.ts';

/** Every trial's point and what it was spent on. */
function spending(scenario: Scenario, strategy: Strategy, problem: Problem) {
  const roles: (Role | undefined)[] = [];
  const watched: Strategy = {
    ...strategy,
    *search(context) {
      const search = strategy.search(context);
      for (let step = search.next([]); !step.done;) {
        const asked: readonly Proposal[] = Array.isArray(step.value) ? step.value : [step.value];
        roles.push(...asked.map(({ role }) => role));
        step = search.next(yield step.value);
      }
    },
  };
  const { trials } = finish(scenario, problem, watched);
  return trials.map(({ unit }, i) => ({ unit, role: roles[i] }));
}

/** The problem whose values are turned upside down from one evaluation on; 0-based. */
function turned(problem: Problem, from: number): Problem {
  let evaluations = 0;
  return { ...problem, value: (x) => (evaluations++ < from ? 1 : -1) * problem.value(x) };
}

const anyCase = (strategy: Strategy) =>
  fc.constantFrom(...objectives).chain((objective) => caseArbitrary(strategy, objective));
const runs = (strategy: Strategy) => ({ numRuns: modelBased(strategy) ? 10 : 40 });
const named = strategies.map((strategy) => [strategy.id, strategy] as const);

describe.each(named)('%s', (_, strategy) => {
  it('has its start at the start, and whatever is observed, the same one', () => {
    fc.assert(
      fc.property(anyCase(strategy), (scenario) => {
        const honest = problemOf(scenario);
        const start = (problem: Problem) => {
          const all = spending(scenario, strategy, problem);
          const length = all.findLastIndex(({ role }) => role === 'initial') + 1;
          expect(all.slice(0, length).every(({ role }) => role === 'initial')).toBe(true);
          return all.slice(0, length);
        };
        const plain = start(honest);
        expect(start(turned(honest, 0))).toEqual(plain);
        expect(start(told(honest, () => NaN))).toEqual(plain);
      }),
      runs(strategy),
    );
  });

  it('chooses the second of two probes before it hears of the first', () => {
    fc.assert(
      fc.property(anyCase(strategy), (scenario) => {
        const honest = problemOf(scenario);
        const plain = spending(scenario, strategy, honest);
        const second = plain.findLastIndex(({ role }) => role === 'second-probe');
        if (second < 0) return;
        const other = spending(scenario, strategy, turned(honest, second - 1));
        expect(other[second]).toEqual(plain[second]);
      }),
      runs(strategy),
    );
  });
});

it('whoever looks at results says what its start was, unless it compares from the first trial on', () => {
  const scenario = fc.sample(
    caseArbitrary(
      strategies[0],
      objectives.find(({ id }) => id === 'branin')!,
    ),
    1,
  )[0];
  const silent = strategies.filter((strategy) => {
    const params = strategy.waits ? { points: [[1, 1]] } : {};
    const own = { ...scenario, budget: 3, strategies: [{ id: strategy.id, params }] };
    return !strategy.oblivious && spending(own, strategy, problemOf(own))[0].role !== 'initial';
  });
  expect(silent.map(({ id }) => id).sort()).toEqual(['binary', 'k-section', 'manual']);
});
