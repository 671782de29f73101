/** Every kind of view, and what feeds its marks: a new kind is a new line. Those that few look at come when they are shown. */
import { late } from '#charts/late.svelte.ts';
import type { Trial, View } from '#core/types.ts';
import BracketFeeder from './BracketFeeder.svelte';
import LatticeFeeder from './LatticeFeeder.svelte';
import ModelFeeder from './ModelFeeder.svelte';
import StepFeeder from './StepFeeder.svelte';
import type { ViewKind } from './types.ts';

export const VIEW_KINDS: { readonly [K in View['kind']]: ViewKind<K> } = {
  bracket: { feeder: BracketFeeder, strip: true },
  lattice: { feeder: LatticeFeeder },
  strata: { feeder: late(() => import('./StrataFeeder.svelte')) },
  step: { feeder: StepFeeder },
  simplex: { feeder: late(() => import('./SimplexFeeder.svelte')) },
  gaussian: { feeder: late(() => import('./GaussianFeeder.svelte')) },
  parzen: {
    feeder: late(() => import('./ParzenFeeder.svelte')),
    strip: true,
    maps: ({ field }) => field === 'acquisition',
  },
  model: { feeder: ModelFeeder, strip: true, maps: ({ field }) => field !== 'truth' },
};

const KINDS = Object.keys(VIEW_KINDS) as View['kind'][];
/** Of a whole run, so that nothing is set up from trial to trial, and the plot keeps its room. */
export const kindsOf = (trials: readonly Trial[]): View['kind'][] =>
  KINDS.filter((kind) => trials.some((trial) => trial.view?.kind === kind));
