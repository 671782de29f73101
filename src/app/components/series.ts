/** One colour and one marker per strategy, everywhere. */
import type { MarkerShape, Series } from '../../charts/types.ts';
import { strategies } from '../../core/strategies/index.ts';
import { strategyText } from '../i18n/index.svelte.ts';

/** The strategies' fixed looks (Okabe & Ito's colours, tuned per theme in `styles/tokens.css`). */
const LOOKS: Record<string, { colour: string; marker: MarkerShape }> = {
  babysit: { colour: 'var(--strategy-babysit)', marker: 'triangle' },
  grid: { colour: 'var(--strategy-grid)', marker: 'square' },
  binary: { colour: 'var(--strategy-binary)', marker: 'diamond' },
  random: { colour: 'var(--strategy-random)', marker: 'circle' },
  bayes: { colour: 'var(--strategy-bayes)', marker: 'star' },
};
/** For strategies added later, in the order of the registry. */
const EXTRA: readonly { colour: string; marker: MarkerShape }[] = [
  { colour: 'var(--strategy-extra-1)', marker: 'wye' },
  { colour: 'var(--strategy-extra-2)', marker: 'cross' },
  { colour: 'var(--strategy-extra-3)', marker: 'triangle' },
];

export function lookOf(id: string): { colour: string; marker: MarkerShape } {
  if (Object.hasOwn(LOOKS, id)) return LOOKS[id];
  const added = strategies.filter((strategy) => !Object.hasOwn(LOOKS, strategy.id));
  const place = added.findIndex((strategy) => strategy.id === id);
  return EXTRA[Math.max(0, place) % EXTRA.length];
}

export const seriesOf = (id: string): Series => ({ id, label: strategyText(id).short, ...lookOf(id) });
