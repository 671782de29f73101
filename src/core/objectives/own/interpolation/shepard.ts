/**
 * Inverse-distance weighting of scattered trials, for any number of hyperparameters: the method of D. Shepard (1968),
 * “A two-dimensional interpolation function for irregularly-spaced data”, Proc. 23rd ACM National Conference, 517–524, made
 * local by the weights of R. Franke & G. Nielson (1980), Int. J. Numer. Methods Eng. 15(11), 1691–1704, as in R. J. Renka
 * (1988), Algorithm 660, ACM TOMS 14(2), 149–150:
 *
 *     f(x) = Σ wᵢ yᵢ / Σ wᵢ,   wᵢ = (max(0, R − dᵢ) / (R dᵢ))²,   dᵢ = ‖x − xᵢ‖
 *
 * Renka's nodal functions are quadratics, which overshoot; here they are the values themselves. A weighted mean is never
 * lower than the lowest trial, nor higher than the highest. R is twice the distance to the 2d-th nearest trial: it moves
 * with x without a jump, and so does f.
 */

export interface Scattered {
  /** Unit coordinates (length d) → value. At a trial exactly its value. */
  value: (unit: ArrayLike<number>) => number;
  /** As many trials at least have a say at any place. */
  fewest: number;
}

/** How far the trials count that have a say, in distances to the last of the nearest ones. */
const REACH = 2;

/**
 * @param points n × d, row-major, in the unit cube, all different, n ≥ 1
 * @param y their values, finite
 */
export function shepard(points: Float64Array, d: number, y: readonly number[]): Scattered {
  const n = y.length;
  const nearby = Math.min(n, Math.max(2, 2 * d));
  const squares = new Float64Array(n);
  const nearest = new Float64Array(nearby);
  const value = (unit: ArrayLike<number>): number => {
    nearest.fill(Infinity);
    let first = 0;
    for (let i = 0, at = 0; i < n; i++) {
      let sum = 0;
      for (let j = 0; j < d; j++, at++) {
        const step = unit[j] - points[at];
        sum += step * step;
      }
      squares[i] = sum;
      if (sum < squares[first]) first = i;
      if (sum < nearest[nearby - 1]) insert(nearest, sum);
    }
    const closest = Math.sqrt(squares[first]);
    if (closest === 0 || n === 1) return y[first];
    if (closest !== closest) return NaN;
    const radius = REACH * Math.sqrt(nearest[nearby - 1]);
    // As shares of the nearest trial's weight: nothing overflows beside a trial.
    let [weights, lo, hi] = [0, Infinity, -Infinity];
    for (let i = 0; i < n; i++) {
      const weight = weightOf(Math.sqrt(squares[i]), closest, radius);
      squares[i] = weight;
      if (weight === 0) continue;
      weights += weight;
      if (y[i] < lo) lo = y[i];
      if (y[i] > hi) hi = y[i];
    }
    let mean = 0;
    for (let i = 0; i < n; i++) if (squares[i] !== 0) mean += (squares[i] / weights) * y[i];
    return Math.min(hi, Math.max(lo, mean));
  };
  return { value, fewest: nearby };
}

function weightOf(distance: number, closest: number, radius: number): number {
  if (!(distance < radius)) return 0;
  const share = ((radius - distance) / (radius - closest)) * (closest / distance);
  return share * share;
}

/** Keeps a list ascending; its last element falls out. */
function insert(sorted: Float64Array, value: number): void {
  let at = sorted.length - 1;
  while (at > 0 && sorted[at - 1] > value) {
    sorted[at] = sorted[at - 1];
    at -= 1;
  }
  sorted[at] = value;
}
