/**
 * Opens results files. A file is taken as it was written or not at all: nothing throws, and what is wrong is said of a
 * place in the file.
 *
 * | key                       | values                                                        |
 * | ------------------------- | ------------------------------------------------------------- |
 * | problem.results-foreign   | name                                                          |
 * | problem.results-version   | name, given, known                                            |
 * | problem.results-truncated | name, row: complete rows that are there                       |
 * | problem.results-study     | name, field, given, expected: as `readStudy` refuses it       |
 * | problem.results-damaged   | name, place: the part that cannot be read                     |
 * | problem.results-row       | name, row, column, given, expected                            |
 * | problem.results-altered   | name, given, expected: checksums, or numbers of rows or cells |
 */
import type { Message } from '../../types.ts';
import { fromColumns, RowError } from '../columns.ts';
import { turnedColumns } from '../own-sense.ts';
import { atRow, checkConsistent, damaged, Refusal, type Results } from './format.ts';
import { readCsv } from './read-csv.ts';
import { hasMagic, readParquet } from './read-parquet.ts';

/**
 * @param bytes of a CSV or Parquet file; which of them is seen from how it begins
 * @param name of the file, for the messages
 */
export async function readResults(bytes: Uint8Array, name: string): Promise<Results | { problem: Message }> {
  try {
    const { study, columns: written } = hasMagic(bytes, 0)
      ? await readParquet(bytes, name)
      : readCsv(bytes, name);
    try {
      const columns = turnedColumns(study, written);
      checkConsistent(columns);
      return { study, records: fromColumns(study, columns) };
    } catch (error) {
      throw error instanceof RowError ? atRow(name, error) : error;
    }
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.said };
    // Such as memory that does not suffice for what a damaged file asks for.
    return { problem: damaged(name, error instanceof Error ? error.message : String(error)).said };
  }
}
