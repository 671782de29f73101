import type { Point, Problem } from '../../types.ts';
import type { Spot } from './types.ts';

/** Violations below this share of the range are rounding … */
const SHARE = 1e-9;
/** … or below so many units in the last place of the largest value: sums of large terms that nearly cancel. */
const ULPS = 64 * 2.220446049250313e-16;

/** Evaluates a problem in the unit cube, and keeps count and range. */
export class Probe {
  evaluations = 0;
  failed = 0;
  lowest: Spot | undefined;
  highestSpot: Spot | undefined;
  get highest(): number {
    return this.highestSpot?.value ?? -Infinity;
  }
  readonly problem: Problem;

  constructor(problem: Problem) {
    this.problem = problem;
  }

  /** NaN where the evaluation fails or is not finite. */
  at(unit: Point): number {
    this.evaluations++;
    let value = NaN;
    try {
      value = this.problem.value(this.problem.space.toReal(unit));
    } catch {
      // Counted below, as every value that is not finite.
    }
    if (!Number.isFinite(value)) {
      this.failed++;
      return NaN;
    }
    if (!this.lowest || value < this.lowest.value) this.lowest = { unit: unit.slice(), value };
    if (!this.highestSpot || value > this.highestSpot.value) this.highestSpot = { unit: unit.slice(), value };
    return value;
  }

  spot(unit: Point): Spot {
    return { unit: unit.slice(), value: this.at(unit) };
  }

  /** Largest |value| met. */
  get scale(): number {
    return this.lowest ? Math.max(Math.abs(this.lowest.value), Math.abs(this.highest)) : 0;
  }

  /** What counts as rounding, as far as the range is known by now. */
  get tolerance(): number {
    return this.lowest ? Math.max(SHARE * (this.highest - this.lowest.value), ULPS * this.scale) : 0;
  }
}

/** A computation that can be left and resumed between two of its steps. */
export type Steps<Result> = Generator<undefined, Result, void>;
