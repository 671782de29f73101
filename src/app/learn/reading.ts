/** Which section the reader is at: the one that a line across the window goes through. */

/** Where the line is, as a share of the window's height: below the figure, where that stands above the text. */
const LINE = { beside: 0.4, above: 0.68 };

/**
 * @param article holds an element `section-<id>` for each section
 * @param above the figure stands above the text
 * @param reached may be told the same one again
 * @returns what ends it
 */
export function watchSections(
  article: HTMLElement,
  above: boolean,
  ids: readonly string[],
  reached: (id: string) => void,
): () => void {
  const at = 100 * LINE[above ? 'above' : 'beside'];
  const on = new Set<string>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const id = (target as HTMLElement).dataset.section!;
        if (isIntersecting) on.add(id);
        else on.delete(id);
      }
      // Two meet at the line: the reader has come to the later one.
      const last = ids.findLast((id) => on.has(id));
      if (last !== undefined) reached(last);
    },
    { rootMargin: `-${at}% 0px -${100 - at}% 0px` },
  );
  for (const id of ids) {
    const element = article.querySelector(`#section-${id}`);
    if (element) observer.observe(element);
  }
  return () => observer.disconnect();
}
