import { cos, sin } from '../../math/elementary.ts';

export interface Surface {
  centre: readonly [number, number];
  /** κ */
  conditioning: number;
  /** Of the angle of rotation. */
  cosine: number;
  sine: number;
  /** γ */
  crease: number;
  /** a and ω = 2πk */
  ripple: number;
  omega: number;
}

/** Points per axis of the lattice that is searched: ten per wave of the finest ripple. */
const LEVELS = 81;

/**
 * One valley along every line? Yes while the surface is convex. No where a level set is curved the wrong way: at some point
 * f bends down along its own tangent, so that it stands higher than both ends of a short line through it (the second-order
 * condition of quasi-convexity; Crouzeix & Ferland 1982, Mathematical Programming 23). Where it is not convex and no point
 * of a lattice of 81 × 81 shows such a bend, nothing is known (null).
 */
export function isUnimodal(surface: Surface): boolean | null {
  const { conditioning, ripple, omega } = surface;
  if (ripple * omega * omega <= 8 / conditioning) return true;
  for (let i = 0; i < LEVELS; i++) {
    for (let j = 0; j < LEVELS; j++) {
      if (bendsDown(surface, i / (LEVELS - 1), j / (LEVELS - 1))) return false;
    }
  }
  return null;
}

/** By a clear margin: this share of the largest bend of the surface. */
const MARGIN = 1e-6;

function bendsDown(surface: Surface, x1: number, x2: number): boolean {
  const { centre, conditioning, cosine: c, sine: s, crease, ripple, omega } = surface;
  const t1 = x1 - centre[0];
  const t2 = x2 - centre[1];
  // On the crease itself the surface has no gradient.
  if (crease > 0 && Math.abs(t1 - t2) < 1e-3) return false;
  const u = c * t1 + s * t2;
  const v = c * t2 - s * t1;
  const fold = 2 * crease * (t1 > t2 ? 1 : -1);
  const g1 = 8 * ((c * u) / conditioning - s * v) + fold + ripple * omega * sin(omega * t1);
  const g2 = 8 * ((s * u) / conditioning + c * v) - fold + ripple * omega * sin(omega * t2);
  const wave = ripple * omega * omega;
  const h11 = 8 * ((c * c) / conditioning + s * s) + wave * cos(omega * t1);
  const h22 = 8 * ((s * s) / conditioning + c * c) + wave * cos(omega * t2);
  const h12 = 8 * c * s * (1 / conditioning - 1);
  // Along the tangent (g₂, −g₁).
  const bend = g2 * g2 * h11 - 2 * g1 * g2 * h12 + g1 * g1 * h22;
  return bend < -MARGIN * (8 + wave) * (g1 * g1 + g2 * g2);
}
