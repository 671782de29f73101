import { describe, expect, it } from 'vitest';
import { tracesToCsv } from './table.ts';
import { readTable } from '../objectives/own/index.ts';
import { problemOf, run } from '../run.ts';
import { readScenario } from '../scenario.ts';
import { getStrategy, strategies } from '../strategies/index.ts';
import { finish } from '../testing.ts';
import { oneTrace, readTraceFile } from './file.ts';
import { turnedTrace, writtenFile } from './turned.ts';
import type { Message, Scenario } from '../types.ts';

/** Accuracies: what is measured lies between 0.5 and 0.96. */
const trials = [
  [1e-4, 1e-3, 3e-3, 1e-2, 0.1],
  [0.71, 0.9, 0.96, 0.88, 0.5],
];
const scenarioFrom = (ids: readonly string[], budget = 14) =>
  readScenario({
    objective: { id: 'table', params: { trials, space: 'lr log', direction: 'maximise' } },
    budget,
    strategies: ids,
  }).scenario;
const all = strategies.map(({ id }) => id);
const again = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Numbers of a sentence by name, those that are spelt out, too. */
const numbersOf = ({ values }: Message) =>
  Object.entries(values).map(([name, value]) => [name, Number(String(value).replace('−', '-'))] as const);

describe('a maximised objective', () => {
  const file = run(scenarioFrom(all));

  it('is minimised by the engine', () => {
    const problem = problemOf(file.scenario);
    expect(problem.sense).toBe('maximise');
    expect(problem.optimum).toMatchObject({ value: -0.96, at: [[3e-3]] });
    expect(problem.value([1e-3])).toBeCloseTo(-0.9, 12);
  });

  it('is written in its own sense, which the file names, and read back to the bit', () => {
    const written = writtenFile(file);
    expect(written.sense).toBe('maximise');
    for (const { trials } of written.traces)
      for (const { y, trueValue, best } of trials)
        for (const value of [y, trueValue, best]) {
          expect(value).toBeGreaterThanOrEqual(0.5);
          expect(value).toBeLessThanOrEqual(0.96);
        }
    expect(readTraceFile(again(written))).toEqual({ file });
    const one = run(scenarioFrom(['bayes']));
    expect(oneTrace(one)).toMatchObject({ sense: 'maximise', strategy: 'bayes' });
    expect(readTraceFile(again(oneTrace(one)))).toEqual({ file: one });
    expect(readTraceFile({ ...(again(written) as object), sense: 'minimise' })).toMatchObject({
      problem: { key: 'problem.trace-field', values: { field: 'sense' } },
    });
  });

  it('is exported in its own sense, with a column that says so', () => {
    const [head, ...rows] = tracesToCsv(file)
      .trim()
      .split('\r\n')
      .map((line) => line.split(','));
    expect(head.at(-1)).toBe('sense');
    const [y, best] = [head.indexOf('y'), head.indexOf('best')];
    for (const row of rows) {
      expect([Number(row[y]) > 0, Number(row[best]) > 0, row.at(-1)]).toEqual([true, true, 'maximise']);
    }
    const plain = run(readScenario({ objective: 'forrester', strategies: ['random'] }).scenario);
    expect(tracesToCsv(plain).split('\r\n')[0]).not.toContain('sense');
    expect(writtenFile(plain)).toBe(plain);
  });

  it('is maximised again where its trace is read as a table', () => {
    const one = run(scenarioFrom(['random']));
    for (const text of [tracesToCsv(one), JSON.stringify(oneTrace(one))]) {
      const read = readTable(text);
      expect(read).toMatchObject({ maker: 'trial-by-trial', direction: { sense: 'maximise' } });
      expect('best' in read && read.best.y).toBeGreaterThan(0.5);
    }
  });

  it('turned twice is as it was', () => {
    for (const trace of file.traces)
      expect(turnedTrace(turnedTrace(trace, 'maximise'), 'maximise')).toEqual(trace);
  });
});

/** Far above every range, step and score of the problems below. */
const SHIFT = 4096;

describe.each(strategies.filter(({ oblivious }) => !oblivious))('$id', ({ id, params, heights, relays }) => {
  const settings = Object.entries(params).flatMap(([name, one]) =>
    one.kind === 'choice' && !one.passed ? one.options.map((option) => ({ [name]: option })) : [],
  );

  it('declares which blanks of its sentences are values of the objective', () => {
    const seen = new Set<string>();
    for (const own of [{}, ...settings]) {
      for (const objective of ['forrester', 'branin']) {
        const scenario: Scenario = readScenario({
          objective,
          budget: 25,
          strategies: [{ id, params: own }],
        }).scenario;
        const problem = problemOf(scenario);
        const plain = finish(scenario, { ...problem, value: (x) => Math.fround(problem.value(x)) });
        const high = finish(scenario, { ...problem, value: (x) => Math.fround(problem.value(x)) + SHIFT });
        for (const [i, trial] of plain.trials.entries()) {
          const other = high.trials[i];
          // Rounding may lead elsewhere in the end.
          if (
            other.why.key !== trial.why.key ||
            trial.unit.some((u, j) => Math.abs(u - other.unit[j]) > 1e-3)
          )
            break;
          const before = new Map(numbersOf(trial.why));
          const moved = numbersOf(other.why).filter(([name, value]) => value - before.get(name)! > SHIFT / 2);
          const [owner] = trial.why.key.split('.');
          const speaking = relays ? getStrategy(owner).heights : heights;
          const declared = speaking?.(trial.why).filter((name) => Number.isFinite(before.get(name))) ?? [];
          expect([trial.why.key, moved.map(([name]) => name).sort()]).toEqual([
            trial.why.key,
            [...declared].sort(),
          ]);
          for (const name of declared) seen.add(name);
        }
      }
    }
    expect(seen.size > 0).toBe(relays || heights !== undefined);
  });
});
