/** The size of a chart that fills its box, as the browser lays it out anyway. */
import type { Attachment } from 'svelte/attachments';

export interface Sizes {
  /** Px, whole. */
  width: number;
  tall: number;
  /** Height of ten ems: of the first child, which is there for that. */
  tenEms: number;
}

/** Ms of a frame in which charts are drawn in new sizes. */
const SHARE = 16;
let began: number | undefined;
/** @param share ms that drawing may take of a task, counted from where this was first asked in it */
export function hasTime(share = SHARE): boolean {
  if (began === undefined) {
    began = performance.now();
    setTimeout(() => (began = undefined));
  }
  return performance.now() - began < share;
}

/**
 * Sizes are not asked for: that lays all of a page out at once, again for every chart. The browser tells them after its layout.
 * What is drawn with the first ones comes in a task of its own. Later ones are heard within the frame, so that nothing is painted
 * in an old size, as long as drawing leaves time; the other charts come in tasks of their own.
 * @param tell what draws; the first child of the box is measured, too
 * @param atOnce whether the first ones are asked for: what is as high as its drawing would push away what stands below
 */
export const measuring =
  (tell: (sizes: Sizes) => void, atOnce = false): Attachment<HTMLElement> =>
  (box) => {
    const probe = box.firstElementChild!;
    const sizes: Sizes = { width: 0, tall: 0, tenEms: 0 };
    let later: ReturnType<typeof setTimeout> | undefined;
    let told = false;
    function draw() {
      told = true;
      tell({ ...sizes });
    }
    if (atOnce) {
      Object.assign(sizes, { width: box.clientWidth, tall: box.clientHeight, tenEms: probe.clientHeight });
      draw();
    }
    const observer = new ResizeObserver((entries) => {
      for (const { target, contentRect } of entries)
        if (target === probe) sizes.tenEms = Math.round(contentRect.height);
        else [sizes.width, sizes.tall] = [Math.round(contentRect.width), Math.round(contentRect.height)];
      clearTimeout(later);
      if (told && hasTime()) draw();
      else later = setTimeout(draw);
    });
    observer.observe(box);
    observer.observe(probe);
    return () => {
      clearTimeout(later);
      observer.disconnect();
    };
  };
