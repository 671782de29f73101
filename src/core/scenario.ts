/**
 * The one schema of scenarios: URL, trace files, command line and workers all read through it.
 *
 * Nothing here throws. What is out of range is clamped, what is unknown is refused, each with a notice:
 *
 * | key                            | values                                        |
 * | ------------------------------ | --------------------------------------------- |
 * | notice.not-a-scenario          | –                                             |
 * | notice.unknown-key             | name, known                                   |
 * | notice.unknown-objective       | given, known, used                            |
 * | notice.unknown-strategy        | given, known                                  |
 * | notice.duplicate-strategy      | given                                         |
 * | notice.no-strategies           | used                                          |
 * | notice.unknown-param           | owner, name, known                            |
 * | notice.params-not-an-object    | owner                                         |
 * | notice.clamped                 | name, given, used, expected                   |
 * | notice.unreadable              | name, given, used, expected                   |
 * | notice.no-measured-noise       | objective                                     |
 * | notice.box-…, of a box that is not taken | as `readBox` says it                |
 * | problem.…, of a text or of settings that do not go together: its own, `field`, `entered`     |
 */
import { readBox } from './box.ts';
import { defaultNoiseOf, getObjective, hasObjective, objectives } from './objectives/index.ts';
import { quote, readParam, readParams, shorten, type ParamDeclaration, type ParamValue } from './params.ts';
import { fromPercent, toPercent } from './percent.ts';
import { getStrategy, hasStrategy, strategies } from './strategies/index.ts';
import { say, type Box, type Choice, type Message, type Noise, type Scenario } from './types.ts';

/** Limits of the scenario's own numbers, declared like any other parameter. */
export const LIMITS = {
  budget: { kind: 'int', min: 1, max: 500, default: 30 },
  seed: { kind: 'int', min: 0, max: 4294967295, default: 1 },
  repeat: { kind: 'int', min: 0, max: 1_000_000, default: 0 },
  noise: { kind: 'real', min: 0, max: 1e6, default: 0 },
  /** Of proportional noise: a share of the value. */
  proportion: { kind: 'real', min: 0, max: 10, default: 0 },
} as const satisfies Record<string, ParamDeclaration>;

const DEFAULT_OBJECTIVE = 'forrester';

/** The first impression: a curve with one false valley, every strategy, a budget that fits a minute. */
export function defaultScenario(): Scenario {
  const id = hasObjective(DEFAULT_OBJECTIVE) ? DEFAULT_OBJECTIVE : objectives[0].id;
  return {
    version: 1,
    objective: complete(getObjective(id)),
    noise: { kind: 'none' },
    budget: LIMITS.budget.default,
    seed: LIMITS.seed.default,
    repeat: LIMITS.repeat.default,
    strategies: strategies.filter((s) => DEFAULT_STRATEGIES.includes(s.id)).map(complete),
  };
}

/** Shown unless the scenario names others. */
export const DEFAULT_STRATEGIES: readonly string[] = ['babysit', 'grid', 'binary', 'random', 'bayes'];

const complete = ({ id, params }: { id: string; params: Parameters<typeof readParams>[0] }): Choice => ({
  id,
  params: readParams(params, {}, id).values,
});

/** The outer shape; every field is then read leniently, one by one. */
const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

/** A strategy or an objective, by its id or with settings; undefined where it is neither. */
function choiceIn(raw: unknown): { id: string; params: unknown } | undefined {
  if (typeof raw === 'string') return { id: raw, params: undefined };
  return isRecord(raw) && typeof raw.id === 'string' ? { id: raw.id, params: raw.params } : undefined;
}

const KEYS = ['version', 'objective', 'box', 'noise', 'budget', 'seed', 'repeat', 'strategies'];

/** Reads a scenario from anywhere: always a complete, valid scenario, and a notice for everything not taken as given. */
export function readScenario(raw: unknown): { scenario: Scenario; notices: Message[] } {
  const scenario = defaultScenario();
  const notices: Message[] = [];
  if (raw === undefined || raw === null) return { scenario, notices };
  if (!isRecord(raw)) return { scenario, notices: [say('notice.not-a-scenario')] };
  const given = raw;
  for (const name of Object.keys(given)) {
    if (!KEYS.includes(name))
      notices.push(say('notice.unknown-key', { name: shorten(name), known: KEYS.join(', ') }));
  }
  if (given.version !== undefined && given.version !== 1) {
    notices.push(complaint('unreadable', 'version', given.version, 1, '1'));
  }

  scenario.objective = readObjective(given.objective, scenario.objective, notices);
  const box = boxOf(given.box, scenario.objective, notices);
  scenario.strategies = readStrategies(given.strategies, scenario.strategies, notices);
  scenario.noise = readNoise(given.noise, scenario.objective.id, notices);
  for (const name of ['budget', 'seed', 'repeat'] as const) {
    scenario[name] = readLimited(name, given[name], notices);
  }
  return { scenario: box ? { ...scenario, box } : scenario, notices };
}

