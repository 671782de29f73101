/**
 * Who wins against whom, on paired runs: same problem, same repeat.
 *
 * Two answers are given for each pair of strategies. `verdict` is about that pair alone: whether the share of wins differs
 * from ½. `holm` is about all pairs at once: the p-value adjusted by Holm's method over all comparisons of the study. A
 * chart draws the first; a claim about “the best of all” needs the second. Both count what shares luck once
 * (`clusters.ts`, `sign-flips.ts`).
 */
import type { StudyProblem } from '../types.ts';
import { regretTable, sameUntil, type Accumulator } from './accumulator.ts';
import { clustersOf } from './clusters.ts';
import { scoreInterval, signFlipTest, type Scores } from './sign-flips.ts';
import { holm } from './sign-test.ts';

export type Verdict = 'better' | 'worse' | 'tied';

/** The level of all tests; intervals are at 1 − this. */
export const ALPHA = 0.05;

/** Strategy a against b. */
export interface Comparison {
  a: number;
  b: number;
  wins: number;
  ties: number;
  losses: number;
  pairs: number;
  /** (wins + ties / 2) / pairs; NaN without pairs. */
  share: number;
  /** 95 % interval of the share. */
  low: number;
  high: number;
  verdict: Verdict;
  /**
   * Pairs on problems where every repeat ends the same for both, and not only because all reach the minimum: nothing
   * is left to luck, and more repeats are no more evidence. The test counts such a problem once.
   */
  fixed: number;
  /**
   * What is independent: a repeat of all problems that share luck is one case, and so is a fixed problem. `decided`: those
   * in which one strategy wins more often than the other.
   */
  cases: number;
  decided: number;
  /** Sign-flip test over the cases, by itself and adjusted over all comparisons. */
  p: number;
  holm: number;
  /** That p is not due to cases that went against the verdict: only then may it be quoted for it. */
  agrees: boolean;
}

/**
 * The smallest number of decided cases that can tell two strategies apart at 5 %: six wins of six have p = 2 / 2⁶ = 0.03.
 */
export const FEWEST_DECIDED = 6;

export interface WinOptions {
  /** As of which trial (1-based); by default the whole budget. */
  trial?: number;
  /**
   * Regrets closer than this are tied, in the objective's units; by default 0, which still ties all regrets at or below
   * the problem's floor, and runs that found nothing feasible.
   */
  tolerance?: number;
  /** Which problems; by default all. */
  problems?: readonly number[];
}

/** Every strategy against every other, strategies × strategies; `undefined` on the diagonal. */
export function winMatrix(results: Accumulator, options: WinOptions = {}): (Comparison | undefined)[][] {
  const { strategies, budget, problems: all, repeats } = results.study;
  const { trial = budget, tolerance = 0, problems = all.map((_, problem) => problem) } = options;
  const matrix = strategies.map(() => new Array<Comparison | undefined>(strategies.length).fill(undefined));
  const groups = groupsOf(results, problems, trial);
  const above: Comparison[] = [];
  for (let a = 0; a < strategies.length; a++) {
    for (let b = a + 1; b < strategies.length; b++) {
      above.push(compare(a, b, groups, { repeats, tolerance }));
    }
  }
  holm(above.map(({ p }) => p)).forEach((p, i) => (above[i].holm = p));
  for (const one of above) {
    matrix[one.a][one.b] = one;
    matrix[one.b][one.a] = mirrored(one);
  }
  return matrix;
}

interface Terms {
  repeats: number;
  tolerance: number;
}

interface Table {
  /** Strategies × repeats. */
  regrets: Float64Array;
  floor: number;
  /** Whether all runs of a strategy are one run, made again, as far as is looked at. */
  oneRun: (strategy: number) => boolean;
}

/** A table of each problem, those that share luck together. */
function groupsOf(results: Accumulator, problems: readonly number[], trial: number): Table[][] {
  const chosen = problems.map((problem): StudyProblem => results.study.problems[problem]);
  return clustersOf(chosen).map((places) =>
    places.map((place) => ({
      regrets: regretTable(results, problems[place], trial),
      floor: results.floors[problems[place]],
      oneRun: (strategy) => sameUntil(results, problems[place], strategy) >= trial,
    })),
  );
}

