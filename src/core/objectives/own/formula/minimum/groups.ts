/** Boxes that may hold minimisers, by where they hang together: a group is a place, or a stretch of them. */
import { NARROWEST, split, type Box } from './bound.ts';
import type { Ground } from './downhill.ts';
import type { Point } from '../../../../types.ts';

/** In unit coordinates, also of whole numbers. */
export interface Group {
  lo: number[];
  hi: number[];
  boxes: Box[];
}

export const width = ({ lo, hi }: Pick<Group, 'lo' | 'hi'>): number =>
  Math.max(...lo.map((u, i) => hi[i] - u));

export const inside = (unit: Point, { lo, hi }: Pick<Group, 'lo' | 'hi'>, slack = 1e-9): boolean =>
  unit.every((u, i) => u >= lo[i] - slack && u <= hi[i] + slack);

function sidesOf({ dimensions }: Ground, { lo, hi }: Box): Pick<Group, 'lo' | 'hi'> {
  // From the middle of the first whole number's cell to that of the last: neighbours do not touch.
  const edge = (coordinate: number, i: number) => {
    const { kind, lo: first, hi: last } = dimensions[i];
    return kind === 'integer' ? (coordinate - first + 0.5) / (last - first + 1) : coordinate;
  };
  return { lo: lo.map(edge), hi: hi.map(edge) };
}

/** Boxes that share at least a point, and boxes that touch these, and so on. */
export function touching(ground: Ground, boxes: readonly Box[]): Group[] {
  const sides = boxes.map((box) => ({ box, ...sidesOf(ground, box) }));
  const left = new Set(sides);
  const groups: Group[] = [];
  for (const first of sides) {
    if (!left.delete(first)) continue;
    const members = [first];
    for (const member of members) {
      for (const other of left) {
        // Neighbours share an edge to the last digit.
        if (!member.lo.every((u, i) => u <= other.hi[i] && other.lo[i] <= member.hi[i])) continue;
        members.push(other);
        left.delete(other);
      }
    }
    groups.push({
      lo: first.lo.map((_, i) => Math.min(...members.map(({ lo }) => lo[i]))),
      hi: first.hi.map((_, i) => Math.max(...members.map(({ hi }) => hi[i]))),
      boxes: members.map(({ box }) => box),
    });
  }
  return groups;
}

/** A group this narrow has no parts that anybody could tell apart. */
const POINT = 1e-12;
/** Boxes of a group are split until they are narrower than it by so much. */
const FINER = 8;

/**
 * Takes a group apart, as long as smaller boxes show gaps in it, or that it is narrower than it looked: two minimisers may
 * lie beside each other, and boxes beside a minimiser are shut as soon as they are small enough.
 *
 * @param isOpen whether a box may hold a minimiser
 * @param isWhole whether it need not be split, being level
 * @param most boxes to look at
 */
export function* parted(
  ground: Ground,
  group: Group,
  isOpen: (box: Box) => boolean,
  isWhole: (box: Box) => boolean,
  most: number,
): Generator<void, Group[], void> {
  const done: Group[] = [];
  const waiting = [group];
  let looked = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const size = width(next);
    const target = Math.max(NARROWEST, size / FINER);
    if (size <= POINT || looked >= most) {
      done.push(next);
      continue;
    }
    const open: Box[] = [];
    const wide = [...next.boxes];
    let whole = true;
    for (let box = wide.pop(); box; box = wide.pop()) {
      const parts = looked < most && !isWhole(box) ? split(ground, box, target) : undefined;
      if (!parts) {
        open.push(box);
        continue;
      }
      whole = false;
      looked += 2;
      wide.push(...parts.filter(isOpen));
      yield;
    }
    const groups = touching(ground, open);
    // As wide as before, by boxes an eighth of it: all that is left is rounding, or level.
    const [only] = groups;
    if (whole || (groups.length === 1 && width(only) > 0.75 * size)) done.push(...groups);
    else waiting.push(...groups);
  }
  return done;
}
