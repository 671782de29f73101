/** Results for data frames: the columns of the table, typed, compressed, nulls for NaN. */
import { toColumns, type Dictionary, type StudyColumns } from '../columns.ts';
import type { RunRecord, Study } from '../types.ts';
import { COLUMN_NAMES, FORMAT, VERSION } from './format.ts';
import { seal, unsealed } from './seal.ts';

/** Key of the file's metadata that holds version, number of rows and study as JSON. */
export const HEAD_KEY = FORMAT;
export const ROW_GROUP = 100_000;

/** The library is loaded when it is needed: pages that write no file never fetch it. */
export async function writeParquet(study: Study, records: readonly RunRecord[]): Promise<ArrayBuffer> {
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  const columns = toColumns(study, records);
  const head = unsealed({ version: VERSION, rows: columns.rows, study });
  const file = parquetWriteBuffer({
    columnData: COLUMN_NAMES.map((name) => ({ name, ...column(columns[name]) })),
    rowGroupSize: ROW_GROUP,
    kvMetadata: [{ key: HEAD_KEY, value: head }],
    createdBy: 'trial-by-trial',
  });
  seal(new Uint8Array(file));
  return file;
}

function column(given: StudyColumns[(typeof COLUMN_NAMES)[number]]) {
  if (given instanceof Float64Array) {
    const data = Array.from(given, (x) => (Number.isNaN(x) ? null : x));
    return { data, type: 'DOUBLE' as const, nullable: true };
  }
  if (given instanceof Uint16Array || given instanceof Uint8Array)
    return { data: Int32Array.from(given), type: 'INT32' as const, nullable: false };
  return { data: texts(given), type: 'STRING' as const, nullable: false };
}

const texts = ({ names, codes }: Dictionary): string[] => Array.from(codes, (code) => names[code]);
