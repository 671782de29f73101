/**
 * A scenario as a query a person can read and edit: `objective=branin&budget=40&noise=0.1&strategies=grid,bayes&
 * grid.order=shuffled&objective.angle=30`. Only what differs from the default is written. The grammar of a
 * setting, `owner.param=value`, is that of the command line's `--set`.
 */
import { boxText } from './box.ts';
import { define, lookUp } from './look-up.ts';
import { getObjective } from './objectives/index.ts';
import { formatParam, type ParamDeclarations, type ParamValues } from './params.ts';
import { toPercent } from './percent.ts';
import { defaultScenario } from './scenario.ts';
import { getStrategy, hasStrategy } from './strategies/index.ts';
import type { Noise, Scenario } from './types.ts';

/** The short text of a noise setting; `readScenario` reads it back. */
export function noiseText(noise: Noise): string {
  switch (noise.kind) {
    case 'gaussian':
      return String(noise.sd);
    case 'proportional':
      return toPercent(noise.sd);
    default:
      return noise.kind;
  }
}

export function scenarioToQuery(scenario: Scenario): string {
  const standard = defaultScenario();
  const pairs: [string, string][] = [['objective', scenario.objective.id]];
  for (const name of ['budget', 'seed', 'repeat'] as const) {
    if (scenario[name] !== standard[name]) pairs.push([name, String(scenario[name])]);
  }
  const definition = getObjective(scenario.objective.id);
  if (noiseText(scenario.noise) !== noiseText(definition.defaultNoise ?? { kind: 'none' })) {
    pairs.push(['noise', noiseText(scenario.noise)]);
  }
  const chosen = scenario.strategies.map(({ id }) => id).join(',');
  if (chosen !== standard.strategies.map(({ id }) => id).join(',')) pairs.push(['strategies', chosen]);
  pairs.push(...changed('objective', definition.params, scenario.objective.params));
  if (scenario.box) pairs.push(['box', boxText(scenario.box)]);
  for (const { id, params } of scenario.strategies)
    pairs.push(...changed(id, getStrategy(id).params, params));
  // Commas, semicolons and slashes are safe in a fragment, and lists of levels stay readable.
  return pairs
    .map(([key, value]) => `${key}=${encodeURIComponent(value).replace(/%2C/g, ',').replace(/%3B/g, ';')}`)
    .join('&');
}

function changed(owner: string, declarations: ParamDeclarations, values: ParamValues): [string, string][] {
  return Object.entries(declarations).flatMap(([name, { default: standard }]): [string, string][] => {
    const text = formatParam(lookUp(values, name) ?? standard);
    return text === formatParam(standard) ? [] : [[`${owner}.${name}`, text]];
  });
}

/**
 * A query as raw material for `readScenario`; settings of strategies that are not chosen are kept only when
 * `strategies` names them. Never throws: what cannot be decoded is taken as it is written.
 *
 * @param ignored keys that belong to the page (language, clock, …)
 */
export function queryToRaw(query: string, ignored: readonly string[] = []): Record<string, unknown> {
  const raw: Record<string, unknown> = {};
  const settings = new Map<string, Record<string, string>>();
  for (const [key, value] of pairsOf(query)) {
    if (ignored.includes(key)) continue;
    const dot = key.indexOf('.');
    if (dot < 0) define(raw, key, value);
    else {
      const owner = key.slice(0, dot);
      if (!settings.has(owner)) settings.set(owner, {});
      define(settings.get(owner)!, key.slice(dot + 1), value);
    }
  }
  return withSettings(raw, settings);
}

/** Keys that a query has more than once, with different values, each once: the last value counts. */
export function doubledKeys(query: string): { name: string; used: string }[] {
  const last = new Map<string, string>();
  const doubled = new Set<string>();
  for (const [key, value] of pairsOf(query)) {
    if (last.has(key) && last.get(key) !== value) doubled.add(key);
    last.set(key, value);
  }
  return [...doubled].map((name) => ({ name, used: last.get(name)! }));
}

function* pairsOf(query: string): Generator<[key: string, value: string]> {
  for (const pair of query.replace(/^[?#]/, '').split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    yield [
      decode(equals < 0 ? pair : pair.slice(0, equals)),
      decode(equals < 0 ? '' : pair.slice(equals + 1)),
    ];
  }
}

/** Puts `owner.param=value` settings where a raw scenario holds them; owners that are nobody stay as unknown keys. */
export function withSettings(
  raw: Record<string, unknown>,
  settings: ReadonlyMap<string, Record<string, string>>,
): Record<string, unknown> {
  const objective = typeof raw.objective === 'string' ? raw.objective : defaultScenario().objective.id;
  const ids =
    typeof raw.strategies === 'string'
      ? raw.strategies.split(',').filter((id) => id !== '')
      : defaultScenario().strategies.map(({ id }) => id);
  const own = { ...settings.get(objective), ...settings.get('objective') };
  const result: Record<string, unknown> = {
    ...raw,
    objective: { id: objective, params: own },
    strategies: ids.map((id) => ({ id, params: settings.get(id) ?? {} })),
  };
  for (const [owner, params] of settings) {
    if (owner === 'objective' || owner === objective || ids.includes(owner)) continue;
    // A strategy that exists but is switched off may keep its settings in the link without harm.
    if (!hasStrategy(owner))
      for (const [name, text] of Object.entries(params)) define(result, `${owner}.${name}`, text);
  }
  return result;
}

function decode(text: string): string {
  const spaced = text.replace(/\+/g, ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
