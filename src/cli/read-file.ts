/**
 * The one reader of files that a command is given by name. It ends whatever the name stands for: a file that is too large,
 * a device or a pipe that never stops. Pipes, `/dev/stdin` and `<(…)` of a shell are read as files are.
 */
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';

const MEGABYTE = 1024 * 1024;
/** Bytes that are asked for at once where the size is not known. */
const CHUNK = MEGABYTE;
/** A pipe that has nothing yet is asked again after this time, in ms. */
const AGAIN = 10;

/** Bytes at most of what a person writes or exports: studies, reference values. */
export const LARGEST_TEXT = 64 * MEGABYTE;
/** Bytes at most of what this program writes: what Node reads at once. */
export const LARGEST_OWN = 2 * 1024 * MEGABYTE - 1;

export interface Reading {
  /** Only an ordinary file will do: no device, no pipe. */
  ordinary?: boolean;
}

/**
 * The bytes of a file.
 * @param most bytes; no more than one chunk beyond is ever read or held
 * @throws {Error} the system's, or one whose message names the limit: `it holds more than 64 MB, the most that is read`
 */
export function readFile(path: string, most: number, { ordinary = false }: Reading = {}): Buffer {
  if (ordinary) mustBeOrdinary(path);
  const file = openSync(path, 'r');
  try {
    const about = fstatSync(file);
    // Sizes are told of files only, and some, such as those of /proc, are told to be empty.
    if (about.isFile() && about.size > most) throw tooLarge(most);
    return about.isFile() && about.size > 0 ? readWhole(file, about.size, most) : readOn(file, [], 0, most);
  } finally {
    closeSync(file);
  }
}

/** Looked at before it is opened: to open a pipe is to wait for who writes to it. @throws {Error} in a few words */
export function mustBeOrdinary(path: string): void {
  const about = statSync(path);
  if (!about.isFile() && !about.isDirectory()) throw new Error('it is not an ordinary file');
}

/** {@link readFile}, as text in UTF-8. */
export const readText = (path: string, most: number, how?: Reading): string =>
  readFile(path, most, how).toString('utf8');

function readWhole(file: number, size: number, most: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  let at = 0;
  while (at < size) {
    const read = readSome(file, bytes, at);
    if (read === 0) return bytes.subarray(0, at);
    at += read;
  }
  // It may have grown since.
  return readOn(file, [bytes], at, most);
}

function readOn(file: number, chunks: Buffer[], before: number, most: number): Buffer {
  let total = before;
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    const read = readSome(file, chunk, 0);
    if (read === 0) return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks, total);
    total += read;
    if (total > most) throw tooLarge(most);
    // Pipes give little at a time: a copy, so that each piece does not hold a whole chunk.
    chunks.push(read < CHUNK / 2 ? Buffer.from(chunk.subarray(0, read)) : chunk.subarray(0, read));
  }
}

/** @returns bytes that were read; 0 at the end */
function readSome(file: number, into: Buffer, at: number): number {
  for (;;) {
    try {
      return readSync(file, into, at, into.length - at, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // What Windows says at the end of its standard input.
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, AGAIN);
    }
  }
}

const tooLarge = (most: number) =>
  new Error(`it holds more than ${Math.floor(most / MEGABYTE)} MB, the most that is read`);
