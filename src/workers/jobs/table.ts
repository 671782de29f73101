/** Reading a table of trials: a million rows take seconds, which a page does not have. */
import { readTableBytes, type ReadResult } from '#core/objectives/own/index.ts';
import type { TableRequest } from '../protocol.ts';

/** A file crosses to the worker by reference: its bytes are read here, and asking again needs no copy of them. */
export async function tableJob({ file, wanted }: TableRequest): Promise<ReadResult> {
  return readTableBytes(new Uint8Array(await file.arrayBuffer()), wanted);
}
