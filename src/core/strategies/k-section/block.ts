/**
 * What is left of one hyperparameter, and where k probes cut it. Real ones are bracketed in unit coordinates by probes
 * that were beaten (or the ends of the range); integer ones by their values, where a beaten value leaves the bracket.
 */
import { fromValue, toValue, type Dimension } from '../../space.ts';

/** A bracket this narrow (unit coordinates) has reached the resolution of floating-point numbers. */
const RESOLUTION = 1e-14;

export interface Block {
  /** Its positions are whole values, and a bracket is the values that are left. */
  whole: boolean;
  /** Ends of the bracket in the block's own positions. */
  lo: number;
  hi: number;
  /** At most k new positions, ascending, that cut the bracket evenly around the one that is known already. */
  cuts: (k: number, known: number | undefined) => number[];
  /** Keeps what lies between the neighbours of the best of the positions (ascending). */
  keep: (positions: readonly number[], best: number) => void;
  /** A position's unit coordinate, and its hyperparameter value. */
  unit: (position: number) => number;
  value: (position: number) => number;
  /** The position of a unit coordinate. */
  position: (unit: number) => number;
  /** The bracket in unit coordinates. */
  bracket: () => { lo: number; hi: number };
}

export const makeBlock = (dimension: Dimension): Block =>
  dimension.kind === 'integer' ? integerBlock(dimension) : realBlock(dimension);

function realBlock(dimension: Dimension): Block {
  const block: Block = {
    whole: false,
    lo: 0,
    hi: 1,
    cuts(k, known) {
      const { lo, hi } = block;
      if (hi - lo < RESOLUTION) return [];
      const positions =
        known === undefined
          ? between(lo, hi, k)
          : [
              ...between(lo, known, shareOf(k, known - lo, hi - known)),
              ...between(known, hi, k - shareOf(k, known - lo, hi - known)),
            ];
      return positions.filter(
        (position, i) => position > lo && position < hi && position !== positions[i - 1],
      );
    },
    keep(positions, best) {
      const at = positions.indexOf(best);
      block.lo = positions[at - 1] ?? block.lo;
      block.hi = positions[at + 1] ?? block.hi;
    },
    unit: (position) => position,
    value: (position) => toValue(dimension, position),
    position: (unit) => unit,
    bracket: () => ({ lo: block.lo, hi: block.hi }),
  };
  return block;
}

function integerBlock(dimension: Dimension): Block {
  const cells = dimension.hi - dimension.lo + 1;
  /** Lower edge of a value's cell. */
  const edge = (value: number) => (value - dimension.lo) / cells;
  const block: Block = {
    whole: true,
    lo: dimension.lo,
    hi: dimension.hi,
    cuts(k, known) {
      const { lo, hi } = block;
      if (known === undefined) return among(lo, hi, k);
      const below = known - lo;
      const above = hi - known;
      // What one side cannot use goes to the other.
      const left = Math.min(below, Math.max(shareOf(k, below, above), k - above));
      return [...among(lo, known - 1, left), ...among(known + 1, hi, k - left)];
    },
    keep(positions, best) {
      const at = positions.indexOf(best);
      block.lo = at > 0 ? positions[at - 1] + 1 : block.lo;
      block.hi = at < positions.length - 1 ? positions[at + 1] - 1 : block.hi;
    },
    unit: (position) => fromValue(dimension, position),
    value: (position) => position,
    position: (unit) => toValue(dimension, unit),
    bracket: () => ({ lo: edge(block.lo), hi: edge(block.hi + 1) }),
  };
  return block;
}

/** How many of k go to the left of two parts, in proportion to their lengths; a half goes left, rounding or not. */
const shareOf = (k: number, left: number, right: number): number =>
  left + right > 0 ? Math.floor((k * left) / (left + right) + 0.5 + 1e-9) : 0;

/** k points that cut the open interval into equal parts. */
const between = (lo: number, hi: number, k: number): number[] =>
  Array.from({ length: k }, (_, i) => lo + ((hi - lo) * (i + 1)) / (k + 1));

/** k different ones of the values lo … hi, evenly spread; all of them where there are no more. */
function among(lo: number, hi: number, k: number): number[] {
  const count = Math.max(0, hi - lo + 1);
  if (k >= count) return Array.from({ length: count }, (_, i) => lo + i);
  return Array.from({ length: k }, (_, i) => lo + Math.floor((count * (i + 1)) / (k + 1)));
}
