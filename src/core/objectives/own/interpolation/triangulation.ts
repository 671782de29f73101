/**
 * Linear interpolation on the Delaunay triangulation of points in the plane (delaunator); outside of their hull, the
 * value at the nearest point of the hull. Never lower than the lowest point, nor higher than the highest.
 */
import Delaunator from 'delaunator';

export interface Surface {
  value: (u: number, v: number) => number;
  /** Whether two points are the ends of an edge. */
  joined: (i: number, j: number) => boolean;
}

/** How far outside of a triangle rounding may put a point that lies on its edge, in barycentric coordinates. */
const SLACK = 1e-12;

/** @param points u₀, v₀, u₁, v₁, … in the unit square, all different, at least one */
export function triangulate(points: Float64Array, z: readonly number[]): Surface {
  const { triangles, hull } = new Delaunator(points);
  const edges = new Set<number>();
  const n = z.length;
  const edge = (i: number, j: number) => Math.min(i, j) * n + Math.max(i, j);
  for (let t = 0; t < triangles.length; t += 3) {
    for (let k = 0; k < 3; k++) edges.add(edge(triangles[t + k], triangles[t + ((k + 1) % 3)]));
  }
  // Points on one line have no triangles: the hull is the line, there and not back.
  const rim = Array.from(hull, (point, k) => [point, hull[(k + 1) % hull.length]]);
  if (triangles.length === 0) rim.pop();
  for (const [i, j] of rim) edges.add(edge(i, j));

  const cells = cellsOf(points, triangles);
  const value = (u: number, v: number): number => {
    if (n === 1) return z[0];
    // The triangle that the point lies deepest in: where two share it, the first, whatever was asked before.
    let inside = -SLACK;
    let found = NaN;
    for (const t of cells.at(u, v)) {
      const [depth, height] = inTriangle(points, z, triangles, t, u, v);
      if (depth > inside) [inside, found] = [depth, height];
    }
    return found === found ? found : onRim(points, z, rim, u, v);
  };
  return { value, joined: (i, j) => edges.has(edge(i, j)) };
}

/** The least barycentric coordinate, negative outside, and the height there. */
function inTriangle(
  p: Float64Array,
  z: readonly number[],
  triangles: Uint32Array,
  t: number,
  u: number,
  v: number,
): [depth: number, height: number] {
  const [a, b, c] = [triangles[t], triangles[t + 1], triangles[t + 2]];
  const [ax, ay, bx, by, cx, cy] = [p[2 * a], p[2 * a + 1], p[2 * b], p[2 * b + 1], p[2 * c], p[2 * c + 1]];
  const wa = (bx - u) * (cy - v) - (cx - u) * (by - v);
  const wb = (cx - u) * (ay - v) - (ax - u) * (cy - v);
  const wc = (ax - u) * (by - v) - (bx - u) * (ay - v);
  const area = wa + wb + wc;
  const height = (wa / area) * z[a] + (wb / area) * z[b] + (wc / area) * z[c];
  return [
    Math.min(wa / area, wb / area, wc / area),
    between(height, Math.min(z[a], z[b], z[c]), Math.max(z[a], z[b], z[c])),
  ];
}

const between = (value: number, lo: number, hi: number) => Math.min(hi, Math.max(lo, value));

/** At the point of the hull that is nearest; the first of several. */
function onRim(
  p: Float64Array,
  z: readonly number[],
  rim: readonly number[][],
  u: number,
  v: number,
): number {
  let nearest = Infinity;
  let value = NaN;
  for (const [i, j] of rim) {
    const [dx, dy] = [p[2 * j] - p[2 * i], p[2 * j + 1] - p[2 * i + 1]];
    const along = ((u - p[2 * i]) * dx + (v - p[2 * i + 1]) * dy) / (dx * dx + dy * dy);
    const t = between(along, 0, 1);
    const [x, y] = [u - p[2 * i] - t * dx, v - p[2 * i + 1] - t * dy];
    const distance = x * x + y * y;
    if (!(distance < nearest)) continue;
    nearest = distance;
    const rise = z[j] - z[i];
    // Values at both ends of floating-point numbers have no difference.
    const height = Number.isFinite(rise) ? z[i] + t * rise : (1 - t) * z[i] + t * z[j];
    value = t === 1 ? z[j] : between(height, Math.min(z[i], z[j]), Math.max(z[i], z[j]));
  }
  return value;
}

/** For every cell of a grid over the unit square the triangles that reach into it. */
function cellsOf(points: Float64Array, triangles: Uint32Array) {
  const side = Math.max(1, Math.min(64, Math.floor(Math.sqrt(triangles.length / 3))));
  const lists: number[][] = Array.from({ length: side * side }, () => []);
  const cell = (u: number) => Math.min(side - 1, Math.max(0, Math.floor(u * side)));
  for (let t = 0; t < triangles.length; t += 3) {
    const corners = [triangles[t], triangles[t + 1], triangles[t + 2]];
    const us = corners.map((corner) => points[2 * corner]);
    const vs = corners.map((corner) => points[2 * corner + 1]);
    for (let row = cell(Math.min(...vs) - SLACK); row <= cell(Math.max(...vs) + SLACK); row++) {
      for (let column = cell(Math.min(...us) - SLACK); column <= cell(Math.max(...us) + SLACK); column++) {
        lists[row * side + column].push(t);
      }
    }
  }
  return { at: (u: number, v: number): readonly number[] => lists[cell(v) * side + cell(u)] };
}
