/**
 * Latin hypercube sampling (McKay, Beckman & Conover 1979, Technometrics 21): n points, one in each of n slices of
 * every dimension.
 */
import { shuffle, type Rng } from '../rng.ts';

export interface LatinHypercubeOptions {
  /** In the middle of the slices instead of anywhere within. */
  centred?: boolean;
  /** Pushes the closest points apart (Johnson, Moore & Ylvisaker 1990, maximin distance), by exchanges. */
  maximin?: boolean;
}

export function latinHypercube(
  n: number,
  d: number,
  rng: Rng,
  { centred = false, maximin = false }: LatinHypercubeOptions = {},
): number[][] {
  const columns = Array.from({ length: d }, () =>
    shuffle(
      Array.from({ length: n }, (_, i) => i),
      rng,
    ).map((slice) => (slice + (centred ? 0.5 : rng.next())) / n),
  );
  const points = Array.from({ length: n }, (_, i) => columns.map((column) => column[i]));
  if (maximin) spread(points, rng);
  return points;
}

/** Exchanges tried for every point. */
const EXCHANGES = 20;

/**
 * Takes the point with the nearest neighbour and exchanges one of its coordinates with another point’s, which keeps
 * every slice filled once; the exchange stays where it brings the two points no nearer to any other than the nearest
 * was. The smallest distance of the design never falls.
 */
export function spread(points: number[][], rng: Rng): void {
  const n = points.length;
  if (n < 3) return;
  const d = points[0].length;
  const nearest = points.map((_, i) => nearestTo(points, i));
  for (let attempt = 0; attempt < EXCHANGES * n; attempt++) {
    let p = 0;
    for (let i = 1; i < n; i++) if (nearest[i] < nearest[p]) p = i;
    const q = (p + 1 + rng.below(n - 1)) % n;
    const axis = rng.below(d);
    const exchange = () => ([points[p][axis], points[q][axis]] = [points[q][axis], points[p][axis]]);
    exchange();
    if (Math.min(nearestTo(points, p), nearestTo(points, q)) > nearest[p]) {
      for (let i = 0; i < n; i++) nearest[i] = nearestTo(points, i);
    } else exchange();
  }
}

/** Squared distance from a point to its nearest neighbour. */
function nearestTo(points: readonly number[][], i: number): number {
  let least = Infinity;
  const here = points[i];
  for (let k = 0; k < points.length; k++) {
    if (k === i) continue;
    let square = 0;
    for (let j = 0; j < here.length; j++) square += (points[k][j] - here[j]) * (points[k][j] - here[j]);
    least = Math.min(least, square);
  }
  return least;
}
