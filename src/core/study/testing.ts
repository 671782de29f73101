/** What the tests of studies share. */
import { readStudy } from './read-study.ts';
import { planRuns } from './plan.ts';
import { runOne } from './run-study.ts';
import type { RunKey, RunRecord, Study } from './types.ts';

/** A valid study, or an error with all that is wrong. */
export function study(raw: object): Study {
  const read = readStudy({ seed: 1, repeats: 2, budget: 8, ...raw });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.study;
}

export const runAll = (given: Study): RunRecord[] =>
  planRuns(given).map((key) => runOne(given, key, () => 0));

/** A run with these best values so far; NaN: no feasible trial yet. Trials are single, values as good as best. */
export const recordOf = (key: RunKey, best: readonly number[], more: Partial<RunRecord> = {}): RunRecord => ({
  ...key,
  y: Float64Array.from(best),
  value: Float64Array.from(best),
  best: Float64Array.from(best),
  flags: new Uint8Array(best.length),
  batch: Uint16Array.from(best, (_, i) => i),
  unused: 0,
  thinkingSeconds: 0,
  ...more,
});
