/** Files as studies need them: whole or not at all, and known by their checksum. */
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  rmdirSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { mustBeOrdinary } from '../read-file.ts';
import { reason, UsageError } from '../usage.ts';

export interface Sum {
  bytes: number;
  sha256: string;
}

/** @param advice what to do about it */
export const cannotBeWritten = (path: string, error: unknown, advice: string): UsageError =>
  new UsageError(`${path} cannot be written: ${reason(error)}; ${advice}.`);

/** For a command that has begun. */
export const CONTINUES = 'what is finished is kept, and the same command continues once that is mended';

export const cannotBeRead = (path: string, error: unknown): UsageError =>
  new UsageError(`${path} cannot be read: ${reason(error)}.`);

/** A disk that is nearly full takes a part: what is left over is offered again, and then refused. */
export function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}

/** Writes a new file, down to the disk. */
export function writeNew(path: string, chunks: Iterable<string | Uint8Array>): Sum {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = openSync(path, 'wx');
  try {
    for (const chunk of chunks) {
      const data = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      hash.update(data);
      bytes += data.length;
      writeAll(file, data);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return { bytes, sha256: hash.digest('hex') };
}

/**
 * Of a file of any size: those of the largest studies are larger than what can be read at once.
 * @param expected bytes; a file of another size is another file, and is not read: its sum is empty
 */
export function sumOf(path: string, expected: number): Sum {
  mustBeOrdinary(path);
  const about = statSync(path);
  if (about.isFile() && about.size !== expected) return { bytes: about.size, sha256: '' };
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(1 << 20);
  const file = openSync(path, 'r');
  try {
    let bytes = 0;
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
      hash.update(chunk.subarray(0, read));
      bytes += read;
    }
    return { bytes, sha256: hash.digest('hex') };
  } finally {
    closeSync(file);
  }
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Makes a folder and those above it. Node's own way with many levels calls a file system that can only be read a folder
 * that is not there.
 */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && existsSync(path) && statSync(path).isDirectory()) return;
    if (code !== 'ENOENT' || dirname(path) === path) throw error;
    makeFolder(dirname(path));
    mkdirSync(path);
  }
}

/** After a power cut, new names are there only if their folder has been written too. */
export function syncFolder(path: string): void {
  try {
    const folder = openSync(path, 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {
    // Windows has no such call; there the file system does without.
  }
}

/** Leaves a folder that holds anything. */
export function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something of somebody's is in there.
  }
}
