/** Keyboard within a chart: one tab stop, arrows move among its samples, or other marks of numbered trials. */

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

/**
 * Handles a key on a focused mark: moves the focus among those of its kind in its chart, by trial number, or picks.
 * Such a key is kept from the page, whose clock listens to arrows too.
 */
export function roveOnKey(
  event: KeyboardEvent,
  pick: (() => void) | undefined,
  mark: 'sample' | 'moment' = 'sample',
): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const own = event.currentTarget as SVGElement;
  // Where plain arrows move a clock, wherever the focus is, Shift says that the samples are meant.
  if (own.closest('[data-keys=clock]') && event.key !== 'Enter' && !event.shiftKey) return;
  const samples = [...(own.ownerSVGElement?.querySelectorAll<SVGElement>(`[data-mark=${mark}]`) ?? [])].sort(
    (a, b) => Number(a.dataset.number) - Number(b.dataset.number),
  );
  const next = rove(event.key, samples.indexOf(own), samples.length);
  if (next !== null) samples[next].focus();
  else if (event.key === 'Enter' && pick) pick();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
