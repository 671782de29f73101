/** What an objective is, and what is known of it. */
import type { ParamDeclarations, ParamValues } from '../params.ts';
import type { Rng } from '../rng.ts';
import type { Space } from '../space.ts';
import type { Message } from './message.ts';
import type { Point } from './point.ts';
import type { Noise } from './scenario.ts';

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
  /**
   * `maximise`: `value`, and the optimum's, is the negative of what people measure (an accuracy). The engine minimises
   * all the same; `sense.ts` turns values back where they are shown or written.
   */
  sense?: 'maximise';
  space: Space;
  /** The noiseless value at hyperparameter values x (length d). May throw or return NaN: the trial then failed. */
  value: (x: Point) => number;
  /** Whether the constraint holds at x; absent where there is none. */
  feasible?: (x: Point) => boolean;
  /** One draw of the measured run-to-run noise at x; measured landscapes only. */
  measuredNoise?: (x: Point, rng: Rng) => number;
  optimum: Optimum;
  facts: Facts;
  /**
   * Lowest and highest value that pictures have room for, in the engine's sense, where some values (a training that
   * exploded) would flatten all others: these are drawn at the edge, marked. Absent where every value has room.
   */
  pictured?: readonly [number, number];
  /** Of each hyperparameter the values at which it was measured, ascending; measured landscapes only. */
  measuredAt?: readonly (readonly number[])[];
}

/** What people do with an objective. */
export type Sense = 'minimise' | 'maximise';

export interface ObjectiveDefinition {
  id: string;
  /** Where it is listed. */
  family: 'textbook-1d' | 'textbook-2d' | 'many-dimensions' | 'measured' | 'own';
  params: ParamDeclarations;
  /** Parameters that move the minimum and leave the shape as it is, where there are such. */
  placedBy?: readonly string[];
  /** The whole-number parameter that tells many like problems apart, and what each has of its own, where there is one. */
  numberedBy?: { param: string; differIn: 'minimum' | 'axes' };
  /** Paper, equation or data set. */
  source: string;
  /** The noise a scenario gets when it names none. */
  defaultNoise?: Noise;
  /** Why settings that are each in order make no problem together; undefined where they do. Never throws. */
  check?: (params: ParamValues) => Message | undefined;
  /** @throws {SettingsError} where `check` has something to say */
  create: (params: ParamValues) => Problem;
}
