/**
 * One Bayesian suggestion, hyperparameters fitted again: ours against the Python loop's on the same observations, in
 * turn on the same machine.
 */
import { heading, mean, ms, print, runBayes, table, times } from './measure.ts';
import { findPython, MISSING, timeSuggestions, type Observations } from './sklearn.ts';

const CASES = [
  { objective: 'branin', n: 40, seeds: 6, atLeast: 50 },
  { objective: 'hartmann6', n: 100, seeds: 3, atLeast: 20 },
];
/** Suggestions with n − 4 … n + 4 observations count: not every one of ours looks for a new start of its fit. */
const AROUND = 4;

export function speed(): void {
  heading('One suggestion: Matérn-5/2, hyperparameters fitted before it');
  const python = findPython();
  if (!python) print(MISSING);
  const rows = [['', 'observations', 'ours', 'scikit-learn', 'ratio', 'at least']];
  for (const { objective, n, seeds, atLeast } of CASES) {
    runBayes(objective, n, 0);
    const measure = (first: number) =>
      mean(Array.from({ length: seeds }, (_, i) => suggestionsAround(objective, n, first + i)).flat());
    // Before and after the other, so that a machine that is busy for a while is busy for both.
    const before = measure(1);
    const theirs = python && mean(timeSuggestions(python, observations(objective, n)));
    const ours = mean([before, measure(1 + seeds)]);
    rows.push([
      objective,
      `${n} ± ${AROUND}`,
      ms(ours),
      theirs ? ms(theirs) : '–',
      theirs ? times(theirs / ours) : '–',
      times(atLeast),
    ]);
  }
  table(rows);
}

const suggestionsAround = (objective: string, n: number, seed: number): number[] =>
  runBayes(objective, n + AROUND + 1, seed)
    .suggestions.filter((suggestion) => Math.abs(suggestion.n - n) <= AROUND)
    .map(({ seconds }) => seconds);

/** What one of our runs had observed when it held n − 4, n and n + 4 trials. */
function observations(objective: string, n: number): Observations[] {
  const { trials } = runBayes(objective, n + AROUND, 1);
  return [n - AROUND, n, n + AROUND].map((count) => {
    const seen = trials.slice(0, count);
    return { X: seen.map(({ unit }) => unit), y: seen.map(({ y }) => y!) };
  });
}
