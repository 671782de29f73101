/** The same core from a terminal. Results go to standard output; an error is one line on standard error, exit code 2. */
import { tracesToCsv } from '#core/trace/table.ts';
import { run } from '#core/run.ts';
import { oneTrace } from '#core/trace/file.ts';
import { SettingsError } from '#core/types.ts';
import { checkFile } from './check/index.ts';
import { classCommand } from './class.ts';
import { diagnoseReport, formulaReport } from './diagnose.ts';
import { list } from './list.ts';
import { whichObjective } from './own.ts';
import { LARGEST_TEXT, readText } from './read-file.ts';
import { momentsCommand } from './moments.ts';
import { readFlags } from './scenario.ts';
import { mergeCommand } from './study/merge.ts';
import { studyCommand } from './study/run.ts';
import { sentence } from './sentences.ts';
import { TABLE_OPTIONS, tableCommand } from './table.ts';
import { flags, reason, UsageError } from './usage.ts';
import { PROGRAM } from './version.ts';

const HELP = `Trial by Trial: hyperparameter search, trial by trial

  sim list                      strategies and objectives with their parameters, as JSON
  sim run --strategy ID --objective ID [--budget N] [--seed N] [--noise SD|PERCENT%|none|measured]
          [--set strategy.param=value] [--set objective.param=value] [--format json|csv]
                                the trace of one run: every trial's x, y, trueValue, best
  sim run --strategy ID --formula '(x-0.3)^2 + 0.1*sin(20*x)' [--space 'x log 1e-5 1; y integer 1 10'] …
                                on a formula in x, in x and y, or in x1 to x6; from 0 to 1 unless --space says otherwise
  sim run --strategy ID --table TRIALS.csv [--columns lr,dropout,error] [--where 'optimizer=adam'] [--space 'lr log; dropout'] …
                                on trials that were really run: 1 to 6 hyperparameters and the error; how
                                the table was read is said on standard error
  sim table TRIALS.csv [--columns lr,dropout,error] [--where 'optimizer=adam']
          [--direction minimise|maximise] [--rows last|best]
                                how a table of trials is read: columns with their roles and the reasons, points
                                in the table's own units, rows left out, the best trial; as JSON
  sim formula TEXT [--space 'x log 1e-5 1'] [--diagnose]
                                what was found of a formula, as JSON: value, at (all places), more, certified, gap;
                                with --diagnose the verdicts of the Assumptions page with their witnesses
  sim diagnose --objective ID [--set objective.param=value] [--noise SD|PERCENT%|none|measured] [--budget N] [--seed N]
                                the same of any problem, also of --formula or --table as for run
  sim study CONFIG.json --out DIR [--workers K] [--shard I/N]
                                every strategy on every problem, repeated: results.csv and results.parquet;
                                the same command continues where a killed one stopped. Its field "instances":
                                "moved" moves the problems in every repeat (so suites, unless it says "fixed")
  sim merge DIR... --out DIR    results of all shards as one, the same bytes as without shards
  sim moments FILE... [--json]  what matters in the runs of a trace file, as run prints or the Lab downloads it: new
                                leaders, a minimum thrown away, first within 10 %, 1 %, 0.1 % of it, new starts, trials
                                left unused, a model surprised. * marks what is said first of each trial. Several
                                files are taken together where they hold runs of one scenario
  sim class FILE... [--challenge CODE]
                                results of a game, found in any text: a chat that was copied, lists, links. Each is
                                replayed; as CSV. Results of another challenge than most, or than CODE, get no rank,
                                nor what is damaged or there twice: standard error says why
  sim check FILE                holds the core's numbers against a file of reference values: golden values
                                of the surrogate, or values of BBOB functions
  sim help [COMMAND]            this text, or what it says of one command
  sim --version                 the version, to which results of studies belong

Run it as: npm run -s sim -- COMMAND …
`;

/** What the text says, command by command. */
const ENTRIES = [...HELP.matchAll(/^ {2}sim (\w+)\b.*\n(?: {10}.*\n)*/gm)].map(([text, name]) => ({
  name,
  text,
}));
const COMMANDS = [...new Set(ENTRIES.map(({ name }) => name))];

