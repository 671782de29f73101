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
 * Entries follow each other. One that does not match its checksum was being written when the command was killed, or
 * changed since.
 */
import { planIndex } from '#core/study/plan.ts';
import { crc32 } from '#core/study/results/index.ts';
import type { RunKey, RunRecord, Study } from '#core/study/types.ts';

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
 * Reads all entries that are whole. Behind one that is not, be it half written or spoilt by the disk, the next is looked
 * for byte by byte: one wrong byte costs one run, not all that came after it.
 * @param keys runs that may stand there, by their place in the plan; those that were read are taken out of it, so that
 *   a run that was made twice is read once
 * @param known all places that are no sign of damage
 * @returns and how many bytes were left out
 */
export function readEntries(
  bytes: Buffer,
  from: number,
  study: Study,
  keys: Map<number, RunKey>,
  known: ReadonlySet<number>,
): { records: RunRecord[]; lost: number } {
  const records: RunRecord[] = [];
  let lost = 0;
  let at = from;
  while (at + HEAD <= bytes.length) {
    const end = endOf(bytes, at, study.budget);
    if (end === undefined) {
      lost += 1;
      at += 1;
      continue;
    }
    const place = bytes.readUInt32LE(at + 4);
    // Whole, but not of this shard: who wrote that is not to be believed in the rest either.
    if (!known.has(place)) break;
    const key = keys.get(place);
    if (key) records.push(recordAt(bytes, at + HEAD, (end - at - HEAD) / PER_TRIAL, key, study.budget));
    keys.delete(place);
    at = end;
  }
  return { records, lost: lost + bytes.length - at };
}

/** Where the entry that begins here ends; undefined: none that is whole does. */
function endOf(bytes: Buffer, at: number, budget: number): number | undefined {
  const n = bytes.readUInt32LE(at + 8);
  const end = at + HEAD + PER_TRIAL * n;
  if (n > budget || end > bytes.length) return undefined;
  return crc32(bytes.subarray(at + 4, end)) === bytes.readUInt32LE(at) ? end : undefined;
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
