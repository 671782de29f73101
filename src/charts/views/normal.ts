/** Ellipses of normal distributions. */
import type { Normal2 } from '../types.ts';

const CORNERS = 72;

/** Pixels of a plot's edges; fractions of its axes run from `left` to `right` and from `bottom` to `top`. */
interface Edges {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * Points at Mahalanobis distance `sigmas` from the mean: mean + sigmas · L (cos θ, sin θ) with covariance = L Lᵀ
 * (Cholesky). The same number of corners every time, so that one ellipse can turn into the next.
 */
export function ellipsePath({ mean, covariance }: Normal2, sigmas: number, edges: Edges): string {
  const [a, b, , c] = covariance;
  const l11 = Math.sqrt(Math.max(0, a));
  const l21 = l11 > 0 ? b / l11 : 0;
  const l22 = Math.sqrt(Math.max(0, c - l21 * l21));
  const [wide, tall] = [edges.right - edges.left, edges.bottom - edges.top];
  const points = Array.from({ length: CORNERS }, (_, i) => {
    const angle = (2 * Math.PI * i) / CORNERS;
    const u = mean[0] + sigmas * l11 * Math.cos(angle);
    const v = mean[1] + sigmas * (l21 * Math.cos(angle) + l22 * Math.sin(angle));
    return `${(edges.left + u * wide).toFixed(1)},${(edges.bottom - v * tall).toFixed(1)}`;
  });
  return `M${points.join('L')}Z`;
}