function helpOn(args: string[]): string {
  const [name] = flags(args, {}, 1).positionals;
  if (name === undefined) return HELP;
  const entries = ENTRIES.filter((entry) => entry.name === name);
  if (entries.length > 0) return entries.map(({ text }) => text).join('');
  throw new UsageError(`There is no command “${name}” to help with; known are ${COMMANDS.join(', ')}.`);
}

/** @returns the exit code */
export async function sim(args: string[]): Promise<number> {
  try {
    return await command(args);
  } catch (error) {
    const known = error instanceof UsageError || error instanceof SettingsError;
    const text = error instanceof SettingsError ? sentence(error.said) : (error as Error).message;
    process.stderr.write(`${text.replace(/\s*\n\s*/g, ' ')}\n`);
    if (!known && process.env.DEBUG) process.stderr.write(`${(error as Error).stack}\n`);
    return 2;
  }
}

async function command(args: string[]): Promise<number> {
  const [name, ...rest] = args;
  switch (name) {
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      print(helpOn(rest));
      return 0;
    case '--version':
      print(`${PROGRAM}\n`);
      return 0;
    case 'list':
      flags(rest, {}, 0);
      print(`${JSON.stringify(list(), null, 1)}\n`);
      return 0;
    case 'run':
      return runCommand(rest);
    case 'formula':
      print(`${JSON.stringify(formulaReport(rest))}\n`);
      return 0;
    case 'diagnose':
      print(`${JSON.stringify(diagnoseReport(rest))}\n`);
      return 0;
    case 'table':
      return tableCommand(rest, print);
    case 'study':
      return studyCommand(rest);
    case 'merge':
      return mergeCommand(rest);
    case 'moments':
      return momentsCommand(rest, print);
    case 'class':
      return classCommand(rest, print, (text) => process.stderr.write(text));
    case 'check':
      return checkCommand(rest);
    default:
      throw new UsageError(`There is no command “${name}”; known are ${COMMANDS.join(', ')}.`);
  }
}

function runCommand(args: string[]): number {
  const { values } = flags(
    args,
    {
      strategy: { type: 'string' },
      objective: { type: 'string' },
      formula: { type: 'string' },
      space: { type: 'string' },
      table: { type: 'string' },
      ...TABLE_OPTIONS,
      budget: { type: 'string' },
      seed: { type: 'string' },
      noise: { type: 'string' },
      set: { type: 'string', multiple: true },
      format: { type: 'string' },
    },
    0,
  );
  const { strategy, budget, seed, noise, set, format = 'json' } = values;
  if (typeof strategy !== 'string') throw new UsageError('run needs --strategy ID; `sim list` names them.');
  if (format !== 'json' && format !== 'csv')
    throw new UsageError(`--format takes json or csv; got “${format}”.`);
  const scenario = readFlags({
    strategy,
    ...whichObjective(values as Parameters<typeof whichObjective>[0], (line) =>
      process.stderr.write(`${line}\n`),
    ),
    budget: budget as string | undefined,
    seed: seed as string | undefined,
    noise: noise as string | undefined,
    set: set as string[] | undefined,
  });
  const file = run(scenario);
  if (format === 'csv') print(tracesToCsv(file));
  else print(`${JSON.stringify(oneTrace(file))}\n`);
  return 0;
}

function checkCommand(args: string[]): number {
  const { positionals } = flags(args, {}, 1);
  const [path] = positionals;
  if (path === undefined) throw new UsageError('check needs a file: sim check FILE.');
  let text: string;
  try {
    text = readText(path, LARGEST_TEXT);
  } catch (error) {
    throw new UsageError(`${path} could not be read: ${reason(error)}.`);
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${path} is not JSON: ${(error as Error).message}.`);
  }
  let report;
  try {
    report = checkFile(data);
  } catch (error) {
    throw new UsageError(`${path}: ${(error as Error).message}`);
  }
  print(`${JSON.stringify(report)}\n`);
  return report.ok ? 0 : 1;
}

const print = (text: string) => process.stdout.write(text);
