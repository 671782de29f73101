/** What a panel's picture needs, gathered once per panel. */
import type { Lean } from '#charts/plot/layout.ts';
import type { SampleTable } from '#charts/marks/sample-table.ts';
import type { Ghost, Sample, Series } from '#charts/types.ts';
import type { Message, Point, Problem, Sense, Trial, View } from '#core/types.ts';
import type { Pictures } from '../pictures.svelte.ts';
import type { PageOptions } from '../../address/url.ts';

export interface PanelContext {
  readonly title: string;
  /** `fill` of a box of a given size; how it stands among others there. */
  readonly height: number | 'fill';
  readonly lean: Lean | undefined;
  /** Trials of a whole run. */
  readonly budget: number;
  /** As the engine has it: values are turned where they are drawn. */
  readonly problem: Problem;
  readonly sense: Sense;
  readonly labels: readonly string[];
  readonly valueLabel: string;
  readonly yDomain: readonly [number, number];
  readonly series: Series;
  /** All trials of the run that are there, and how many of them the clock shows. */
  readonly trials: Trial[];
  /** The same in the objective's own sense. */
  readonly told: readonly Trial[];
  readonly shown: number;
  readonly samples: readonly Sample[];
  /** Numbers of the trials made in one batch with the current one. */
  readonly together: readonly number[];
  readonly ghosts: readonly Ghost[];
  /** What the table behind the picture says of the samples. */
  readonly table: SampleTable;
  readonly view: View | undefined;
  readonly options: PageOptions;
  /** Where the true minimisers lie, in hyperparameter values; empty while that is a secret. */
  readonly optima: readonly Point[];
  readonly pictures: Pictures;
  readonly seed: number;
  readonly tell: (message: Message) => string;
  readonly onpick: (number: number) => void;
  /** Puts the reader's next trial, where that is what the picture is for. */
  readonly onplace: ((point: number[]) => void) | undefined;
}
