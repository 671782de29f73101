/** Marks of what happened in a run, on the axis of trials. */
import type { Series } from '../types.ts';

export interface MomentMark {
  trial: number;
  /** What happened: each kind has its own sign; one that is not known has a plain one. */
  kind: string;
  /** Whose moment it is. */
  series: Series;
  /** Of several that have no room beside each other, the heaviest is shown in full. */
  weight: number;
  /** What a tooltip says. */
  text: string;
}

/** Strokes in a square of 20, drawn upon a disc of radius 10. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  // A cross: thrown away.
  ['lost', 'M-3.6-3.6L3.6 3.6M3.6-3.6L-3.6 3.6'],
  // An arrow upwards: ahead of all.
  ['leader', 'M0 5V-4.5M-4-.8L0-4.8L4-.8'],
  // A ring around a point: near the goal.
  ['within', 'M-4.6 0A4.6 4.6 0 1 0 4.6 0A4.6 4.6 0 1 0 -4.6 0M-.6 0H.6'],
  // An arrow that turns back.
  ['restart', 'M-4.4-1.5A4.6 4.6 0 1 1 -3.2 3.4M-5.2-5V-1.2H-1.4'],
  // An empty box: nothing left.
  ['unused', 'M-3.6-3.6H3.6V3.6H-3.6Z'],
  ['surprise', 'M0-5V1M0 4.4V4.6'],
]);
export const signOf = (kind: string): string => SIGNS.get(kind) ?? 'M-3 0H3';

/**
 * Which marks there is room for in full: the heaviest first, of equally heavy ones the earlier. The others are ticks.
 * @param at px of each mark
 * @param room px that two of them keep between their middles
 */
export function shownInFull(
  marks: readonly Pick<MomentMark, 'weight'>[],
  at: (i: number) => number,
  room: number,
): boolean[] {
  const full = marks.map(() => false);
  const order = marks.map((_, i) => i).sort((a, b) => marks[b].weight - marks[a].weight || a - b);
  const taken: number[] = [];
  for (const i of order) {
    const x = at(i);
    if (taken.some((other) => Math.abs(other - x) < room)) continue;
    taken.push(x);
    full[i] = true;
  }
  return full;
}
