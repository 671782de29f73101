/**
 * The kinds of predictions, as `chapter.yaml` states them. A new kind is a schema here and a component in
 * `src/app/learn/predict`.
 */
import * as v from 'valibot';

/** One of several answers; the texts say them with `::option`. */
const Choice = v.strictObject({
  kind: v.literal('choice'),
  /** The option that comes true; left out where nobody is wrong. */
  truth: v.optional(v.string()),
});

/** A share from none to all. */
const Share = v.strictObject({
  kind: v.literal('share'),
  /** The fact that it is compared with. */
  truth: v.string(),
});

/** A whole number: a rank, say. */
const Whole = v.strictObject({
  kind: v.literal('whole'),
  min: v.pipe(v.number(), v.integer()),
  max: v.pipe(v.number(), v.integer()),
  /** The fact that it is compared with. */
  truth: v.string(),
});

/** A place on an axis of the figure’s problem, in hyperparameter values: a click, a touch or arrow keys. */
const Point = v.strictObject({
  kind: v.literal('point'),
  /** Which hyperparameter, counted from 0. */
  axis: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  truth: v.string(),
});

/** Points on the plane of two hyperparameters: clicks, touches, or a cross-hair moved by arrow keys. */
const Plane = v.strictObject({
  kind: v.literal('plane'),
  /** The problem: what stands behind `#/lab?`. */
  lab: v.string(),
  /** How many. */
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(40)),
});

/** A setting of a problem, turned with its function before the reader’s eyes. */
const Dial = v.strictObject({
  kind: v.literal('dial'),
  /** The problem: what stands behind `#/lab?`. */
  lab: v.string(),
  param: v.string(),
  min: v.number(),
  max: v.number(),
  step: v.number(),
  truth: v.string(),
});

/** An order of the strategies that the section’s `guide` figure compares; what it is compared with, that study says. */
const Order = v.strictObject({ kind: v.literal('order') });

export const PREDICTIONS = {
  choice: Choice,
  share: Share,
  whole: Whole,
  point: Point,
  plane: Plane,
  dial: Dial,
  order: Order,
};
export type PredictionKind = keyof typeof PREDICTIONS;
export type ChoicePrediction = v.InferOutput<typeof Choice>;
export type SharePrediction = v.InferOutput<typeof Share>;
export type WholePrediction = v.InferOutput<typeof Whole>;
export type PointPrediction = v.InferOutput<typeof Point>;
export type PlanePrediction = v.InferOutput<typeof Plane>;
export type DialPrediction = v.InferOutput<typeof Dial>;
export type OrderPrediction = v.InferOutput<typeof Order>;
export type Prediction =
  | ChoicePrediction
  | SharePrediction
  | WholePrediction
  | PointPrediction
  | PlanePrediction
  | DialPrediction
  | OrderPrediction;

/** What a reader committed to: an option's id, a number, or points as `placements.ts` writes them. */
export type Committed = string | number;
