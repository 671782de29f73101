/** Median best of 20 seeds at budget 40, ours beside the Python loop's. Slow: the loop takes about ten minutes. */
import { heading, median, print, runBayes, table } from './measure.ts';
import { findPython, MISSING, runSklearn } from './sklearn.ts';

const OBJECTIVES = [
  { ours: 'forrester', theirs: 'forrester' },
  { ours: 'branin', theirs: 'branin' },
  { ours: 'ackley', theirs: 'ackley2' },
  { ours: 'hartmann6', theirs: 'hartmann6' },
];
const BUDGET = 40;
const REPEATS = 20;

export function quality(): void {
  heading(`Median best of ${REPEATS} seeds, budget ${BUDGET}, no noise`);
  const python = findPython();
  if (!python) print(MISSING);
  const rows = [['', 'ours', 'worst of ours', 'scikit-learn', 'as good']];
  for (const { ours, theirs } of OBJECTIVES) {
    const values = Array.from({ length: REPEATS }, (_, seed) => runBayes(ours, BUDGET, seed).best);
    const other = python ? runSklearn(python, theirs, BUDGET, REPEATS).best_median : undefined;
    rows.push([
      ours,
      median(values).toFixed(6),
      Math.max(...values).toFixed(6),
      other === undefined ? '–' : other.toFixed(6),
      other === undefined ? '–' : median(values) <= other ? 'yes' : 'no',
    ]);
  }
  table(rows);
}
