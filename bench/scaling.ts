/** How the cost of a suggestion grows with the number of observations, and what a run leaves in memory. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { heading, mean, ms, print, runBayes, table } from './measure.ts';

const AT = [10, 20, 40, 80, 160, 300];
const BUDGET = 331;
const TAIL = 80;
const OBJECTIVES = ['branin', 'hartmann6'];

export async function scaling(): Promise<void> {
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
  await memory();
}

/** What a run leaves behind: its trace, as much per suggestion however long it was, and nothing else. */
async function memory(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const retained = async () => {
    // Buffers are given back between collections, not within one.
    for (let pass = 0; pass < 4; pass++) {
      collect();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const left = async (budget: number, runs: number, keep: boolean) => {
    const kept: unknown[] = [];
    const before = await retained();
    for (let seed = 1; seed <= runs; seed++) {
      const { trials } = runBayes('branin', budget, seed);
      if (keep) kept.push(trials);
    }
    const bytes = (await retained()) - before;
    return { perSuggestion: bytes / runs / budget / 1024, kept };
  };
  const rows = [['memory left per suggestion', 'trace kept', 'nothing kept']];
  // Compiled code and feedback are kept for good; they are there after this.
  await left(300, 2, false);
  await left(100, 4, false);
  for (const [budget, runs] of [
    [100, 6],
    [300, 2],
  ]) {
    const [trace, nothing] = [await left(budget, runs, true), await left(budget, runs, false)];
    rows.push([
      `${runs} runs of ${budget} trials`,
      ...[trace, nothing].map(({ perSuggestion }) => `${perSuggestion.toFixed(2)} KiB`),
    ]);
  }
  print();
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
