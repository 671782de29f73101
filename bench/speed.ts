/** Seconds per suggestion, ours and the Python loop's, measured in turn on the same machine. */
import { heading, mean, ms, print, runBayes, table, times } from './measure.ts';
import { findPython, MISSING, runSklearn } from './sklearn.ts';

const CASES = [
  { objective: 'branin', budget: 40, repeats: 2, ours: 5, atLeast: 30 },
  { objective: 'hartmann6', budget: 100, repeats: 1, ours: 2, atLeast: 20 },
];

export function speed(): void {
  heading('Seconds per suggestion: Matérn-5/2, hyperparameters fitted before every trial');
  const python = findPython();
  if (!python) print(MISSING);
  const rows = [['', 'ours', 'scikit-learn', 'ratio', 'at least']];
  for (const { objective, budget, repeats, ours: seeds, atLeast } of CASES) {
    runBayes(objective, budget, 0);
    const measure = (first: number) =>
      Array.from({ length: seeds }, (_, i) => runBayes(objective, budget, first + i)).flatMap(
        ({ suggestions }) => suggestions.map(({ seconds }) => seconds),
      );
    // Before and after the other, so that a machine that is busy for a while is busy for both.
    const before = measure(1);
    const theirs = python && runSklearn(python, objective, budget, repeats).seconds_per_suggestion;
    const ours = mean([...before, ...measure(1 + seeds)]);
    rows.push([
      `${objective}, budget ${budget}`,
      ms(ours),
      theirs ? ms(theirs) : '–',
      theirs ? times(theirs / ours) : '–',
      times(atLeast),
    ]);
  }
  table(rows);
}
