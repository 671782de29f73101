/** Runs `sklearn_bo.py`, and its single suggestions, with the first Python that has scikit-learn. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('sklearn_bo.py', import.meta.url));
const SUGGEST = fileURLToPath(new URL('sklearn_suggest.py', import.meta.url));
const PYTHONS = ['/usr/bin/python3', 'python3', 'python'];

export interface SklearnResult {
  objective: string;
  seconds_per_suggestion: number;
  best_median: number;
  best_values: number[];
}

let found: string | null | undefined;

/** The command of a Python that can run the script; null where there is none. */
export function findPython(): string | null {
  found ??= PYTHONS.find((python) => spawnSync(python, ['-c', 'import scipy, sklearn']).status === 0) ?? null;
  return found;
}

export const MISSING =
  'No Python with scikit-learn was found, so there is nothing to compare with; Debian has it as python3-sklearn.';

/** @throws {Error} where the script fails */
export function runSklearn(
  python: string,
  objective: string,
  budget: number,
  repeats: number,
): SklearnResult {
  const options = ['--budget', `${budget}`, '--repeats', `${repeats}`, '--objectives', objective];
  return JSON.parse(output(python, [SCRIPT, ...options])) as SklearnResult;
}

/** Points in the unit cube and their values. */
export interface Observations {
  X: number[][];
  y: number[];
}

/**
 * Seconds of one suggestion on each data set.
 * @throws {Error} where the script fails
 */
export const timeSuggestions = (python: string, sets: readonly Observations[]): number[] =>
  JSON.parse(output(python, [SUGGEST], JSON.stringify(sets))) as number[];

function output(python: string, command: readonly string[], input = ''): string {
  const { status, stdout, stderr } = spawnSync(python, command, { encoding: 'utf8', input });
  if (status !== 0) throw new Error(`${command[0]} failed: ${stderr.trim().split('\n').at(-1)}`);
  return stdout;
}
