/** What a panel's picture needs, gathered once per panel. */
import type { Sample, Series } from '../../../charts/types.ts';
import type { Message, Point, Problem, Trial, View } from '../../../core/types.ts';
import type { Pictures } from '../../state/pictures.svelte.ts';
import type { PageOptions } from '../../state/url.ts';

export interface PanelContext {
  title: string;
  height: number;
  problem: Problem;
  labels: readonly string[];
  valueLabel: string;
  yDomain: readonly [number, number];
  series: Series;
  /** All trials of the run that are there, and how many of them the clock shows. */
  trials: Trial[];
  shown: number;
  samples: readonly Sample[];
  view: View | undefined;
  options: PageOptions;
  /** Where the true minimisers lie, in hyperparameter values; empty while that is a secret. */
  optima: readonly Point[];
  pictures: Pictures;
  seed: number;
  tell: (message: Message) => string;
  onpick: (number: number) => void;
}
