/** Keyboard within a chart: one tab stop, arrows move among its samples. */

/** The position an arrow key leads to, or null where the key is not ours. */
export function rove(key: string, position: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(count - 1, position + 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(0, position - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** Handles a key on the sample at `position` of `nodes`: moves the focus or picks; keeps the key from the page. */
export function roveOnKey(
  event: KeyboardEvent,
  position: number,
  nodes: readonly SVGElement[],
  pick: (() => void) | undefined,
): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const next = rove(event.key, position, nodes.length);
  if (next !== null) nodes[next]?.focus();
  else if (event.key === 'Enter' && pick) pick();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
