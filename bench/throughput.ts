/** Trials per second of strategies that need no model, on an objective that costs next to nothing; traces included. */
import { run } from '#core/run.ts';
import { readScenario } from '#core/scenario.ts';
import { getStrategy } from '#core/strategies/index.ts';
import { heading, seconds, table } from './measure.ts';

const STRATEGIES = ['random', 'grid', 'sobol'];
const AT_LEAST = 1e6;
/** Runs of the longest budget there is, as a study would make them: one seed after another. */
const RUNS = 100;
const ROUNDS = 9;

export function throughput(): void {
  heading('Trials per second in one process: rotated quadratic in two dimensions, 500 trials a run');
  const rows = [['', 'trials per second', 'at least']];
  for (const id of STRATEGIES) {
    const { id: known } = getStrategy(id);
    const { scenario } = readScenario({ objective: 'rotated-quadratic', budget: 500, strategies: [known] });
    const round = () => {
      let trials = 0;
      for (let seed = 0; seed < RUNS; seed++) {
        for (const trace of run({ ...scenario, seed }).traces) trials += trace.trials.length;
      }
      return trials;
    };
    let trials = round();
    const times = Array.from({ length: ROUNDS }, () => seconds(() => (trials = round())));
    const rate = trials / times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
    rows.push([id, millions(rate), millions(AT_LEAST)]);
  }
  table(rows);
}

const millions = (rate: number): string => `${(rate / 1e6).toFixed(2)} million`;
