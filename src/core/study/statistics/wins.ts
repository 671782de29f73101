/**
 * Who wins against whom, on paired runs: same problem, same repeat, hence same seed.
 *
 * Two answers are given for each pair of strategies. `verdict` is about that pair alone: whether the bootstrap interval
 * of the share of wins excludes ½. `holm` is about all pairs at once: the sign test's p-value, adjusted by Holm's
 * method over all comparisons of the study. A chart draws the first; a claim about “the best of all” needs the second.
 */
import { stream } from '../../rng.ts';
import { regretAt, type Accumulator } from './accumulator.ts';
import { shareInterval, type Tally } from './bootstrap.ts';
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
  const { strategies, seed } = results.study;
  const matrix = strategies.map(() => new Array<Comparison | undefined>(strategies.length).fill(undefined));
  const known = new Map<string, Float64Array>();
  const above: Comparison[] = [];
  for (let a = 0; a < strategies.length; a++) {
    for (let b = a + 1; b < strategies.length; b++) {
      const tallies = tally(results, a, b, options);
      const [wins, ties, losses] = (['wins', 'ties', 'losses'] as const).map((kind) =>
        tallies.reduce((sum, one) => sum + one[kind], 0),
      );
      const pairs = wins + ties + losses;
      const rng = stream(seed, 'win-matrix', strategies[a].name, strategies[b].name);
      const [low, high] = shareInterval(tallies, rng, known);
      const share = (wins + ties / 2) / pairs;
      const verdict = verdictOf({ wins, losses, low, high });
      above.push({
        a,
        b,
        wins,
        ties,
        losses,
        pairs,
        share,
        low,
        high,
        verdict,
        p: signTest(wins, losses),
        holm: 1,
      });
    }
  }
  holm(above.map(({ p }) => p)).forEach((p, i) => (above[i].holm = p));
  for (const one of above) {
    matrix[one.a][one.b] = one;
    matrix[one.b][one.a] = mirrored(one);
  }
  return matrix;
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

/** For every problem the outcomes of the repeats that both strategies have done. */
function tally(results: Accumulator, a: number, b: number, options: WinOptions): Tally[] {
  const { budget, problems: all } = results.study;
  const { trial = budget, tolerance = 0, problems = all.map((_, problem) => problem) } = options;
  return problems.map((problem) => {
    const counts = { wins: 0, ties: 0, losses: 0 };
    for (const run of results.runs(problem, a)) {
      const other = results.find({ problem, strategy: b, repeat: run.repeat });
      if (!other) continue;
      const [mine, theirs] = [run, other].map((one) => regretAt(results, one, trial));
      // ∞ equals ∞; its difference from itself would be no number.
      if (mine === theirs || Math.abs(mine - theirs) <= tolerance) counts.ties += 1;
      else if (mine < theirs) counts.wins += 1;
      else counts.losses += 1;
    }
    return counts;
  });
}