function boxOf(given: unknown, { id, params }: Choice, notices: Message[]): Box | undefined {
  if (given === undefined) return undefined;
  const read = readBox(given, getObjective(id).create(params));
  if ('box' in read) return read.box;
  notices.push(read.problem);
  return undefined;
}

function readLimited(name: keyof typeof LIMITS, given: unknown, notices: Message[]): number {
  const limit = LIMITS[name];
  if (given === undefined) return limit.default;
  const { value, problem } = readParam(limit, given);
  if (problem) notices.push(complaint(problem, name, given, value, `${limit.min} … ${limit.max}`));
  return value as number;
}

const complaint = (
  problem: string,
  name: string,
  given: unknown,
  used: ParamValue,
  expected: string,
): Message => say(`notice.${problem}`, { name, given: quote(given), used: String(used), expected });

function readObjective(given: unknown, fallback: Choice, notices: Message[]): Choice {
  if (given === undefined) return fallback;
  const choice = choiceIn(given);
  if (!choice || !hasObjective(choice.id)) {
    const name = quote(choice ? choice.id : given);
    const known = objectives.map(({ id }) => id).join(', ');
    notices.push(say('notice.unknown-objective', { given: name, known, used: fallback.id }));
    return fallback;
  }
  const definition = getObjective(choice.id);
  const read = readChoice(definition, choice.params, notices);
  const said = definition.check?.(read.params);
  if (!said) return read;
  notices.push(say(said.key, { ...said.values, field: definition.id, entered: JSON.stringify(read.params) }));
  return complete(definition);
}

function readChoice(
  { id, params }: { id: string; params: Parameters<typeof readParams>[0] },
  raw: unknown,
  notices: Message[],
): Choice {
  const read = readParams(params, raw, id);
  notices.push(...read.notices);
  return { id, params: read.values };
}

function readStrategies(given: unknown, fallback: Choice[], notices: Message[]): Choice[] {
  if (given === undefined) return fallback;
  const chosen: Choice[] = [];
  for (const entry of Array.isArray(given) ? given : []) {
    const { id, params } = choiceIn(entry) ?? { id: quote(entry), params: undefined };
    if (!hasStrategy(id)) {
      const known = strategies.map((strategy) => strategy.id).join(', ');
      notices.push(say('notice.unknown-strategy', { given: shorten(id), known }));
    } else if (chosen.some((other) => other.id === id)) {
      notices.push(say('notice.duplicate-strategy', { given: id }));
    } else chosen.push(readChoice(getStrategy(id), params, notices));
  }
  if (chosen.length > 0) return chosen;
  notices.push(say('notice.no-strategies', { used: fallback.map(({ id }) => id).join(', ') }));
  return fallback;
}

/** Accepts the stored form, and the short one of URL and command line: `0.1`, `10%`, `none`, `measured`. */
function readNoise(given: unknown, objective: string, notices: Message[]): Noise {
  const natural = defaultNoiseOf(objective);
  if (given === undefined) return natural;
  const stored = isRecord(given) && typeof given.kind === 'string' ? given : undefined;
  const kind = stored ? stored.kind : given;
  if (kind === 'none') return { kind: 'none' };
  if (kind === 'measured') {
    if (natural.kind === 'measured') return natural;
    notices.push(say('notice.no-measured-noise', { objective }));
    return { kind: 'none' };
  }
  if (stored && kind !== 'gaussian' && kind !== 'proportional') {
    notices.push(complaint('unreadable', 'noise', given, natural.kind, NOISE_FORMS));
    return natural;
  }
  const amount = stored ? stored.sd : given;
  const percent = !stored && typeof given === 'string' && /[%％]\s*$/.test(given);
  const proportional = percent || kind === 'proportional';
  const limit = proportional ? LIMITS.proportion : LIMITS.noise;
  const { value, problem } = readParam(limit, percent ? fromPercent(given) : amount);
  if (problem === 'unreadable') {
    notices.push(complaint(problem, 'noise', amount ?? given, natural.kind, NOISE_FORMS));
    return natural;
  }
  const said = percent ? toPercent : String;
  if (problem) {
    const range = `${said(limit.min)} … ${said(limit.max)}`;
    notices.push(complaint(problem, 'noise', amount, said(value as number), range));
  }
  if (value === 0) return { kind: 'none' };
  return { kind: proportional ? 'proportional' : 'gaussian', sd: value as number };
}

const NOISE_FORMS = `none | measured | ${LIMITS.noise.min} … ${LIMITS.noise.max} | ${toPercent(LIMITS.proportion.min)} … ${toPercent(LIMITS.proportion.max)}`;
