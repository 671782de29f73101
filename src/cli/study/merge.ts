/** `sim merge DIR... --out DIR`: the shards of a study as one, as if it had never been dealt out. */
import { existsSync, realpathSync } from 'node:fs';
import type { Results } from '#core/study/results/index.ts';
import type { RunRecord, Study } from '#core/study/types.ts';
import { flags, UsageError } from '../usage.ts';
import { otherVersion, PROGRAM, versionName } from '../version.ts';
import { firstDifference } from './differs.ts';
import { begin, readRuns, writeResults } from './folder.ts';
import { begunIn } from './journal.ts';
import { readManifest } from './manifest.ts';
import { count } from '../sentences.ts';
import { shardName, WHOLE, type Shard } from './shard.ts';

/** Missing shards that a sentence names; of more, it says how many. */
const NAMED = 8;

interface Part extends Results {
  folder: string;
  shard: Shard;
}

export async function mergeCommand(args: string[]): Promise<number> {
  const { values, positionals } = flags(args, { out: { type: 'string' } }, Infinity);
  if (typeof values.out !== 'string' || values.out === '')
    throw new UsageError('merge needs --out DIR, the folder for the merged results.');
  if (positionals.length === 0 || positionals.includes(''))
    throw new UsageError('merge needs the folders of the shards: sim merge DIR... --out DIR.');
  const parts: Part[] = [];
  for (const folder of positionals) parts.push(await readPart(folder));
  const { study, records } = joined(parts);
  const begun = await begin(values.out, study, WHOLE);
  if (typeof begun === 'string') {
    process.stderr.write(`${begun}\n`);
    return 0;
  }
  begun.close();
  await writeResults(values.out, study, records);
  process.stderr.write(
    `${count(records.length, 'run')} of ${count(parts.length, 'shard')} merged in ${values.out}\n`,
  );
  return 0;
}

async function readPart(folder: string): Promise<Part> {
  const manifest = readManifest(folder);
  if (!manifest) throw new UsageError(incomplete(folder));
  if (manifest.program !== PROGRAM)
    throw new UsageError(
      `${folder} has the results of ${versionName(manifest.program)} ${otherVersion('merge with the version that made all shards, or make this one again')}`,
    );
  const [i, n] = manifest.shard;
  return { folder, shard: { i, n }, ...(await readRuns(folder, manifest)) };
}

function incomplete(folder: string): string {
  if (!existsSync(folder)) return `There is no folder ${folder}.`;
  const begun = begunIn(folder);
  return begun
    ? `${folder} is not finished: it was begun as ${shardName(begun)}, and the same sim study command continues it.`
    : `${folder} holds no results of sim study.`;
}

/** @throws {UsageError} unless these are all shards of one study, each once */
function joined(parts: readonly Part[]): { study: Study; records: RunRecord[] } {
  const [{ study, folder: first, shard }] = parts;
  const { n } = shard;
  const seen = new Map<number, string>();
  for (const part of parts) {
    const difference = firstDifference(study, part.study);
    if (difference)
      throw new UsageError(
        `${part.folder} holds another study than ${first}: ${difference.field} is ${difference.b}, not ${difference.a}.`,
      );
    if (part.shard.n !== n)
      throw new UsageError(
        `${part.folder} is ${shardName(part.shard)}, but ${first} is ${shardName(shard)}: the study was dealt out in two ways.`,
      );
    const twice = seen.get(part.shard.i);
    if (twice !== undefined)
      throw new UsageError(
        realpathSync(twice) === realpathSync(part.folder)
          ? `${part.folder} is given twice.`
          : `${part.folder} and ${twice} are both ${shardName(part.shard)}: give one of them.`,
      );
    seen.set(part.shard.i, part.folder);
  }
  if (seen.size < n) throw new UsageError(missing(n, seen));
  return { study, records: parts.flatMap(({ records }) => records) };
}

function missing(n: number, seen: ReadonlyMap<number, string>): string {
  const count = n - seen.size;
  const named: string[] = [];
  for (let i = 1; i <= n && named.length < NAMED; i++) if (!seen.has(i)) named.push(`${i}/${n}`);
  const more = count > named.length ? ` and ${count - named.length} more` : '';
  return `${count === 1 ? 'Shard' : 'Shards'} ${named.join(', ')}${more} of the study ${count === 1 ? 'is' : 'are'} missing.`;
}
