/** A file's bytes as text, or what they are instead. */
import { say, type Message } from '../../../../types.ts';

/** How files begin that hold tables, but no text. */
const FORMATS: readonly (readonly [name: string, beginning: string])[] = [
  ['XLSX / ZIP', 'PK\u0003\u0004'],
  ['XLS', '\u00D0\u00CF\u0011\u00E0'],
  ['Parquet', 'PAR1'],
  ['SQLite', 'SQLite format 3\0'],
  ['gzip', '\u001F\u008B'],
  ['PDF', '%PDF-'],
  ['HDF5', '\u0089HDF'],
  ['NumPy', '\u0093NUMPY'],
  ['HTML', '<!DOCTYPE'],
  ['HTML', '<html'],
  ['HTML', '<table'],
];
/** Bytes that are looked at to tell encodings apart. */
const PROBED = 4096;

/**
 * By the byte-order mark or the place of its zeros, else UTF-8, else, where that does not fit, the encodings that
 * spreadsheets still write. Numbers read the same in these.
 */
export function decodeText(bytes: Uint8Array): string | { problem: Message } {
  const beginning = String.fromCharCode(...bytes.subarray(0, 16));
  const format = FORMATS.find(([, magic]) => beginning.startsWith(magic));
  if (format) return { problem: say('problem.csv-format', { name: format[0] }) };
  const wide = wideEncoding(bytes);
  if (wide === 'UTF-32') return { problem: say('problem.csv-encoding', { name: wide }) };
  if (wide) return new TextDecoder(wide).decode(bytes);
  const utf8 = strictly('utf-8', bytes);
  if (utf8 !== undefined) return utf8;
  const chinese = strictly('gb18030', bytes);
  return chinese !== undefined && readsAsChinese(bytes)
    ? chinese
    : new TextDecoder('windows-1252').decode(bytes);
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Of two or four bytes for each sign: digits and separators have zeros in the others. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | 'UTF-32' | undefined {
  const [a, b, c, d] = bytes;
  const probed = bytes.subarray(0, PROBED);
  const zeros = [0, 0, 0, 0];
  for (let i = 0; i < probed.length; i++) if (probed[i] === 0) zeros[i % 4] += 1;
  const most = Math.max(1, Math.floor(probed.length / 4));
  const often = zeros.map((count) => count / most > 0.5);
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff))
    return 'UTF-32';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (often.filter(Boolean).length === 3) return 'UTF-32';
  if (often[1] && often[3] && !often[0] && !often[2]) return 'utf-16le';
  if (often[0] && often[2] && !often[1] && !often[3]) return 'utf-16be';
  return undefined;
}

/**
 * Umlauts, too, can be read as GB 18030, as rare signs: “Größe” as one. In Chinese texts most signs are among the 3755
 * most frequent ones (first level of GB 2312: B0–D7, then A1–FE), or punctuation (A1–A9).
 */
function readsAsChinese(bytes: Uint8Array): boolean {
  let frequent = 0;
  let others = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] < 0x80) continue;
    const [lead, trail] = [bytes[i], bytes[i + 1] ?? 0];
    if (trail >= 0xa1 && (lead <= 0xa9 || (lead >= 0xb0 && lead <= 0xd7)) && lead >= 0xa1) frequent += 1;
    else others += 1;
    i += 1;
  }
  return frequent > others;
}
