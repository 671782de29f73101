/** The worker's side of a diagnosis: the coarse one as soon as it is there, then the fine one. */
import { diagnose, type Diagnosis } from '#core/assumptions/diagnosis/index.ts';
import { problemOf } from '#core/run.ts';
import { nextTask } from '../next-task.ts';
import { FLUSH_EVERY, type DiagnosisRequest } from '../protocol.ts';

/** A sign of life is sent at most this often, in milliseconds. */
const ALIVE_EVERY = 1000;

/** @returns undefined where it was cancelled */
export async function diagnosisJob(
  { objective, noise, budget, seed }: DiagnosisRequest,
  emit: (part: Diagnosis | null) => void,
  isCancelled: () => boolean,
): Promise<Diagnosis | undefined> {
  const steps = diagnose(problemOf({ objective }), { noise, budget, seed });
  let looked = performance.now();
  let heard = looked;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const now = performance.now();
    if (step.value) emit(step.value);
    else if (now - heard >= ALIVE_EVERY) emit(null);
    if (step.value || now - heard >= ALIVE_EVERY) heard = now;
    if (now - looked < FLUSH_EVERY && !step.value) continue;
    await nextTask();
    if (isCancelled()) {
      steps.return(undefined as never);
      return undefined;
    }
    looked = performance.now();
  }
}
