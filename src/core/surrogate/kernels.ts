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
}

const SQRT3 = Math.sqrt(3);
const SQRT5 = Math.sqrt(5);

export const kernels: Record<KernelId, Kernel> = {
  rbf: {
    value: (s) => exp(-0.5 * s),
    slope: (s) => exp(-0.5 * s),
  },
  matern32: {
    value(s) {
      const r = SQRT3 * Math.sqrt(s);
      return (1 + r) * exp(-r);
    },
    slope: (s) => 3 * exp(-SQRT3 * Math.sqrt(s)),
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
  },
};
