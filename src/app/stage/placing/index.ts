/** The reader's own trials, placed in their picture. What they need comes when somebody has such a picture. */
import { late } from '#charts/late.svelte.ts';
import NotThere from '../../shared/NotThere.svelte';
import { bringTexts } from '../../i18n/index.svelte.ts';
import type { RunState } from '../runs.svelte.ts';
import type { Staged } from '../staged.ts';

const brought = async <Part>(part: Promise<Part>): Promise<Part> =>
  (await Promise.all([part, bringTexts('rest')]))[0];

export const Placing = late(() => brought(import('./Placing.svelte')));
export const PlacingBar = late(() => brought(import('./PlacingBar.svelte')), { Failed: NotThere });

/** The trials that stand; undefined where the picture is not one to place any in. */
export const placedIn = (
  { place, replayed }: Staged,
  { choice: { id, params } }: RunState,
): number[][] | undefined =>
  id === 'manual' && place && !replayed ? (params.points as number[][]) : undefined;
