/**
 * Files that are dropped on the page. A file that nothing takes would be opened by the browser in place of the page: the
 * shell refuses that everywhere, and a field or a page claims what it takes.
 */

const claimed = new WeakSet<Event>();

/** A field took the files: the page leaves them alone. */
export const claim = (event: Event): void => void claimed.add(event);
export const isClaimed = (event: Event): boolean => claimed.has(event);

export const carriesFile = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') ?? false;
