/** Which section the reader is at: the one that a line across the window goes through. */

/** Where the line is, as a share of the window's height: below the figure, where that stands above the text. */
const LINE = { beside: 0.4, above: 0.68 };

/** Whoever scrolls by does not want every figure on the way: a section is reached when it has been there so long, in ms. */
const DWELL = 100;

/**
 * @param article holds an element with `data-section` for each section, and what leads to the first one is of it
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
  const on = new Set<Element>();
  let dwelling: ReturnType<typeof setTimeout> | undefined;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) on.add(target);
        else on.delete(target);
      }
      const there = new Set([...on].map((element) => (element as HTMLElement).dataset.section));
      // Two meet at the line: the reader has come to the later one.
      const last = ids.findLast((id) => there.has(id));
      clearTimeout(dwelling);
      if (last !== undefined) dwelling = setTimeout(() => reached(last), DWELL);
    },
    { rootMargin: `-${at}% 0px -${100 - at}% 0px` },
  );
  for (const element of article.querySelectorAll('[data-section]')) observer.observe(element);
  return () => {
    clearTimeout(dwelling);
    observer.disconnect();
  };
}
