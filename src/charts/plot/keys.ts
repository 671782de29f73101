/** Keyboard of charts that are read along an axis or over a table. */
import { rove } from './roving.ts';

/** {@link rove}, and Page Up and Page Down for a tenth of the way; null where the key is not ours. */
export function along(key: string, position: number, count: number): number | null {
  const leap = Math.max(2, Math.round(count / 10));
  if (key === 'PageUp') return Math.max(0, position - leap);
  if (key === 'PageDown') return Math.min(count - 1, position + leap);
  return rove(key, position, count);
}

/** A cell of a table: row and column. */
export type Place = readonly [row: number, column: number];

const STEPS: ReadonlyMap<string, Place> = new Map([
  ['ArrowRight', [0, 1]],
  ['ArrowLeft', [0, -1]],
  ['ArrowDown', [1, 0]],
  ['ArrowUp', [-1, 0]],
]);

/** Where an arrow leads to in a table: the next cell that way that is there; null where the key is not ours. */
export function across(
  key: string,
  [row, column]: Place,
  filled: readonly (readonly boolean[])[],
): Place | null {
  if (key === 'Home' || key === 'End') {
    const cells = filled[row] ?? [];
    return [row, key === 'Home' ? cells.indexOf(true) : cells.lastIndexOf(true)];
  }
  const step = STEPS.get(key);
  if (!step) return null;
  for (let k = 1; ; k++) {
    const next: Place = [row + k * step[0], column + k * step[1]];
    const there = filled[next[0]]?.[next[1]];
    if (there === undefined) return [row, column];
    if (there) return next;
  }
}

/** A key that a chart has taken is kept from the page. */
export function taken(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

export const isPlain = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  !ctrlKey && !metaKey && !altKey;

/**
 * A key pressed on a chart that is read place by place: {@link along} leads to another of `count` places, Escape puts the
 * reading away, where there is one. The keys that it uses are kept from the page.
 */
export function steer(
  event: KeyboardEvent,
  position: number,
  count: number,
  go: (next: number) => void,
  leave: (() => void) | null,
): void {
  if (!isPlain(event)) return;
  const next = along(event.key, position, count);
  if (next !== null) go(next);
  else if (event.key === 'Escape' && leave) leave();
  else return;
  taken(event);
}
