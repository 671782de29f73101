/** How many hyperparameters problems have, as they are listed. */
import { dimensionsOf, posed, type Asked } from '#core/study/posed.ts';
import { readStudy } from '#core/study/read-study.ts';
import type { SuiteId } from '#core/study/suites.ts';
import type { StudyProblem } from '#core/study/types.ts';
import { SettingsError, type Choice } from '#core/types.ts';

/** Making a problem may take a while, and a form asks at every key press. */
const known = new Map<string, number>();
const MOST_KNOWN = 500;

/** NaN where the settings make no problem: they are refused elsewhere. */
export function knobsOf(objective: Choice): number {
  const key = JSON.stringify(objective);
  let count = known.get(key);
  if (count === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, (count = counted(objective)));
  }
  return count;
}

function counted(objective: Choice): number {
  try {
    return dimensionsOf(objective);
  } catch (error) {
    if (error instanceof SettingsError) return NaN;
    throw error;
  }
}

/** “1–6”, or “2” where all have as many. */
export function knobsRange(counts: readonly number[]): string {
  const finite = counts.filter(Number.isFinite);
  const [least, most] = [Math.min(...finite), Math.max(...finite)];
  if (finite.length === 0) return '–';
  return least === most ? String(least) : `${least}–${most}`;
}

/** The problems of a set, as they are asked for. */
export function membersOf(suite: SuiteId, { dimensions, noise }: Asked): StudyProblem[] {
  const read = readStudy({ problems: posed([suite], { dimensions, noise }), strategies: ['random'] });
  return 'study' in read ? read.study.problems : [];
}
