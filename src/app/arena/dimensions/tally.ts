/** A question about hitting targets, with what has been counted of it. */
import { noCounts, type CurseCounts, type CurseQuestion } from '#core/study/curse.ts';
import type { Share } from '#workers/deal/curse.ts';

export interface HitCounts {
  question: CurseQuestion;
  counts: CurseCounts;
  missing: readonly Share[];
}

export const questionKey = ({ dimensions, volume, shape, targets, maxTrials, seed }: CurseQuestion): string =>
  JSON.stringify([dimensions, volume, shape, targets, maxTrials, seed]);

/** Where counting begins. Targets are numbered: a longer question goes on from a shorter one of the same kind. */
export function begin(question: CurseQuestion, kept: Iterable<HitCounts>): HitCounts {
  let start: HitCounts = {
    question,
    counts: noCounts(question.maxTrials),
    missing: [{ first: 0, targets: question.targets }],
  };
  for (const { question: other, counts, missing } of kept) {
    const more = question.targets - other.targets;
    const same = questionKey({ ...other, targets: question.targets }) === questionKey(question);
    if (!same || more < 0 || counts.targets <= start.counts.targets) continue;
    start = { question, counts, missing: [...missing, { first: other.targets, targets: more }] };
  }
  return start;
}

/** What is left of a share of which so many targets are counted. */
export const restOf = ({ first, targets }: Share, done: number): Share[] =>
  done < targets ? [{ first: first + done, targets: targets - done }] : [];