/** @param groups tables of problems, those that share luck together */
function compare(a: number, b: number, groups: readonly (readonly Table[])[], terms: Terms): Comparison {
  const counts = { wins: 0, ties: 0, losses: 0, fixed: 0 };
  /** Of what is left to luck. */
  const lucky: Scores = { score: [], pairs: [] };
  /** Of fixed problems: one entry each, 1, 0 or −1. */
  const fixed: number[] = [];
  /** Wins − losses over all fixed pairs: no sample, but a fact about these problems. */
  let fact = 0;
  for (const tables of groups) {
    const score = new Int32Array(terms.repeats);
    const pairs = new Int32Array(terms.repeats);
    for (const table of tables) {
      const one = tally(table, a, b, terms);
      counts.wins += one.wins;
      counts.ties += one.ties;
      counts.losses += one.losses;
      if (one.fixed) {
        counts.fixed += one.wins + one.ties + one.losses;
        fixed.push(Math.sign(one.wins - one.losses));
        fact += one.wins - one.losses;
        continue;
      }
      one.outcomes.forEach((outcome, repeat) => {
        if (outcome === MISSING) return;
        score[repeat] += outcome;
        pairs[repeat] += 1;
      });
    }
    pairs.forEach((count, repeat) => {
      if (count === 0) return;
      lucky.score.push(score[repeat]);
      lucky.pairs.push(count);
    });
  }
  const pairs = counts.wins + counts.ties + counts.losses;
  const share = (counts.wins + counts.ties / 2) / pairs;
  const cases = [...lucky.score, ...fixed];
  const decided = cases.filter((score) => score !== 0).length;
  const [low, high] = luckInterval(lucky).map((sum) => 0.5 + (fact + sum) / (2 * pairs));
  const certain = counts.fixed === pairs;
  const verdict = verdictOf({ low, high, decided: certain ? counts.wins + counts.losses : decided });
  const ahead = cases.reduce((sum, score) => sum + score, 0);
  return {
    ...{ a, b, ...counts, pairs, share, low, high, verdict, decided },
    cases: cases.length,
    p: signFlipTest(cases),
    holm: 1,
    agrees: verdict === 'better' ? ahead > 0 : verdict === 'worse' ? ahead < 0 : true,
  };
}

/**
 * {@link scoreInterval}, made to agree with the exact test: it holds 0 if and only if the test does not reject it. Of a few
 * clusters the normal law, with which the interval is worked out, says a little too much.
 */
function luckInterval(scores: Scores): [low: number, high: number] {
  const [low, high] = scoreInterval(scores);
  if (signFlipTest(scores.score) >= ALPHA) return [Math.min(low, 0), Math.max(high, 0)];
  // Half a win: where the test rejects, the least share that it would allow is not ½ itself.
  return scores.score.reduce((sum, score) => sum + score, 0) > 0
    ? [Math.max(low, 0.5), high]
    : [low, Math.min(high, -0.5)];
}

/** Of a against b: tied unless the interval leaves ½ on one side, and enough cases were decided. */
export function verdictOf({ low, high, decided }: Pick<Comparison, 'low' | 'high' | 'decided'>): Verdict {
  if (decided < FEWEST_DECIDED) return 'tied';
  return low > 0.5 ? 'better' : high < 0.5 ? 'worse' : 'tied';
}

const OPPOSITE = { better: 'worse', worse: 'better', tied: 'tied' } as const;

const mirrored = (one: Comparison): Comparison => ({
  ...one,
  a: one.b,
  b: one.a,
  wins: one.losses,
  losses: one.wins,
  share: 1 - one.share,
  low: 1 - one.high,
  high: 1 - one.low,
  verdict: OPPOSITE[one.verdict],
});

/** An outcome that is not there: not both have done the repeat. */
const MISSING = 2;

/** Outcomes of the repeats that both strategies have done, 1, 0 or −1, and their counts. */
function tally({ regrets, floor, oneRun }: Table, a: number, b: number, { repeats, tolerance }: Terms) {
  const outcomes = new Int8Array(repeats).fill(MISSING);
  const counts = { wins: 0, ties: 0, losses: 0, fixed: true, outcomes };
  let first: [number, number] | undefined;
  for (let repeat = 0; repeat < repeats; repeat++) {
    const mine = regrets[a * repeats + repeat];
    const theirs = regrets[b * repeats + repeat];
    if (Number.isNaN(mine) || Number.isNaN(theirs)) continue;
    first ??= [mine, theirs];
    if (mine !== first[0] || theirs !== first[1]) counts.fixed = false;
    // ∞ equals ∞; its difference from itself would be no number.
    if (mine === theirs || Math.abs(mine - theirs) <= tolerance) {
      counts.ties += 1;
      outcomes[repeat] = 0;
    } else if (mine < theirs) {
      counts.wins += 1;
      outcomes[repeat] = 1;
    } else {
      counts.losses += 1;
      outcomes[repeat] = -1;
    }
  }
  // That all reach the minimum, or that none finds anything feasible, may be luck that was good, or bad, each time.
  const censored = (regret: number) => regret <= floor || regret === Infinity;
  if (first && counts.fixed)
    counts.fixed = [a, b].every((strategy, side) => !censored(first[side]) || oneRun(strategy));
  // One run is not known to be the same every time.
  if (counts.wins + counts.ties + counts.losses < 2) counts.fixed = false;
  return counts;
}
