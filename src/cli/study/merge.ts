/** `sim merge DIR... --out DIR`: the shards of a study as one, as if it had never been dealt out. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { planIndex, planRuns, shardOf } from '../../core/study/plan.ts';
import { readResults, type Results } from '../../core/study/results/index.ts';
import type { RunRecord, Study } from '../../core/study/types.ts';
import { flags, UsageError } from '../usage.ts';
import { prepareFolder, readListed, readManifest, writeResults } from './folder.ts';
import { describeJournal, JOURNAL } from './journal.ts';
import { sentence } from './sentences.ts';
import { shardName, WHOLE, type Shard } from './shard.ts';

interface Part extends Results {
  folder: string;
  shard: Shard;
}

export async function mergeCommand(args: string[]): Promise<number> {
  const { values, positionals } = flags(args, { out: { type: 'string' } }, Infinity);
  if (typeof values.out !== 'string' || values.out === '')
    throw new UsageError('merge needs --out DIR, the folder for the merged results.');
  if (positionals.length === 0)
    throw new UsageError('merge needs the folders of the shards: sim merge DIR... --out DIR.');
  const parts: Part[] = [];
  for (const folder of positionals) parts.push(await readPart(folder));
  const { study, records } = joined(parts);
  const folder = values.out;
  if (prepareFolder(folder, study, WHOLE, false)) {
    process.stderr.write(`${folder} already has the results of the whole study; nothing to do.\n`);
    return 0;
  }
  await writeResults(folder, study, records);
  process.stderr.write(`${records.length} runs of ${parts.length} shards merged in ${folder}\n`);
  return 0;
}

async function readPart(folder: string): Promise<Part> {
  const manifest = readManifest(folder);
  if (!manifest) throw new UsageError(incomplete(folder));
  const name = 'results.parquet';
  const read = await readResults(readListed(folder, name, manifest), join(folder, name));
  if ('problem' in read) throw new UsageError(sentence(read.problem));
  const [i, n] = manifest.shard;
  return { folder, shard: { i, n }, ...read };
}

function incomplete(folder: string): string {
  if (!existsSync(folder)) return `There is no folder ${folder}.`;
  const begun = describeJournal(join(folder, JOURNAL));
  return begun
    ? `${folder} is not complete: ${shardName(begun.shard)} was begun; the same sim study command continues it.`
    : `${folder} holds no results of sim study.`;
}

/** @throws {UsageError} unless these are all shards of one study, each once */
function joined(parts: readonly Part[]): { study: Study; records: RunRecord[] } {
  const [{ study, folder: first, shard }] = parts;
  const { n } = shard;
  const seen = new Map<number, string>();
  for (const part of parts) {
    if (JSON.stringify(part.study) !== JSON.stringify(study))
      throw new UsageError(`${part.folder} holds another study than ${first}.`);
    if (part.shard.n !== n)
      throw new UsageError(
        `${part.folder} is ${shardName(part.shard)}, but ${first} is ${shardName(shard)}: the study was dealt out in two ways.`,
      );
    const twice = seen.get(part.shard.i);
    if (twice !== undefined)
      throw new UsageError(`${part.folder} and ${twice} are both ${shardName(part.shard)}.`);
    seen.set(part.shard.i, part.folder);
  }
  const missing = Array.from({ length: n }, (_, k) => k + 1).filter((i) => !seen.has(i));
  if (missing.length > 0)
    throw new UsageError(
      `${missing.length === 1 ? 'Shard' : 'Shards'} ${missing.map((i) => `${i}/${n}`).join(', ')} of the study are missing.`.replace(
        /^(Shard .*) are/,
        '$1 is',
      ),
    );
  for (const {
    folder,
    shard: { i },
    records,
  } of parts)
    checkRuns(folder, study, { i, n }, records);
  return { study, records: parts.flatMap(({ records }) => records) };
}

/** Results tell no run twice, so equally many, all of the shard, are the shard. */
function checkRuns(folder: string, study: Study, { i, n }: Shard, records: readonly RunRecord[]): void {
  const expected = new Set(shardOf(planRuns(study), i, n).map((key) => planIndex(study, key)));
  const found = records.filter((record) => expected.has(planIndex(study, record))).length;
  if (found !== expected.size || records.length !== expected.size)
    throw new UsageError(
      `${folder} has ${found} of the ${expected.size} runs of ${shardName({ i, n })}, and ${records.length - found} that are not of it.`,
    );
}
