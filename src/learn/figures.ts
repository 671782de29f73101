/**
 * The kinds of figures, as `chapter.yaml` states them. A new kind is a schema here and a component in
 * `src/app/learn/figures`. Keys that are not here are refused, with those that are.
 */
import * as v from 'valibot';

/**
 * What may be lit up on a stage: the rest recedes.
 *
 * | name          | marks                                                     |
 * | ------------- | --------------------------------------------------------- |
 * | `shadows`     | the tried values along the axes (rugs, strips)            |
 * | `points`      | the trials                                                |
 * | `latest`      | the latest trial                                          |
 * | `truth`       | the true function                                         |
 * | `bracket`     | what binary search has left                               |
 * | `band`        | the model: its mean and how sure it is                    |
 * | `acquisition` | what the model’s strategy maximises                       |
 * | `lattice`     | the levels of a grid                                      |
 */
export const LIT = [
  'shadows',
  'points',
  'latest',
  'truth',
  'bracket',
  'band',
  'acquisition',
  'lattice',
] as const;
export type Lit = (typeof LIT)[number];

/** A run on the stage of the Lab. */
const Stage = v.strictObject({
  kind: v.literal('stage'),
  /** What stands behind `#/lab?`, with `t`, `hide`, `focus`, `truth` …: the door to the Lab opens the very same. */
  lab: v.string(),
  /** Names of {@link LIT}. */
  lit: v.optional(v.array(v.picklist(LIT)), []),
});

const Entrant = v.strictObject({
  id: v.string(),
  params: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])), {}),
});

/** Many runs, counted before the reader’s eyes: how often one strategy ends lower than others, on paired repeats. */
const Share = v.strictObject({
  kind: v.literal('share'),
  /** Of the problem: what stands behind `#/lab?`, without strategies. */
  lab: v.string(),
  /** The strategy that is asked about. */
  of: Entrant,
  /** Those that it is compared with, each with a name from the chapter’s `names`. */
  against: v.pipe(v.array(v.strictObject({ ...Entrant.entries, name: v.string() })), v.minLength(1)),
  repeats: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20_000)),
  /** `anew`: in every repeat the minimum is somewhere else (the Arena’s instances). */
  placed: v.optional(v.picklist(['fixed', 'anew']), 'fixed'),
  /** A setting of the problem that the reader turns. */
  dial: v.optional(
    v.strictObject({
      param: v.string(),
      /** What it is called: one of the front matter's `names`. */
      name: v.string(),
      values: v.pipe(v.array(v.number()), v.minLength(2)),
      /** How a value is called, where not by itself: one over it. */
      as: v.optional(v.picklist(['itself', 'inverse']), 'itself'),
      /** One of the values. */
      start: v.number(),
    }),
  ),
});

/** Who trains when: the trials of one run on several machines, a Gantt chart for each strategy. */
const Machines = v.strictObject({
  kind: v.literal('machines'),
  /** What stands behind `#/lab?`. */
  lab: v.string(),
  /** How many there are; the reader turns their number. */
  machines: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(16)),
  /** Hours of each training. */
  hours: v.optional(v.pipe(v.number(), v.minValue(0.1)), 1),
});

export const FIGURES = { stage: Stage, share: Share, machines: Machines };
export type FigureKind = keyof typeof FIGURES;
export type StageFigure = v.InferOutput<typeof Stage>;
export type ShareFigure = v.InferOutput<typeof Share>;
export type MachinesFigure = v.InferOutput<typeof Machines>;
export type Figure = StageFigure | ShareFigure | MachinesFigure;
