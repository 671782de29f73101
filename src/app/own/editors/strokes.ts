/**
 * From a stroke of the hand to the knots of a curve. Places are shares of the axis, heights are values; a curve has one
 * height at every place, so that where a stroke turns back, what was drawn last counts.
 */
import { MOST_KNOTS } from '#core/objectives/own/index.ts';
import { problemOf } from '#core/run.ts';

export type Knot = readonly [place: number, height: number];
/** As the objective holds them: places, then heights. */
export type Knots = readonly (readonly number[])[];

/** Places along the axis that are told apart while drawing. */
const COLUMNS = 400;
/** What lies beside a stroke stays as it was from here on, as a share of the axis. */
const BESIDE = 0.012;
/** Bends smaller than this share of the drawing's height, over a whole axis, are those of a hand and not meant. */
const TREMOR = 2e-4;

export const pairsOf = ([places, heights]: Knots): Knot[] => places.map((u, i) => [u, heights[i]]);
export const listsOf = (knots: readonly Knot[]): number[][] => [
  knots.map(([u]) => u),
  knots.map(([, y]) => y),
];

/** The curve through knots, as it is used: its height at a place. */
function drawnCurve(knots: Knots): (place: number) => number {
  const lists = knots.map((list) => [...list]);
  const problem = problemOf({ objective: { id: 'drawn', params: { knots: lists, space: '' } } });
  return (place) => problem.value([place]);
}

/** A stroke as one height per place it passed over, from left to right. */
export function heightsOver(stroke: readonly Knot[]): Knot[] {
  const heights = new Map<number, number>();
  const column = (u: number) => Math.round(Math.min(1, Math.max(0, u)) * COLUMNS);
  stroke.forEach(([u, y], i) => {
    const [to, [before, from]] = [
      column(u),
      i > 0 ? [stroke[i - 1][1], column(stroke[i - 1][0])] : [y, column(u)],
    ];
    const step = Math.sign(to - from);
    for (let at = from; at !== to; at += step) {
      if (at !== from) heights.set(at, before + ((y - before) * (at - from)) / (to - from));
    }
    heights.set(to, y);
  });
  return [...heights].sort(([a], [b]) => a - b).map(([at, y]) => [at / COLUMNS, y]);
}

/**
 * Visvalingam & Whyatt (1993), The Cartographic Journal 30(1): again and again the point goes whose triangle with its
 * neighbours is the smallest, until at most `most` are left and every triangle is larger than `least`. Both ends stay.
 */
export function simplify(points: readonly Knot[], most: number, least = 0): Knot[] {
  const left = [...points];
  const area = (i: number) => {
    const [[ax, ay], [bx, by], [cx, cy]] = [left[i - 1], left[i], left[i + 1]];
    return Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;
  };
  while (left.length > 2) {
    let smallest = 1;
    for (let i = 2; i < left.length - 1; i++) if (area(i) < area(smallest)) smallest = i;
    if (left.length <= most && area(smallest) > least) break;
    left.splice(smallest, 1);
  }
  return left;
}

/**
 * Draws a stroke over a curve: the part it passes over becomes the stroke's, the rest stays; a tap sets one knot.
 * @param height of the drawing, in values: how fine a hand is
 */
export function drawOver(curve: Knots, stroke: readonly Knot[], height: number): number[][] {
  const drawn = heightsOver(stroke);
  if (drawn.length === 0) return curve.map((list) => [...list]);
  const [from, to] = [drawn[0][0], drawn[drawn.length - 1][0]];
  const before = pairsOf(curve);
  const spared = (u: number) => u < from - BESIDE || u > to + BESIDE;
  const rest = before.filter(([u]) => spared(u));
  if (drawn.length > 1) {
    // The old curve ends beside the stroke, not at its next knot.
    const old = drawnCurve(curve);
    const near = (u: number) => rest.some(([other]) => Math.abs(other - u) < BESIDE);
    for (const u of [from - 2 * BESIDE, to + 2 * BESIDE]) {
      const within = u > curve[0][0] && u < curve[0][curve[0].length - 1];
      if (within && !near(u)) rest.push([u, old(u)]);
    }
  }
  const room = Math.max(8, MOST_KNOTS - rest.length);
  const fresh = simplify(drawn, room, TREMOR * height);
  const all = [...rest, ...fresh].sort(([a], [b]) => a - b);
  return listsOf(simplify(all, MOST_KNOTS).map(([u, y]) => [rounded(u, 1), rounded(y, height)]));
}

/** To a ten-thousandth of what is drawn on, so that links stay short. */
function rounded(value: number, of: number): number {
  const digits = Math.max(0, Math.min(12, 4 - Math.floor(Math.log10(of))));
  return Number(value.toFixed(digits)) + 0;
}

/** A knot more, where there is most room, on the curve as it is; undefined where there is none. */
export function withKnot(curve: Knots): number[][] | undefined {
  const knots = pairsOf(curve);
  if (knots.length >= MOST_KNOTS) return undefined;
  const edges = [0, ...curve[0], 1];
  const gaps = edges.slice(1).map((u, i) => u - edges[i]);
  const widest = gaps.indexOf(Math.max(...gaps));
  if (gaps[widest] < 0.002) return undefined;
  const [lo, hi] = [edges[widest], edges[widest + 1]];
  // At an end of the axis, the end itself.
  const u = widest === 0 ? 0 : widest === gaps.length - 1 ? 1 : Number(((lo + hi) / 2).toFixed(4));
  const height = drawnCurve(curve)(u);
  return listsOf([...knots, [u, Number(height.toPrecision(6))] as Knot].sort(([a], [b]) => a - b));
}
