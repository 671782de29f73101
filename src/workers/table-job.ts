/** Reading a table of trials: a million rows take seconds, which a page does not have. */
import { readCsvBytes, type CsvTable } from '../core/objectives/own/index.ts';
import type { Message } from '../core/types.ts';
import type { TableRequest } from './protocol.ts';

/** A file crosses to the worker by reference: its bytes are read here, and asking again needs no copy of them. */
export async function tableJob({ file, choice }: TableRequest): Promise<CsvTable | { problem: Message }> {
  return readCsvBytes(new Uint8Array(await file.arrayBuffer()), choice);
}
