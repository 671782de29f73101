/** The normal distribution N(μ, σ²) cut off outside [0, 1], where μ lies inside: the building block of Parzen densities. */
import { exp, expm1, log, log1p } from '../math/elementary.ts';
import { cdf, logCdf } from './normal.ts';
import { quantile } from './normal-quantile.ts';

/** ln (1 − eˣ) for x < 0, by whichever form does not cancel (Mächler 2012, Accurately computing log(1 − exp(−|a|))). */
const logOneMinusExp = (x: number): number => (x > -Math.LN2 ? log(-expm1(x)) : log1p(-exp(x)));

/** ln (Φ(b) − Φ(a)) for a < b, also where both lie so far out in one tail that Φ is 0 or 1 there. */
export function logMass(a: number, b: number): number {
  if (a >= 0) return logMass(-b, -a);
  if (b > 0) return log1p(-cdf(a) - cdf(-b));
  const upper = logCdf(b);
  return upper + logOneMinusExp(logCdf(a) - upper);
}

/** ln √(2π) */
export const LOG_SQRT_2PI = 0.9189385332046728;

/**
 * ln of the mean of φ over [z − h/2, z + h/2] as a share of φ(z): what a cell's mass is more or less than density ×
 * width. Narrow cells by the Taylor series Σ h²ᵏ He₂ₖ(z) / (4ᵏ (2k + 1)!), whose next term is below 2e-14.
 */
export function logCellFactor(z: number, h: number): number {
  const y = z * z;
  if (h * (1 + Math.abs(z)) > 0.1) return logMass(z - 0.5 * h, z + 0.5 * h) - log(h) + 0.5 * y + LOG_SQRT_2PI;
  const w = h * h;
  const sum =
    w * ((y - 1) / 24 + w * ((y * (y - 6) + 3) / 1920 + (w * (y * (y * (y - 15) + 45) - 15)) / 322560));
  return sum * (1 - sum * (0.5 - sum * (1 / 3 - 0.25 * sum)));
}

/** ln of the probability that N(μ, σ²) falls into [0, 1]. */
export const logInside = (mean: number, sd: number): number => logMass(-mean / sd, (1 - mean) / sd);

/** The point of [0, 1] below which a share u of the cut-off distribution lies: uniform u, truncated normal point. */
export function truncatedQuantile(mean: number, sd: number, u: number): number {
  const below = cdf(-mean / sd);
  const inside = 1 - below - cdf((mean - 1) / sd);
  return Math.min(1, Math.max(0, mean + sd * quantile(below + u * inside)));
}
