/** When a strategy's best value comes near the minimum, as a share of the range of values above it. */
import { say, type Message, type Problem } from '../types.ts';
import { idsOf, improvements, moment } from './field.ts';
import type { Moment, RunSoFar } from './types.ts';

/** From far to near; per cent as text, since sentences take it as it stands. */
const LEVELS = [
  { share: 0.1, percent: '10', first: 55, later: 12 },
  { share: 0.01, percent: '1', first: 90, later: 22 },
  { share: 0.001, percent: '0.1', first: 85, later: 20 },
] as const;

/**
 * Of each strategy the nearest level that a trial brought; of those who reach a level in the same trial before all others, one
 * moment for all. Who is first is known as far as runs can be compared.
 * @param runs in the order in which they are named
 * @param hi the highest value of the range
 */
export function withinMoments(
  runs: readonly RunSoFar[],
  { optimum }: Pick<Problem, 'optimum'>,
  hi: number,
): Moment[] {
  // In halves: the ends may lie further apart than any number.
  const width = hi / 2 - optimum.value / 2;
  if (!(width > 0)) return [];
  const goal = optimum.certified === false ? 'known' : 'minimum';
  const levelOf = (best: number): number => {
    const share = (best / 2 - optimum.value / 2) / width;
    return LEVELS.filter((level) => share <= level.share).length;
  };
  const moments: Moment[] = [];
  const reached = runs.map(() => 0);
  let nearest = 0;
  for (const { trial, values } of improvements(runs)) {
    const now = values.map(levelOf);
    const arrived = runs.flatMap((run, i) => (now[i] > reached[i] ? [{ run, level: now[i] }] : []));
    // Who comes nearest comes before those who come less near in the same trial.
    const top = Math.max(0, ...arrived.map((one) => one.level));
    for (const level of new Set(arrived.map((one) => one.level))) {
      const ahead = level === top && level > nearest;
      const who = arrived.filter((one) => one.level === level).map(({ run }) => run);
      const { percent: share, first, later } = LEVELS[level - 1];
      const tell = (group: readonly RunSoFar[], message: Message, weight: number) =>
        moments.push(moment(trial, group[0], 'within', message, weight));
      if (runs.length === 1) {
        tell(who, say('moment.within-alone', { strategy: idsOf(who), share, goal }), first);
      } else if (ahead && who.length === 1) {
        tell(who, say('moment.within-first', { strategy: idsOf(who), share, goal }), first);
      } else if (ahead) {
        tell(who, say('moment.within-first-level', { strategy: idsOf(who), share, goal }), first);
      } else {
        for (const run of who)
          tell([run], say('moment.within', { strategy: idsOf([run]), share, goal }), later);
      }
    }
    now.forEach((level, i) => (reached[i] = level));
    nearest = Math.max(nearest, ...now);
  }
  return moments;
}
