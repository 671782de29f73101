/**
 * A bracket on one hyperparameter. Real ones are bracketed in unit coordinates; integer ones by their values,
 * where a bracket is a set of values and the loser of a comparison leaves it too.
 */
import { fromValue, toValue, type Dimension } from '../../space.ts';
import type { Rule } from './rules.ts';

/** A bracket this narrow (unit coordinates) has reached the resolution of floating-point numbers. */
export const RESOLUTION = 1e-14;
/** Two probes of a pair stand at least this far apart: closer, rounding makes them one point and their order chance. */
const APART = 1e-15;

export interface Line {
  /** Ends of the bracket in the line's own positions. */
  lo: number;
  hi: number;
  /** Nothing is left to compare. */
  resolved: () => boolean;
  /** Positions of the next pair. */
  probes: (rule: Rule, left: number) => [left: number, right: number];
  /** Cuts off what lies beyond the right probe (or before the left one); returns what was thrown away, in unit coordinates. */
  cut: (side: 'right' | 'left', at: readonly [left: number, right: number]) => { lo: number; hi: number };
  /** What a cut would throw away, asked before it is made, as hyperparameter values; integers inclusive. */
  gone: (side: 'right' | 'left', at: readonly [left: number, right: number]) => [from: number, to: number];
  /** A position's unit coordinate. */
  unit: (position: number) => number;
  /** A position's hyperparameter value. */
  value: (position: number) => number;
  /** The bracket in unit coordinates. */
  bracket: () => { lo: number; hi: number };
}

export const makeLine = (dimension: Dimension): Line =>
  dimension.kind === 'integer' ? integerLine(dimension) : realLine(dimension);

function realLine(dimension: Dimension): Line {
  const value = (position: number) => toValue(dimension, position);
  const line: Line = {
    lo: 0,
    hi: 1,
    resolved: () => line.hi - line.lo < RESOLUTION,
    probes(rule, left) {
      const [a, b] = rule.probes(left);
      const width = line.hi - line.lo;
      if ((b - a) * width >= APART) return [line.lo + a * width, line.lo + b * width];
      const middle = line.lo + ((a + b) / 2) * width;
      return [middle - APART / 2, middle + APART / 2];
    },
    cut(side, [left, right]) {
      const cut = side === 'right' ? { lo: right, hi: line.hi } : { lo: line.lo, hi: left };
      if (side === 'right') line.hi = right;
      else line.lo = left;
      return cut;
    },
    gone: (side, [left, right]) =>
      side === 'right' ? [value(right), value(line.hi)] : [value(line.lo), value(left)],
    unit: (position) => position,
    value,
    bracket: () => ({ lo: line.lo, hi: line.hi }),
  };
  return line;
}

function integerLine(dimension: Dimension): Line {
  const cells = dimension.hi - dimension.lo + 1;
  /** Lower edge of a value's cell. */
  const edge = (value: number) => (value - dimension.lo) / cells;
  const line: Line = {
    lo: dimension.lo,
    hi: dimension.hi,
    resolved: () => line.hi <= line.lo,
    probes(rule, left) {
      const [a, b] = rule.probes(left);
      const width = line.hi - line.lo;
      const first = Math.min(line.hi - 1, line.lo + Math.round(a * width));
      return [first, Math.max(first + 1, line.lo + Math.round(b * width))];
    },
    cut(side, [left, right]) {
      const before = line.bracket();
      if (side === 'right') line.hi = right - 1;
      else line.lo = left + 1;
      const after = line.bracket();
      return side === 'right' ? { lo: after.hi, hi: before.hi } : { lo: before.lo, hi: after.lo };
    },
    gone: (side, [left, right]) => (side === 'right' ? [right, line.hi] : [line.lo, left]),
    unit: (position) => fromValue(dimension, position),
    value: (position) => position,
    bracket: () => ({ lo: edge(line.lo), hi: edge(line.hi + 1) }),
  };
  return line;
}
