/**
 * A checksum of the whole file, inside it. Parquet has none of its own for most of its bytes, and the library may run
 * forever in a damaged page: the file is checked before anything in it is believed.
 *
 * The head of the file's metadata begins with {@link MARK} and eight digits: the CRC-32 of the file as it is with these
 * digits all zero.
 */
import { crc32, hex } from './crc32.ts';
import { FORMAT } from './format.ts';

/** As it stands in JSON, where no name can contain it: its quotes would be escaped. */
const MARK = `{"format":"${FORMAT}","crc32":"`;
const OPEN = '00000000';
const utf8 = new TextEncoder();

/** A head to be sealed, as JSON. */
export const unsealed = (head: object): string => JSON.stringify({ format: FORMAT, crc32: OPEN, ...head });

/** Where the digits stand; −1: there is no head. */
function place(bytes: Uint8Array): number {
  const mark = utf8.encode(MARK);
  // What texts the columns hold stands before the metadata.
  let at = bytes.lastIndexOf(mark[0]);
  while (at >= 0 && !mark.every((byte, i) => bytes[at + i] === byte))
    at = at > 0 ? bytes.lastIndexOf(mark[0], at - 1) : -1;
  return at < 0 ? -1 : at + mark.length;
}

function checksum(bytes: Uint8Array, at: number): string {
  const before = crc32(utf8.encode(OPEN), crc32(bytes.subarray(0, at)));
  return hex(crc32(bytes.subarray(at + OPEN.length), before));
}

/** Writes the checksum into the bytes of a file with an {@link unsealed} head. */
export function seal(bytes: Uint8Array): void {
  const at = place(bytes);
  bytes.set(utf8.encode(checksum(bytes, at)), at);
}

/** The checksum that the file has, and the one that it should have. */
export function readSeal(bytes: Uint8Array): { found: string; given: string } | undefined {
  const at = place(bytes);
  if (at < 0) return undefined;
  const given = String.fromCharCode(...bytes.subarray(at, at + OPEN.length));
  return { found: checksum(bytes, at), given };
}
