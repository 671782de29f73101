/** One component a kind of prediction; a new one is a file here and a schema in `src/learn/predictions.ts`. */
import type { Component } from 'svelte';
import type { Committed, Prediction, PredictionKind } from '../../../learn/predictions.ts';
import type { GuideFigure } from '../../../learn/figures.ts';
import type { Block, Chapter } from '../../../learn/types.ts';
import Choice from './Choice.svelte';
import Share from './Share.svelte';
import Whole from './Whole.svelte';

export type Predicting = Extract<Block, { kind: 'predict' }>;
export interface PredictProps {
  block: Predicting;
  /** Names the control. */
  labelledby: string;
  /** What the reader has set; undefined until then. */
  value: Committed | undefined;
  /** Undefined: it is none any more. */
  onvalue: (value: Committed | undefined) => void;
  /** Committed: it can be seen, not changed. */
  fixed: boolean;
}

/** An order comes with what it is compared with, `guide/index.ts`, and what is said of a problem with figures: `of-problems.ts`. */
export const KINDS = {
  choice: Choice,
  share: Share,
  whole: Whole,
} satisfies Partial<Record<PredictionKind, Component<PredictProps>>>;

/** Height in rem that those take that come with the figures: the text below stays where it is. */
export const ROOM = { point: 2.75, dial: 14.2, plane: 27 };

/** The number that it is compared with. */
export const factOf = (prediction: Prediction): string | undefined =>
  prediction.kind === 'choice' || prediction.kind === 'plane' || prediction.kind === 'order'
    ? undefined
    : prediction.truth;

/** The guide of the section that a block stands in. */
export function figureOf(chapter: Chapter, block: Block): GuideFigure | undefined {
  const figure = chapter.sections.find(({ blocks }) => blocks.includes(block))?.figure;
  return figure?.kind === 'guide' ? figure : undefined;
}
