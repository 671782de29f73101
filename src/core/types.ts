/**
 * The vocabulary of the simulator, as plain data (structured-clone and JSON safe) and two interfaces:
 * `Strategy` and `ObjectiveDefinition`. A `Scenario` goes in, a `Trace` per strategy comes out.
 *
 * | name      | meaning                                                            |
 * | --------- | ------------------------------------------------------------------ |
 * | d         | number of hyperparameters (dimensions)                             |
 * | unit      | a point in the unit cube [0, 1]ᵈ: where strategies work            |
 * | x         | the same point as hyperparameter values: what objectives take      |
 * | y         | what the strategy is told: true value + observation noise          |
 * | trueValue | the noiseless value, which no strategy sees                        |
 * | best      | lowest feasible true value so far: what charts and regret use      |
 */
import type { ParamDeclarations, ParamValues } from './params.ts';
import type { Rng } from './rng.ts';
import type { Space, Dimension } from './space.ts';

export type Point = readonly number[];

/** A sentence to be said in the reader's language: a key of the dictionaries and what fills its blanks. */
export interface Message {
  key: string;
  values: Record<string, number | string>;
}

/** A {@link Message}; `say('random.draw')`. */
export const say = (key: string, values: Message['values'] = {}): Message => ({ key, values });

/** A setting that does not fit the problem it meets: the run cannot start, and the reader is told why. */
export class SettingsError extends Error {
  readonly said: Message;
  constructor(said: Message) {
    super(said.key);
    this.name = 'SettingsError';
    this.said = said;
  }
}

// ---------------------------------------------------------------- scenario

export type Noise =
  | { kind: 'none' }
  /** Independent N(0, sd²) added to each observation, in the objective's own units. */
  | { kind: 'gaussian'; sd: number }
  /** Independent N(0, (sd |value|)²): sd is a share of the true value, 0.1 for 10 %. */
  | { kind: 'proportional'; sd: number }
  /** The run-to-run noise that was measured with the objective (measured landscapes only). */
  | { kind: 'measured' };

/** A registry id and its settings; settings left out take their declared defaults. */
export interface Choice {
  id: string;
  params: ParamValues;
}

/** The whole question. Same scenario, same traces: in the page, in a worker and in Node. */
export interface Scenario {
  version: 1;
  objective: Choice;
  noise: Noise;
  /** Evaluations each strategy may spend. */
  budget: number;
  seed: number;
  /** Which repetition of the seed this is; 0 in the Lab. */
  repeat: number;
  strategies: Choice[];
}

// ---------------------------------------------------------------- trace

export interface Trial {
  /** 0-based; shown to people as 1-based. */
  index: number;
  /** The batch this trial was asked in: trials of one batch could be trained at the same time. */
  batch: number;
  /** The point as evaluated, in the unit cube (integers already rounded). */
  unit: number[];
  /** The same point as hyperparameter values. */
  x: number[];
  /** Observed value; null where the evaluation failed. */
  y: number | null;
  trueValue: number | null;
  feasible: boolean;
  /** Lowest feasible true value up to and including this trial; null while there is none. */
  best: number | null;
  /** Index of the feasible trial with the lowest observed y so far: what a person would deploy; −1 if none. */
  incumbent: number;
  /** Why the evaluation failed. */
  failure?: string;
  /** Why the strategy chose this point. */
  why: Message;
  /** The strategy's state at the moment it chose this point. */
  view?: View;
}

/** What one strategy did with its budget. */
export interface Trace {
  strategy: Choice;
  trials: Trial[];
  /** Evaluations the strategy left over because it had nothing more to ask. */
  unused: number;
  /** What the last observation led to, where the strategy has something to show after it. */
  closing?: Closing;
}

export interface Closing {
  why: Message;
  view?: View;
}

/** Written to files and to standard output. */
export interface TraceFile {
  format: 'trial-by-trial/traces';
  version: 1;
  scenario: Scenario;
  traces: Trace[];
}

// ---------------------------------------------------------------- views

/** What to draw of a strategy's state. Charts switch on `kind`, never on a strategy's id. All in unit coordinates. */
export type View =
  BracketView | LatticeView | StrataView | StepView | SimplexView | GaussianView | ParzenView | ModelView;

