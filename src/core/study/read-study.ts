/**
 * Reads a study from outside. A scenario in a link is repaired as far as possible; a study is hours of work and what
 * papers are written about, so it is refused instead, with everything that is wrong with it:
 *
 * | key                          | values                                                   |
 * | ---------------------------- | -------------------------------------------------------- |
 * | problem.study-not-a-study    | –                                                        |
 * | problem.study-missing        | field, expected                                          |
 * | problem.study-unknown        | field, given, expected: the known ids                    |
 * | problem.study-unknown-key    | field, expected: the known keys                          |
 * | problem.study-value          | field, given, expected                                   |
 * | problem.study-whole          | the same, of whole numbers                               |
 * | problem.study-list           | the same; expected: entries                              |
 * | problem.study-line           | the same; expected: characters on one line               |
 * | problem.study-duplicate-name | field, given                                             |
 * | problem.study-too-large      | given, expected: trials of all runs                      |
 * | problem.study-misfit         | field, problem: why is said by the message that follows  |
 * | problem.study-refused        | field: why is said by the message that follows           |
 *
 * `field` is a path into the file: `problems.0.objective.params.dimension`.
 *
 * Short forms: `"branin"` for a problem or a strategy; `{ "id": "ackley", "params": … }` for a problem; the name of a
 * suite (`suites.ts`) for all of its problems; `0.1`, `"10%"`, `"none"`, `"measured"` for noise, as in scenarios. Budget,
 * repeats, seed, instances and, within an entry, name, params and noise may be left out.
 */
import * as v from 'valibot';
import { quote, readParam, type ParamDeclaration } from '../params.ts';
import { LIMITS, readScenario } from '../scenario.ts';
import { say, type Message } from '../types.ts';
import { misfits } from './misfits.ts';
import { refuse, unfit, unfitLine, unfitList, unfitWhole, unknownKeys } from './refusals.ts';
import { isSuite, SUITES } from './suites.ts';
import { MAX_TRIALS, type Study, type StudyProblem, type StudyStrategy } from './types.ts';

/** Limits of a study's own numbers. */
export const STUDY_LIMITS = {
  budget: LIMITS.budget,
  repeats: { kind: 'int', min: 1, max: 500, default: 20 },
  seed: LIMITS.seed,
} as const satisfies Record<string, ParamDeclaration>;

/** Problems and strategies of one study at most, each. */
export const MAX_ENTRIES = 200;
const NAME_LENGTH = 80;

const FORMAT = 'trial-by-trial/study';
const KEYS = ['format', 'version', 'problems', 'strategies', 'budget', 'repeats', 'seed', 'instances'];
// A list would pass for a record with the keys 0, 1, …; and a record of the library drops keys such as “constructor”.
const Plain = v.custom<Record<string, unknown>>(
  (given) => typeof given === 'object' && given !== null && !Array.isArray(given),
);

/** Reads anything; nothing throws. `problems` has every refusal, in the order of the fields, and is never empty. */
export function readStudy(raw: unknown): { study: Study } | { problems: Message[] } {
  const shape = v.safeParse(Plain, raw);
  if (!shape.success) return { problems: [say('problem.study-not-a-study')] };
  const given = shape.output;
  if (given.format !== undefined && given.format !== FORMAT)
    return { problems: [say('problem.study-not-a-study')] };

  const refused: Message[] = [];
  unknownKeys(given, KEYS, '', refused);
  if (given.version !== undefined && given.version !== 1) refused.push(unfit('version', given.version, '1'));
  const problems = readEntries('problems', given.problems, readProblem, refused);
  const strategies = readEntries('strategies', given.strategies, readStrategy, refused);
  const [budget, repeats, seed] = (['budget', 'repeats', 'seed'] as const).map((name) =>
    readNumberField(name, given[name], refused),
  );
  const moved = readInstances(given, refused) === 'moved';
  const study: Study = {
    ...{ format: FORMAT, version: 1, problems, strategies, budget, repeats, seed },
    // Not written where they are fixed: such studies, and the files that name them, are what they were before.
    ...(moved && { instances: 'moved' as const }),
  };
  if (refused.length > 0) return { problems: refused };

  const trials = problems.length * strategies.length * repeats * budget;
  if (trials > MAX_TRIALS)
    refused.push(say('problem.study-too-large', { given: trials, expected: MAX_TRIALS }));
  else refused.push(...misfits(study));
  return refused.length > 0 ? { problems: refused } : { study };
}

function readNumberField(name: keyof typeof STUDY_LIMITS, given: unknown, refused: Message[]): number {
  const limit = STUDY_LIMITS[name];
  if (given === undefined) return limit.default;
  const { value, problem } = readParam(limit, given);
  if (problem) refused.push(unfitWhole(name, given, `${limit.min} … ${limit.max}`));
  return value as number;
}

const INSTANCES = ['fixed', 'moved'] as const;
export type Instances = (typeof INSTANCES)[number];

/** Suites ask how strategies do on problems of a kind. A problem that a file names by itself is that very problem. */
function readInstances(
  { instances, problems }: Record<string, unknown>,
  refused: Message[],
): Instances | undefined {
  if (instances === undefined) {
    const named: readonly unknown[] = Array.isArray(problems) ? problems : [problems];
    return named.some(isSuite) ? 'moved' : 'fixed';
  }
  const known = INSTANCES.find((one) => one === instances);
  if (!known) refused.push(unfit('instances', instances, '"fixed" | "moved"'));
  return known;
}

