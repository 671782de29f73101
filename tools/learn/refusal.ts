/** Why a chapter cannot be compiled: file, line, what was found and what to do. */
export class LearnError extends Error {
  constructor(file: string, line: number | undefined, text: string) {
    super(`${file}${line === undefined ? '' : `:${line}`}: ${text}`);
    this.name = 'LearnError';
  }
}

/** “a, b and c” is for readers; whoever writes a chapter gets a list. */
export const known = (names: Iterable<string>): string => [...names].sort().join(', ') || 'none so far';
