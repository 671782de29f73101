import type { Attachment } from 'svelte/attachments';
import { on } from 'svelte/events';

/** What a tooltip says, and where: pixels of the chart. */
export interface Tip {
  x: number;
  y: number;
  text: string;
  /** Distance to keep from the point. */
  gap?: number | undefined;
  /** Beside the point, its top at `y`, on the side that has room: for lists that would hide what they are about. */
  beside?: boolean | undefined;
}

/**
 * What a tooltip says just now, by the chart's width and font size in px. It is asked again when data or room change: what
 * is pointed at stays the same, what is to be said of it need not.
 */
export type TipOf = (width: number, type: number) => Tip | null;

/** Whose tooltip it is. */
export interface Told {
  tip: TipOf | null;
}

/** A mark that says what it is while it is pointed at or has the focus, and no longer than it is there. */
export const telling =
  (told: Told, of: TipOf): Attachment<Element> =>
  (node) => {
    const say = () => (told.tip = of);
    const hush = () => {
      if (told.tip === of) told.tip = null;
    };
    const off = [on(node, 'pointerenter', say), on(node, 'pointerleave', hush)];
    // A listener alone would make a shape focusable: marks that are read in another way are not to be.
    if (node.hasAttribute('tabindex')) off.push(on(node, 'focus', say), on(node, 'blur', hush));
    return () => {
      for (const one of off) one();
      hush();
    };
  };
