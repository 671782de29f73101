/**
 * The kinds of figures, as `chapter.yaml` states them. A new kind is a schema here and a component in
 * `src/app/learn/figures`. Keys that are not here are refused, with those that are.
 */
import * as v from 'valibot';
import { QUESTIONS } from './questions.ts';

/**
 * What may be lit up on a stage: the rest recedes.
 *
 * | name          | marks                                                     |
 * | ------------- | --------------------------------------------------------- |
 * | `shadows`     | the tried values along the axes (rugs, strips)            |
 * | `points`      | the trials                                                |
 * | `dots`        | the trials, and nothing else is to be seen                |
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
  'dots',
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
  /** A prediction of the kind `plane`, as `chapter/prediction`: where the reader has placed points, those are run instead. */
  points: v.optional(v.string()),
  /** With `points`: they are run beside the strategies of `lab`, as the first of them. */
  beside: v.optional(v.boolean()),
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

/**
 * How often each rule of binary search throws the minimum away, counted before the reader’s eyes over placements of the
 * minimum, with the function itself above the counts.
 */
const Lost = v.strictObject({
  kind: v.literal('lost'),
  /** Of the problem: what stands behind `#/lab?`, without strategies. */
  lab: v.string(),
  placements: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
  /** A setting of the problem that the reader turns. */
  dial: v.strictObject({
    param: v.string(),
    /** What it is called: one of the front matter's `names`. */
    name: v.string(),
    values: v.pipe(v.array(v.number()), v.minLength(2)),
    /** One of the values. */
    start: v.number(),
  }),
});

/** Ways to choose the next point from one belief. `mean`: where it is lowest, without regard to what is not known. */
export const BETS = ['mean', 'pi', 'ei', 'lcb', 'thompson'] as const;
export type BetKind = (typeof BETS)[number];
/** What a reader may turn in a `belief` figure. */
export const DIALS = ['lengthscale', 'kernel', 'noise', 'xi', 'kappa', 'at'] as const;

/** A Gaussian process over one knob, with observations that the reader may move, add and take away. */
const Belief = v.strictObject({
  kind: v.literal('belief'),
  /** Behind the door to the Lab; and whose trials are observed, where there are such. */
  lab: v.string(),
  /** So many trials of that run are the observations, and its own model is the model. */
  trials: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(40))),
  /** Observations of its own: place from 0 to 1, value. */
  points: v.optional(v.array(v.tuple([v.number(), v.number()])), []),
  /** Those of the run's model, or RBF, 0.2 and 0.01, where left out. Noise: a standard deviation. */
  kernel: v.optional(v.picklist(['rbf', 'matern52', 'matern32'])),
  lengthscale: v.optional(v.pipe(v.number(), v.minValue(0.01), v.maxValue(1))),
  noise: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  /** Functions drawn from the belief. */
  draws: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8)), 0),
  /** A place at which mean and standard deviation are said. */
  at: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  /** Ends of the axis of values. */
  values: v.tuple([v.number(), v.number()]),
  dials: v.optional(v.array(v.picklist(DIALS)), []),
  /** The log marginal likelihood over the lengthscale stands beside it. */
  likelihood: v.optional(v.boolean(), false),
  /** Each in a strip under the plot, with the point that it would choose. */
  bets: v.optional(v.array(v.picklist(BETS)), []),
  xi: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 0),
  kappa: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(5)), 2),
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

/** What a full grid costs, a line for every knob; the reader turns knobs, levels and machines. */
const Bill = v.strictObject({
  kind: v.literal('bill'),
  /** Behind the door to the Lab. */
  lab: v.string(),
  knobs: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8)),
  /** Of every knob. */
  levels: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(10)),
  machines: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), 1),
  /** Hours of each training. */
  hours: v.optional(v.pipe(v.number(), v.minValue(0.1)), 1),
});

