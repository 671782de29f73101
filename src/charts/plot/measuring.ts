/** The size of a chart that fills its box, as the browser lays it out anyway. */
import type { Attachment } from 'svelte/attachments';

export interface Sizes {
  /** Px, whole. */
  width: number;
  tall: number;
  /** Height of ten ems: of the first child, which is there for that. */
  tenEms: number;
}

/**
 * Reading a size while a page is being built lays all of it out at once, again for every chart. So the browser is waited for:
 * it tells the first sizes after its layout, and what is drawn then comes in a task of its own. Later ones are told within the
 * frame, so that nothing is painted in an old size.
 */
export const measuring =
  (tell: (sizes: Sizes) => void): Attachment<HTMLElement> =>
  (box) => {
    const probe = box.firstElementChild;
    if (!probe) throw new Error('A chart is measured by its first child, which is missing.');
    const sizes = (): Sizes => ({
      width: box.clientWidth,
      tall: box.clientHeight,
      tenEms: probe.clientHeight,
    });
    let first: ReturnType<typeof setTimeout> | undefined;
    let told = false;
    const observer = new ResizeObserver(() => {
      if (told) return tell(sizes());
      clearTimeout(first);
      first = setTimeout(() => {
        told = true;
        tell(sizes());
      });
    });
    observer.observe(box);
    observer.observe(probe);
    return () => {
      clearTimeout(first);
      observer.disconnect();
    };
  };
