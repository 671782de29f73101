/** What a study's runs come to as of one trial, or one hour: mean ranks with their intervals, and who is tied with whom. */
import {
  rankTable,
  regretAt,
  winMatrix,
  averageRanks,
  type Accumulator,
  type Comparison,
  type Judged,
} from '#core/study/statistics/index.ts';
import { FLAG, type RunRecord, type Study } from '#core/study/types.ts';
import { schedule, trainingHours } from '#core/study/schedule.ts';
import { getStrategy } from '#core/strategies/index.ts';

export interface Ranking {
  /** By strategy: mean rank, 1 the best; NaN while nothing can be ranked. */
  readonly mean: Float64Array;
  /**
   * 95 % intervals of the mean ranks, by the normal law, over repeats: a repeat's ranks on all problems are one case,
   * as problems may share their luck. NaN of fewer than two repeats.
   */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Repeats that all strategies have made on all problems. */
  readonly repeats: number;
  readonly wins: readonly (readonly (Comparison | undefined)[])[];
}

/** The two-sided 5 % of the normal law. */
const Z = 1.96;

/** @param at 1-based: a trial, or the hour of runs that {@link byHours} made */
export function rankingAt(results: Accumulator, at: number): Ranking {
  const { strategies, problems, repeats: all } = results.study;
  const S = strategies.length;
  const { mean } = rankTable(results, at);
  const sums = new Float64Array(S);
  const squares = new Float64Array(S);
  let repeats = 0;
  for (let repeat = 0; repeat < all; repeat++) {
    const ranks = ranksIn(results, repeat, at);
    if (!ranks) continue;
    repeats += 1;
    ranks.forEach((rank, s) => {
      sums[s] += rank / problems.length;
      squares[s] += (rank / problems.length) ** 2;
    });
  }
  const half = sums.map((sum, s) => {
    if (repeats < 2) return NaN;
    const variance = Math.max(0, squares[s] - sum ** 2 / repeats) / (repeats - 1);
    return Z * Math.sqrt(variance / repeats);
  });
  return {
    mean,
    low: mean.map((rank, s) => Math.max(1, rank - half[s])),
    high: mean.map((rank, s) => Math.min(S, rank + half[s])),
    repeats,
    wins: winMatrix(results, { trial: at }),
  };
}

/** Sum of ranks over all problems; undefined while a run is missing. */
function ranksIn(results: Accumulator, repeat: number, at: number): Float64Array | undefined {
  const { strategies, problems } = results.study;
  const sum = new Float64Array(strategies.length);
  for (let problem = 0; problem < problems.length; problem++) {
    const regrets = strategies.map((_, strategy) => {
      const run = results.find({ problem, strategy, repeat });
      return run ? regretAt(results, run, at) : undefined;
    });
    if (regrets.includes(undefined)) return undefined;
    averageRanks(regrets as number[]).forEach((rank, s) => (sum[s] += rank));
  }
  return sum;
}

/** How long a training takes: its median is the unit, and chance has its part (log-normal), as in the Arena. */
export const TRAINING = { median: 1, sigma: 0.5 } as const;

/** The study that {@link byHours} makes runs of: entry i of a run is hour i + 1. */
export const hourly = (study: Study, hours: number): Study => ({ ...study, budget: hours });

/**
 * A run on several machines, by the hour: what is best, or would be deployed, of what is back after 1, 2, … hours.
 * @param study that the run is of
 */
export function byHours(
  study: Study,
  run: RunRecord,
  { machines, hours, judged }: { machines: number; hours: number; judged: Judged },
): RunRecord {
  const trials = Array.from(run.value, (value, i) => ({
    ...{ unit: [], batch: run.batch[i], value: run.flags[i] & (FLAG.failed | FLAG.infeasible) ? NaN : value },
    y: run.y[i],
  }));
  const { progress } = schedule(trials, {
    ...{ machines, judged, hours: trainingHours(trials, TRAINING, [study.seed, run.repeat]) },
    oblivious: getStrategy(study.strategies[run.strategy].id).oblivious === true,
  });
  const best = new Float64Array(hours).fill(NaN);
  let back = 0;
  for (let hour = 1; hour <= hours; hour++) {
    while (back < progress.length && progress[back].hours <= hour) back += 1;
    if (back > 0) best[hour - 1] = progress[back - 1].best;
  }
  return { ...run, best, value: best, y: best, flags: new Uint8Array(hours), batch: new Uint16Array(hours) };
}

/** An order that somebody expected, against what a study found. */
export interface Agreement {
  /** Spearman’s correlation of the expected places with the mean ranks; NaN where one of them is all alike. */
  readonly correlation: number;
  /** Pairs that the study decides, and of these, how many were expected so. */
  readonly decided: number;
  readonly right: number;
  /** Pairs that it calls tied: neither order is wrong. */
  readonly tied: number;
}

/** @param order places of the strategies in the study, the one expected first at the front */
export function agreement(
  order: readonly number[],
  { mean, wins }: Pick<Ranking, 'mean' | 'wins'>,
): Agreement {
  const place = new Float64Array(order.length);
  order.forEach((strategy, i) => (place[strategy] = i + 1));
  let [decided, right, tied] = [0, 0, 0];
  order.forEach((a, i) => {
    for (const b of order.slice(i + 1)) {
      const verdict = wins[a][b]?.verdict;
      if (verdict === 'tied') tied += 1;
      else if (verdict) {
        decided += 1;
        if (verdict === 'better') right += 1;
      }
    }
  });
  return { correlation: correlation(place, averageRanks(mean)), decided, right, tied };
}

/** Pearson’s; of ranks, it is Spearman’s. */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const n = a.length;
  const meanOf = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / n;
  const [ma, mb] = [meanOf(a), meanOf(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    ab += (a[i] - ma) * (b[i] - mb);
    aa += (a[i] - ma) ** 2;
    bb += (b[i] - mb) ** 2;
  }
  return ab / Math.sqrt(aa * bb);
}