/** Classes of simulated tuners, tuning by trial and error before the reader’s eyes. */
const Tuners = v.strictObject({
  kind: v.literal('tuners'),
  /** Of the problem: what stands behind `#/lab?`, without strategies. */
  lab: v.string(),
  /** Levels of experience, 0 to 1; at most as many as there are colours. */
  levels: v.optional(
    v.pipe(v.array(v.pipe(v.number(), v.minValue(0), v.maxValue(1))), v.minLength(1), v.maxLength(5)),
    [0, 0.25, 0.5, 0.75, 1],
  ),
  /** Tuners of each level in a class. */
  each: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)), 8),
  /** Classes that are run. */
  classes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)), 1),
  /**
   * | show      | picture                                                              |
   * | --------- | -------------------------------------------------------------------- |
   * | `curves`  | the first class, trial by trial                                      |
   * | `rematch` | its ranks, and those of the same tuners in the second class          |
   * | `wins`    | how many classes each level wins                                     |
   * | `guesses` | first guess and end of all tuners of the first level; trials to turn |
   */
  show: v.picklist(['curves', 'rematch', 'wins', 'guesses']),
  /** Levels are coloured and named; else the reader may ask for it. */
  named: v.optional(v.boolean(), true),
});

const answer = <const Options extends readonly string[]>(options: Options) => v.picklist(options);
const Six = {
  knobs: answer(QUESTIONS.knobs),
  price: answer(QUESTIONS.price),
  machines: answer(QUESTIONS.machines),
  noise: answer(QUESTIONS.noise),
  valley: answer(QUESTIONS.valley),
  experience: answer(QUESTIONS.experience),
};
/** Six answers, the study that they propose (`guide.ts`), and that study, run before the reader’s eyes. */
const Guide = v.strictObject({
  kind: v.literal('guide'),
  /** As the text states them; the reader’s own come before these, and are kept from section to section. */
  answers: v.strictObject(Six),
  /** What this section is about: comes before the reader’s own. */
  sets: v.optional(v.partial(v.strictObject(Six)), {}),
  /** The questions with what they come to; or the ranking, by trials or by hours. */
  view: v.picklist(['questions', 'trials', 'hours']),
  /** As of which trial, or hour; the end, or the deadline, where left out. */
  at: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
});

/** One setting, many errors: what every measured seed says of a setting that the reader moves, or of the trials of a run. */
const Seeds = v.strictObject({
  kind: v.literal('seeds'),
  /** With one strategy: its trials. Without: of a problem with one hyperparameter, the setting `at`. */
  lab: v.string(),
  at: v.optional(v.number()),
  /** As of a stage. */
  points: v.optional(v.string()),
});

/** What many runs hand in: the error that was reported of it, and what it is truly worth. */
const Winners = v.strictObject({
  kind: v.literal('winners'),
  /** Of the problem: what stands behind `#/lab?`, without strategies. */
  lab: v.string(),
  of: Entrant,
  repeats: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5000)),
  /** Numbers of trials that the reader turns through; the last is the budget. */
  trials: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1))), v.minLength(1)),
  /** One of them. */
  start: v.number(),
});

export const FIGURES = {
  stage: Stage,
  share: Share,
  machines: Machines,
  bill: Bill,
  lost: Lost,
  belief: Belief,
  tuners: Tuners,
  guide: Guide,
  seeds: Seeds,
  winners: Winners,
};
export type FigureKind = keyof typeof FIGURES;
export type StageFigure = v.InferOutput<typeof Stage>;
export type ShareFigure = v.InferOutput<typeof Share>;
export type MachinesFigure = v.InferOutput<typeof Machines>;
export type BillFigure = v.InferOutput<typeof Bill>;
export type LostFigure = v.InferOutput<typeof Lost>;
export type BeliefFigure = v.InferOutput<typeof Belief>;
export type SeedsFigure = v.InferOutput<typeof Seeds>;
export type WinnersFigure = v.InferOutput<typeof Winners>;
export type TunersFigure = v.InferOutput<typeof Tuners>;
export type GuideFigure = v.InferOutput<typeof Guide>;
export type Figure =
  | StageFigure
  | ShareFigure
  | MachinesFigure
  | BillFigure
  | LostFigure
  | BeliefFigure
  | TunersFigure
  | GuideFigure
  | SeedsFigure
  | WinnersFigure;
