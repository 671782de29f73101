import type { GaussianProcess } from '../../surrogate/gp.ts';
import { standardise } from '../../surrogate/standardise.ts';
import type { Outcome, Point } from '../../types.ts';

/** Everything observed so far, in the form the surrogate takes. */
export class Belief {
  readonly dim: number;
  readonly #points: Point[] = [];
  readonly #values: (number | undefined)[] = [];

  constructor(dim: number) {
    this.dim = dim;
  }

  get n(): number {
    return this.#points.length;
  }
  get points(): readonly Point[] {
    return this.#points;
  }

  /** The same observations, to be pretended with. */
  copy(): Belief {
    const other = new Belief(this.dim);
    other.#points.push(...this.#points);
    other.#values.push(...this.#values);
    return other;
  }

  add({ unit, y, failed }: Outcome): void {
    this.#points.push(unit);
    this.#values.push(failed ? undefined : y);
  }

  /** Inputs n × d, row-major, and y with mean 0 and population standard deviation 1. */
  standardised(): { x: Float64Array; y: Float64Array; mean: number; scale: number } {
    const x = Float64Array.from(this.#points.flat());
    return { x, ...standardise(this.#values) };
  }

  /** Index of the evaluated point with the lowest posterior mean; the process was conditioned on these points. */
  #lowest(gp: GaussianProcess): { index: number; mean: number } {
    const means = gp.meansAtData();
    let index = 0;
    for (let i = 1; i < means.length; i++) if (means[i] < means[index]) index = i;
    return { index, mean: means[index] };
  }

  lowestMean(gp: GaussianProcess): number {
    return this.#lowest(gp).mean;
  }

  lowestPoint(gp: GaussianProcess): Point {
    return this.#points[this.#lowest(gp).index];
  }

  /** The evaluated points, best observation first. */
  byValue(): Point[] {
    const order = this.#values.map((_, i) => i);
    const value = (i: number) => this.#values[i] ?? Infinity;
    return order.sort((a, b) => value(a) - value(b) || a - b).map((i) => this.#points[i]);
  }
}
