/** A class as a table: every result that was found, replayed, and its rank among those that count. */
import type { Problem } from '../types.ts';
import { challengeCode, type Challenge } from './challenge.ts';
import type { ClassResults, Result, ResultStatus } from './class-text.ts';
import { problemOfChallenge, replay, type Final } from './replay.ts';

export interface Row {
  result: Result;
  /** Where its code could be read. */
  final?: Final;
  /** 1 for the smallest gap; equal gaps share the better rank, and the next is left out: 1, 1, 3. Of the class’s results only. */
  rank?: number;
}

/** A row as plain data; null where a code could not be read. */
export interface ClassLine {
  name: string;
  code: string;
  /** Code of the challenge that was played. */
  challenge: string | null;
  /** How many were made. */
  trials: number | null;
  /** {@link Final}: the lowest value without noise, how far it is above the minimum, and its trial, 1-based. */
  best: number | null;
  gap: number | null;
  trial: number | null;
  rank: number | null;
  status: ResultStatus;
  source: string | null;
  /** 1-based. */
  line: number;
}

export const countsAs = (status: ResultStatus): boolean => status === 'whole' || status === 'unfinished';
const counts = ({ status }: Result): boolean => countsAs(status);

export function lineOf({ result, final, rank }: Row): ClassLine {
  const { name, code, challenge, game, status, source, line } = result;
  return {
    ...{ name, code },
    challenge: challenge ? challengeCode(challenge) : null,
    trials: game ? game.moves.length : null,
    ...{ best: final?.value ?? null, gap: final?.gap ?? null, trial: final?.trial ?? null },
    ...{ rank: rank ?? null, status, source: source ?? null, line },
  };
}

/** Makes problems, each once: a class plays one. */
export function problemMaker(): (challenge: Challenge) => Problem {
  const made = new Map<string, Problem>();
  return (challenge) => {
    const key = challengeCode(challenge);
    const problem = made.get(key) ?? problemOfChallenge(challenge);
    made.set(key, problem);
    return problem;
  };
}

/** In the order of the text. */
export function classTable({ results }: Pick<ClassResults, 'results'>): Row[] {
  const problemFor = problemMaker();
  return ranked(
    results.map((result): Row => {
      const { game } = result;
      return game ? { result, final: replay(game, problemFor(game.challenge)).final } : { result };
    }),
  );
}

/** Rows with their ranks; the same for any row that holds more. */
export function ranked<Any extends Row>(rows: readonly Any[]): Any[] {
  const gaps = rows.flatMap(({ result, final }) => (counts(result) && final ? [final.gap] : []));
  return rows.map((row) => {
    const { result, final } = row;
    if (!counts(result) || !final) return row;
    return { ...row, rank: 1 + gaps.filter((gap) => gap < final.gap).length };
  });
}
