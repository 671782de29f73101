/** The command line's flags as a scenario. Unlike a link, it refuses what it does not take as given. */
import { counted } from '#core/notices.ts';
import { doubledKeys, queryToRaw } from '#core/query.ts';
import { readScenario } from '#core/scenario.ts';
import { hasStrategy, strategies } from '#core/strategies/index.ts';
import { say, type Scenario } from '#core/types.ts';
import { sentence, withMore } from './sentences.ts';
import { UsageError } from './usage.ts';

export interface RunFlags {
  strategy: string;
  objective: string;
  /** Settings of the objective that have a flag of their own. */
  own?: Record<string, string> | undefined;
  budget?: string | undefined;
  seed?: string | undefined;
  noise?: string | undefined;
  set?: string[] | undefined;
}

export function readFlags({
  strategy,
  objective,
  own = {},
  budget,
  seed,
  noise,
  set = [],
}: RunFlags): Scenario {
  if (!hasStrategy(strategy)) {
    const known = strategies.map(({ id }) => id).join(', ');
    throw new UsageError(sentence(say('notice.unknown-strategy', { given: strategy, known })));
  }
  const pairs: [string, string][] = [
    ['objective', objective],
    ['strategies', strategy],
  ];
  if (budget !== undefined) pairs.push(['budget', budget]);
  if (seed !== undefined) pairs.push(['seed', seed]);
  if (noise !== undefined) pairs.push(['noise', noise]);
  for (const [name, value] of Object.entries(own)) pairs.push([`objective.${name}`, value]);
  for (const setting of set) {
    const [, owner, name, value] = /^([^.=]+)\.([^=]+)=(.*)$/s.exec(setting) ?? [];
    if (owner === undefined) {
      throw new UsageError(
        `--set takes owner.param=value, such as bayes.kernel=rbf or objective.angle=30; got “${setting}”.`,
      );
    }
    const known = ['strategy', 'objective', strategy, objective];
    if (!known.includes(owner)) {
      throw new UsageError(
        `--set ${setting}: “${owner}” is neither the strategy (${strategy}) nor the objective (${objective}) of this run.`,
      );
    }
    pairs.push([`${owner === 'strategy' ? strategy : owner}.${name}`, value]);
  }
  const query = pairs
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`)
    .join('&');
  const [doubled] = doubledKeys(query);
  if (doubled) throw new UsageError(`${doubled.name} is given twice; keep the one that is meant.`);
  const { scenario, notices } = readScenario(queryToRaw(query));
  const [first] = counted(notices, 1);
  if (first) throw new UsageError(withMore(sentence(first.message), first.more));
  return scenario;
}
