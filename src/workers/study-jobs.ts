/** The worker's long jobs of the Arena: they hand over what is done, and look up between two trials. */
import { simulateCurse, type CurseCounts, type CurseQuestion } from '../core/study/curse.ts';
import { buffersOf, pack, type PackedRuns } from '../core/study/packed.ts';
import { runSteps } from '../core/study/run-study.ts';
import type { RunRecord } from '../core/study/types.ts';
import { nextTask } from './next-task.ts';
import { oneByOne } from './one-by-one.ts';
import { FLUSH_RUNS_EVERY, type StudyRequest } from './protocol.ts';

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

/** @returns undefined where it was cancelled */
export async function curseJob(
  question: CurseQuestion,
  emit: (counts: CurseCounts) => void,
  isCancelled: () => boolean,
): Promise<CurseCounts | undefined> {
  let sent = performance.now();
  let latest: CurseCounts | undefined;
  for (const counts of simulateCurse(question, 1)) {
    latest = counts;
    if (performance.now() - sent < FLUSH_RUNS_EVERY) continue;
    emit(counts);
    await nextTask();
    if (isCancelled()) return undefined;
    sent = performance.now();
  }
  return latest;
}
