/**
 * A function along a line, as ascending places `t` and finite values `y` of the same length: where it fails to be
 * convex, or to have one valley, by how much, and how many minima it has. All in linear time.
 */
export interface Sequence {
  t: ArrayLike<number>;
  y: ArrayLike<number>;
}

/** Places of three points in a sequence, a < b < c. */
export interface Triple {
  a: number;
  b: number;
  c: number;
  violation: number;
}

/**
 * The largest of all f(b) − chord(a, c)(b): b’s height above the lower convex hull of the points (Andrew’s monotone chain,
 * 1979), the chord being the hull’s edge under b. Null where every point lies on the hull.
 */
export function worstChord({ t, y }: Sequence): Triple | null {
  const n = t.length;
  const hull: number[] = [];
  for (let i = 0; i < n; i++) {
    while (hull.length > 1) {
      const b = hull[hull.length - 1];
      const a = hull[hull.length - 2];
      if ((y[b] - y[a]) * (t[i] - t[a]) < (y[i] - y[a]) * (t[b] - t[a])) break;
      hull.pop();
    }
    hull.push(i);
  }
  let worst: Triple | null = null;
  for (let edge = 0; edge + 1 < hull.length; edge++) {
    const a = hull[edge];
    const c = hull[edge + 1];
    for (let b = a + 1; b < c; b++) {
      const violation = y[b] - chordAt(t, y, a, b, c);
      if (violation > 0 && violation > (worst?.violation ?? 0)) worst = { a, b, c, violation };
    }
  }
  return worst;
}

/** Height at t[b] of the straight line through the points a and c. */
export function chordAt(t: ArrayLike<number>, y: ArrayLike<number>, a: number, b: number, c: number): number {
  const lambda = (t[b] - t[a]) / (t[c] - t[a]);
  return (1 - lambda) * y[a] + lambda * y[c];
}

/** The largest of all f(b) − max(f(a), f(c)), a < b < c: up, then down. Null where there is none above 0. */
export function worstHump({ y }: Sequence): Triple | null {
  const n = y.length;
  const right = new Int32Array(n);
  for (let i = n - 1, lowest = n - 1; i >= 0; i--) {
    if (y[i] < y[lowest]) lowest = i;
    right[i] = lowest;
  }
  let worst: Triple | null = null;
  for (let b = 1, a = 0; b + 1 < n; b++) {
    const c = right[b + 1];
    const violation = y[b] - Math.max(y[a], y[c]);
    if (violation > (worst?.violation ?? 0)) worst = { a, b, c, violation };
    if (y[b] < y[a]) a = b;
  }
  return worst;
}

export interface Flat {
  /** Places of its first and last point, and of the sequence’s lowest. */
  from: number;
  to: number;
  lowest: number;
}

/**
 * All stretches of equal values that lie above the lowest one, widest first.
 * @param equal values are equal within this share of the larger one: a tail that keeps falling towards 0 is none
 * @param above how far above the lowest value it has to lie
 * @param width least width in t
 */
export function plateaus({ t, y }: Sequence, equal: number, above: number, width: number): Flat[] {
  const n = y.length;
  let lowest = 0;
  for (let i = 1; i < n; i++) if (y[i] < y[lowest]) lowest = i;
  const found: Flat[] = [];
  for (let from = 0; from < n;) {
    let to = from;
    while (to + 1 < n && Math.abs(y[to + 1] - y[from]) <= equal * Math.abs(y[from])) to++;
    if (to > from && y[from] > y[lowest] + above && t[to] - t[from] >= width)
      found.push({ from, to, lowest });
    from = to + 1;
  }
  return found.sort((p, q) => t[q.to] - t[q.from] - (t[p.to] - t[p.from]));
}

/** The widest of {@link plateaus}. */
export const widestPlateau = (of: Sequence, equal: number, above: number, width: number): Flat | null =>
  plateaus(of, equal, above, width)[0] ?? null;

/**
 * Local minima, ends included, a flat bottom once: each stretch between two climbs of more than `least` (the function
 * has to rise by more than that before and after it, as with the persistence of Edelsbrunner, Letscher & Zomorodian
 * 2002). @returns the middle of each one’s lowest points, from left to right
 */
export function localMinima({ t, y }: Sequence, least: number): number[] {
  const minima: number[] = [];
  const n = y.length;
  if (n === 0) return minima;
  let low = 0;
  let high = 0;
  let falling = true;
  for (let i = 0; i < n; i++) {
    if (falling) {
      if (y[i] < y[low]) low = i;
      if (y[i] > y[low] + least) {
        minima.push(middleOf(t, y, low, least));
        falling = false;
        high = i;
      }
    } else {
      if (y[i] > y[high]) high = i;
      if (y[i] < y[high] - least) {
        falling = true;
        low = i;
      }
    }
  }
  if (falling) minima.push(middleOf(t, y, low, least));
  return minima;
}

/** Of the points around the lowest one that are as low, the one nearest to their middle. */
function middleOf(t: ArrayLike<number>, y: ArrayLike<number>, low: number, least: number): number {
  // Only a true rest: beside a smooth minimum, too, values differ by less than rounding of the whole range.
  const equal = least * 1e-6;
  let from = low;
  let to = low;
  while (from > 0 && y[from - 1] - y[low] <= equal) from--;
  while (to + 1 < y.length && y[to + 1] - y[low] <= equal) to++;
  const middle = (t[from] + t[to]) / 2;
  let best = low;
  for (let i = from; i <= to; i++) if (Math.abs(t[i] - middle) < Math.abs(t[best] - middle)) best = i;
  return best;
}
