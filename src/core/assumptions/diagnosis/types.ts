/**
 * What a diagnosis says, as plain data. A verdict is always “at this resolution”: `yes` means that nothing to the
 * contrary was found among the points that were looked at, `no` comes with a witness that anybody can check by
 * evaluating the function at its points.
 *
 * Everything is said of the function on the unit cube, in the scale in which strategies search (a logarithmic axis counts
 * decades); integer axes are taken at whole numbers only.
 */
import type { Dimension } from '../../space.ts';
import type { Noise, Optimum } from '../../types.ts';

/** A point of the unit cube and the noiseless value there. */
export interface Spot {
  unit: number[];
  value: number;
}

export type Verdict<Witness, Found = object> =
  | ({ holds: 'yes' } & Found)
  | { holds: 'no'; witness: Witness }
  /** `failed`: some evaluations gave no value, and the others show nothing; `empty`: none gave one; `constant`, `dimensions`: not defined there; `narrow`: what changes was met by no point of the design. */
  | { holds: 'unknown'; why: 'failed' | 'empty' | 'constant' | 'dimensions' };

/** Not convex: b stands above the chord from a to c. */
export interface ChordWitness {
  kind: 'chord';
  a: Spot;
  b: Spot;
  c: Spot;
  /** b = (1 − λ) a + λ c. */
  lambda: number;
  /** Height of the chord at b; `violation` = f(b) − `chord`. */
  chord: number;
  violation: number;
}

/** Not one valley: on the way from a to c the function rises to b and falls again. */
export interface HumpWitness {
  kind: 'hump';
  a: Spot;
  b: Spot;
  c: Spot;
  /** f(b) − max(f(a), f(c)). */
  violation: number;
}

/** Not one valley in the strict sense: it rests from a to b, above a lower point of the same line. */
export interface PlateauWitness {
  kind: 'plateau';
  a: Spot;
  b: Spot;
  lower: Spot;
}

/** Not separable: what one knob does depends on the other, all further knobs held. */
export interface InteractionWitness {
  kind: 'interaction';
  axes: [number, number];
  /** (x₁, y₁), (x₂, y₁), (x₁, y₂), (x₂, y₂). */
  corners: [Spot, Spot, Spot, Spot];
  /** f(x₁,y₁) + f(x₂,y₂) − f(x₁,y₂) − f(x₂,y₁): 0 for every sum of functions of one knob each. */
  difference: number;
}

/** No Lipschitz constant: however near a and b are to the jump, their values stay apart. */
export interface JumpWitness {
  kind: 'jump';
  a: Spot;
  b: Spot;
}

/** The steepest pair that was found: the constant is at least this, in value per length of the unit cube. */
export interface Steepness {
  constant: number;
  a: Spot;
  b: Spot;
}

export interface Minima {
  /** Local minima in the box, its edge included; a flat bottom counts once. */
  count: number;
  /** Not every place that looked like one was followed, or looking closer kept finding further ones: there may be more. */
  more: boolean;
  /** Every value was looked at, or the problem says that it has one valley; otherwise there are at least so many. */
  proved: boolean;
  /** The value is the same everywhere, within rounding: the whole box is one level bottom. */
  level?: true;
  /** Descents that were started, in three and more dimensions, where no lattice can hold all places; 0 below. */
  starts: number;
  /** The lowest ones, lowest first. */
  spots: Spot[];
}

/** Shares of the variance over the box (Sobol’ 1993). */
export interface Sensitivity {
  /** What each knob explains by itself. */
  first: number[];
  /** What is lost without it, interactions included. */
  total: number[];
  /** Knobs that are enough to explain at least 99 % of the variance. */
  effective: number;
  /** Points of the design: (d + 2) evaluations each. */
  points: number;
}

export interface Resolution {
  evaluations: number;
  /** Evaluations that gave no finite value. */
  failed: number;
  /** Straight lines that were looked along, and the points on each. */
  lines: number;
  perLine: number;
  /** What counts as rounding: smaller violations are not reported. In units of the value. */
  tolerance: number;
  /** Lowest and highest value that was met. */
  range: [number, number];
}

/** A share of Monte-Carlo draws, with its 95 % Wilson interval. */
export interface Share {
  hits: number;
  draws: number;
  low: number;
  high: number;
}

/**
 * What somebody concludes who spends the whole budget on evenly spaced values of the one hyperparameter: not convex
 * where some value lies above the straight line between two others, not one valley where the values go up and then down.
 */
export interface Look {
  points: number;
  /** Whether the look without noise agrees with the verdict: more than that, no noise average can be expected to give. */
  clean: { convex: boolean | null; unimodal: boolean | null };
  /** How often the look with noise does; absent without noise, or where there is no verdict to agree with. */
  noisy?: { convex: Share | null; unimodal: Share | null };
  /** The first of the noisy looks, to be drawn: unit coordinates and observed values. */
  example?: { unit: number[]; observed: number[] };
}

/** Probability that noisy observations at a witness’s own points still show its violation; null where that means nothing. */
export interface Chances {
  convex: number | null;
  unimodal: number | null;
  separable: number | null;
}

/** What to draw behind a witness. */
export type Picture =
  /** Unit coordinates and values; NaN where the evaluation failed. */
  | { kind: 'curve'; unit: Float64Array; values: Float64Array }
  /** Values at the centres of columns × rows cells, row-major, row 0 at the bottom. */
  | { kind: 'field'; columns: number; rows: number; values: Float64Array }
  /** Along every axis through one point, `count` values each. */
  | { kind: 'slices'; through: Spot; unit: Float64Array[]; values: Float64Array[] };

export interface Diagnosis {
  dimensions: readonly Dimension[];
  optimum: Optimum;
  /** As the problem states them: all that is said here is of the function that is minimised. */
  sense?: 'maximise';
  pictured?: readonly [number, number];
  noise: Noise;
  /** A first look, to be followed by a closer one. */
  coarse: boolean;
  convex: Verdict<ChordWitness>;
  unimodal: Verdict<HumpWitness | PlateauWitness>;
  lipschitz: Verdict<JumpWitness, Steepness>;
  minima: Minima;
  separable: Verdict<InteractionWitness>;
  sensitivity: Sensitivity | { unknown: 'empty' | 'failed' | 'constant' | 'narrow' | 'dimensions' };
  resolution: Resolution;
  /** One hyperparameter only. */
  look?: Look;
  chances: Chances;
  picture: Picture;
  /** The function along the line of each witness, from end to end of the box; two and more hyperparameters only. */
  profiles: { convex?: Profile; unimodal?: Profile };
}

/** A function along a line: fractions of the way from a to c of the witness, beyond them below 0 and above 1. */
export interface Profile {
  t: Float64Array;
  values: Float64Array;
}
