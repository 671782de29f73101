/** The command line's flags as a scenario. Unlike a link, it refuses what it does not take as given. */
import { counted } from '#core/notices.ts';
import { doubledKeys, queryToRaw } from '#core/query.ts';
import { readScenario } from '#core/scenario.ts';
import { hasStrategy, strategies } from '#core/strategies/index.ts';
import type { Message, Scenario } from '#core/types.ts';
import { ownSentence } from './own.ts';
import { UsageError, withMore } from './usage.ts';

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
    throw new UsageError(
      `There is no strategy “${strategy}”; known are ${strategies.map(({ id }) => id).join(', ')}.`,
    );
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

/** Notices in the command line's language. */
function sentence(message: Message): string {
  const { key, values } = message;
  const { name, given, used, expected, known, owner, objective } = values;
  switch (key) {
    case 'notice.unknown-objective':
      return `There is no objective “${given}”; known are ${known}.`;
    case 'notice.unknown-param':
      return known === '–'
        ? `${owner} has no parameters; “${name}” cannot be set.`
        : `${owner} has no parameter “${name}”; known are ${known}.`;
    case 'notice.clamped':
      // Within the range, only the fraction can be at fault.
      return Math.abs(Number(given) - Number(used)) < 1 && !Number.isInteger(Number(given))
        ? `${name} takes ${expected}, whole numbers only; got “${given}”.`
        : `${name} takes ${expected}; got “${given}”.`;
    case 'notice.unreadable':
      return `${name} takes ${expected}; got “${given}”.`;
    case 'notice.no-measured-noise':
      return `--noise measured needs a measured objective; ${objective} has no measured noise.`;
    default:
      return ownSentence(message) ?? `The scenario could not be read (${key}): ${JSON.stringify(values)}.`;
  }
}
