/** How often verdicts are false where nobody is better: every question of the Arena, and every suite. */
import { STUDY_PRESETS } from '../src/app/arena/study/study-presets.ts';
import {
  claimsOf,
  naiveClaimsOf,
  playedNull,
  UNIFORM_FIRST,
  type FalseClaims,
} from '#core/study/null-studies.ts';
import { readStudy } from '#core/study/read-study.ts';
import { SUITES } from '#core/study/suites.ts';
import { wilsonInterval } from '#core/study/statistics/index.ts';
import { heading, print, table } from './measure.ts';

/** Studies of each kind, a seed each. */
const STUDIES = 200;
const SUITE_REPEATS = 20;

export function nullRates(): void {
  heading(
    `False verdicts where nobody is better: ${STUDIES} studies each, ${UNIFORM_FIRST.join(', ')}, budget 1`,
  );
  const rows = [['', 'verdicts', 'after Holm', 'pairs as independent', 'after Holm']];
  for (const [name, { problems, repeats }] of Object.entries(STUDY_PRESETS)) {
    rows.push([`question “${name}”`, ...ratesOf(problems, repeats)]);
  }
  for (const suite of Object.keys(SUITES))
    rows.push([`suite “${suite}”`, ...ratesOf([suite], SUITE_REPEATS)]);
  table(rows);
  print(
    'Nominal: 5 % of verdicts, and 5 % of studies with anything that holds after Holm. Exact tests of few cases stay below.',
  );
}

/** Shares of verdicts, and of studies in which any holds after Holm's correction; counted by case, and naively. */
function ratesOf(problems: readonly unknown[], repeats: number): string[] {
  const [cases, pairs]: [FalseClaims[], FalseClaims[]] = [[], []];
  for (let seed = 1; seed <= STUDIES; seed++) {
    const strategies = UNIFORM_FIRST.map((id) => ({ id }));
    const read = readStudy({ problems, repeats, strategies, budget: 1, seed });
    if ('problems' in read) throw new Error(JSON.stringify(read.problems));
    const results = playedNull(read.study);
    cases.push(claimsOf(results));
    pairs.push(naiveClaimsOf(results));
  }
  return [cases, pairs].flatMap((claims) => [
    share(...counted(claims)),
    share(claims.filter(({ holding }) => holding > 0).length, claims.length),
  ]);
}

/**
 * False verdicts, and out of how many: comparisons of one study share runs, so they weigh as many independent ones as
 * their spread over studies says (the design effect; Kish 1965, Survey Sampling, § 5.4).
 */
function counted(claims: readonly FalseClaims[]): [count: number, total: number] {
  const n = claims.length;
  const shares = claims.map(({ verdicts, comparisons }) => verdicts / comparisons);
  const mean = shares.reduce((sum, one) => sum + one, 0) / n;
  const variance = shares.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1) / n;
  const most = n * claims[0].comparisons;
  const total = variance > 0 ? Math.min(most, (mean * (1 - mean)) / variance) : most;
  return [mean * total, total];
}

function share(count: number, total: number): string {
  const [low, high] = wilsonInterval(count, total).map((one) => (100 * one).toFixed(1));
  return `${((100 * count) / total).toFixed(1)} % (${low}–${high})`;
}
