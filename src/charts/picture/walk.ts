/**
 * A part of the page as marks of a picture: its drawings, maps, words and boxes, where they stand. What is only there to be
 * pressed, or to be heard, is no part of it.
 */
import { drawBox, drawChosen, drawWords, type Canvas } from './html-marks.ts';
import { node } from './node.ts';
import { svgCopy } from './svg-copy.ts';

export interface Walk {
  /** Of controls: what is drawn nevertheless, as its words. */
  kept?: string | undefined;
  /** What is left out, with all in it. */
  without?: string | undefined;
  /** All that could be scrolled to is drawn, too. */
  unrolled?: boolean | undefined;
}

export interface Extent {
  top: number;
  right: number;
  bottom: number;
}

const CONTROLS =
  'button, input, select, textarea, summary, details, dialog, script, style, [role=tooltip], .tooltip, .probe';

/**
 * @param at px in the picture where the element's left upper corner stands
 * @returns how far the marks reach, in px of the picture
 */
export function* walk(
  element: HTMLElement,
  root: Element,
  at: { x: number; y: number },
  { kept, without, unrolled = false }: Walk,
): Generator<void, Extent> {
  const origin = element.getBoundingClientRect();
  let names = 0;
  const base: Canvas = {
    root,
    left: origin.left - at.x,
    top: origin.top - at.y,
    unique: () => `picture-${++names}`,
  };
  const extent = { top: Infinity, right: at.x, bottom: at.y };
  yield* children(element, base, undefined);
  return extent;

  function reach(top: number, right: number, bottom: number): void {
    extent.top = Math.min(extent.top, top);
    extent.right = Math.max(extent.right, right);
    extent.bottom = Math.max(extent.bottom, bottom);
  }

  function* children(parent: Element, canvas: Canvas, within: DOMRect | undefined): Generator<void, void> {
    const style = getComputedStyle(parent);
    for (const child of parent.childNodes) {
      if (child instanceof Text) {
        if (style.visibility !== 'visible') continue;
        for (const { top, right, bottom } of drawWords(canvas, child, style, within))
          reach(top - canvas.top, right - canvas.left, bottom - canvas.top);
      } else if (child instanceof Element) yield* one(child, canvas, within);
    }
  }

  function* one(child: Element, canvas: Canvas, within: DOMRect | undefined): Generator<void, void> {
    if (without && child.matches(without)) return;
    const wanted = kept !== undefined && child.matches(kept);
    const style = getComputedStyle(child);
    if (child instanceof HTMLSelectElement && style.display !== 'none') {
      const { left, top, width, height } = child.getBoundingClientRect();
      drawChosen(canvas, child, style, { x: left - canvas.left, y: top - canvas.top, width, height });
    }
    if (!wanted && child.matches(CONTROLS)) return;
    if (style.display === 'none' || style.opacity === '0' || isForEars(style)) return;
    const { left, top, width, height } = child.getBoundingClientRect();
    const box = { x: left - canvas.left, y: top - canvas.top, width, height };
    if (child instanceof SVGSVGElement) {
      if (width === 0 || height === 0 || style.visibility !== 'visible') return;
      canvas.root.append(yield* svgCopy(child, box));
      return reach(box.y, box.x + width, box.y + height);
    }
    if (child instanceof HTMLCanvasElement) {
      if (width === 0 || height === 0 || child.width === 0) return;
      canvas.root.append(node('image', { ...box, href: child.toDataURL(), preserveAspectRatio: 'none' }));
      return reach(box.y, box.x + width, box.y + height);
    }
    if (!(child instanceof HTMLElement)) return;
    yield;
    if (style.visibility === 'visible' && style.display !== 'contents' && !wanted) {
      drawBox(canvas, style, box);
    }
    const inner = cutTo(child, style, { ...canvas, root: canvas.root }, box);
    yield* children(child, inner.canvas, inner.cut ? child.getBoundingClientRect() : within);
  }

  /** What reaches beyond a box that lets nothing out is cut off there; what can be scrolled is unrolled, if that is asked for. */
  function cutTo(
    child: HTMLElement,
    style: CSSStyleDeclaration,
    canvas: Canvas,
    box: { x: number; y: number; width: number; height: number },
  ) {
    const letsOut = style.overflowX === 'visible' && style.overflowY === 'visible';
    const over = child.scrollWidth > child.clientWidth + 1 || child.scrollHeight > child.clientHeight + 1;
    if (letsOut || !over) return { canvas, cut: false };
    const scrolls = /auto|scroll/.test(style.overflowX + style.overflowY);
    if (scrolls && unrolled)
      return {
        canvas: { ...canvas, left: canvas.left - child.scrollLeft, top: canvas.top - child.scrollTop },
        cut: false,
      };
    const id = canvas.unique();
    const clip = node('clipPath', { id });
    clip.append(node('rect', box));
    const group = node('g', { 'clip-path': `url(#${id})` });
    canvas.root.append(clip, group);
    return { canvas: { ...canvas, root: group }, cut: true };
  }
}

/** Words that are only read out. */
const isForEars = ({ position, width, height, overflow }: CSSStyleDeclaration): boolean =>
  position === 'absolute' && width === '1px' && height === '1px' && overflow === 'hidden';
