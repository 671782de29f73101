/** One component a kind of prediction; a new one is a file here and a schema in `src/learn/predictions.ts`. */
import type { Component } from 'svelte';
import type { Committed, Prediction, PredictionKind } from '../../../learn/predictions.ts';
import type { Block } from '../../../learn/types.ts';
import Order from './Order.svelte';
import Choice from './Choice.svelte';
import Dial from './Dial.svelte';
import Plane from './Plane.svelte';
import Point from './Point.svelte';
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

export const KINDS: Readonly<Record<PredictionKind, Component<PredictProps>>> = {
  choice: Choice,
  share: Share,
  whole: Whole,
  point: Point,
  plane: Plane,
  dial: Dial,
  order: Order,
};

/** The number that it is compared with. */
export const factOf = (prediction: Prediction): string | undefined =>
  prediction.kind === 'choice' || prediction.kind === 'plane' || prediction.kind === 'order'
    ? undefined
    : prediction.truth;
