/** A run of a study, opened from its link: the very instance, and the very trials. */
import { describe, expect, it } from 'vitest';
import { queryToRaw, scenarioToQuery } from './query.ts';
import { run } from './run.ts';
import { readScenario } from './scenario.ts';
import { runOne, runScenario } from './study/run-study.ts';
import { study } from './study/testing.ts';

const formula = (text: string, space: string) => ({ id: 'formula', params: { formula: text, space } });
const WHOLE = formula('(x - 3)^2', 'x integer 1 60');
const FREE = formula('x + 0*y', 'x 0 1; y log 1 1e9');

describe('an instance', () => {
  it.each(['branin', 'svc-digits', 'embed', 'ackley', 'dropout-learning-rate', 'knn-cancer', WHOLE, FREE])(
    'of %j, opened from its link, makes the trials of the study',
    (entry) => {
      const given = study({
        ...{ problems: [entry], instances: 'moved' },
        strategies: ['grid', 'babysit', 'nelder-mead'],
        budget: 20,
        repeats: 3,
      });
      for (const key of [0, 1, 2].map((strategy) => ({ problem: 0, strategy, repeat: 2 }))) {
        const link = scenarioToQuery(runScenario(given, key));
        const { scenario, notices } = readScenario(queryToRaw(link));
        expect(notices).toEqual([]);
        expect(scenario).toEqual(runScenario(given, key));
        const [{ trials }] = run(scenario).traces;
        const made = runOne(given, key, () => 0);
        expect(trials.map(({ y }) => y)).toEqual(Array.from(made.y));
        expect(trials.map(({ trueValue }) => trueValue)).toEqual(Array.from(made.value));
      }
    },
  );
});
