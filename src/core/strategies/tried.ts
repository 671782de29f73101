/** What somebody remembers of the points tried so far: which they were, and which would be the same again. */
import type { Rng } from '../rng.ts';
import { fromValue, toValue, type Dimension } from '../space.ts';
import type { Point } from '../types.ts';

/** Guesses that may turn out to be known before one looks for a gap on purpose, or more closely. */
const GUESSES = 64;

export class Tried {
  readonly #points: Point[] = [];
  readonly #dimensions: readonly Dimension[];
  /** Two values of a knob are the same up to this distance (unit coordinates); of an integer, where they are equal. */
  #same: number;

  constructor(dimensions: readonly Dimension[], same: number) {
    this.#dimensions = dimensions;
    this.#same = same;
  }

  get size(): number {
    return this.#points.length;
  }

  /** @param unit as it was evaluated */
  add(unit: Point): void {
    this.#points.push(unit);
  }

  has(unit: Point): boolean {
    return this.#points.some((one) => one.every((u, axis) => this.#alike(axis, u, unit[axis])));
  }

  /**
   * The first of some guesses that is not known. In a space of integers alone: one of what is left, where guesses do not find
   * it; undefined where nothing is left. Elsewhere something always is, looked at closely enough.
   */
  untried(guess: () => number[], rng: Rng): number[] | undefined {
    for (;;) {
      for (let n = 0; n < GUESSES; n++) {
        const unit = guess();
        if (!this.has(unit)) return unit;
      }
      const cells = this.#cells();
      if (cells <= this.#points.length) return undefined;
      if (Number.isFinite(cells)) return this.#gap(rng);
      this.#same /= 2;
    }
  }

  #alike(axis: number, a: number, b: number): boolean {
    const dimension = this.#dimensions[axis];
    return dimension.kind === 'integer'
      ? toValue(dimension, a) === toValue(dimension, b)
      : Math.abs(a - b) <= this.#same;
  }

  /** How many different points there are; ∞ unless all dimensions are integers. */
  #cells(): number {
    return this.#dimensions.reduce(
      (all, { kind, lo, hi }) => all * (kind === 'integer' ? hi - lo + 1 : hi > lo ? Infinity : 1),
      1,
    );
  }

  /** The first unknown point after a random one, counting through them all. */
  #gap(rng: Rng): number[] {
    const digits = this.#dimensions.map(({ lo, hi }) => lo + rng.below(hi - lo + 1));
    for (;;) {
      const unit = digits.map((value, axis) => fromValue(this.#dimensions[axis], value));
      if (!this.has(unit)) return unit;
      for (let axis = 0; axis < digits.length; axis++) {
        const { lo, hi } = this.#dimensions[axis];
        digits[axis] = digits[axis] < hi ? digits[axis] + 1 : lo;
        if (digits[axis] > lo) break;
      }
    }
  }
}
