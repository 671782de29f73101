/** Settings that fit no problem of the study, found before the study runs. */
import { problemOf, runTrials } from '../run.ts';
import { say, SettingsError, type Message } from '../types.ts';
import { scenarioOf } from './run-study.ts';
import type { Study } from './types.ts';

/**
 * Starts every strategy on every problem, as far as its first trial.
 * @returns for each pair that cannot start: which, then why in the strategy's own words
 */
export function misfits(study: Study): Message[] {
  const said: Message[] = [];
  for (const [problem, { name }] of study.problems.entries()) {
    const target = problemOf(study.problems[problem]);
    for (let strategy = 0; strategy < study.strategies.length; strategy++) {
      const scenario = scenarioOf(study, { problem, strategy, repeat: 0 });
      try {
        const trials = runTrials(scenario, scenario.strategies[0], target);
        trials.next();
        trials.return(undefined as never);
      } catch (error) {
        if (!(error instanceof SettingsError)) throw error;
        said.push(
          say('problem.study-misfit', { field: `strategies.${strategy}`, problem: name }),
          error.said,
        );
      }
    }
  }
  return said;
}
