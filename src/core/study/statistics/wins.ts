/**
 * Who wins against whom, on paired runs: same problem, same repeat, hence same seed.
 *
 * Two answers are given for each pair of strategies. `verdict` is about that pair alone: whether the bootstrap interval
 * of the share of wins excludes ½. `holm` is about all pairs at once: the sign test's p-value, adjusted by Holm's
 * method over all comparisons of the study. A chart draws the first; a claim about “the best of all” needs the second.
 */
import { regretTable, sameUntil, type Accumulator } from './accumulator.ts';
import { ShareIntervals, type Tally } from './bootstrap.ts';
import { holm, signTest } from './sign-test.ts';

export type Verdict = 'better' | 'worse' | 'tied';

/** Strategy a against b. */
export interface Comparison extends Tally {
  a: number;
  b: number;
  pairs: number;
  /** (wins + ties / 2) / pairs; NaN without pairs. */
  share: number;
  /** 95 % bootstrap interval of the share. */
  low: number;
  high: number;
  verdict: Verdict;
  /**
   * Pairs on problems where every repeat ends the same for both, and not only because all reach the minimum: nothing
   * is left to luck, and more repeats are no more evidence. The sign test counts such a problem once.
   */
  fixed: number;
  /** Sign test, by itself and adjusted over all comparisons. */
  p: number;
  holm: number;
}

/**
 * The smallest number of untied pairs that can tell two strategies apart at 5 %: six wins of six have p = 2 / 2⁶ = 0.03.
 * Below it the bootstrap, which cannot see what it has not drawn, would call a single win certain.
 */
export const FEWEST_DECIDED = 6;

/** Of a against b: tied unless the interval leaves ½ on one side, and enough pairs were decided. */
export function verdictOf({
  wins,
  losses,
  low,
  high,
}: Pick<Comparison, 'wins' | 'losses' | 'low' | 'high'>): Verdict {
  if (wins + losses < FEWEST_DECIDED) return 'tied';
  return low > 0.5 ? 'better' : high < 0.5 ? 'worse' : 'tied';
}

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
  const { strategies, seed, budget, problems: all } = results.study;
  const { trial = budget, tolerance = 0, problems = all.map((_, problem) => problem) } = options;
  const matrix = strategies.map(() => new Array<Comparison | undefined>(strategies.length).fill(undefined));
  const tables = problems.map((problem) => ({
    regrets: regretTable(results, problem, trial),
    floor: results.floors[problem],
    oneRun: (strategy: number) => sameUntil(results, problem, strategy) >= trial,
  }));
  const intervals = new ShareIntervals(seed);
  const above: Comparison[] = [];
  for (let a = 0; a < strategies.length; a++) {
    for (let b = a + 1; b < strategies.length; b++) {
      above.push(compare(a, b, tables, { repeats: results.study.repeats, tolerance, intervals }));
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
  intervals: ShareIntervals;
}

interface Table {
  /** Strategies × repeats. */
  regrets: Float64Array;
  floor: number;
  /** Whether all runs of a strategy are one run, made again, as far as is looked at. */
  oneRun: (strategy: number) => boolean;
}

/** @param tables one of each problem */
function compare(a: number, b: number, tables: readonly Table[], terms: Terms): Comparison {
  const tallies = tables.map((table) => tally(table, a, b, terms));
  const sum = (of: (one: (typeof tallies)[number]) => number) =>
    tallies.reduce((total, one) => total + of(one), 0);
  const [wins, ties, losses] = [sum((one) => one.wins), sum((one) => one.ties), sum((one) => one.losses)];
  const pairs = wins + ties + losses;
  const [low, high] = terms.intervals.of(tallies);
  return {
    ...{ a, b, wins, ties, losses, pairs, low, high },
    share: (wins + ties / 2) / pairs,
    verdict: verdictOf({ wins, losses, low, high }),
    fixed: sum((one) => (one.fixed ? one.wins + one.ties + one.losses : 0)),
    p: signTest(
      sum((one) => (one.fixed ? Math.sign(one.wins) : one.wins)),
      sum((one) => (one.fixed ? Math.sign(one.losses) : one.losses)),
    ),
    holm: 1,
  };
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

/** Outcomes of the repeats that both strategies have done. */
function tally({ regrets, floor, oneRun }: Table, a: number, b: number, { repeats, tolerance }: Terms) {
  const counts = { wins: 0, ties: 0, losses: 0, fixed: true };
  let first: [number, number] | undefined;
  for (let repeat = 0; repeat < repeats; repeat++) {
    const mine = regrets[a * repeats + repeat];
    const theirs = regrets[b * repeats + repeat];
    if (Number.isNaN(mine) || Number.isNaN(theirs)) continue;
    first ??= [mine, theirs];
    if (mine !== first[0] || theirs !== first[1]) counts.fixed = false;
    // ∞ equals ∞; its difference from itself would be no number.
    if (mine === theirs || Math.abs(mine - theirs) <= tolerance) counts.ties += 1;
    else if (mine < theirs) counts.wins += 1;
    else counts.losses += 1;
  }
  // That all reach the minimum, or that none finds anything feasible, may be luck that was good, or bad, each time.
  const censored = (regret: number) => regret <= floor || regret === Infinity;
  if (first && counts.fixed)
    counts.fixed = [a, b].every((strategy, side) => !censored(first[side]) || oneRun(strategy));
  // One run is not known to be the same every time.
  if (counts.wins + counts.ties + counts.losses < 2) counts.fixed = false;
  return counts;
}
