/** From a place downhill to the local minimum that it belongs to, never far at once. */
import type { Rng } from '../../rng.ts';
import { minimise } from '../../surrogate/optimise.ts';
import { cellsOf, distance } from './cells.ts';
import type { Probe } from './probe.ts';
import type { Spot } from './types.ts';

/** Half a difference quotient. */
const H = 1e-7;
/** A gain below this share of the tolerance is none. */
const WORTH = 1e-6;
/** Evaluations after which a descent is given up. */
const MOST = 6000;

export interface End {
  spot: Spot;
  /** Nothing near it is lower; otherwise the descent was given up on its way. */
  settled: boolean;
}

/**
 * Quasi-Newton steps inside a small box that moves along; where they stall, tries in all directions, axes and others, with
 * shrinking steps: at a crease the gradient, and every axis, may point nowhere.
 *
 * @param reach half the side of that box, in the unit cube
 * @param arrived whether a place belongs to an end that is known already, which is then returned
 */
export function descend(
  probe: Probe,
  start: Spot,
  reach: number,
  rng: Rng,
  arrived: (spot: Spot) => End | undefined,
): End {
  const movable = probe.problem.space.dimensions.map((dimension) => cellsOf(dimension) === Infinity);
  const least = WORTH * probe.tolerance;
  const last = probe.evaluations + MOST;
  let best = start;
  while (probe.evaluations < last) {
    const known = arrived(best);
    if (known) return known;
    let next = slide(probe, best, reach, movable);
    if (distance(best.unit, next.unit) < reach / 2) next = feel(probe, next, reach, rng, least);
    if (!(best.value - next.value > least)) return { spot: next, settled: true };
    best = next;
  }
  return { spot: best, settled: false };
}

function slide(probe: Probe, from: Spot, reach: number, movable: readonly boolean[]): Spot {
  const lo = from.unit.map((u, i) => (movable[i] ? Math.max(0, u - reach) : u));
  const hi = from.unit.map((u, i) => (movable[i] ? Math.min(1, u + reach) : u));
  // In units of the range, and of the box: what the optimiser’s tolerances are made for.
  const scale = probe.highest - probe.lowest!.value || 1;
  const width = 2 * reach;
  const unit = (x: ArrayLike<number>) => Array.from(x, (u, i) => Math.min(hi[i], Math.max(lo[i], u * width)));
  const value = (x: ArrayLike<number>) => (probe.at(unit(x)) - from.value) / scale;
  const result = minimise(
    (x, gradient) => {
      const here = value(x);
      const probed = Float64Array.from(x);
      for (let i = 0; i < x.length; i++) {
        gradient[i] = 0;
        if (!movable[i]) continue;
        const [a, b] = [Math.max(lo[i] / width, x[i] - H), Math.min(hi[i] / width, x[i] + H)];
        probed[i] = b;
        const above = value(probed);
        probed[i] = a;
        gradient[i] = (above - value(probed)) / (b - a);
        probed[i] = x[i];
        if (Number.isNaN(gradient[i])) gradient[i] = 0;
      }
      return here;
    },
    from.unit.map((u) => u / width),
    lo.map((u) => u / width),
    hi.map((u) => u / width),
    { maxIterations: 60, gradientTolerance: 1e-12, valueTolerance: 1e-15 },
  );
  const there = probe.spot(unit(result.x));
  return there.value < from.value ? there : from;
}

/** Tries around a place; goes on where it finds something lower by more than `least`. */
function feel(probe: Probe, from: Spot, reach: number, rng: Rng, least: number): Spot {
  const { dimensions } = probe.problem.space;
  const d = dimensions.length;
  let best = from;
  const tried = (unit: number[]) => {
    const spot = probe.spot(unit.map((u) => Math.min(1, Math.max(0, u))));
    if (spot.value < best.value) best = spot;
  };
  let again = 0;
  for (let size = reach; size > 1e-9;) {
    const before = best.value;
    for (let i = 0; i < d; i++) {
      const cells = cellsOf(dimensions[i]);
      const step = cells === Infinity ? size : 1 / cells;
      for (const change of [step, -step]) {
        const to = best.unit[i] + change;
        if (cells === Infinity || (to >= 0 && to <= 1)) tried(best.unit.with(i, to));
      }
    }
    for (let n = 0; n < 3 * d && d > 1; n++) {
      const direction = dimensions.map((dimension) => (cellsOf(dimension) === Infinity ? rng.normal() : 0));
      const length = Math.sqrt(direction.reduce((sum, r) => sum + r * r, 0));
      if (length > 0) tried(best.unit.map((u, k) => u + (size * direction[k]) / length));
    }
    if (before - best.value > least && ++again < AGAIN) continue;
    again = 0;
    size /= 4;
  }
  return best;
}

/** Successes at one step length, before a smaller one gets its turn. */
const AGAIN = 4;
