/** What a panel's picture needs, gathered once per panel. */
import type { Sample, Series } from '../../../charts/types.ts';
import type { Message, Problem, Trial, View } from '../../../core/types.ts';
import type { Pictures } from '../../state/pictures.svelte.ts';
import type { PageOptions } from '../../state/url.ts';
import type { Moment } from './panel-data.ts';

/** What is drawn besides the run itself; shared by all panels, not part of the address. */
export interface Display {
  optimum: boolean;
  moment: Moment;
}

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
  display: Display;
  pictures: Pictures;
  seed: number;
  tell: (message: Message) => string;
  onpick: (number: number) => void;
}
