/**
 * What is true of the morphing curve at any setting of its dials: decided by bounds on its derivatives, piece by piece, so
 * that a “yes” holds between all points and a “no” has a place. Where bounds cannot tell, within some 10⁻⁸ of the setting at
 * which a property is lost, nothing is said (null).
 */
import type { Interval } from '../../math/interval.ts';
import type { Facts, Optimum } from '../../types.ts';
import { boundsOn, dialledCurve, piecesOf, valleyAt, type Bounds, type Dials, type Piece } from './curve.ts';

/** Rounding of a slope or a bend is below this share of what the curve's parts have of it. */
const SLACK = 1e-12;
const MOST_BOXES = 20_000;

/** Bounds of the slope, by the slope in the middle and the bend as well: these tighten with the square of the length. */
function slopeOn(dials: Dials, piece: Piece, lo: number, hi: number): Bounds {
  const bounds = boundsOn(dials, piece, lo, hi);
  const half = (hi - lo) / 2;
  const [middle] = boundsOn(dials, piece, lo + half, lo + half).slope;
  const most = half * Math.max(Math.abs(bounds.bend[0]), Math.abs(bounds.bend[1]));
  const slope: Interval = [
    Math.max(bounds.slope[0], middle - most),
    Math.min(bounds.slope[1], middle + most),
  ];
  return { ...bounds, slope };
}

/** Whether something is nowhere below 0 on an interval: bounded, and halved where the bounds leave it open. */
function nowhereNegative(
  bound: (lo: number, hi: number) => Interval,
  lo: number,
  hi: number,
): boolean | null {
  const open: [number, number][] = [[lo, hi]];
  for (let boxes = 0; open.length > 0; boxes++) {
    if (boxes > MOST_BOXES) return null;
    const [a, b] = open.pop()!;
    const [low, high] = bound(a, b);
    const slack = SLACK * (1 + Math.abs(low) + Math.abs(high));
    if (low >= -slack) continue;
    if (high < -slack) return false;
    const middle = (a + b) / 2;
    const [, here] = bound(middle, middle);
    if (here < -slack) return false;
    open.push([middle, b], [a, middle]);
  }
  return true;
}

/** All of them; null where one is not known and none is false. */
function every<T>(items: readonly T[], holds: (item: T) => boolean | null): boolean | null {
  let all: boolean | null = true;
  for (const item of items) {
    const one = holds(item);
    if (one === false) return false;
    if (one === null) all = null;
  }
  return all;
}

export function factsOf(dials: Dials): Facts {
  const pieces = piecesOf(dials);
  return {
    convex: isConvex(dials, pieces),
    unimodal: every(pieces, (piece) => rises(dials, piece)),
    separable: true,
    smooth: isSmooth(dials, pieces),
  };
}

/** Whether the curve only rises away from m. The cliff is a step up, wherever it stands. */
function rises(dials: Dials, piece: Piece): boolean | null {
  if (piece.resting && piece.dent === null) return false;
  return nowhereNegative(
    (lo, hi) => {
      const { slope, bend } = slopeOn(dials, piece, lo, hi);
      const touches = piece.right ? lo === dials.minimum : hi === dials.minimum;
      // The slope starts at 0 there; what decides is whether it grows.
      if (touches && bend[0] > 0) return [0, Infinity];
      return piece.right ? slope : [-slope[1], -slope[0]];
    },
    piece.lo,
    piece.hi,
  );
}

/** One-sided slopes where two pieces meet, and whether the curve jumps there. */
const joints = (dials: Dials, pieces: readonly Piece[]) =>
  pieces.slice(1).map((next, i) => {
    const before = pieces[i];
    const [left, right] = [
      boundsOn(dials, before, before.hi, before.hi),
      boundsOn(dials, next, next.lo, next.lo),
    ];
    return { left: left.slope[0], right: right.slope[0], jumps: before.lifted !== next.lifted };
  });

