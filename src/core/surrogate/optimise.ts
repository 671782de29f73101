/**
 * Minimises a smooth function in a box: BFGS on the free variables with a projected line search
 * (Nocedal & Wright 2006, § 6.1; Bertsekas 1982, SIAM J. Control Optim. 20(2), for the projection).
 * For a handful of variables: the inverse Hessian is kept dense.
 */
export interface Minimum {
  x: Float64Array;
  value: number;
  evaluations: number;
}

/** Returns the value at x and writes the gradient; +∞ or NaN marks a point that cannot be evaluated. */
export type Differentiable = (x: Float64Array, gradient: Float64Array) => number;

export interface OptimiserOptions {
  maxIterations?: number;
  /** Stops when the projected gradient is this small … */
  gradientTolerance?: number;
  /** … or a step gains less than this, relative to 1 + |value|. */
  valueTolerance?: number;
}

const ARMIJO = 1e-4;

export function minimise(
  f: Differentiable,
  start: ArrayLike<number>,
  lo: ArrayLike<number>,
  hi: ArrayLike<number>,
  { maxIterations = 100, gradientTolerance = 1e-6, valueTolerance = 1e-10 }: OptimiserOptions = {},
): Minimum {
  const n = start.length;
  const x = Float64Array.from(start, (value, i) => clamp(value, lo[i], hi[i]));
  let g = new Float64Array(n);
  let value = f(x, g);
  let evaluations = 1;
  if (!Number.isFinite(value)) return { x, value: Infinity, evaluations };

  const h = new Float64Array(n * n);
  const direction = new Float64Array(n);
  const next = new Float64Array(n);
  let nextG = new Float64Array(n);
  const free = new Uint8Array(n);
  const step = new Float64Array(n);
  const change = new Float64Array(n);
  const hy = new Float64Array(n);
  identity(h, n);
  let fresh = true;

  for (let iteration = 0; iteration < maxIterations; iteration++) {
    let largest = 0;
    let changed = false;
    for (let i = 0; i < n; i++) {
      const open = !((x[i] <= lo[i] && g[i] > 0) || (x[i] >= hi[i] && g[i] < 0)) && lo[i] < hi[i] ? 1 : 0;
      if (open !== free[i]) changed = true;
      free[i] = open;
      if (open) largest = Math.max(largest, Math.abs(g[i]));
    }
    if (largest <= gradientTolerance) break;
    if (changed && !fresh) {
      identity(h, n);
      fresh = true;
    }

    if (!(newton(h, g, free, direction, n) < 0)) {
      identity(h, n);
      fresh = true;
      newton(h, g, free, direction, n);
    }
    // The first step knows no curvature: keep it inside a sensible part of the box.
    let t = fresh ? Math.min(1, 0.3 / norm(direction, n)) : 1;
    let accepted = false;
    let nextValue = value;
    for (let halving = 0; halving < 25; halving++, t *= 0.4) {
      let gain = 0;
      for (let i = 0; i < n; i++) {
        next[i] = free[i] ? clamp(x[i] + t * direction[i], lo[i], hi[i]) : x[i];
        gain += g[i] * (next[i] - x[i]);
      }
      nextValue = f(next, nextG);
      evaluations += 1;
      if (nextValue <= value + ARMIJO * gain && Number.isFinite(nextValue)) {
        accepted = true;
        break;
      }
    }
    if (!accepted) {
      if (fresh) break;
      identity(h, n);
      fresh = true;
      continue;
    }

    let sy = 0;
    for (let i = 0; i < n; i++) {
      step[i] = next[i] - x[i];
      change[i] = free[i] ? nextG[i] - g[i] : 0;
      sy += step[i] * change[i];
    }
    if (sy > 1e-12 * norm(step, n) * norm(change, n)) {
      if (fresh) {
        // Scale the first Hessian (Nocedal & Wright, eq. 6.20).
        const scale = sy / dot(change, change, n);
        for (let i = 0; i < n; i++) h[i * n + i] = scale;
      }
      updateInverse(h, step, change, hy, sy, n);
      fresh = false;
    }
    const gained = value - nextValue;
    x.set(next);
    [g, nextG] = [nextG, g];
    value = nextValue;
    if (gained <= valueTolerance * (1 + Math.abs(value))) break;
  }
  return { x, value, evaluations };
}

/** direction = −H g over the free variables; returns the slope along it. */
function newton(
  h: Float64Array,
  g: Float64Array,
  free: Uint8Array,
  direction: Float64Array,
  n: number,
): number {
  let slope = 0;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    if (free[i]) for (let j = 0; j < n; j++) if (free[j]) sum -= h[i * n + j] * g[j];
    direction[i] = sum;
    slope += sum * g[i];
  }
  return slope;
}

/** H ← (I − ρ s yᵀ) H (I − ρ y sᵀ) + ρ s sᵀ  (Nocedal & Wright, eq. 6.17). */
function updateInverse(
  h: Float64Array,
  s: Float64Array,
  y: Float64Array,
  hy: Float64Array,
  sy: number,
  n: number,
): void {
  let yhy = 0;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += h[i * n + j] * y[j];
    hy[i] = sum;
    yhy += sum * y[i];
  }
  const factor = (1 + yhy / sy) / sy;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) h[i * n + j] += factor * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / sy;
  }
}

function identity(h: Float64Array, n: number): void {
  h.fill(0);
  for (let i = 0; i < n; i++) h[i * n + i] = 1;
}

const clamp = (value: number, lo: number, hi: number) => Math.min(hi, Math.max(lo, value));

function dot(a: Float64Array, b: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += a[i] * b[i];
  return sum;
}

const norm = (a: Float64Array, n: number) => Math.sqrt(dot(a, a, n));
