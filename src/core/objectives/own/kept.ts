/**
 * Remembers the latest results of a pure function, least recently used out first. Objectives are made anew for every
 * run of a study; parsing, triangulating and bounding once is enough.
 */
export interface Kept<Result> {
  (key: string): Result;
  /** Asking for it computes nothing. */
  knows: (key: string) => boolean;
  /** A result that was computed elsewhere. */
  learn: (key: string, result: Result) => void;
}

export function kept<Result>(capacity: number, compute: (key: string) => Result): Kept<Result> {
  const results = new Map<string, Result>();
  const learn = (key: string, result: Result) => {
    results.delete(key);
    if (results.size >= capacity) results.delete(results.keys().next().value!);
    results.set(key, result);
  };
  const get = (key: string): Result => {
    const result = results.has(key) ? results.get(key)! : compute(key);
    learn(key, result);
    return result;
  };
  return Object.assign(get, { learn, knows: (key: string) => results.has(key) });
}
