/** The worker's part of a phase diagram. */
import { makeRunner, makeTheory, type Outcome } from '#core/assumptions/phase/index.ts';
import { oneByOne } from './one-by-one.ts';
import { PHASE_TURN, type PhasePart, type PhaseRequest } from '../protocol.ts';

interface Made {
  run: number;
  outcome: Outcome;
  theory: number;
}

/** @returns undefined where it was cancelled */
export async function phaseJob(
  { question, runs }: PhaseRequest,
  emit: (part: PhasePart, transfer: ArrayBuffer[]) => void,
  isCancelled: () => boolean,
): Promise<{ runs: number } | undefined> {
  const runner = makeRunner(question);
  const theory = makeTheory(runner.grid);
  function* steps(run: number): Generator<void, Made, void> {
    return { run, outcome: yield* runner.steps(run), theory: theory(run) };
  }
  const hand = (finished: Made[]) => {
    const part: PhasePart = {
      runs: Uint32Array.from(finished, ({ run }) => run),
      outcomes: Uint8Array.from(finished, ({ outcome }) => outcome),
      theory: Uint8Array.from(finished, ({ theory: said }) => said),
    };
    emit(part, [part.runs.buffer, part.outcomes.buffer, part.theory.buffer]);
  };
  const made = await oneByOne(runs, steps, hand, isCancelled, PHASE_TURN);
  return made === undefined ? undefined : { runs: made };
}
