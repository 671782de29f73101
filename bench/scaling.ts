/** How the cost of a suggestion grows with the number of observations, and what a run leaves in memory. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { heading, mean, ms, print, runBayes, table } from './measure.ts';

const AT = [10, 20, 40, 80, 160, 300];
const BUDGET = 331;
const TAIL = 80;
const OBJECTIVES = ['branin', 'hartmann6'];

export function scaling(): void {
  heading('Cost of a suggestion against the number of observations');
  const rows = [['n', ...AT.map(String), `exponent from ${TAIL} on`]];
  for (const objective of OBJECTIVES) {
    runBayes(objective, 40, 0);
    const runs = [1, 2].map((seed) => runBayes(objective, BUDGET, seed).suggestions);
    // The mean around each n: the fits that come at some trials only are part of the price of all.
    const costs = AT.map((n) =>
      mean(runs.flatMap((run) => run.filter((s) => Math.abs(s.n - n) <= n / 10).map((s) => s.seconds))),
    );
    const tail = AT.indexOf(TAIL);
    rows.push([objective, ...costs.map(ms), exponent(AT.slice(tail), costs.slice(tail)).toFixed(2)]);
  }
  table(rows);
  memory();
}

/** Runs of two lengths, twice each: what they leave is their traces, and the second one leaves no more than the first. */
function memory(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const retained = () => {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  print();
  const rows = [['memory kept per suggestion, once the run is over', 'first run', 'second run']];
  for (const budget of [100, 300]) {
    const kept: unknown[] = [];
    const perSuggestion = Array.from({ length: 2 }, (_, run) => {
      const before = retained();
      const { trials } = runBayes('branin', budget, run + 1);
      kept.push(trials);
      return `${((retained() - before) / budget / 1024).toFixed(2)} KiB`;
    });
    rows.push([`${budget} trials, their trace kept`, ...perSuggestion]);
    const before = retained();
    for (const seed of [3, 4]) runBayes('branin', budget, seed);
    rows.push([
      `${budget} trials, nothing kept`,
      `${((retained() - before) / budget / 2048).toFixed(2)} KiB`,
      '',
    ]);
    kept.length = 0;
  }
  table(rows);
}

/** Least squares slope of ln cost on ln n. */
function exponent(n: readonly number[], cost: readonly number[]): number {
  const x = n.map(Math.log);
  const y = cost.map(Math.log);
  const centre = (values: number[]) => values.reduce((a, b) => a + b) / values.length;
  const [mx, my] = [centre(x), centre(y)];
  const over = x.reduce((sum, value, i) => sum + (value - mx) * (y[i] - my), 0);
  return over / x.reduce((sum, value) => sum + (value - mx) ** 2, 0);
}
