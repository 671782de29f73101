/** Timing and printing shared by the sections. */
import { runTrials } from '#core/run.ts';
import type { Scenario, Trial } from '#core/types.ts';

/** Seconds that f takes. */
export function seconds(f: () => void): number {
  const start = performance.now();
  f();
  return (performance.now() - start) / 1000;
}

/** The median of several timings, after one that does not count: code is compiled while it first runs. */
export function medianSeconds(f: () => void, repeats = 9): number {
  f();
  return median(Array.from({ length: repeats }, () => seconds(f)));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export interface BayesRun {
  /** Lowest true value. */
  best: number;
  /** Seconds per model-based suggestion, in order; the objective's own time is nothing. */
  suggestions: { n: number; seconds: number }[];
  trials: Trial[];
}

export function runBayes(objective: string, budget: number, seed: number): BayesRun {
  const scenario: Scenario = {
    version: 1,
    objective: { id: objective, params: {} },
    noise: { kind: 'none' },
    budget,
    seed,
    repeat: 0,
    strategies: [],
  };
  const trials = runTrials(scenario, { id: 'bayes', params: {} });
  const suggestions: BayesRun['suggestions'] = [];
  for (let best = Infinity; ;) {
    const start = performance.now();
    const step = trials.next();
    if (step.done) return { best, suggestions, trials: step.value.trials };
    const { index, view } = step.value;
    best = step.value.best ?? best;
    if (view?.kind === 'model') suggestions.push({ n: index, seconds: (performance.now() - start) / 1000 });
  }
}

export const print = (line = ''): void => void process.stdout.write(`${line}\n`);
export const heading = (title: string): void => print(`\n${title}\n${'─'.repeat(title.length)}`);

export function table(rows: readonly (readonly string[])[]): void {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows) {
    print(row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('   '));
  }
}

export const ms = (value: number): string => `${(value * 1000).toFixed(value < 0.01 ? 2 : 1)} ms`;
export const times = (value: number): string => `${value.toFixed(1)}×`;
