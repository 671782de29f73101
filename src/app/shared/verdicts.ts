/** What a comparison of two strategies says, in words. */
import type { Comparison } from '#core/study/statistics/index.ts';
import { ALPHA, FEWEST_DECIDED } from '#core/study/statistics/index.ts';
import { list, t } from '../i18n/index.svelte.ts';
import { percent } from './numbers.ts';

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
    const trust = certain(one) ? 'fixed' : one.holm < ALPHA && one.agrees ? 'holds' : 'alone';
    return sentences(t('arena.verdict.better', values), sharedLuck(one), t(`arena.verdict.${trust}`));
  }
  const { decided, cases } = one;
  const few = certain(one) ? one.wins + one.losses < FEWEST_DECIDED : decided < FEWEST_DECIDED;
  return few
    ? t('arena.verdict.tooFew', { ...values, decided, cases, fewest: FEWEST_DECIDED })
    : sentences(t('arena.verdict.tied', values), sharedLuck(one));
}

const sentences = (...all: readonly string[]): string =>
  all.filter((one) => one !== '').join(t('arena.verdict.between'));

/** Nothing is left to luck. */
const certain = ({ fixed, pairs }: Comparison): boolean => fixed === pairs;

/** How many of the pairs are evidence of their own, where it is not all of them. */
const sharedLuck = (one: Comparison): string =>
  one.cases < one.pairs && !certain(one) ? t('arena.verdict.cases', { cases: one.cases }) : '';

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

/** Where one strategy stands: “ahead of Grid and Random; tied with Binary.” */
export function standingSentence({ beats, tiedWith, losesTo }: Standing, names: readonly string[]): string {
  const others = names.length - 1;
  const called = (strategies: readonly number[]) => list(strategies.map((s) => names[s]));
  if (losesTo.length === others) return t('arena.standing.behindAll');
  const parts = [
    beats.length === others
      ? t('arena.standing.aheadAll')
      : beats.length > 0 && t('arena.standing.ahead', { others: called(beats) }),
    tiedWith.length === others
      ? t('arena.standing.tiedAll')
      : tiedWith.length > 0 && t('arena.standing.tied', { others: called(tiedWith) }),
  ].filter((part) => part !== false);
  const said = parts.join(t('arena.standing.and'));
  return said === ''
    ? ''
    : t('arena.standing.sentence', { parts: said[0].toLocaleUpperCase() + said.slice(1) });
}

interface Lead {
  trial: number;
  /** “over 6 problems”, “on Branin”. */
  where: string;
  /** Not all runs are in. */
  early: boolean;
}

/** Who leads as of a trial, in a sentence. */
export const leadSentence = (
  order: readonly Standing[],
  names: readonly string[],
  { trial, where, early }: Lead,
): string =>
  t(early ? 'arena.afterTrialSoFar' : 'arena.afterTrial', { trial }) + leading(order, names, where);

/** Who leads, as the rest of a sentence. */
export function leading([first]: readonly Standing[], names: readonly string[], where: string): string {
  const values = { name: names[first.strategy], where };
  if (names.length === 1) return t('arena.leading.alone', values);
  if (first.beats.length === names.length - 1) return t('arena.leading.ahead', values);
  if (first.tiedWith.length === names.length - 1) return t('arena.leading.tiedAll', values);
  if (first.tiedWith.length > 0)
    return t('arena.leading.tied', { ...values, others: list(first.tiedWith.map((s) => names[s])) });
  return t('arena.leading.ranked', values);
}