/** Binary and k-section search: the box still believed to hold the minimum. */
export interface BracketView {
  kind: 'bracket';
  /** The dimension being searched. */
  axis: number;
  /** Lower and upper corner of the box. */
  lo: number[];
  hi: number[];
  /** Coordinates along `axis` of the points being compared (binary search: a pair), where known. */
  probes: number[];
  /** What the comparison just before this trial threw away, along which dimension. */
  cut?: { axis: number; lo: number; hi: number };
}

/** Grid search: the levels of every dimension; the lattice is their product. */
export interface LatticeView {
  kind: 'lattice';
  levels: number[][];
}

/**
 * Space-filling designs: every dimension cut into equal slices, `counts[j]` of them, so that no slice of dimension j
 * holds more than one of the first `counts[j]` trials, and after these each holds one. 1: nothing is promised.
 */
export interface StrataView {
  kind: 'strata';
  counts: number[];
}

/** Trial and error, annealing: the point being varied, which knob (null: all), by how much. */
export interface StepView {
  kind: 'step';
  from: number[];
  axis: number | null;
  step: number;
}

/** Nelder–Mead: the simplex that is being moved. */
export interface SimplexView {
  kind: 'simplex';
  /** d + 1 points, best first; fewer while the first ones are being evaluated. */
  vertices: number[][];
}

/** CMA-ES: the normal distribution that points are drawn from. */
export interface GaussianView {
  kind: 'gaussian';
  mean: number[];
  /** σ² C, d × d, row-major. */
  covariance: number[];
}

/** TPE: everything needed to recompute its two densities, l(x) of good and g(x) of the other trials. */
export interface ParzenView {
  kind: 'parzen';
  /** The densities are made from the first `conditioned` trials. */
  conditioned: number;
  /** Indices of the trials taken as good, best first; all others of the first `conditioned` make g. */
  good: number[];
  /** One density over all dimensions, or one for each dimension by itself. */
  multivariate: boolean;
  /** Width of a trial's kernel: by the distance to its neighbours, or by Scott's rule, the same for all. */
  bandwidth: 'neighbours' | 'scott';
  /** Weight of the uniform-like prior component, in trials. */
  priorWeight: number;
}

/** Everything needed to recompute the Gaussian process that chose a point; the posterior itself is not stored. */
export interface ModelView {
  kind: 'model';
  kernel: 'rbf' | 'matern32' | 'matern52';
  /** One per dimension, in unit-cube lengths. */
  lengthscales: number[];
  /** In units of the standardised y: (y − yMean) / yScale. */
  signalVariance: number;
  noiseVariance: number;
  yMean: number;
  yScale: number;
  /** The model is conditioned on the first `conditioned` trials; one that failed counts as the worst value seen. */
  conditioned: number;
  /**
   * What a batch pretends of its own earlier points, while these are still being evaluated: values, in the
   * objective's units, of the trials right after the first `conditioned`.
   */
  fantasies?: number[];
  /** Jitter added to the diagonal to keep the factorisation positive definite; 0 if none was needed. */
  jitter: number;
  logMarginalLikelihood: number;
  acquisition: AcquisitionView;
  /** Prediction at the chosen point in the objective's units, latent (without observation noise). */
  predicted: { mean: number; sd: number };
}

export interface AcquisitionView {
  kind: 'ei' | 'log-ei' | 'pi' | 'lcb' | 'thompson';
  /** ξ of EI, log-EI and PI, in units of the standardised y. */
  xi: number;
  /** κ of LCB. */
  kappa: number;
  /** The value to improve on, in the objective's units. */
  best: number;
  /** Thompson sampling: the seed of the function that was drawn from the posterior and minimised. */
  draw?: number;
}

// ---------------------------------------------------------------- strategies

/** A point to evaluate and the reason for it. */
export interface Proposal {
  unit: Point;
  why: Message;
  view?: View;
  /** What the evaluation is spent on, where studies count it by itself. */
  role?: Role;
}

/**
 * - `initial`: the first trials of a run, in which observations have no part: a design, a simplex, a population, a guess.
 *   Strategies that compare from their first trials on (binary search, k-section) have no such start, nor do oblivious
 *   ones; a restart is not one, since results led to it.
 * - `second-probe`: the second of two new points that are compared with each other.
 */
