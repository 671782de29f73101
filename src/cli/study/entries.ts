/**
 * Finished runs as bytes, one entry per run, all numbers little-endian:
 *
 * | bytes | what                                            |
 * | ----- | ----------------------------------------------- |
 * | 4     | CRC-32 of the rest of the entry                 |
 * | 4     | place of the run in the study's plan            |
 * | 4     | trials n                                        |
 * | 27 n  | y, value, best (doubles); batch (uint16); flags |
 *
 * Entries follow each other. One that does not match its checksum was being written when the command was killed.
 */
import { planIndex } from '../../core/study/plan.ts';
import { crc32 } from '../../core/study/results/index.ts';
import type { RunKey, RunRecord, Study } from '../../core/study/types.ts';

const HEAD = 12;
const PER_TRIAL = 27;

export function entryOf(study: Study, record: RunRecord): Buffer {
  const { y, value, best, batch, flags } = record;
  const n = y.length;
  const entry = Buffer.alloc(HEAD + PER_TRIAL * n);
  entry.writeUInt32LE(planIndex(study, record), 4);
  entry.writeUInt32LE(n, 8);
  let at = HEAD;
  for (const column of [y, value, best, batch, flags]) {
    entry.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += column.byteLength;
  }
  entry.writeUInt32LE(crc32(entry.subarray(4)), 0);
  return entry;
}

/**
 * Reads entries up to the first that is not whole.
 * @param keys runs that may stand there, by their place in the plan; those that were read are taken out of it, so that
 *   a run that was made twice is read once
 * @param known all places that are no sign of damage
 * @returns end of the last whole entry
 */
export function readEntries(
  bytes: Buffer,
  from: number,
  study: Study,
  keys: Map<number, RunKey>,
  known: ReadonlySet<number>,
): { records: RunRecord[]; end: number } {
  const records: RunRecord[] = [];
  let at = from;
  while (at + HEAD <= bytes.length) {
    const n = bytes.readUInt32LE(at + 8);
    const end = at + HEAD + PER_TRIAL * n;
    if (n > study.budget || end > bytes.length) break;
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32LE(at)) break;
    const place = bytes.readUInt32LE(at + 4);
    if (!known.has(place)) break;
    const key = keys.get(place);
    if (key) records.push(recordAt(bytes, at + HEAD, n, key, study.budget));
    keys.delete(place);
    at = end;
  }
  return { records, end: at };
}

function recordAt(bytes: Buffer, start: number, n: number, key: RunKey, budget: number): RunRecord {
  let from = start;
  // Copied, because columns in a file start at any byte.
  const part = (size: number): ArrayBuffer => {
    const to = from + size * n;
    const copy = bytes.buffer.slice(bytes.byteOffset + from, bytes.byteOffset + to) as ArrayBuffer;
    from = to;
    return copy;
  };
  return {
    ...key,
    y: new Float64Array(part(8)),
    value: new Float64Array(part(8)),
    best: new Float64Array(part(8)),
    batch: new Uint16Array(part(2)),
    flags: new Uint8Array(part(1)),
    unused: budget - n,
    thinkingSeconds: NaN,
  };
}
