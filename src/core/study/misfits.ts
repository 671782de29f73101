/** Settings that fit no problem of the study, found before the study runs. */
import { lookUp } from '../look-up.ts';
import { defaults } from '../params.ts';
import { problemOf, runTrials } from '../run.ts';
import { getStrategy } from '../strategies/index.ts';
import { say, SettingsError, type Message } from '../types.ts';
import { runScenario } from './run-study.ts';
import type { Study } from './types.ts';

/**
 * Starts every strategy on every problem, as far as its first trial. At its defaults every strategy fits every problem
 * (`conformance/every-pair.ts`), so only those with settings of their own are tried: a form asks at every key press.
 * @returns for each pair that cannot start: which, then why in the strategy's own words
 */
export function misfits(study: Study): Message[] {
  const said: Message[] = [];
  const own = study.strategies.flatMap(({ id, params }, strategy) =>
    !getStrategy(id).waits &&
    Object.entries(defaults(getStrategy(id).params)).every(([name, value]) =>
      same(lookUp(params, name), value),
    )
      ? []
      : [strategy],
  );
  if (own.length === 0) return said;
  for (const [problem, { name }] of study.problems.entries()) {
    const target = problemOf(study.problems[problem]);
    for (const strategy of own) {
      const scenario = runScenario(study, { problem, strategy, repeat: 0 });
      try {
        const trials = runTrials(scenario, scenario.strategies[0], target);
        if (trials.next().done) throw new SettingsError(say('problem.nothing-to-try'));
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

/** Lists of levels are compared by what they hold. */
const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
