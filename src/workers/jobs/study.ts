/** The worker's long job of the Arena: it hands over the runs that are done, and looks up between two trials. */
import { buffersOf, pack, type PackedRuns } from '#core/study/packed.ts';
import { runSteps } from '#core/study/run-study.ts';
import type { RunRecord } from '#core/study/types.ts';
import { oneByOne } from './one-by-one.ts';
import type { StudyRequest } from '../protocol.ts';

/** The worker's clock. */
export const seconds = (): number => performance.now() / 1000;

/** @returns undefined where it was cancelled */
export async function studyJob(
  { study, keys }: StudyRequest,
  emit: (part: PackedRuns, transfer: ArrayBuffer[]) => void,
  isCancelled: () => boolean,
): Promise<{ runs: number } | undefined> {
  const hand = (finished: RunRecord[]) => {
    const packed = pack(finished);
    emit(packed, buffersOf(packed));
  };
  const runs = await oneByOne(keys, (key) => runSteps(study, key, seconds), hand, isCancelled);
  return runs === undefined ? undefined : { runs };
}
