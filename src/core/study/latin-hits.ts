import type { Rng } from '../rng.ts';
import type { Target } from './curse.ts';

/**
 * Whether a Latin hypercube of n points (`sampling/latin-hypercube.ts`) has one in the target, without drawing all of it:
 * a point that has missed in one dimension needs no coordinates in the others. With the points in the order of their
 * slices in the first dimension, those that are left have, in each further one, slices drawn without replacement.
 * The same law as the whole design, at a fraction of the numbers: designs of all sizes for one target draw thousands.
 */
export class LatinHits {
  /** 0, 1, 2 …; every draw leaves it so. */
  readonly #slices: Uint32Array;
  readonly #swapped: Uint32Array;

  constructor(mostPoints: number) {
    this.#slices = Uint32Array.from({ length: mostPoints }, (_, i) => i);
    this.#swapped = new Uint32Array(mostPoints);
  }

  has(n: number, { lo, hi }: Target, rng: Rng): boolean {
    const inside = (slice: number, j: number) => {
      const u = (slice + rng.next()) / n;
      return u >= lo[j] && u < hi[j];
    };
    let left = 0;
    // Slices that touch the target; within the outer ones it depends on the place.
    const last = Math.min(n - 1, Math.floor(hi[0] * n));
    for (let slice = Math.floor(lo[0] * n); slice <= last; slice++) if (inside(slice, 0)) left += 1;
    for (let j = 1; j < lo.length && left > 0; j++) {
      const drawn = left;
      left = 0;
      for (let i = 0; i < drawn; i++) if (inside(this.#draw(i, n, rng), j)) left += 1;
      this.#restore(drawn);
    }
    return left > 0;
  }

  /** The i-th of the slices drawn without replacement from n: one step of Fisher & Yates. */
  #draw(i: number, n: number, rng: Rng): number {
    const slices = this.#slices;
    const k = i + rng.below(n - i);
    const slice = slices[k];
    slices[k] = slices[i];
    slices[i] = slice;
    this.#swapped[i] = k;
    return slice;
  }

  #restore(drawn: number): void {
    const slices = this.#slices;
    for (let i = drawn - 1; i >= 0; i--) {
      const k = this.#swapped[i];
      const slice = slices[k];
      slices[k] = slices[i];
      slices[i] = slice;
    }
  }
}
