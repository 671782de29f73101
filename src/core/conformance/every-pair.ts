/** Every strategy on every objective: both registries are the list of what is tested. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { objectives } from '../objectives/index.ts';
import { problemOf } from '../run.ts';
import type { Strategy } from '../types.ts';
import { caseArbitrary } from './cases.ts';
import { expectContract, expectDeterministic } from './contract.ts';

/** Called by several test files, which run side by side. */
export function everyPair(strategies: readonly Strategy[], numRuns: number): void {
  describe.each(strategies.map((strategy) => [strategy.id, strategy] as const))('%s', (_, strategy) => {
    it.each(objectives.map((objective) => [objective.id, objective] as const))(
      'keeps the contract on %s',
      (_, objective) => {
        fc.assert(
          fc.property(caseArbitrary(strategy, objective), (scenario) => {
            const trace = expectContract(scenario);
            expectDeterministic(scenario, () => problemOf(scenario), undefined, trace);
          }),
          { numRuns },
        );
      },
    );
  });
}
