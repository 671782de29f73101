/** `sim study CONFIG.json --out DIR [--workers k] [--shard i/n]` */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { planIndex, planRuns, shardOf } from '../../core/study/plan.ts';
import { flags, reason, UsageError } from '../usage.ts';
import { readConfig } from './config.ts';
import { prepareFolder, RESULTS, writeResults } from './folder.ts';
import { JOURNAL, openJournal } from './journal.ts';
import { Progress } from './progress.ts';
import { readShard, shardName, WHOLE } from './shard.ts';
import { runOnThreads } from './threads.ts';

const MAX_WORKERS = 1024;
const say = (text: string) => process.stderr.write(`${text}\n`);
const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;

export async function studyCommand(args: string[]): Promise<number> {
  const { values, positionals } = flags(
    args,
    { out: { type: 'string' }, workers: { type: 'string' }, shard: { type: 'string' } },
    1,
  );
  const [config] = positionals;
  if (config === undefined) throw new UsageError('study needs a file: sim study CONFIG.json --out DIR.');
  if (typeof values.out !== 'string' || values.out === '')
    throw new UsageError('study needs --out DIR, the folder for its results.');
  const folder = values.out;
  const workers = readWorkers(values.workers as string | undefined);
  const shard = values.shard === undefined ? WHOLE : readShard(values.shard as string);
  const study = readConfig(config);

  const path = join(folder, JOURNAL);
  if (prepareFolder(folder, study, shard, existsSync(path))) {
    say(`${folder} already has the results of ${shardName(shard)}; nothing to do.`);
    return 0;
  }
  const keys = shardOf(planRuns(study), shard.i, shard.n);
  const journal = openJournal(path, study, shard, keys);
  const { records } = journal;
  if (journal.cut > 0)
    say(`${path}: cut off ${count(journal.cut, 'byte')} of a half-written entry; its run is made again.`);
  if (records.length > 0) say(`Continuing: ${records.length} of ${count(keys.length, 'run')} are there.`);

  const done = new Set(records.map((record) => planIndex(study, record)));
  const left = keys.filter((key) => !done.has(planIndex(study, key)));
  const progress = new Progress(keys.length, records.length);
  const stopped = () => {
    progress.clear();
    say(`Stopped after ${records.length} of ${count(keys.length, 'run')}; the same command continues.`);
    process.exit(130);
  };
  process.once('SIGINT', stopped);
  try {
    await runOnThreads(study, left, workers, (more) => {
      try {
        journal.append(more);
      } catch (error) {
        throw new UsageError(`${path} cannot be written: ${reason(error)}.`);
      }
      for (const record of more) records.push(record);
      progress.add(more.length);
    });
  } finally {
    progress.clear();
    process.off('SIGINT', stopped);
    journal.close();
  }
  await writeResults(folder, study, records, shard);
  const trials = records.reduce((sum, { y }) => sum + y.length, 0);
  say(
    `${count(keys.length, 'run')}, ${count(trials, 'trial')} in ${progress.seconds.toFixed(1)} s: ${RESULTS.join(', ')} in ${folder}`,
  );
  return 0;
}

function readWorkers(text: string | undefined): number {
  if (text === undefined) return availableParallelism();
  const k = Number(text);
  if (!/^\d+$/.test(text) || k < 1 || k > MAX_WORKERS)
    throw new UsageError(`--workers takes 1 … ${MAX_WORKERS}; got “${text}”.`);
  return k;
}
