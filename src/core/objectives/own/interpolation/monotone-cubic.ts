/**
 * Monotone piecewise cubic interpolation: F. N. Fritsch & R. E. Carlson (1980), SIAM Journal on Numerical Analysis 17(2),
 * 238–246. Between two knots the curve only rises or only falls, so it is nowhere lower than the lowest knot: a curve
 * through trials promises nothing that no trial showed.
 */

/** Slopes at the knots: three-point differences, drawn back into the region 𝒮₂ of § 4, α² + β² ≤ 9. */
export function monotoneSlopes(x: readonly number[], y: readonly number[]): number[] {
  const n = x.length;
  if (n < 2) return new Array<number>(n).fill(0);
  const h = Array.from({ length: n - 1 }, (_, i) => x[i + 1] - x[i]);
  const secant = h.map((width, i) => (y[i + 1] - y[i]) / width);
  const end = (i: number, next: number) => {
    const d = ((2 * h[i] + h[next]) * secant[i] - h[i] * secant[next]) / (h[i] + h[next]);
    return d * secant[i] > 0 ? d : 0;
  };
  const slopes = x.map((_, i) => {
    if (n === 2) return secant[0];
    if (i === 0) return end(0, 1);
    if (i === n - 1) return end(n - 2, n - 3);
    // A knot higher or lower than both neighbours stays the extreme.
    if (!(secant[i - 1] * secant[i] > 0)) return 0;
    return (h[i] * secant[i - 1] + h[i - 1] * secant[i]) / (h[i - 1] + h[i]);
  });
  for (let i = 0; i < n - 1; i++) {
    if (secant[i] === 0) {
      slopes[i] = slopes[i + 1] = 0;
      continue;
    }
    const alpha = slopes[i] / secant[i];
    const beta = slopes[i + 1] / secant[i];
    const length = Math.sqrt(alpha * alpha + beta * beta);
    if (length === Infinity) {
      // Nearly level, between steep neighbours.
      slopes[i] = slopes[i + 1] = 0;
    } else if (length > 3) {
      slopes[i] = (3 / length) * alpha * secant[i];
      slopes[i + 1] = (3 / length) * beta * secant[i];
    }
  }
  return slopes;
}

/**
 * The curve through the knots (x strictly ascending, at least one); beyond the outermost knots it stays at their height.
 * At a knot it has exactly the knot's value, between two of them never one outside of theirs.
 */
export function monotoneCubic(x: readonly number[], y: readonly number[]): (at: number) => number {
  const slopes = monotoneSlopes(x, y);
  const last = x.length - 1;
  return (at) => {
    if (!(at > x[0])) return at === at ? y[0] : NaN;
    if (at >= x[last]) return y[last];
    let a = 0;
    let b = last;
    while (b - a > 1) {
      const middle = (a + b) >> 1;
      if (x[middle] <= at) a = middle;
      else b = middle;
    }
    const h = x[b] - x[a];
    const t = (at - x[a]) / h;
    const rise = y[b] - y[a];
    const [p, q] = [h * slopes[a], h * slopes[b]];
    // Hermite’s form, eq. (2.1), as a polynomial of t.
    const value = y[a] + t * (p + t * (3 * rise - 2 * p - q + t * (p + q - 2 * rise)));
    return Math.min(Math.max(y[a], y[b]), Math.max(Math.min(y[a], y[b]), value));
  };
}
