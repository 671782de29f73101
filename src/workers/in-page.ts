/** A “worker” in the page itself, for browsers that refuse workers. The page's own files lack what workers run: it comes first. */
import { bringCode } from 'virtual:late-core';
import type { SpawnWorker, WorkerLink } from './client.ts';
import { spawnInProcess } from './in-process.ts';

/** @throws {Error} the browser's, where the code does not come */
export async function spawn(on: Parameters<SpawnWorker>[0]): Promise<WorkerLink> {
  await bringCode();
  return spawnInProcess(on);
}
