/**
 * Remembers the latest results of a pure function, least recently used out first. Objectives are made anew for every
 * run of a study; parsing, triangulating and bounding once is enough.
 */
export function kept<Result>(capacity: number, compute: (key: string) => Result): (key: string) => Result {
  const results = new Map<string, Result>();
  return (key) => {
    let result: Result;
    if (results.has(key)) {
      result = results.get(key)!;
      results.delete(key);
    } else {
      result = compute(key);
      if (results.size >= capacity) results.delete(results.keys().next().value!);
    }
    results.set(key, result);
    return result;
  };
}
