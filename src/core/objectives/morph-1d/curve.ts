/**
 * The curve of the morphing objective. All dials at 0: 4 t², t = x − m, the perfect bowl. On each side of m, with the
 * distance r = |t|:
 *
 *   r′ = r up to the plateau, its start on it, r − w beyond         the plateau: exact ties, on the way down
 *   q  = 4 (1 ± s) r′²                                              skew
 *   B  = (1 + τ) q / (1 + τ q)  +  a (1 − cos 2πk r′)               heavy tails (B = 1 stays where q = 1), ripple
 *   f  = B · (1 − d W)  +  h [t > e]                                second valley, cliff
 *
 * W = (1 − u²)² for |u| < 1, u = (x − v) / 0.1: a dent around v = m + D, which past the right end comes in on the left; it
 * never reaches m. So f ≥ 0 while d ≤ 1, and f = 0 at m, and at v where d = 1 and no cliff lifts it.
 */
import { cos, sin } from '../../math/elementary.ts';
import { both, over, plus, point, scaled, squared, times, type Interval } from '../../math/interval.ts';

export interface Dials {
  /** m, where the first valley has its floor. */
  minimum: number;
  /** a and k. */
  ripple: number;
  frequency: number;
  /** s: the right side is (1 + s) / (1 − s) times as steep as the left. */
  skew: number;
  /** w, and the value of the plain bowl at which it rests. */
  plateau: number;
  height: number;
  /** h, and how far right of the minimum. */
  cliff: number;
  edge: number;
  /** d, relative to the first valley, and D. */
  valley: number;
  distance: number;
  /** τ */
  tails: number;
}

/** Half the width of the second valley. */
export const REACH = 0.1;

/** One side of the minimum: how steep, and where the plateau begins. */
export interface Side {
  steepness: number;
  rest: number;
}

export function sideOf({ skew, height, tails }: Dials, right: boolean): Side {
  const steepness = 4 * (right ? 1 + skew : 1 - skew);
  // Solved for q: B = height, without ripple.
  const q = height / (1 + tails - tails * height);
  return { steepness, rest: Math.sqrt(q / steepness) };
}

/** v, in (0, 1]; where it is 1 the valley's floor is at 0, too. */
export function valleyAt({ minimum, distance }: Dials): number {
  const at = minimum + distance;
  return at > 1 ? at - 1 : at;
}

export function dialledCurve(dials: Dials): (x: number) => number {
  const { minimum, ripple, frequency, plateau, cliff, edge, valley, tails } = dials;
  const omega = 2 * Math.PI * frequency;
  const left = sideOf(dials, false);
  const right = sideOf(dials, true);
  const centre = valleyAt(dials);
  return (x) => {
    const t = x - minimum;
    const { steepness, rest } = t < 0 ? left : right;
    const r = Math.abs(t);
    const walked = r <= rest ? r : Math.max(rest, r - plateau);
    const q = steepness * walked * walked;
    let value = ((1 + tails) * q) / (1 + tails * q);
    if (ripple > 0) value += ripple * (1 - cos(omega * walked));
    if (valley > 0) {
      const away = Math.abs(x - centre);
      const u = Math.min(away, 1 - away) / REACH;
      if (u < 1) value *= 1 - valley * (1 - u * u) * (1 - u * u);
    }
    return cliff > 0 && t > edge ? value + cliff : value;
  };
}

/** A stretch of the curve without kinks and jumps. */
export interface Piece {
  lo: number;
  hi: number;
  right: boolean;
  /** Wholly on the plateau. */
  resting: boolean;
  /** Beyond the cliff. */
  lifted: boolean;
  /** Floor of the valley that covers it: v, or its image beyond an end; null outside. */
  dent: number | null;
}

