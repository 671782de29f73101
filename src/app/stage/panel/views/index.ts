/** Every kind of view, and what feeds its marks: a new kind is a new line. */
import type { Trial, View } from '#core/types.ts';
import BracketFeeder from './BracketFeeder.svelte';
import GaussianFeeder from './GaussianFeeder.svelte';
import LatticeFeeder from './LatticeFeeder.svelte';
import ModelFeeder from './ModelFeeder.svelte';
import ParzenFeeder from './ParzenFeeder.svelte';
import SimplexFeeder from './SimplexFeeder.svelte';
import StepFeeder from './StepFeeder.svelte';
import StrataFeeder from './StrataFeeder.svelte';
import type { ViewKind } from './types.ts';

export const VIEW_KINDS: { readonly [K in View['kind']]: ViewKind<K> } = {
  bracket: { feeder: BracketFeeder, strip: true },
  lattice: { feeder: LatticeFeeder },
  strata: { feeder: StrataFeeder },
  step: { feeder: StepFeeder },
  simplex: { feeder: SimplexFeeder },
  gaussian: { feeder: GaussianFeeder },
  parzen: { feeder: ParzenFeeder, strip: true, maps: ({ field }) => field === 'acquisition' },
  model: { feeder: ModelFeeder, strip: true, maps: ({ field }) => field !== 'truth' },
};

const KINDS = Object.keys(VIEW_KINDS) as View['kind'][];
/** Of a whole run, so that nothing is set up from trial to trial, and the plot keeps its room. */
export const kindsOf = (trials: readonly Trial[]): View['kind'][] =>
  KINDS.filter((kind) => trials.some((trial) => trial.view?.kind === kind));
