/** One colour, one marker and one dash pattern per strategy, everywhere; and the groups in which they are listed. */
import type { MarkerShape, Series } from '#charts/types.ts';
import { strategies } from '#core/strategies/index.ts';
import type { Strategy } from '#core/types.ts';
import { strategyLook, strategyText } from '../i18n/index.svelte.ts';
import { GROUPS, type Group as Declared } from '../i18n/texts/types.ts';
import { colourToken } from './looks.ts';

/** `other`: strategies that declare no look. */
export type Group = Declared | 'other';

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
  handed: '6 2 1 2 1 2',
  other: '4 2 1 2',
};

export const groupOf = (id: string): Group => strategyLook(id)?.group ?? 'other';

export function lookOf(id: string): Look {
  const dash = DASHES[groupOf(id)];
  const declared = strategyLook(id);
  const colour = `var(${colourToken(declared ? id : 'other')})`;
  return { colour, marker: declared?.marker ?? 'circle', ...(dash && { dash }) };
}

export const seriesOf = (id: string): Series => ({ id, label: strategyText(id).short, ...lookOf(id) });

/** The groups that have members, in order. */
export const groups: readonly { group: Group; members: readonly Strategy[] }[] = [...GROUPS, 'other' as const]
  .map((group) => ({ group, members: strategies.filter(({ id }) => groupOf(id) === group) }))
  .filter(({ members }) => members.length > 0);

/** All strategies in the order in which they are listed. */
export const listed: readonly Strategy[] = groups.flatMap(({ members }) => members);
