/** A study that is small, and what the core computes of it: by whoever asks first, once. */
import { writeCsv } from '#core/study/results/index.ts';
import type { StudySummary } from '#core/study/summary.ts';
import { computed, SMALL, studyOf } from './arena.ts';

export const study = studyOf(SMALL);
let known: ReturnType<typeof computed> | undefined;
export const small = () => (known ??= computed(study));
export const csv = () => [...writeCsv(study, small().records)].join('');
export const NAMES = ['Grid', 'Binary', 'Random', 'Bayesian', 'Bayesian 2'];

/** How the page should say who stands where. */
export const standing = ({ ranks }: StudySummary, of = ranks.mean) =>
  NAMES.map((name, s) => ({ name, rank: of[s] }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ name, rank }) => `${name} rank ${rank.toFixed(1)}`);
