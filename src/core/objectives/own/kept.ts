/**
 * Remembers the latest results of a pure function, least recently used out first. Objectives are made anew for every
 * run of a study; parsing, triangulating and bounding once is enough.
 */
import { Recent } from '../../recent.ts';

export interface Kept<Result> {
  (key: string): Result;
  /** Asking for it computes nothing. */
  knows: (key: string) => boolean;
  /** A result that was computed elsewhere. */
  learn: (key: string, result: Result) => void;
}

export function kept<Result>(capacity: number, compute: (key: string) => Result): Kept<Result> {
  const results = new Recent<string, { result: Result }>(capacity);
  const learn = (key: string, result: Result) => results.set(key, { result });
  const get = (key: string): Result => {
    const known = results.get(key);
    if (known) return known.result;
    const result = compute(key);
    learn(key, result);
    return result;
  };
  return Object.assign(get, { learn, knows: (key: string) => results.has(key) });
}
