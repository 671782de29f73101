/**
 * The folder of a study or of one of its shards: `results.csv`, `results.parquet`, `study.json`, and `manifest.json`,
 * written last, which says that the others are complete. Every file appears whole or not at all.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { writeCsv, writeParquet } from '../../core/study/results/index.ts';
import type { RunRecord, Study } from '../../core/study/types.ts';
import { reason, UsageError } from '../usage.ts';
import { shardName, WHOLE, type Shard } from './shard.ts';

export const RESULTS = ['results.csv', 'results.parquet', 'study.json'] as const;
type FileName = (typeof RESULTS)[number];
const MANIFEST = 'manifest.json';
const FORMAT = 'trial-by-trial/manifest';

export interface Manifest {
  format: typeof FORMAT;
  version: 1;
  /** i and n of the shard; 1 and 1: the whole study. */
  shard: [i: number, n: number];
  runs: number;
  files: Record<FileName, { bytes: number; sha256: string }>;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const studyText = (study: Study): string => `${JSON.stringify(study, null, 2)}\n`;

/** @throws {UsageError} where there is a manifest that cannot be read */
export function readManifest(folder: string): Manifest | undefined {
  const path = join(folder, MANIFEST);
  if (!existsSync(path)) return undefined;
  try {
    const read = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    const entries = RESULTS.map((name) => read.files[name].sha256);
    if (read.format === FORMAT && read.version === 1 && read.shard.length === 2 && entries.every(Boolean))
      return read;
  } catch {
    // Said below.
  }
  throw new UsageError(`${path} is no manifest of this program; choose another --out or move it away.`);
}

/** Reads a file that a manifest lists. @throws {UsageError} where it is missing or not as it was written */
export function readListed(folder: string, name: FileName, { files }: Manifest): Buffer {
  const path = join(folder, name);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${reason(error)}.`);
  }
  if (sha256(bytes) !== files[name].sha256)
    throw new UsageError(
      `${path} is not as it was written: its size or SHA-256 differs from ${MANIFEST}; move it away.`,
    );
  return bytes;
}

/**
 * Makes the folder if need be.
 * @param ours files without a manifest are what a killed command of ours left
 * @returns whether everything is there already
 * @throws {UsageError} where files of somebody else would have to be overwritten
 */
export function prepareFolder(folder: string, study: Study, shard: Shard, ours: boolean): boolean {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new UsageError(`${folder} cannot be written: ${reason(error)}.`);
  }
  const there = RESULTS.filter((name) => existsSync(join(folder, name)));
  const manifest = readManifest(folder);
  if (!manifest) {
    if (ours || there.length === 0) return false;
    throw new UsageError(
      `${folder} already has a ${there[0]}, which would be overwritten; choose another --out.`,
    );
  }
  const [i, n] = manifest.shard;
  const sameStudy = manifest.files['study.json'].sha256 === sha256(Buffer.from(studyText(study)));
  if (!sameStudy || i !== shard.i || n !== shard.n) {
    const what = sameStudy ? `${shardName({ i, n })}, not of ${shardName(shard)}` : 'another study';
    throw new UsageError(`${folder} has the results of ${what}; choose another --out.`);
  }
  for (const name of there) readListed(folder, name, manifest);
  return there.length === RESULTS.length;
}

/** @throws {UsageError} where the folder does not take them; what is there by then is complete files */
export async function writeResults(
  folder: string,
  study: Study,
  records: readonly RunRecord[],
  { i, n }: Shard = WHOLE,
): Promise<void> {
  const pending: { temporary: string; path: string }[] = [];
  const write = (name: string, chunks: Iterable<string | Uint8Array>) => {
    const path = join(folder, name);
    const temporary = join(folder, `.${name}.${process.pid}`);
    pending.push({ temporary, path });
    const hash = createHash('sha256');
    let bytes = 0;
    const file = openSync(temporary, 'w');
    try {
      for (const chunk of chunks) {
        const data = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
        hash.update(data);
        bytes += data.length;
        for (let at = 0; at < data.length;) at += writeSync(file, data, at);
      }
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    return { bytes, sha256: hash.digest('hex') };
  };
  try {
    const files: Manifest['files'] = {
      'results.csv': write('results.csv', writeCsv(study, records)),
      'results.parquet': write('results.parquet', [new Uint8Array(await writeParquet(study, records))]),
      'study.json': write('study.json', [studyText(study)]),
    };
    const manifest: Manifest = { format: FORMAT, version: 1, shard: [i, n], runs: records.length, files };
    write(MANIFEST, [`${JSON.stringify(manifest, null, 2)}\n`]);
    for (const { temporary, path } of pending) renameSync(temporary, path);
  } catch (error) {
    for (const { temporary } of pending) rmSync(temporary, { force: true });
    throw new UsageError(`${folder} cannot be written: ${reason(error)}.`);
  }
}
