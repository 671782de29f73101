/** Reads what `write-parquet.ts` writes, a row group at a time: rows never become objects. */
import type { FileMetaData } from 'hyparquet';
import { emptyColumns, RowError, STATUSES, type StudyColumns } from '../columns.ts';
import type { Study } from '../types.ts';
import {
  altered,
  atRow,
  COLUMN_NAMES,
  damaged,
  foreign,
  maxRows,
  otherVersion,
  truncated,
  VERSION,
} from './format.ts';
import { readHead } from './read-head.ts';
import { readSeal } from './seal.ts';
import { HEAD_KEY, ROW_GROUP } from './write-parquet.ts';

export const MAGIC = 'PAR1';

/** Parquet files start and end with it. */
export function hasMagic(bytes: Uint8Array, at: number): boolean {
  return at >= 0 && [...MAGIC].every((letter, i) => bytes[at + i] === letter.charCodeAt(0));
}

/** @throws {Refusal} */
export async function readParquet(
  bytes: Uint8Array,
  name: string,
): Promise<{ study: Study; columns: StudyColumns }> {
  // The list of contents stands at the end: of a file that breaks off, nothing can be found.
  if (bytes.length < 12 || !hasMagic(bytes, bytes.length - 4)) throw truncated(name, 0);
  const checksum = readSeal(bytes);
  if (!checksum) throw foreign(name);
  if (checksum.found !== checksum.given) throw altered(name, checksum.found, checksum.given);
  const { parquetMetadata, parquetRead } = await import('hyparquet');
  // Not `bytes.slice()`: a small Buffer of Node's is a part of a larger one, and its `slice` is too.
  const { buffer, byteOffset, byteLength } = bytes;
  const file =
    byteLength === buffer.byteLength
      ? (buffer as ArrayBuffer)
      : (buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);
  let metadata: FileMetaData;
  try {
    metadata = parquetMetadata(file);
  } catch {
    throw damaged(name, 'Parquet footer');
  }
  const { study, rows } = readParquetHead(metadata, name);
  checkLayout(metadata, rows, name);
  const columns = emptyColumns(study, rows);
  const filled = new Filling(columns);
  for (let rowStart = 0; rowStart < rows; rowStart += ROW_GROUP) {
    try {
      await parquetRead({
        file,
        metadata,
        rowStart,
        rowEnd: Math.min(rows, rowStart + ROW_GROUP),
        columns: [...COLUMN_NAMES],
        onChunk: ({ columnName, columnData, rowStart: at }) => {
          filled.add(columnName, columnData, at);
        },
      });
    } catch {
      throw damaged(name, `row group ${rowStart / ROW_GROUP + 1}`);
    }
    if (filled.problem) throw atRow(name, filled.problem);
  }
  const cells = rows * COLUMN_NAMES.length;
  if (filled.cells !== cells) throw altered(name, String(filled.cells), String(cells));
  return { study, columns };
}

/** What the file says of itself, in its key-value metadata. */
function readParquetHead(
  { key_value_metadata: pairs, num_rows }: FileMetaData,
  name: string,
): { study: Study; rows: number } {
  const text = pairs?.find(({ key }) => key === HEAD_KEY)?.value;
  if (text === undefined) throw foreign(name);
  let head: unknown;
  try {
    head = JSON.parse(text);
  } catch {
    throw damaged(name, HEAD_KEY);
  }
  const { version, rows, study: raw } = Object(head) as Record<string, unknown>;
  if (version !== VERSION) throw otherVersion(name, String(version));
  const study = readHead(JSON.stringify(raw ?? null), name);
  if (typeof rows !== 'number') throw damaged(name, HEAD_KEY);
  if (rows !== Number(num_rows)) throw altered(name, String(num_rows), String(rows));
  if (!Number.isInteger(rows) || rows < 0 || rows > maxRows(study))
    throw altered(name, String(rows), String(maxRows(study)));
  return { study, rows };
}

/** Row groups and columns as written: what is read a group at a time has to come in such groups. */
function checkLayout({ row_groups: groups }: FileMetaData, rows: number, name: string): void {
  if (groups.length !== Math.ceil(rows / ROW_GROUP)) throw damaged(name, 'row groups');
  for (const [g, { num_rows, columns }] of groups.entries()) {
    const place = `row group ${g + 1}`;
    if (Number(num_rows) !== Math.min(ROW_GROUP, rows - g * ROW_GROUP)) throw damaged(name, place);
    const names = columns.map(({ meta_data }) => meta_data?.path_in_schema.join('.'));
    if (names.join() !== COLUMN_NAMES.join()) throw damaged(name, place);
  }
}

type Column = (typeof COLUMN_NAMES)[number];

/** Takes pieces of columns in any order. Keeps the first problem: within the library's callback, nothing may throw. */
class Filling {
  cells = 0;
  problem: RowError | undefined;
  readonly #columns: StudyColumns;
  readonly #codes: Record<'problem' | 'strategy' | 'status', Map<string, number>>;

  constructor(columns: StudyColumns) {
    this.#columns = columns;
    const codes = (names: readonly string[]) => new Map(names.map((name, code) => [name, code]));
    this.#codes = {
      problem: codes(columns.problem.names),
      strategy: codes(columns.strategy.names),
      status: codes(STATUSES),
    };
  }

  add(name: string, data: ArrayLike<unknown>, at: number): void {
    this.cells += data.length;
    if (this.problem) return;
    try {
      if (at + data.length > this.#columns.rows) throw new RowError(at, name, data.length, '…');
      this.#fill(name as Column, data, at);
    } catch (error) {
      this.problem = error instanceof RowError ? error : new RowError(at, name, String(error), '…');
    }
  }

  #fill(name: Column, data: ArrayLike<unknown>, at: number): void {
    switch (name) {
      case 'problem':
      case 'strategy':
      case 'status': {
        const codes = this.#codes[name];
        const target = this.#columns[name].codes;
        for (let i = 0; i < data.length; i++) {
          const code = codes.get(data[i] as string);
          if (code === undefined)
            throw new RowError(at + i, name, `“${String(data[i])}”`, [...codes.keys()].join(', '));
          target[at + i] = code;
        }
        return;
      }
      case 'repeat':
      case 'trial':
      case 'batch':
      case 'flags': {
        const target = this.#columns[name];
        const max = name === 'flags' ? 0xff : 0xffff;
        for (let i = 0; i < data.length; i++) {
          const x = data[i];
          if (typeof x !== 'number' || !(x >= 0 && x <= max))
            throw new RowError(at + i, name, String(x), `0 … ${max}`);
          target[at + i] = x;
        }
        return;
      }
      default: {
        const target = this.#columns[name];
        for (let i = 0; i < data.length; i++) {
          const x = data[i] ?? NaN;
          if (typeof x !== 'number') throw new RowError(at + i, name, String(x), '−∞ < · < ∞');
          target[at + i] = x;
        }
      }
    }
  }
}
