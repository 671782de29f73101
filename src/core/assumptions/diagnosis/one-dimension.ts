/** One hyperparameter: an even grid, and a closer look where something may hide between two of its points. */
import type { Point, Problem } from '../../types.ts';
import { minimiserBoxes } from '../../minimisers.ts';
import { cellsOf } from './cells.ts';
import type { Line } from './findings.ts';
import type { Probe, Steps } from './probe.ts';
import { TOGETHER } from './minima.ts';
import { localMinima } from './sequence.ts';
import type { Minima, Spot } from './types.ts';

/** Places that get a closer look, and into how many parts each cell beside them is cut. */
const PLACES = 24;
const PARTS = 16;
/** Evaluations between two pauses. */
const PAUSE = 128;
/** Minima that are listed. */
const LISTED = 40;

/** A line, and whether looking closer kept finding more turns on it. */
export interface Scanned extends Line {
  restless: boolean;
}

/**
 * The whole line, ascending, evaluated once: an even grid; the known minimisers; a point between any two of the grid, off
 * the middle, since a function that repeats itself may do so in step with the grid; closer where the values turn or bend,
 * and closer again while that finds further turns.
 *
 * @param most evaluations of looking closer again
 */
export function* scan(problem: Problem, probe: Probe, intervals: number, most: number): Steps<Scanned> {
  const [dimension] = problem.space.dimensions;
  const cells = cellsOf(dimension);
  const even =
    cells === Infinity
      ? Array.from({ length: intervals + 1 }, (_, i) => i / intervals)
      : Array.from({ length: cells }, (_, i) => (i + 0.5) / cells);
  const values = yield* evaluate(even, probe);
  if (cells !== Infinity) return { points: even.map((u) => [u]), t: even, values, restless: false };

  const known = minimiserBoxes(problem).flatMap(({ lo, hi }) => [lo[0], hi[0]]);
  const closer = suspects(values).flatMap((i) =>
    Array.from({ length: 2 * PARTS + 1 }, (_, k) => (i - 1 + k / PARTS) / intervals),
  );
  // Places all but equal tell nothing, but for those where a minimum is known to be.
  const least = 0.9 / (intervals * PARTS);
  const taken: number[] = [];
  for (const u of closer.filter((u) => u >= 0 && u <= 1).sort((a, b) => a - b)) {
    const beside = Math.round(u * intervals) / intervals;
    const free = Math.abs(u - beside) >= least && u - (taken[taken.length - 1] ?? -1) >= least;
    if (free) taken.push(u);
  }
  const between = even.slice(1).map((u, i) => u - offMiddle(i) / intervals);
  const found = new Map(even.map((u, i) => [u, values[i]]));
  for (const u of [...known, ...taken, ...between]) {
    if (found.has(u)) continue;
    found.set(u, probe.at([u]));
    if (found.size % PAUSE === 0) yield;
  }
  const sorted = () => [...found].sort(([a], [b]) => a - b);
  let merged = sorted();
  let turns = turnsIn(values, probe.tolerance).length;
  let restless: boolean;
  for (let spent = 0; ;) {
    const seen = turnsIn(
      merged.map(([, value]) => value),
      probe.tolerance,
    );
    // One or two more than before may be a narrow valley, met by chance; many are the grid's own doing.
    restless = seen.length > turns + Math.max(2, 0.02 * turns);
    turns = seen.length;
    if (!restless || spent >= most) break;
    for (const i of seen) {
      for (const [from, to] of [
        [i - 1, i],
        [i, i + 1],
      ]) {
        if (from < 0 || to >= merged.length || spent >= most) continue;
        const u = merged[to][0] - offMiddle(spent) * (merged[to][0] - merged[from][0]);
        if (found.has(u)) continue;
        found.set(u, probe.at([u]));
        spent += 1;
        if (spent % PAUSE === 0) yield;
      }
    }
    merged = sorted();
  }
  return {
    points: merged.map(([u]): Point => [u]),
    t: merged.map(([u]) => u),
    values: merged.map(([, value]) => value),
    restless,
  };
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** A share of a gap, from a third to two thirds, never in step with its number. */
const offMiddle = (n: number): number => 1 / 3 + ((n * GOLDEN) % 1) / 3;

/** Places at which a sequence turns by more than `least`, up or down. */
function turnsIn(values: readonly number[], least: number): number[] {
  const turns: number[] = [];
  let [low, high] = [-1, -1];
  let rising: boolean | undefined;
  for (const [i, value] of values.entries()) {
    if (Number.isNaN(value)) continue;
    if (low < 0 || value < values[low]) low = i;
    if (high < 0 || value > values[high]) high = i;
    if (rising !== false && value < values[high] - least) {
      if (rising) turns.push(high);
      rising = false;
      low = i;
    } else if (rising !== true && value > values[low] + least) {
      if (rising === false) turns.push(low);
      rising = true;
      high = i;
    }
  }
  return turns;
}

function* evaluate(places: readonly number[], probe: Probe): Steps<number[]> {
  const values: number[] = [];
  for (const u of places) {
    values.push(probe.at([u]));
    if (values.length % PAUSE === 0) yield;
  }
  return values;
}

/** Grid points beside which a valley, a bump or a kink may be narrower than a cell: extrema, then the sharpest bends. */
function suspects(values: readonly number[]): number[] {
  const bends = values.flatMap((value, i) => {
    if (i === 0 || i + 1 === values.length) return [];
    const [before, after] = [value - values[i - 1], values[i + 1] - value];
    if (Number.isNaN(before + after)) return [];
    return [{ i, turns: before * after <= 0 && before !== after, bend: Math.abs(after - before) }];
  });
  const turning = bends.filter(({ turns }) => turns).sort((p, q) => q.bend - p.bend);
  const bent = bends.filter(({ turns }) => !turns).sort((p, q) => q.bend - p.bend);
  return [...turning.slice(0, PLACES / 2), ...bent.slice(0, PLACES / 2)].map(({ i }) => i);
}

/** @param rest see {@link Findings.look} */
export const restOf = (problem: Problem, intervals: number): number => {
  const cells = cellsOf(problem.space.dimensions[0]);
  return cells === Infinity ? 2 / intervals : 1 / cells;
};

/** Local minima of the sequence, each followed to its bottom between its neighbours by golden section (Kiefer 1953). */
export function minimaOf(line: Scanned, probe: Probe): Minima {
  const seen = line.values.flatMap((value, i) => (Number.isNaN(value) ? [] : [i]));
  const t = seen.map((i) => line.t[i]);
  const y = seen.map((i) => line.values[i]);
  const integer = cellsOf(probe.problem.space.dimensions[0]) !== Infinity;
  const found = localMinima({ t, y }, probe.tolerance).filter(
    (i, k, all) => k === 0 || t[i] - t[all[k - 1]] >= TOGETHER,
  );
  const spots = found.map((i): Spot => {
    const spot = { unit: [t[i]], value: y[i] };
    return integer ? spot : bottom(spot, t[i - 1] ?? t[i], t[i + 1] ?? t[i], probe);
  });
  spots.sort((a, b) => a.value - b.value || a.unit[0] - b.unit[0]);
  return {
    count: found.length,
    more: line.restless,
    proved: integer,
    starts: 0,
    spots: spots.slice(0, LISTED),
  };
}

const SECTIONS = 36;

function bottom(start: Spot, from: number, to: number, probe: Probe): Spot {
  let [lo, hi] = [from, to];
  let best = start;
  const probed = (u: number): number => {
    const value = probe.at([u]);
    if (value < best.value) best = { unit: [u], value };
    return value;
  };
  let [a, b] = [hi - GOLDEN * (hi - lo), lo + GOLDEN * (hi - lo)];
  let [fa, fb] = [probed(a), probed(b)];
  for (let n = 0; n < SECTIONS; n++) {
    if (fa < fb) {
      [hi, b, fb] = [b, a, fa];
      a = hi - GOLDEN * (hi - lo);
      fa = probed(a);
    } else {
      [lo, a, fa] = [a, b, fb];
      b = lo + GOLDEN * (hi - lo);
      fb = probed(b);
    }
  }
  return best;
}
