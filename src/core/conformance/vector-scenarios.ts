/** What the stored traces (`vectors/`) are of, for whoever makes them: Node, and browsers. */
import { lookUp } from '../look-up.ts';
import { readScenario } from '../scenario.ts';
import type { Scenario } from '../types.ts';

/** One knob, two, six with noise; measured and whole-number knobs are among the ordinary tests of each strategy. */
const problems: Record<string, object> = {
  forrester: { objective: { id: 'forrester' }, budget: 20, seed: 7 },
  branin: { objective: { id: 'branin' }, budget: 24, seed: 7 },
  hartmann6: {
    objective: { id: 'hartmann6' },
    budget: 24,
    seed: 7,
    noise: 0.1,
  },
};

/** Of those that have nothing to try at their defaults. */
const settings: Record<string, Record<string, Record<string, unknown>>> = {
  manual: {
    forrester: { points: [[0.2], [0.75]], then: 'random' },
    branin: { points: '2.5,7;3.1,2.2', then: 'bayes' },
    hartmann6: { points: [[0.2, 0.15, 0.5, 0.3, 0.3, 0.7]], then: 'local-random' },
  },
};

export const VECTOR_PROBLEMS = Object.keys(problems);

/** @throws {Error} where it would not be taken as it stands */
export function vectorScenario(problem: string, strategy: string): Scenario {
  const params = lookUp(lookUp(settings, strategy) ?? {}, problem);
  const { scenario, notices } = readScenario({
    ...lookUp(problems, problem),
    strategies: [{ id: strategy, params }],
  });
  if (notices.length > 0) throw new Error(JSON.stringify(notices));
  return scenario;
}
