/** Results for data frames: the columns of the table, typed, compressed, nulls for NaN. */
import { toColumns, type Dictionary, type StudyColumns } from '../columns.ts';
import { turnedColumns } from '../own-sense.ts';
import type { RunRecord, Study } from '../types.ts';
import { COLUMN_NAMES, FORMAT, VERSION } from './format.ts';
import { seal, unsealed } from './seal.ts';

/** Key of the file's metadata that holds version, number of rows and study as JSON. */
export const HEAD_KEY = FORMAT;
export const ROW_GROUP = 100_000;

/** The library is loaded when it is needed: pages that write no file never fetch it. */
export async function writeParquet(study: Study, records: readonly RunRecord[]): Promise<ArrayBuffer> {
  const { ByteWriter, ParquetWriter, schemaFromColumnData } = await import('hyparquet-writer');
  const columns = turnedColumns(study, toColumns(study, records));
  const { rows } = columns;
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({
    writer,
    schema: schemaFromColumnData({ columnData: columnData(columns, 0, 0) }),
    kvMetadata: [{ key: HEAD_KEY, value: unsealed({ version: VERSION, rows, study }) }],
    createdBy: 'trial-by-trial',
  });
  // The library takes lists of values: of a group at a time, they do not fill the memory.
  for (let from = 0; from < rows; from += ROW_GROUP) {
    const group = columnData(columns, from, Math.min(rows, from + ROW_GROUP));
    // What is written into memory is written at once: there is no promise to wait for.
    void parquet.write({
      columnData: group.map(({ name, data }) => ({ name, data })),
      rowGroupSize: ROW_GROUP,
    });
  }
  void parquet.finish();
  const file = writer.getBuffer();
  seal(new Uint8Array(file));
  return file;
}

const columnData = (columns: StudyColumns, from: number, to: number) =>
  COLUMN_NAMES.map((name) => ({ name, ...column(columns[name], from, to) }));

function column(given: StudyColumns[(typeof COLUMN_NAMES)[number]], from: number, to: number) {
  if (given instanceof Float64Array) {
    const data = Array.from(given.subarray(from, to), (x) => (Number.isNaN(x) ? null : x));
    return { data, type: 'DOUBLE' as const, nullable: true };
  }
  if (given instanceof Uint16Array || given instanceof Uint8Array)
    return { data: Int32Array.from(given.subarray(from, to)), type: 'INT32' as const, nullable: false };
  return { data: texts(given, from, to), type: 'STRING' as const, nullable: false };
}

const texts = ({ names, codes }: Dictionary, from: number, to: number): string[] =>
  Array.from(codes.subarray(from, to), (code) => names[code]);
