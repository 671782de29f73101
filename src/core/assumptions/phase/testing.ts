/** Questions for the tests of this folder and of those that ask them. */
import { readScenario } from '../../scenario.ts';
import { defaults, type ParamValues } from '../../params.ts';
import { getStrategy } from '../../strategies/index.ts';
import type { StudyStrategy } from '../../study/types.ts';
import type { PhaseAxis, PhaseQuestion } from './types.ts';

/** A strategy by id, complete; `binary:fibonacci` names a rule. */
export function strategyOf(name: string, params: ParamValues = {}): StudyStrategy {
  const [id, rule] = name.split(':');
  return { name, id, params: { ...defaults(getStrategy(id).params), ...(rule && { rule }), ...params } };
}

export const axisOf = (
  dial: PhaseAxis['dial'],
  lo: number,
  hi: number,
  cells: number,
  scale: PhaseAxis['scale'] = 'linear',
): PhaseAxis => ({ dial, lo, hi, scale, cells });

/** A small question about a bowl; `objective` as scenarios take it. */
export function questionOf({
  objective = 'quadratic',
  strategies = ['binary:golden', 'random'],
  ...rest
}: Partial<Omit<PhaseQuestion, 'strategies'>> & {
  objective?: unknown;
  strategies?: (string | StudyStrategy)[];
} = {}): PhaseQuestion {
  const { scenario, notices } = readScenario({ objective, budget: 8, seed: 3 });
  if (notices.length > 0) throw new Error(JSON.stringify(notices));
  return {
    base: { objective: scenario.objective, noise: scenario.noise, budget: 8, seed: 3 },
    strategies: strategies.map((one) => (typeof one === 'string' ? strategyOf(one) : one)),
    x: axisOf('objective.minimum', 0.1, 0.9, 5),
    y: axisOf('budget', 2, 12, 4),
    target: { kind: 'absolute', value: 0.001 },
    judged: 'tried',
    repeats: 3,
    placed: true,
    ...rest,
  };
}
