import { describe, expect, it } from 'vitest';
import { problemOf, run } from '#core/run.ts';
import { readScenario } from '#core/scenario.ts';
import { strategies } from '#core/strategies/index.ts';
import type { Staged } from '../staged.ts';
import { bringsModel, stageDomain } from './domain.ts';

const scenarioOf = (...ids: string[]) =>
  readScenario({ objective: 'forrester', budget: 14, strategies: ids.map((id) => ({ id })) }).scenario;

describe('the values that curves have room for', () => {
  it.each(strategies.map(({ id }) => id))('know whether %s shows a model before it has one', (id) => {
    const [{ strategy, trials }] = run(scenarioOf(id)).traces;
    expect(trials.some(({ view }) => view?.kind === 'model')).toBe(bringsModel(strategy));
  });

  it('stay as they are when the first model comes', () => {
    const scenario = scenarioOf('random', 'bayes');
    const problem = problemOf(scenario);
    const { traces } = run(scenario);
    const at = (shown: number) =>
      stageDomain(
        {
          problem,
          scenario,
          runs: Object.fromEntries(
            traces.map(({ strategy: choice, trials }) => [
              choice.id,
              { choice, trials: trials.slice(0, shown) },
            ]),
          ) as unknown as Staged['runs'],
        },
        true,
      );
    for (const shown of [1, 6, 14]) expect(at(shown)).toEqual(at(0));
  });
});
