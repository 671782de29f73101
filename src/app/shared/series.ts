/** One colour, one marker and one dash pattern per strategy, everywhere; and the groups in which they are listed. */
import { lookUp } from '#core/look-up.ts';
import type { MarkerShape, Series } from '#charts/types.ts';
import { strategies } from '#core/strategies/index.ts';
import type { Strategy } from '#core/types.ts';
import { strategyText } from '../i18n/index.svelte.ts';

export type Group = 'taught' | 'filling' | 'modelled' | 'direct' | 'other';

interface Look {
  colour: string;
  marker: MarkerShape;
  /** Lines of one group are dashed alike, so that equal-ish hues of different groups stay apart. */
  dash?: string;
}

const DASHES: Record<Group, string | undefined> = {
  taught: undefined,
  filling: '2 3',
  modelled: '10 3 2 3',
  direct: '9 4',
  other: '4 2 1 2',
};

/** The strategies' fixed places and markers; colours are tuned per theme in `styles/tokens.css`. */
const PLACES: Record<string, [Group, MarkerShape]> = {
  babysit: ['taught', 'triangle'],
  grid: ['taught', 'square'],
  binary: ['taught', 'diamond'],
  random: ['taught', 'circle'],
  bayes: ['taught', 'star'],
  sobol: ['filling', 'plus'],
  halton: ['filling', 'cross'],
  'latin-hypercube': ['filling', 'open-square'],
  'batch-bayes': ['modelled', 'asterisk'],
  tpe: ['modelled', 'bow-tie'],
  'k-section': ['direct', 'open-diamond'],
  'nelder-mead': ['direct', 'triangle-down'],
  annealing: ['direct', 'wye'],
  'cma-es': ['direct', 'ring'],
};

export const groupOf = (id: string): Group => lookUp(PLACES, id)?.[0] ?? 'other';

export function lookOf(id: string): Look {
  const group = groupOf(id);
  const dash = DASHES[group];
  const place = lookUp(PLACES, id);
  const [colour, marker]: [string, MarkerShape] = place
    ? [`var(--strategy-${id})`, place[1]]
    : ['var(--strategy-other)', 'circle'];
  return { colour, marker, ...(dash && { dash }) };
}

export const seriesOf = (id: string): Series => ({ id, label: strategyText(id).short, ...lookOf(id) });

const rank = new Map(Object.keys(PLACES).map((id, i) => [id, i]));
/** All strategies in the order in which they are listed. */
export const listed: readonly Strategy[] = strategies.toSorted(
  (a, b) => (rank.get(a.id) ?? Infinity) - (rank.get(b.id) ?? Infinity) || 0,
);

/** The groups that have members, in order. */
export const groups: readonly { group: Group; members: readonly Strategy[] }[] = (
  Object.keys(DASHES) as Group[]
)
  .map((group) => ({ group, members: listed.filter(({ id }) => groupOf(id) === group) }))
  .filter(({ members }) => members.length > 0);
