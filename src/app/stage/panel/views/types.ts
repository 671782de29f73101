/** A kind of view in a panel. */
import type { Component } from 'svelte';
import type { View } from '#core/types.ts';
import type { PageOptions } from '../../../address/url.ts';
import type { PanelContext } from '../context.ts';

export type ViewOf<K extends View['kind']> = Extract<View, { kind: K }>;

/** A feeder turns a view into the data of its marks, and is a child of the panel's plot, whatever its dimensions. */
export interface FeederProps<K extends View['kind']> {
  context: PanelContext;
  /** Undefined while the trial on screen has none: room under the plot is kept for it. */
  view: ViewOf<K> | undefined;
}

export interface ViewKind<K extends View['kind']> {
  feeder: Component<FeederProps<K>>;
  /** Over one hyperparameter: whether it draws a strip of its own under the plot. */
  strip?: true;
  /** On a plane: whether the feeder draws a map of its own, in the place of the function's. */
  maps?: (options: PageOptions) => boolean;
}
