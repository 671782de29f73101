/** A “worker” in the page itself, for browsers that refuse workers. The page's own files lack what workers run: it comes first. */
import { bringCode } from 'virtual:late-core';
import { spawnInProcess } from './in-process.ts';
import type { WorkerLink } from './client.ts';
import type { FromWorker } from './protocol.ts';

/** @throws {Error} the browser's, where the code does not come */
export async function spawn(): Promise<(message: (message: FromWorker) => void) => WorkerLink> {
  await bringCode();
  // It stops with the page.
  return (message) => spawnInProcess({ message, gone: () => {} });
}
