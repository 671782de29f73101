/** The chance of a false verdict, of every question and every suite: no more than is said, where nobody is better. */
import { describe, expect, it } from 'vitest';
import { claimsOf, drawnNull, naiveClaimsOf, problemsOf } from '#core/study/null-studies.ts';
import { readStudy } from '#core/study/read-study.ts';
import { SUITES } from '#core/study/suites.ts';
import type { Study } from '#core/study/types.ts';
import { STUDY_PRESETS } from './study-presets.ts';

const NOMINAL = 0.05;

/** Names stand for strategies that draw one uniform point each: as many as the question has. */
const nullStudy = (problems: readonly unknown[], strategies: number, repeats: number): Study => {
  const names = Array.from({ length: strategies }, (_, i) => ({ id: 'random', name: `null ${i + 1}` }));
  const read = readStudy({ problems, strategies: names, budget: 1, repeats, seed: 1 });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.study;
};

function countFalse(study: Study, studies: number) {
  const problems = problemsOf(study);
  const sum = { verdicts: 0, comparisons: 0, holding: 0, naive: 0, naivelyHolding: 0 };
  for (let seed = 1; seed <= studies; seed++) {
    const results = drawnNull({ ...study, seed }, problems);
    const [claims, naive] = [claimsOf(results), naiveClaimsOf(results)];
    sum.verdicts += claims.verdicts;
    sum.comparisons += claims.comparisons;
    sum.naive += naive.verdicts;
    if (claims.holding > 0) sum.holding += 1;
    if (naive.holding > 0) sum.naivelyHolding += 1;
  }
  return sum;
}

/** Three standard errors above the nominal share of n. */
const most = (n: number): number => n * NOMINAL + 3 * Math.sqrt(n * NOMINAL * (1 - NOMINAL));

/** Fewer repeats than people make: what is claimed does not hang on their number, and `npm run bench -- null` has them all. */
const REPEATS = 12;

const cases: { name: string; study: Study }[] = [
  ...Object.entries(STUDY_PRESETS).map(([name, { problems, strategies, repeats }]) => ({
    name: `question ${name}`,
    study: nullStudy(problems, strategies.length, Math.min(repeats, REPEATS)),
  })),
  ...Object.keys(SUITES).map((suite) => ({ name: `suite ${suite}`, study: nullStudy([suite], 4, REPEATS) })),
];

describe('where nobody is better', () => {
  it.each(cases)('says so in 95 %: $name', ({ study }) => {
    const studies = 30;
    const found = countFalse(study, studies);
    expect(found.holding).toBeLessThanOrEqual(most(studies));
    // Comparisons of one study share runs: at least every second strategy's are independent.
    const independent = studies * Math.floor(study.strategies.length / 2);
    expect(found.verdicts / found.comparisons).toBeLessThanOrEqual(most(independent) / independent);
  });

  it('and with most of all where problems share their luck, which would make many false if it were not counted', () => {
    const { problems, strategies } = STUDY_PRESETS.noise;
    const studies = 120;
    const found = countFalse(nullStudy(problems, strategies.length, 30), studies);
    expect(found.naive / found.comparisons).toBeGreaterThan(0.2);
    expect(found.naivelyHolding / studies).toBeGreaterThan(0.3);
    expect(found.verdicts / found.comparisons).toBeLessThan(0.08);
    expect(found.verdicts / found.comparisons).toBeGreaterThan(0.01);
    expect(found.holding).toBeLessThanOrEqual(most(studies));
  });
});