function isConvex(dials: Dials, pieces: readonly Piece[]): boolean | null {
  const kinked = joints(dials, pieces).some(
    ({ left, right, jumps }) => jumps || right < left - 1e-9 * (1 + Math.abs(left)),
  );
  if (kinked) return false;
  return every(pieces, (piece) =>
    nowhereNegative((lo, hi) => boundsOn(dials, piece, lo, hi).bend, piece.lo, piece.hi),
  );
}

const isSmooth = (dials: Dials, pieces: readonly Piece[]): boolean =>
  joints(dials, pieces).every(
    ({ left, right, jumps }) => !jumps && Math.abs(right - left) <= 1e-9 * (1 + Math.abs(left)),
  );

/** |value − true minimum| at most, where the search for it ends as it should. */
const TOLERANCE = 1e-12;

/** Exact up to a second valley as deep as the first; beyond, found by branch and bound, which bounds what it leaves out. */
export function optimumOf(dials: Dials): Optimum {
  const { minimum, valley } = dials;
  const value = dialledCurve(dials);
  if (valley <= 1) {
    const floor = valleyAt(dials);
    const floors = valley < 1 ? [] : floor === 1 ? [0, 1] : [floor];
    const at = [minimum, ...floors.filter((x) => value(x) === 0)].sort((a, b) => a - b);
    return { value: 0, at: at.map((x) => [x]), kind: 'exact', tolerance: TOLERANCE };
  }
  const { best, at, bound } = lowest(dials, value);
  const tolerance = Math.max(TOLERANCE, best - bound);
  return { value: best, at: at.map((x) => [x]), kind: 'numeric', tolerance };
}

/**
 * The lowest points of the valley, or m where they are no lower. A box is given up where its bounds hold nothing below the
 * best value known; where it rises or falls throughout its ends count; where it is convex its one lowest point does.
 */
function lowest(dials: Dials, value: (x: number) => number) {
  let best = 0;
  let found = [dials.minimum];
  const see = (x: number) => {
    const y = value(x);
    if (y > best + TOLERANCE / 2) return;
    const known = found.filter((other) => value(other) <= y + TOLERANCE / 2 && Math.abs(other - x) > 1e-6);
    const twin = found.find((other) => Math.abs(other - x) <= 1e-6);
    found = [...known, twin !== undefined && value(twin) < y ? twin : x];
    best = Math.min(best, y);
  };
  const open = piecesOf(dials)
    .filter(({ dent }) => dent !== null)
    .map((piece) => ({ piece, lo: piece.lo, hi: piece.hi }));
  // A good value to begin with gives up most boxes at first sight.
  for (const { lo, hi } of open) for (let i = 0; i <= 16; i++) see(lo + ((hi - lo) * i) / 16);
  for (let boxes = 0; open.length > 0 && boxes < MOST_BOXES; boxes++) {
    const { piece, lo, hi } = open.pop()!;
    const { value: range, slope, bend } = slopeOn(dials, piece, lo, hi);
    const middle = (lo + hi) / 2;
    const steepest = Math.max(Math.abs(slope[0]), Math.abs(slope[1]));
    const least = Math.max(range[0], value(middle) - steepest * (middle - lo));
    if (least > best || hi - lo < 1e-13) continue;
    see(lo);
    see(hi);
    if (slope[0] >= 0 || slope[1] <= 0) continue;
    if (bend[0] > 0) see(turn(dials, piece, lo, hi));
    else open.push({ piece, lo, hi: middle }, { piece, lo: middle, hi });
  }
  const bound = Math.min(best, ...open.map(({ piece, lo, hi }) => boundsOn(dials, piece, lo, hi).value[0]));
  return { best, at: found.sort((a, b) => a - b), bound };
}

/** Where the slope changes its sign, once, by halving. */
function turn(dials: Dials, piece: Piece, lo: number, hi: number): number {
  for (let step = 0; step < 60; step++) {
    const middle = (lo + hi) / 2;
    if (boundsOn(dials, piece, middle, middle).slope[0] < 0) lo = middle;
    else hi = middle;
  }
  return (lo + hi) / 2;
}
