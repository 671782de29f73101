/**
 * Stationary kernels of unit variance as functions of the squared scaled distance
 * s = Σⱼ ((xⱼ − x′ⱼ) / ℓⱼ)²   (Rasmussen & Williams 2006, ch. 4; automatic relevance determination, § 5.1).
 *
 * `slope` is g with ∂k/∂ln ℓⱼ = g(s) · ((xⱼ − x′ⱼ) / ℓⱼ)² and ∂k/∂xⱼ = −g(s) · (xⱼ − x′ⱼ) / ℓⱼ².
 */
import { exp } from '../math/elementary.ts';

export type KernelId = 'rbf' | 'matern32' | 'matern52';
export const KERNELS: readonly KernelId[] = ['rbf', 'matern32', 'matern52'];

export interface Kernel {
  value: (s: number) => number;
  slope: (s: number) => number;
  /**
   * `values[i]` ← variance · k(sᵢ) and `slopes[i]` ← variance · g(sᵢ) for the first `count` entries: the two share
   * their exponential, which is most of their cost. `values` may be `s` itself.
   */
  both: (
    s: Float64Array,
    count: number,
    variance: number,
    values: Float64Array,
    slopes: Float64Array,
  ) => void;
}

const SQRT3 = Math.sqrt(3);
const SQRT5 = Math.sqrt(5);

export const kernels: Record<KernelId, Kernel> = {
  rbf: {
    value: (s) => exp(-0.5 * s),
    slope: (s) => exp(-0.5 * s),
    both(s, count, variance, values, slopes) {
      for (let i = 0; i < count; i++) {
        const k = variance * exp(-0.5 * s[i]);
        values[i] = k;
        slopes[i] = k;
      }
    },
  },
  matern32: {
    value(s) {
      const r = SQRT3 * Math.sqrt(s);
      return (1 + r) * exp(-r);
    },
    slope: (s) => 3 * exp(-SQRT3 * Math.sqrt(s)),
    both(s, count, variance, values, slopes) {
      for (let i = 0; i < count; i++) {
        const r = SQRT3 * Math.sqrt(s[i]);
        const e = variance * exp(-r);
        values[i] = (1 + r) * e;
        slopes[i] = 3 * e;
      }
    },
  },
  matern52: {
    value(s) {
      const r = SQRT5 * Math.sqrt(s);
      return (1 + r + (r * r) / 3) * exp(-r);
    },
    slope(s) {
      const r = SQRT5 * Math.sqrt(s);
      return (5 / 3) * (1 + r) * exp(-r);
    },
    both(s, count, variance, values, slopes) {
      for (let i = 0; i < count; i++) {
        const r = SQRT5 * Math.sqrt(s[i]);
        const e = variance * exp(-r);
        values[i] = (1 + r + (r * r) / 3) * e;
        slopes[i] = (5 / 3) * (1 + r) * e;
      }
    },
  },
};
