/** A class as a table: every result that was found, replayed, and its rank among those that count. */
import type { Problem } from '../types.ts';
import { challengeCode } from './challenge.ts';
import type { ClassResults, Result } from './class-text.ts';
import { problemOfChallenge, replay, type Final } from './replay.ts';

export interface Row {
  result: Result;
  /** Where its code could be read. */
  final?: Final;
  /** 1 for the smallest gap; equal gaps share the better rank, and the next is left out: 1, 1, 3. Of the class’s results only. */
  rank?: number;
}

const counts = ({ status }: Result): boolean => status === 'whole' || status === 'unfinished';

/** In the order of the text. */
export function classTable({ results }: Pick<ClassResults, 'results'>): Row[] {
  // A class plays one problem: it is made once.
  const problems = new Map<string, Problem>();
  const rows = results.map((result): Row => {
    const { game } = result;
    if (!game) return { result };
    const key = challengeCode(game.challenge);
    const problem = problems.get(key) ?? problemOfChallenge(game.challenge);
    problems.set(key, problem);
    return { result, final: replay(game, problem).final };
  });
  const gaps = rows.flatMap(({ result, final }) => (counts(result) && final ? [final.gap] : []));
  return rows.map((row) => {
    const { result, final } = row;
    if (!counts(result) || !final) return row;
    return { ...row, rank: 1 + gaps.filter((gap) => gap < final.gap).length };
  });
}
