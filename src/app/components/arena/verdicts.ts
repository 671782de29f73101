/** What a comparison of two strategies says, in words. */
import type { Comparison } from '../../../core/study/statistics/index.ts';
import { FEWEST_DECIDED } from '../../../core/study/statistics/index.ts';
import { t } from '../../i18n/index.svelte.ts';
import { percent } from './labels.ts';

/** The level of all intervals and tests. */
const ALPHA = 0.05;

export function verdictSentence(one: Comparison, names: readonly string[]): string {
  if (one.pairs === 0) return t('arena.verdict.noPairs', { a: names[one.a], b: names[one.b] });
  // Said from the side of the one that is ahead.
  const flip = one.verdict === 'worse';
  const [first, second] = flip ? [one.b, one.a] : [one.a, one.b];
  const values = {
    a: names[first],
    b: names[second],
    wins: flip ? one.losses : one.wins,
    losses: flip ? one.wins : one.losses,
    ties: one.ties,
    pairs: one.pairs,
    share: percent(flip ? 1 - one.share : one.share),
    low: percent(flip ? 1 - one.high : one.low),
    high: percent(flip ? 1 - one.low : one.high),
  };
  if (one.verdict !== 'tied') {
    return `${t('arena.verdict.better', values)} ${t(one.holm < ALPHA ? 'arena.verdict.holds' : 'arena.verdict.alone')}`;
  }
  return one.wins + one.losses < FEWEST_DECIDED
    ? t('arena.verdict.tooFew', { ...values, decided: one.wins + one.losses, fewest: FEWEST_DECIDED })
    : t('arena.verdict.tied', values);
}

export interface Standing {
  strategy: number;
  /** Mean rank; NaN where nothing can be ranked yet. */
  rank: number;
  beats: number[];
  tiedWith: number[];
  losesTo: number[];
}

/** Strategies by mean rank, each with what its comparisons say. */
export function standings(
  mean: ArrayLike<number>,
  wins: readonly (readonly (Comparison | undefined)[])[],
): Standing[] {
  const all = Array.from(mean, (rank, strategy): Standing => {
    const of = (verdict: Comparison['verdict']) =>
      wins[strategy].flatMap((one) => (one && one.pairs > 0 && one.verdict === verdict ? [one.b] : []));
    return { strategy, rank, beats: of('better'), tiedWith: of('tied'), losesTo: of('worse') };
  });
  const at = ({ rank }: Standing) => (Number.isNaN(rank) ? Infinity : rank);
  return all.sort((a, b) => (at(a) === at(b) ? a.strategy - b.strategy : at(a) - at(b)));
}
