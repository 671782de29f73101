/** `sim study CONFIG.json --out DIR [--workers k] [--shard i/n]` */
import { availableParallelism } from 'node:os';
import { planIndex } from '#core/study/plan.ts';
import type { RunKey, RunRecord, Study } from '#core/study/types.ts';
import { flags, UsageError } from '../usage.ts';
import { readConfig } from './config.ts';
import { begin, writeResults } from './folder.ts';
import type { Journal } from './journal.ts';
import { FILES } from './manifest.ts';
import { ProgressLine } from './progress-line.ts';
import { count } from '../sentences.ts';
import { readShard, runsOfShard, WHOLE } from './shard.ts';
import { runOnThreads } from './threads.ts';

const MAX_WORKERS = 1024;
/** Threads of a core at most: more of them finish nothing sooner, and each takes its own memory. */
const PER_CORE = 2;
/** Exit codes of a command that a signal ended, as shells have them: 128 and the signal's number. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

const say = (text: string) => process.stderr.write(`${text}\n`);

export async function studyCommand(args: string[]): Promise<number> {
  const { values, positionals } = flags(
    args,
    { out: { type: 'string' }, workers: { type: 'string' }, shard: { type: 'string' } },
    1,
  );
  const [config] = positionals;
  if (config === undefined || config === '')
    throw new UsageError('study needs a file: sim study CONFIG.json --out DIR.');
  if (typeof values.out !== 'string' || values.out === '')
    throw new UsageError('study needs --out DIR, the folder for its results.');
  const folder = values.out;
  const workers = readWorkers(values.workers as string | undefined);
  const shard = values.shard === undefined ? WHOLE : readShard(values.shard as string);
  const study = readConfig(config);

  const begun = await begin(folder, study, shard);
  if (typeof begun === 'string') {
    say(begun);
    return 0;
  }
  if (study.instances) say('Problems are moved in every repeat ("instances": "moved").');
  const keys = runsOfShard(study, shard);
  const progress = new ProgressLine(keys.length, begun.records.length);
  const records = await runWhatIsLeft(study, keys, begun, { folder, workers, progress });
  await writeResults(folder, study, records, shard);
  const trials = records.reduce((sum, { y }) => sum + y.length, 0);
  say(
    `${count(keys.length, 'run')}, ${count(trials, 'trial')} in ${progress.seconds.toFixed(1)} s: ${FILES.join(', ')} in ${folder}`,
  );
  return 0;
}

function readWorkers(text: string | undefined): number {
  if (text === undefined) return availableParallelism();
  const k = Number(text);
  if (!/^\d+$/.test(text) || k < 1 || k > MAX_WORKERS)
    throw new UsageError(`--workers takes 1 … ${MAX_WORKERS}; got “${text}”.`);
  const cores = availableParallelism();
  if (k <= PER_CORE * cores) return k;
  say(
    `--workers ${k}: there ${cores === 1 ? 'is' : 'are'} ${count(cores, 'core')}; ${PER_CORE * cores} workers are used.`,
  );
  return PER_CORE * cores;
}

interface Means {
  folder: string;
  workers: number;
  progress: ProgressLine;
}

/** @returns all runs of the keys: those of the journal, and those that were made now and stand in it too */
async function runWhatIsLeft(
  study: Study,
  keys: readonly RunKey[],
  journal: Journal,
  { folder, workers, progress }: Means,
): Promise<RunRecord[]> {
  const { records } = journal;
  tellWhatIsThere(folder, keys, journal);
  const done = new Set(records.map((record) => planIndex(study, record)));
  const left = keys.filter((key) => !done.has(planIndex(study, key)));

  const stopped = (signal: keyof typeof SIGNALS) => {
    progress.clear();
    say(`Stopped after ${records.length} of ${count(keys.length, 'run')}; the same command continues.`);
    process.exit(SIGNALS[signal]);
  };
  const signals = Object.keys(SIGNALS) as (keyof typeof SIGNALS)[];
  for (const signal of signals) process.on(signal, stopped);
  try {
    await runOnThreads(study, left, workers, (more) => {
      journal.append(more);
      for (const record of more) records.push(record);
      progress.add(more.length);
    });
  } finally {
    progress.clear();
    for (const signal of signals) process.off(signal, stopped);
    journal.close();
  }
  if (records.length !== keys.length)
    throw new Error(`Only ${records.length} of ${keys.length} runs came back; the same command continues.`);
  return records;
}

function tellWhatIsThere(
  folder: string,
  keys: readonly RunKey[],
  { records, halfWritten, others }: Journal,
): void {
  if (records.length > 0) say(`Continuing: ${records.length} of ${count(keys.length, 'run')} are there.`);
  if (halfWritten > 0)
    say(
      `${count(halfWritten, 'byte')} of a half-written or damaged journal in ${folder} left out; what they held is made again.`,
    );
  for (const other of others)
    say(`Process ${other} seems to be at work in ${folder} too: both will be right, but make the same runs.`);
}
