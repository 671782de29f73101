/** How the cost of a suggestion grows with the number of observations. */
import { heading, median, ms, print, runBayes, table } from './measure.ts';

const BUDGET = 161;
const AT = [10, 20, 40, 80, 160];

export function scaling(): void {
  heading('Cost of a suggestion against the number of observations (Branin)');
  runBayes('branin', 40, 0);
  const runs = [1, 2, 3].map((seed) => runBayes('branin', BUDGET, seed).suggestions);
  // Around each n: the few suggestions nearest to it, of every run.
  const costs = AT.map((n) =>
    median(runs.flatMap((run) => run.filter((s) => Math.abs(s.n - n) <= n / 10).map((s) => s.seconds))),
  );
  table([
    ['n', ...AT.map(String)],
    ['', ...costs.map(ms)],
  ]);
  print(`Fitted exponent from n = 20 on: ${exponent(AT.slice(1), costs.slice(1)).toFixed(2)}`);
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
