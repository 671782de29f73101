/**
 * The folder of a study or of one of its shards: `results.csv`, `results.parquet`, `study.json`, and `manifest.json`,
 * which comes last and says that the others are complete. Every file appears whole or not at all. Beside them, until
 * then, `unfinished` (`journal.ts`).
 */
import { randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { planIndex } from '#core/study/plan.ts';
import { readResults, writeCsv, writeParquet, type Results } from '#core/study/results/index.ts';
import type { RunRecord, Study } from '#core/study/types.ts';
import { LARGEST_OWN, LARGEST_TEXT, readFile, readText } from '../read-file.ts';
import { UsageError } from '../usage.ts';
import { otherVersion, PROGRAM, versionName } from '../version.ts';
import { firstDifference, thereAndHere } from './differs.ts';
import {
  cannotBeRead,
  cannotBeWritten,
  CONTINUES,
  makeFolder,
  sha256,
  syncFolder,
  writeNew,
} from './files.ts';
import { clearUnfinished, openJournal, unfinishedIn, type Journal } from './journal.ts';
import { FILES, FORMAT, isIntact, MANIFEST, readManifest, type Manifest } from './manifest.ts';
import { sentence } from '../sentences.ts';
import { runsOfShard, shardName, WHOLE, type Shard } from './shard.ts';

const studyText = (study: Study): string => `${JSON.stringify(study, null, 2)}\n`;

/**
 * The runs of a finished folder.
 * @throws {UsageError} where its results are missing, damaged, or not the runs of the shard it says it is
 */
export async function readRuns(folder: string, manifest: Manifest): Promise<Results> {
  // All files, also those that are not needed: one that was changed is told of, and not replaced in silence.
  const there = FILES.filter((each) => isIntact(folder, each, manifest));
  const name = (['results.parquet', 'results.csv'] as const).find((each) => there.includes(each));
  if (!name)
    throw new UsageError(
      `${folder} has neither results.parquet nor results.csv any more: the command that made them makes them again.`,
    );
  const path = join(folder, name);
  let bytes: Buffer;
  try {
    bytes = readFile(path, LARGEST_OWN, { ordinary: true });
  } catch (error) {
    throw cannotBeRead(path, error);
  }
  const read = await readResults(bytes, path);
  if ('problem' in read) throw new UsageError(sentence(read.problem));
  const [i, n] = manifest.shard;
  checkRuns(path, read, { i, n });
  if (manifest.runs !== read.records.length)
    throw new UsageError(
      `${join(folder, MANIFEST)} says ${manifest.runs} runs, and ${path} has ${read.records.length}: one of them has been changed. Move the folder away, and the command that made it makes it again.`,
    );
  return read;
}

/** Results tell no run twice, so equally many, all of the shard, are the shard. */
function checkRuns(path: string, { study, records }: Results, shard: Shard): void {
  const expected = new Set(runsOfShard(study, shard).map((key) => planIndex(study, key)));
  const found = records.filter((record) => expected.has(planIndex(study, record))).length;
  if (found !== expected.size || records.length !== expected.size)
    throw new UsageError(
      `${path} has ${found} of the ${expected.size} runs of ${shardName(shard)}, and ${records.length - found} that are not of it.`,
    );
}

/**
 * Takes a folder for the results of a shard.
 * @returns a journal, or what to tell where nothing is left to do
 * @throws {UsageError} where the folder is somebody else's, or its results are damaged
 */
export async function begin(folder: string, study: Study, shard: Shard): Promise<Journal | string> {
  // A finished folder may be one that can only be read.
  const before = await alreadyThere(folder, study, shard);
  if (before !== undefined) return before;
  const journal = openJournal(folder, study, shard);
  try {
    // Another command may have finished before it could see this one's journal.
    const now = await alreadyThere(folder, study, shard);
    if (now === undefined) {
      if (!journal.continues && !readManifest(folder)) refuseForeign(folder);
      return journal;
    }
    journal.discard();
    return now;
  } catch (error) {
    journal.discard();
    throw error;
  }
}

/** Results without a manifest are what a killed command left, if there is a journal that says so. */
function refuseForeign(folder: string): void {
  const there = FILES.find((name) => existsSync(join(folder, name)));
  if (there !== undefined)
    throw new UsageError(
      `${folder} already has a ${there}, which would be overwritten; choose another --out.`,
    );
}

/**
 * Whether the folder has the results already. Where one of its files was moved away, it is made again from the others.
 * @returns what to tell; undefined: there is something to do
 */
async function alreadyThere(folder: string, study: Study, shard: Shard): Promise<string | undefined> {
  const manifest = readManifest(folder);
  if (!manifest) return undefined;
  checkSame(folder, manifest, study, shard);
  const missing = FILES.filter((name) => !isIntact(folder, name, manifest));
  if (missing.length === 0) {
    clearUnfinished(folder);
    return `${folder} already has the results of ${shardName(shard)}; nothing to do.`;
  }
  if (missing.includes('results.csv') && missing.includes('results.parquet')) return undefined;
  const { records } = await readRuns(folder, manifest);
  await writeResults(folder, study, records, shard);
  return `${folder} had no ${missing.join(', no ')} any more: made again from the other files.`;
}

function checkSame(folder: string, manifest: Manifest, study: Study, shard: Shard): void {
  const { program, files } = manifest;
  const [i, n] = manifest.shard;
  // First, because a version may also write out other defaults.
  if (program !== PROGRAM)
    throw new UsageError(
      `${folder} has the results of ${versionName(program)} ${otherVersion('use that version, or choose another --out')}`,
    );
  if (files['study.json'].sha256 !== sha256(studyText(study)))
    throw new UsageError(`${folder} has the results of another study${difference(folder, study)}.`);
  if (i !== shard.i || n !== shard.n)
    throw new UsageError(
      `${folder} has the results of ${shardName({ i, n })}, not of ${shardName(shard)}; choose another --out.`,
    );
}

function difference(folder: string, study: Study): string {
  try {
    const found = firstDifference(
      JSON.parse(readText(join(folder, 'study.json'), LARGEST_TEXT, { ordinary: true })),
      study,
    );
    return found ? `: ${thereAndHere(found)}` : '; choose another --out';
  } catch {
    return '; choose another --out';
  }
}

/** @throws {UsageError} where the folder does not take them; files that are there by then are complete */
export async function writeResults(
  folder: string,
  study: Study,
  records: readonly RunRecord[],
  { i, n }: Shard = WHOLE,
): Promise<void> {
  const place = unfinishedIn(folder);
  const written: { part: string; path: string }[] = [];
  const write = (name: string, chunks: Iterable<string | Uint8Array>) => {
    const part = join(place, `${randomBytes(8).toString('hex')}.part`);
    written.push({ part, path: join(folder, name) });
    return writeNew(part, chunks);
  };
  try {
    makeFolder(place);
    const files: Manifest['files'] = {
      'results.csv': write('results.csv', writeCsv(study, records)),
      'results.parquet': write('results.parquet', [new Uint8Array(await writeParquet(study, records))]),
      'study.json': write('study.json', [studyText(study)]),
    };
    const manifest: Manifest = {
      ...{ format: FORMAT, version: 1, program: PROGRAM, shard: [i, n] },
      ...(study.instances && { instances: study.instances }),
      ...{ runs: records.length, files },
    };
    write(MANIFEST, [`${JSON.stringify(manifest, null, 2)}\n`]);
    for (const { part, path } of written) {
      // Of names that are written to the disk in any order, the manifest's could be there first.
      if (path === join(folder, MANIFEST)) syncFolder(folder);
      renameSync(part, path);
    }
    syncFolder(folder);
  } catch (error) {
    for (const { part } of written) rmSync(part, { force: true });
    // Another command in the same folder, which was done sooner, cleared away what is not needed any more.
    if (!isFinished(folder, study, { i, n })) throw cannotBeWritten(folder, error, CONTINUES);
  }
  clearUnfinished(folder);
}

function isFinished(folder: string, study: Study, shard: Shard): boolean {
  try {
    const manifest = readManifest(folder);
    if (!manifest) return false;
    checkSame(folder, manifest, study, shard);
    return FILES.every((name) => isIntact(folder, name, manifest));
  } catch {
    return false;
  }
}
