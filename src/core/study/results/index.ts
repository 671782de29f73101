/** Results files: a study and its runs as CSV or Parquet, and back. */
export { crc32, hex } from './crc32.ts';
export type { Results } from './format.ts';
export { readResults } from './read.ts';
export { writeCsv } from './write-csv.ts';
export { writeParquet } from './write-parquet.ts';