type Read<Entry> = (given: unknown, field: string, refused: Message[]) => Entry | undefined;

/** A list of entries, suites taken apart, with a name for each. */
function readEntries<Entry extends { name: string }>(
  field: 'problems' | 'strategies',
  given: unknown,
  read: Read<Entry>,
  refused: Message[],
): Entry[] {
  if (given === undefined) {
    refused.push(say('problem.study-missing', { field, expected: '[…]' }));
    return [];
  }
  const list: readonly unknown[] = Array.isArray(given) ? given : typeof given === 'string' ? [given] : [];
  if (list.length === 0 || list.length > MAX_ENTRIES) {
    refused.push(unfitList(field, given, `1 … ${MAX_ENTRIES}`));
    return [];
  }
  const taken = list.map((entry) => explicitName(entry)).filter((name) => name !== undefined);
  const entries: Entry[] = [];
  for (const [i, entry] of list.entries()) {
    const sketches: readonly unknown[] = field === 'problems' && isSuite(entry) ? SUITES[entry] : [entry];
    for (const sketch of sketches) {
      const found = read(sketch, `${field}.${i}`, refused);
      if (!found) continue;
      const named = explicitName(entry) !== undefined;
      const used = (name: string) => entries.some((other) => other.name === name);
      if (named && used(found.name))
        refused.push(
          say('problem.study-duplicate-name', { field: `${field}.${i}.name`, given: quote(found.name) }),
        );
      if (!named) {
        const base = found.name;
        for (let k = 2; used(found.name) || taken.includes(found.name); k++) found.name = `${base}#${k}`;
      }
      entries.push(found);
    }
  }
  if (entries.length > MAX_ENTRIES) refused.push(unfitList(field, `${entries.length}`, `1 … ${MAX_ENTRIES}`));
  return entries;
}

function explicitName(entry: unknown): string | undefined {
  const read = v.safeParse(v.looseObject({ name: v.string() }), entry);
  return read.success ? read.output.name : undefined;
}

/** A name is one line of text, so that it can be a heading, a column's value and a part of a sentence; half a surrogate pair has no UTF-8. */
const Name = v.pipe(v.string(), v.minLength(1), v.maxLength(NAME_LENGTH), v.regex(/^[^\p{Cc}\p{Cs}]*$/u));

function readName(given: unknown, fallback: string, field: string, refused: Message[]): string {
  if (given === undefined) return fallback;
  const read = v.safeParse(Name, given);
  if (!read.success) refused.push(unfitLine(`${field}.name`, given, `1 … ${NAME_LENGTH}`));
  return read.success ? read.output : fallback;
}

const readProblem: Read<StudyProblem> = (given, field, refused) => {
  const entry = readObject(given, field, refused);
  if (!entry) return undefined;
  const short = entry.objective === undefined;
  unknownKeys(
    entry,
    short ? ['id', 'params', 'name', 'noise'] : ['name', 'objective', 'noise'],
    `${field}.`,
    refused,
  );
  const at = short ? field : `${field}.objective`;
  const objective = short ? entry : readObject(entry.objective, at, refused);
  if (!objective) return undefined;
  if (!short) unknownKeys(objective, ['id', 'params'], `${at}.`, refused);
  if (objective.id === undefined) {
    refused.push(say('problem.study-missing', { field: `${at}.id`, expected: 'id' }));
    return undefined;
  }
  if (typeof objective.id !== 'string') {
    refused.push(unfit(`${at}.id`, objective.id, '"…"'));
    return undefined;
  }
  const noise = v.safeParse(Plain, entry.noise);
  if (noise.success) unknownKeys(noise.output, ['kind', 'sd'], `${field}.noise.`, refused);
  const { id, params } = objective;
  const { scenario, notices } = readScenario({ objective: { id, params }, noise: entry.noise });
  refuse(notices, { at, entry: field, params }, refused);
  const name = readName(entry.name, scenario.objective.id, field, refused);
  return { name, objective: scenario.objective, noise: scenario.noise };
};

const readStrategy: Read<StudyStrategy> = (given, field, refused) => {
  const entry = readObject(given, field, refused);
  if (!entry) return undefined;
  unknownKeys(entry, ['id', 'params', 'name'], `${field}.`, refused);
  if (entry.id === undefined) {
    refused.push(say('problem.study-missing', { field: `${field}.id`, expected: 'id' }));
    return undefined;
  }
  if (typeof entry.id !== 'string') {
    refused.push(unfit(`${field}.id`, entry.id, '"…"'));
    return undefined;
  }
  const { id, params } = entry;
  const { scenario, notices } = readScenario({ strategies: [{ id, params }] });
  refuse(notices, { at: field, entry: field, params }, refused);
  const [choice] = scenario.strategies;
  return { name: readName(entry.name, choice.id, field, refused), ...choice };
};

function readObject(given: unknown, field: string, refused: Message[]): Record<string, unknown> | undefined {
  if (typeof given === 'string') return { id: given };
  const read = v.safeParse(Plain, given);
  if (!read.success) refused.push(unfit(field, given, 'id | { id, params }'));
  return read.success ? read.output : undefined;
}
