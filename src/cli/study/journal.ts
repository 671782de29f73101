/**
 * Finished runs, kept as they come: what a killed command leaves is where the next one begins.
 *
 * A line of JSON says whose runs these are; then, per run, 16 bytes and its columns, all numbers little-endian:
 *
 * | bytes | what                                                |
 * | ----- | --------------------------------------------------- |
 * | 4     | CRC-32 of the rest of the entry                     |
 * | 4     | place of the run in the study's plan                |
 * | 4     | trials n                                            |
 * | 4     | evaluations left over                               |
 * | 27 n  | y, value, best (doubles); batch (uint16); flags     |
 *
 * Entries are only ever appended. One that does not match its checksum was being written when the command was killed:
 * it and whatever follows are cut off and made again.
 */
import { closeSync, fstatSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { planIndex } from '../../core/study/plan.ts';
import { crc32 } from '../../core/study/results/index.ts';
import type { RunKey, RunRecord, Study } from '../../core/study/types.ts';
import { reason, UsageError } from '../usage.ts';
import { shardName, type Shard } from './shard.ts';

export const JOURNAL = 'journal.bin';
const FORMAT = 'trial-by-trial/journal';
const HEAD = 16;
const PER_TRIAL = 27;

export interface Journal {
  /** Runs that were finished before, each once. */
  records: RunRecord[];
  /** Bytes of a half-written entry that were cut off. */
  cut: number;
  append: (records: readonly RunRecord[]) => void;
  close: () => void;
}

const firstLine = (study: Study, { i, n }: Shard): string =>
  `${JSON.stringify({ format: FORMAT, version: 1, shard: [i, n], study })}\n`;

/** The shard that an unfinished journal belongs to, and how many runs it has; undefined: not a journal. */
export function describeJournal(path: string): { study: string; shard: Shard; size: number } | undefined {
  try {
    const bytes = readFileSync(path);
    const head = JSON.parse(bytes.subarray(0, bytes.indexOf(10)).toString()) as {
      shard: [number, number];
      study: unknown;
    };
    const [i, n] = head.shard;
    return { study: JSON.stringify(head.study), shard: { i, n }, size: bytes.length };
  } catch {
    return undefined;
  }
}

/**
 * Opens or begins the journal of a shard.
 * @param keys runs of the shard: an entry of any other is damage
 * @throws {UsageError} where it belongs to something else, or cannot be written
 */
export function openJournal(path: string, study: Study, shard: Shard, keys: readonly RunKey[]): Journal {
  let file: number;
  try {
    file = openSync(path, 'a+');
  } catch (error) {
    throw new UsageError(`${path} cannot be written: ${reason(error)}.`);
  }
  const head = Buffer.from(firstLine(study, shard));
  const bytes = readFileSync(path);
  // A beginning of the line is what is left of a command that was killed while it wrote just that.
  const begun = bytes.length >= head.length || !head.subarray(0, bytes.length).equals(bytes);
  if (begun && !bytes.subarray(0, head.length).equals(head)) {
    closeSync(file);
    const other = describeJournal(path);
    throw new UsageError(
      other && other.study === JSON.stringify(study)
        ? `${path} belongs to ${shardName(other.shard)} of this study, not to ${shardName(shard)}; choose another --out.`
        : `${path} belongs to another study; choose another --out.`,
    );
  }
  if (!begun) {
    ftruncateSync(file, 0);
    writeAll(file, head);
  }
  const { records, end } = begun
    ? readEntries(bytes, head.length, study, keys)
    : { records: [], end: head.length };
  const cut = fstatSync(file).size - end;
  if (cut > 0) ftruncateSync(file, end);
  return {
    records,
    cut,
    append: (more) => writeAll(file, Buffer.concat(more.map((record) => entryOf(study, record)))),
    close: () => closeSync(file),
  };
}

function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}

function entryOf(study: Study, record: RunRecord): Buffer {
  const { y, value, best, batch, flags, unused } = record;
  const n = y.length;
  const entry = Buffer.alloc(HEAD + PER_TRIAL * n);
  entry.writeUInt32LE(planIndex(study, record), 4);
  entry.writeUInt32LE(n, 8);
  entry.writeUInt32LE(unused, 12);
  let at = HEAD;
  for (const column of [y, value, best, batch, flags]) {
    entry.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += column.byteLength;
  }
  entry.writeUInt32LE(crc32(entry.subarray(4)), 0);
  return entry;
}

function readEntries(
  bytes: Buffer,
  from: number,
  study: Study,
  keys: readonly RunKey[],
): { records: RunRecord[]; end: number } {
  const missing = new Map(keys.map((key) => [planIndex(study, key), key]));
  const known = new Set(missing.keys());
  const records: RunRecord[] = [];
  let at = from;
  while (at + HEAD <= bytes.length) {
    const n = bytes.readUInt32LE(at + 8);
    const end = at + HEAD + PER_TRIAL * n;
    if (n > study.budget || end > bytes.length) break;
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32LE(at)) break;
    const place = bytes.readUInt32LE(at + 4);
    if (!known.has(place)) break;
    const key = missing.get(place);
    // Two commands at once in one folder make the same runs twice: one of each is enough.
    if (key) records.push(recordAt(bytes, at, n, key));
    missing.delete(place);
    at = end;
  }
  return { records, end: at };
}

function recordAt(bytes: Buffer, at: number, n: number, { problem, strategy, repeat }: RunKey): RunRecord {
  let from = at + HEAD;
  // Copied, because columns in a file start at any byte.
  const part = (size: number): ArrayBuffer => {
    const to = from + size * n;
    const copy = bytes.buffer.slice(bytes.byteOffset + from, bytes.byteOffset + to) as ArrayBuffer;
    from = to;
    return copy;
  };
  return {
    ...{ problem, strategy, repeat },
    y: new Float64Array(part(8)),
    value: new Float64Array(part(8)),
    best: new Float64Array(part(8)),
    batch: new Uint16Array(part(2)),
    flags: new Uint8Array(part(1)),
    unused: bytes.readUInt32LE(at + 12),
    thinkingSeconds: NaN,
  };
}
