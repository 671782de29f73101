/** `manifest.json`: that a folder is finished, by which version, and what its files have to be like. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { LARGEST_TEXT, readText } from '../read-file.ts';
import { UsageError } from '../usage.ts';
import { cannotBeRead, sumOf } from './files.ts';
import { ShardOf } from './shard.ts';

export const FILES = ['results.csv', 'results.parquet', 'study.json'] as const;
type FileName = (typeof FILES)[number];
export const MANIFEST = 'manifest.json';
export const FORMAT = 'trial-by-trial/manifest';

const FileSum = v.object({ bytes: v.number(), sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) });
export const Manifest = v.object({
  format: v.literal(FORMAT),
  version: v.literal(1),
  /** The version of the program that made the runs. */
  program: v.optional(v.string()),
  /** i and n; 1 and 1: the whole study. */
  shard: ShardOf,
  /** As in the study; absent where instances are fixed. */
  instances: v.optional(v.literal('moved')),
  runs: v.number(),
  files: v.object({ 'results.csv': FileSum, 'results.parquet': FileSum, 'study.json': FileSum }),
});
export type Manifest = v.InferOutput<typeof Manifest>;

/** @throws {UsageError} where there is a manifest that cannot be read */
export function readManifest(folder: string): Manifest | undefined {
  const path = join(folder, MANIFEST);
  if (!existsSync(path)) return undefined;
  let text: string;
  try {
    text = readText(path, LARGEST_TEXT, { ordinary: true });
  } catch (error) {
    throw cannotBeRead(path, error);
  }
  try {
    return v.parse(Manifest, JSON.parse(text));
  } catch {
    throw new UsageError(`${path} is damaged, or no manifest of this program: move it away.`);
  }
}

/** @returns whether the file is there @throws {UsageError} where it is not as it was written */
export function isIntact(folder: string, name: FileName, { files }: Manifest): boolean {
  const path = join(folder, name);
  if (!existsSync(path)) return false;
  let sum;
  try {
    sum = sumOf(path, files[name].bytes);
  } catch (error) {
    throw cannotBeRead(path, error);
  }
  const { bytes, sha256 } = files[name];
  if (sum.bytes === bytes && sum.sha256 === sha256) return true;
  const what =
    sum.bytes === bytes ? 'its SHA-256 differs from' : `has ${sum.bytes} bytes, not the ${bytes} of`;
  throw new UsageError(
    `${path} is not as it was written (${what} ${MANIFEST}): move it away, and the command that made it makes it again.`,
  );
}