export type Role = 'initial' | 'second-probe';

/** What came back for a proposal: the point as evaluated (integers rounded) and the observation. */
export interface Outcome {
  unit: Point;
  /** +∞ where the evaluation failed, so that comparisons stay well defined. */
  y: number;
  failed: boolean;
  feasible: boolean;
}

export interface SearchContext {
  dim: number;
  /** For reading and writing hyperparameter values in messages and hand-set levels. */
  space: Space;
  dimensions: readonly Dimension[];
  budget: number;
  /** Validated and complete: every declared parameter is present. */
  params: ParamValues;
  /** Streams of the strategy's own, by purpose: `stream('draws')`. */
  stream: (purpose: string) => Rng;
}

/**
 * Yields the point it wants evaluated (or several, a batch) and receives what came back, in the same order.
 * A batch larger than the remaining budget is cut. After the last observation the generator is resumed once
 * more: it may return a `Closing`; a further proposal is ignored.
 */
export type Search = Generator<Proposal | readonly Proposal[], Closing | void, readonly Outcome[]>;

export interface Strategy {
  id: string;
  /** Its settings as data: form, URL schema, command line and docs are made from them. */
  params: ParamDeclarations;
  /** Needs no observation to choose points. */
  oblivious?: boolean;
  /** The whole-number parameter that says how many points are asked at once, for as many machines; absent where there is none. */
  batchSize?: string;
  /**
   * What of y leaves its choices as they are: any increasing transform (`order`: it only compares), or adding a
   * constant and scaling by a positive factor (`affine`, to rounding). Absent where it minds the units of y.
   */
  invariance?: 'order' | 'affine';
  /** Paper or textbook. */
  source: string;
  search: (context: SearchContext) => Search;
}

// ---------------------------------------------------------------- objectives

export interface Optimum {
  value: number;
  /** All global minimisers, as hyperparameter values (but see `more`); one of them where they fill a `region`, or `free` dimensions. */
  at: number[][];
  /** The box that the minimisers fill, where they are not single points. */
  region?: { lo: number[]; hi: number[] };
  /** Dimensions that do not matter: with any coordinate there, a minimiser stays one. */
  free?: number[];
  /** There are further global minimisers, too many to list. */
  more?: true;
  /** `exact`: from a formula; `numeric`: found numerically to `tolerance`, certified by a test. */
  kind: 'exact' | 'numeric';
  /** |value − true minimum| at most; where that is not certified, how finely the value was worked out. */
  tolerance: number;
  /** Nothing lower was found, and nothing proves that there is nothing: `lowerBound`, if known, is all that is certain. */
  certified?: false;
  lowerBound?: number;
}

/** What is true of an objective; null: not known. */
export interface Facts {
  convex: boolean | null;
  /** One valley: along every line the value falls, may rest at its minimum, then rises (quasi-convex, no other plateau). */
  unimodal: boolean | null;
  /** A sum of functions of one hyperparameter each. */
  separable: boolean | null;
  smooth: boolean | null;
}

/** An objective with its parameters fixed: what gets minimised. */
export interface Problem {
  space: Space;
  /** The noiseless value at hyperparameter values x (length d). May throw or return NaN: the trial then failed. */
  value: (x: Point) => number;
  /** Whether the constraint holds at x; absent where there is none. */
  feasible?: (x: Point) => boolean;
  /** One draw of the measured run-to-run noise at x; measured landscapes only. */
  measuredNoise?: (x: Point, rng: Rng) => number;
  optimum: Optimum;
  facts: Facts;
}

export interface ObjectiveDefinition {
  id: string;
  /** Where it is listed. */
  family: 'textbook-1d' | 'textbook-2d' | 'many-dimensions' | 'measured' | 'own';
  params: ParamDeclarations;
  /** Parameters that move the minimum and leave the shape as it is, where there are such. */
  placedBy?: readonly string[];
  /** Paper, equation or data set. */
  source: string;
  /** The noise a scenario gets when it names none. */
  defaultNoise?: Noise;
  /** Why settings that are each in order make no problem together; undefined where they do. Never throws. */
  check?: (params: ParamValues) => Message | undefined;
  /** @throws {SettingsError} where `check` has something to say */
  create: (params: ParamValues) => Problem;
}