/** The curve from 0 to 1, cut wherever one of its parts begins or ends. */
export function piecesOf(dials: Dials): Piece[] {
  const { minimum: m, plateau, cliff, edge, valley } = dials;
  const rests = [sideOf(dials, false).rest, sideOf(dials, true).rest];
  const centres = valley > 0 ? [-1, 0, 1].map((turn) => valleyAt(dials) + turn) : [];
  const cuts = [0, m, 1];
  if (plateau > 0) cuts.push(m - rests[0], m - rests[0] - plateau, m + rests[1], m + rests[1] + plateau);
  if (cliff > 0) cuts.push(m + edge);
  for (const centre of centres) cuts.push(centre - REACH, centre, centre + REACH);
  const ends = cuts.filter((x) => x >= 0 && x <= 1).sort((a, b) => a - b);
  const pieces: Piece[] = [];
  for (const [i, lo] of ends.slice(0, -1).entries()) {
    const hi = ends[i + 1];
    // What lies between two cuts that rounding has parted is no piece.
    if (hi - lo < 1e-12) continue;
    const middle = (lo + hi) / 2;
    const right = middle > m;
    const r = Math.abs(middle - m);
    const rest = rests[right ? 1 : 0];
    pieces.push({
      lo,
      hi,
      right,
      resting: plateau > 0 && r > rest && r < rest + plateau,
      lifted: cliff > 0 && middle - m > edge,
      dent: centres.find((centre) => Math.abs(middle - centre) < REACH) ?? null,
    });
  }
  return pieces;
}

/** Bounds of the curve and of its first two derivatives. */
export interface Bounds {
  value: Interval;
  slope: Interval;
  bend: Interval;
}

/** Bounds over [lo, hi], which lies in the piece; the closer the ends, the tighter. At lo = hi: the numbers themselves. */
export function boundsOn(dials: Dials, piece: Piece, lo: number, hi: number): Bounds {
  const { minimum: m, plateau, cliff, valley } = dials;
  const { steepness, rest } = sideOf(dials, piece.right);
  const near = piece.right ? lo - m : m - hi;
  const far = piece.right ? hi - m : m - lo;
  const walk = (r: number) =>
    piece.resting ? rest : r <= rest ? Math.max(0, r) : Math.max(rest, r - plateau);
  const walked: Interval = [walk(near), walk(far)];
  const base = baseOn(dials, steepness, walked);
  const direction = piece.resting ? 0 : piece.right ? 1 : -1;
  const whole: Bounds = {
    value: base.value,
    slope: scaled(direction, base.slope),
    bend: scaled(direction * direction, base.bend),
  };
  const lifted = (value: Interval) => (piece.lifted ? plus(value, point(cliff)) : value);
  if (piece.dent === null) return { ...whole, value: lifted(whole.value) };
  const u: Interval = [(lo - piece.dent) / REACH, (hi - piece.dent) / REACH];
  const u2 = squared(u);
  const rim = plus(point(1), scaled(-1, u2));
  const share: Bounds = {
    value: plus(point(1), scaled(-valley, squared(rim))),
    slope: scaled((4 * valley) / REACH, times(u, rim)),
    bend: scaled(valley / (REACH * REACH), plus(point(4), scaled(-12, u2))),
  };
  return {
    value: lifted(times(whole.value, share.value)),
    slope: plus(times(whole.slope, share.value), times(whole.value, share.slope)),
    bend: plus(
      plus(times(whole.bend, share.value), scaled(2, times(whole.slope, share.slope))),
      times(whole.value, share.bend),
    ),
  };
}

/** B and its derivatives by r′, over an interval of r′. */
function baseOn({ ripple, frequency, tails }: Dials, steepness: number, walked: Interval): Bounds {
  const q = scaled(steepness, squared(walked));
  const flattening = plus(point(1), scaled(tails, q));
  const scale = 1 + tails;
  const bowl = (at: number) => {
    const own = steepness * at * at;
    return (scale * own) / (1 + tails * own);
  };
  const omega = 2 * Math.PI * frequency;
  const wave = ripple > 0 ? waveOn(scaled(omega, walked)) : undefined;
  const squareOf = squared(flattening);
  const steady: Bounds = {
    value: [bowl(walked[0]), bowl(walked[1])],
    slope: scaled(2 * scale * steepness, over(walked, squareOf)),
    bend: scaled(
      2 * scale * steepness,
      over(plus(point(1), scaled(-3 * tails, q)), times(flattening, squareOf)),
    ),
  };
  if (!wave) return steady;
  return {
    value: plus(steady.value, scaled(ripple, plus(point(1), scaled(-1, wave.cosine)))),
    slope: plus(steady.slope, scaled(ripple * omega, wave.sine)),
    bend: plus(steady.bend, scaled(ripple * omega * omega, wave.cosine)),
  };
}

/** Sine and cosine move by no more than their argument. */
function waveOn([lo, hi]: Interval): { sine: Interval; cosine: Interval } {
  const middle = (lo + hi) / 2;
  const half = (hi - lo) / 2;
  const around = (y: number) => both([y - half, y + half], [-1, 1]);
  return { sine: around(sin(middle)), cosine: around(cos(middle)) };
}
