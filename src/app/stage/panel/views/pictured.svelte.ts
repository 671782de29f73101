/** Pictures that feeders ask a worker for. */
import { onDestroy } from 'svelte';
import type { Density } from '#charts/types.ts';
import type { View } from '#core/types.ts';
import { t } from '../../../i18n/index.svelte.ts';
import { isOfOneRun, type PicturePanel, type PictureWish } from '../../pictures.svelte.ts';
import type { PanelContext } from '../context.ts';
import { bellOf, densityOf } from '../overlays.ts';

export interface Pictured {
  readonly panel: PicturePanel;
  /** An overtaken picture is shown until the next one arrives, but never one of another run. */
  readonly drawn: PicturePanel['picture'];
}

/** For components, while they are set up: the picture that `wish` asks for, as it changes. */
export function pictured(context: PanelContext, wish: () => PictureWish | null): Pictured {
  // The pictures live as long as the page.
  const panel = context.pictures.panel();
  onDestroy(() => panel.dispose());
  $effect(() => panel.want(wish()));
  return {
    panel,
    get drawn() {
      return panel.wish && isOfOneRun(panel.wish.trials, context.trials) ? panel.picture : undefined;
    },
  };
}

/**
 * Why there is no picture of what a strategy believes: it has no model yet, or the picture is being computed. Empty where
 * neither is so.
 */
export function absence(
  { trials, shown }: Pick<PanelContext, 'trials' | 'shown'>,
  kind: View['kind'],
  { status }: Pick<PicturePanel, 'status'>,
): string {
  if (status === 'computing') return t('stage.picturing');
  const first = trials.findIndex(({ view }) => view?.kind === kind) + 1;
  return first > shown ? t('stage.noModel', { trial: first }) : '';
}

/**
 * What is likely along every hyperparameter, for components while they are set up: `count` points of each marginal, or a
 * normal distribution seen along it. Null where the strategy draws its points from no distribution.
 */
export function likely(
  context: PanelContext,
  count: number,
): Pictured & { readonly along: Density[] | null } {
  const dimensions = () => context.problem.space.dimensions;
  const picture = pictured(context, () =>
    context.view?.kind === 'parzen'
      ? {
          kind: 'parzen',
          view: context.view,
          trials: context.trials,
          dimensions: dimensions(),
          grid: { kind: 'marginals', count },
        }
      : null,
  );
  return {
    panel: picture.panel,
    get drawn() {
      return picture.drawn;
    },
    get along() {
      const { view } = context;
      if (view?.kind === 'gaussian') return dimensions().map((one, axis) => bellOf(view, one, axis));
      const { drawn } = picture;
      if (view?.kind !== 'parzen' || drawn?.kind !== 'parzen') return null;
      return dimensions().map((one, axis) => densityOf(drawn, one, axis, count));
    },
  };
}
