/** Every strategy has luck of its own: nobody else's presence changes it; another seed or repeat is other luck. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { objectives } from '../objectives/index.ts';
import { run } from '../run.ts';
import { FEW_POINTS } from '../testing.ts';
import { strategies } from '../strategies/index.ts';
import { modelBased, objectiveArbitrary, caseScenario, settingsArbitrary } from './cases.ts';
import { alone, drawsOf, interleaved } from './streams.ts';

/** All strategies, with any settings, on the same objective; some of them in another order. */
const together = fc
  .constantFrom(...objectives)
  .chain(objectiveArbitrary)
  .chain((objective) =>
    fc.record({
      objective: fc.constant(objective),
      // Points of one's own all fit.
      budget: fc.integer({ min: FEW_POINTS, max: 12 }),
      seed: fc.integer({ min: 0, max: 1000 }),
      noise: fc.constantFrom('none', '0.5'),
      strategies: fc.tuple(...strategies.map((strategy) => settingsArbitrary(strategy, objective))),
      kept: fc.shuffledSubarray([...strategies.keys()], { minLength: 1 }),
    }),
  )
  .map(({ kept, ...raw }) => ({ scenario: caseScenario(raw), kept }));

it('adding or removing strategies changes nothing, nor does their order', () => {
  fc.assert(
    fc.property(together, ({ scenario, kept }) => {
      const { traces } = run(scenario);
      const some = run({ ...scenario, strategies: kept.map((i) => scenario.strategies[i]) });
      expect(some.traces).toEqual(kept.map((i) => traces[i]));
    }),
    { numRuns: 12 },
  );
});

it('nor does running them side by side, one trial each in turn', () => {
  fc.assert(
    fc.property(together, ({ scenario }) => {
      expect(interleaved(scenario, strategies)).toEqual(alone(scenario, strategies));
    }),
    { numRuns: 12 },
  );
});

describe.each(strategies.map((strategy) => [strategy.id, strategy] as const))('%s', (id, strategy) => {
  const scenario = caseScenario({
    objective: 'branin',
    budget: modelBased(strategy) ? 9 : 20,
    strategies: [strategy.waits ? { id, params: { points: '1,1' } } : id],
  });

  it('uses its luck if it has any: other seeds and repeats, other points; else the same', () => {
    const runs = [{}, { seed: 2 }, { seed: 3 }, { repeat: 1 }, { repeat: 2 }].map((more) =>
      drawsOf({ ...scenario, ...more }, strategy),
    );
    const different = new Set(runs.map(({ points }) => JSON.stringify(points))).size;
    expect(different).toBe(runs.some(({ draws }) => draws > 0) ? runs.length : 1);
  });

  it('meets other noise in another seed or repeat', () => {
    const noisy = { ...scenario, noise: { kind: 'gaussian', sd: 1 } } as const;
    const runs = [{}, { seed: 2 }, { repeat: 1 }].map((more) => drawsOf({ ...noisy, ...more }, strategy));
    expect(new Set(runs.map(({ noise }) => JSON.stringify(noise))).size).toBe(runs.length);
  });
});
