import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { planRuns } from '#core/study/plan.ts';
import { runOne } from '#core/study/run-study.ts';
import { Accumulator } from '#core/study/statistics/index.ts';
import { summarise } from '#core/study/summary.ts';
import { EXAMPLE, exampleStudy, storedOf, summaryOf, type StoredExample } from './example.ts';

const file = new URL('./example.json', import.meta.url);

it('the example is what the engine computes for its study', () => {
  const study = exampleStudy();
  const results = new Accumulator(study);
  for (const key of planRuns(study)) results.add(runOne(study, key, () => 0));
  const view = { trial: study.budget, problem: 0, scope: 'all', target: 0.01 } as const;
  const computed = storedOf(summarise(results, view));
  // The whole study, and nothing that a file of numbers cannot hold.
  expect(computed.runs).toBe(study.problems.length * study.strategies.length * study.repeats);
  expect(JSON.parse(JSON.stringify(computed))).toEqual(computed);
  if (process.env.UPDATE_EXAMPLE === '1') writeFileSync(file, `${JSON.stringify(computed)}\n`);
  expect(existsSync(file), 'UPDATE_EXAMPLE=1 npx vitest run example stores it').toBe(true);
  const stored = JSON.parse(readFileSync(file, 'utf8')) as StoredExample;
  expect(stored).toEqual(computed);
  expect(stored.study).toEqual(EXAMPLE);
});

it('the charts get what was stored', () => {
  const stored = JSON.parse(readFileSync(file, 'utf8')) as StoredExample;
  expect(storedOf(summaryOf(stored, exampleStudy()))).toEqual(stored);
});
