/** `sim moments FILE…`: what matters in the runs of trace files, as a table or as JSON. */
import { moment as sentences, moments as words } from '../app/i18n/texts/moments.en.ts';
import { fill } from '../app/i18n/texts/saying.ts';
import { momentBlanks } from '../app/i18n/texts/telling-moments.ts';
import type { StrategyTexts } from '../app/i18n/texts/types.ts';
import { lookUp } from '#core/look-up.ts';
import { momentsOf, type Moment } from '#core/moments/index.ts';
import { problemOf } from '#core/run.ts';
import { senseOf } from '#core/sense.ts';
import { readTraceFile } from '#core/trace/file.ts';
import type { Message, Sense, TraceFile } from '#core/types.ts';
import { LARGEST_TEXT, readText } from './read-file.ts';
import { flags, reason, UsageError } from './usage.ts';

/** As many as a trace file may hold traces. */
const MOST_FILES = 32;

/** @returns the exit code */
export async function momentsCommand(args: string[], print: (text: string) => void): Promise<number> {
  const { values, positionals: paths } = flags(args, { json: { type: 'boolean' } }, MOST_FILES);
  if (paths.length === 0) {
    throw new UsageError(
      'moments needs a trace file, as `sim run` prints or the Lab downloads: sim moments FILE.',
    );
  }
  const { scenario, traces } = oneScenario(paths.map((path) => ({ path, file: traceFileOf(path) })));
  const problem = problemOf(scenario);
  const sense = senseOf(problem);
  const moments = momentsOf(traces, problem);
  const names = new Map<string, string>();
  for (const { strategy } of traces) names.set(strategy.id, await shortName(strategy.id));
  const told = moments.map((moment) => ({ ...moment, sentence: sentenceOf(moment.message, sense, names) }));
  if (values.json === true)
    print(`${JSON.stringify({ ...about(scenario, sense), moments: told.map(asJson) })}\n`);
  else print(table(told, names));
  return 0;
}

type Told = Moment & { sentence: string };

function traceFileOf(path: string): TraceFile {
  let text: string;
  try {
    text = readText(path, LARGEST_TEXT);
  } catch (error) {
    throw new UsageError(`${path} could not be read: ${reason(error)}.`);
  }
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${path} is not JSON: ${(error as Error).message}. ${EXPECTED}`);
  }
  const read = readTraceFile(raw);
  if ('file' in read) return read.file;
  throw new UsageError(`${path} ${refusal(read.problem)} ${EXPECTED}`);
}

const EXPECTED = 'Expected: a trace file as `sim run` prints it, or as the Lab downloads it.';

function refusal({ key, values }: Message): string {
  switch (key) {
    case 'problem.trace-version':
      return `has version ${values.given} of the trace format; this command reads version ${values.known}.`;
    case 'problem.trace-scenario':
      return `has a scenario that is not valid at “${values.field}”.`;
    case 'problem.trace-field':
      return `is not valid at ${values.field}, where ${values.expected} should stand.`;
    default:
      return 'holds no traces.';
  }
}

/** Runs of one scenario from several files: strategies are compared on the same question only. */
function oneScenario(
  files: readonly { path: string; file: TraceFile }[],
): Pick<TraceFile, 'scenario' | 'traces'> {
  const [{ path: first, file }] = files;
  const question = questionOf(file);
  const from = new Map<string, string>();
  for (const { path, file: other } of files) {
    if (questionOf(other) !== question) {
      throw new UsageError(
        `${path} and ${first} hold runs of different scenarios; give files of one scenario.`,
      );
    }
    for (const { strategy } of other.traces) {
      const before = from.get(strategy.id);
      if (before !== undefined) {
        throw new UsageError(
          `${path} and ${before} both hold a run of ${strategy.id}; leave one of them out.`,
        );
      }
      from.set(strategy.id, path);
    }
  }
  return { scenario: file.scenario, traces: files.flatMap(({ file: { traces } }) => traces) };
}

const questionOf = ({ scenario: { strategies: _, ...question } }: TraceFile): string =>
  JSON.stringify(question);

/** Texts of strategies are found by their ids, which the reader of trace files has checked. */
async function shortName(id: string): Promise<string> {
  const { default: texts } = (await import(`../app/i18n/texts/strategies/${id}.ts`)) as {
    default: StrategyTexts;
  };
  return texts.en.short;
}

const SENTENCES: ReadonlyMap<string, string> = new Map(
  Object.entries(sentences).map(([name, text]) => [`moment.${name}`, text]),
);

function sentenceOf(message: Message, sense: Sense, names: ReadonlyMap<string, string>): string {
  const blanks = momentBlanks(message, {
    nameOf: (id) => names.get(id) ?? id,
    list: (items) => new Intl.ListFormat('en', { type: 'conjunction' }).format(items),
    more: (count) => words.more.replace('{{count}}', String(count)),
    goal: (key) =>
      (sense === 'maximise' && lookUp(words.goal, `${key}_maximise`)) || (lookUp(words.goal, key) ?? key),
  });
  const text =
    (sense === 'maximise' && SENTENCES.get(`${message.key}_maximise`)) || SENTENCES.get(message.key);
  return fill(text ?? message.key, blanks);
}

const about = ({ objective, noise, budget, seed, repeat }: TraceFile['scenario'], sense: Sense) => ({
  objective: objective.id,
  ...(sense === 'maximise' && { sense }),
  ...{ noise, budget, seed, repeat },
});

const asJson = ({ trial, strategy, kind, weight, message: { key, values }, sentence }: Told) => ({
  ...{ trial, strategy, kind, weight, key, values, sentence },
});

/** The first of a trial is what a caption would say; it is the one marked. */
function table(told: readonly Told[], names: ReadonlyMap<string, string>): string {
  if (told.length === 0) return `${words.none}\n`;
  const rows = told.map(({ trial, strategy, kind, sentence }, i) => [
    `${told[i - 1]?.trial === trial ? ' ' : '*'} ${trial}`,
    names.get(strategy) ?? strategy,
    kind,
    sentence,
  ]);
  const all = [['trial', 'strategy', 'kind', 'what happened'], ...rows];
  const width = (column: number) => Math.max(...all.map((row) => row[column].length));
  const [trial, strategy, kind] = [width(0), width(1), width(2)];
  return all
    .map(
      (row) => `${row[0].padStart(trial)}  ${row[1].padEnd(strategy)}  ${row[2].padEnd(kind)}  ${row[3]}\n`,
    )
    .join('');
}
