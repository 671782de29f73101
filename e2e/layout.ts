/** What a designer would not let pass: text that is cut, that leaves the page, or that lies over other text. */
import type { Page } from './test.ts';

/** In words, each once; runs in the page. */
function faults(): string[] {
  const found = new Set<string>();
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > innerWidth) found.add(`the page scrolls sideways: ${scrollWidth} > ${innerWidth}`);
  const words = (node: Node) => `“${node.textContent!.trim().replace(/\s+/g, ' ').slice(0, 60)}”`;

  /** What shows no text to anybody, or to those who listen. */
  const unseen = '.visually-hidden, [aria-hidden=true], title, desc, option, script, style, .skip, [inert]';
  interface Piece {
    element: Element;
    text: string;
    boxes: DOMRect[];
    /** What it lies in: layers may cover one another. */
    layer: Element | null;
  }
  const pieces: Piece[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement!;
    if (node.textContent!.trim() === '' || element.closest(unseen)) continue;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const clipped = (one: Element | null): boolean =>
      one !== null && (/inset\(50%\)/.test(getComputedStyle(one).clipPath) || clipped(one.parentElement));
    if (clipped(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    let boxes = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
    if (boxes.length === 0) continue;

    // Where a box ends that shows nothing beyond itself, or lets nobody scroll there.
    let layer: Element | null = null;
    const right = Math.max(...boxes.map((box) => box.right));
    const left = Math.min(...boxes.map((box) => box.left));
    let scrolls = false;
    for (let around: Element | null = element; around; around = around.parentElement) {
      const style = getComputedStyle(around);
      if (!layer && /fixed|sticky/.test(style.position)) layer = around;
      if (!layer && style.position === 'absolute' && style.zIndex !== 'auto') layer = around;
      const scroller = /auto|scroll/.test(style.overflowX);
      if (!scrolls && style.overflowX !== 'visible' && !(around instanceof SVGElement)) {
        const box = around.getBoundingClientRect();
        if (!scroller && (right > box.right + 1.5 || left < box.left - 1.5) && !around.hasAttribute('title'))
          found.add(`cut sideways: ${words(node)} in ${around.tagName.toLowerCase()}.${around.className}`);
      }
      scrolls ||= scroller;
      // What a box does not show lies over nothing: what it scrolls away, and what its title says in full.
      if (style.overflowX !== 'visible' && !(around instanceof SVGElement)) {
        const box = around.getBoundingClientRect();
        // Downwards, what is cut for good is a fault of its own.
        const [above, below] = /auto|scroll/.test(style.overflowY)
          ? [box.top, box.bottom]
          : [-Infinity, Infinity];
        boxes = boxes
          .map(({ left, right, top, bottom }) => ({
            left: Math.max(left, box.left),
            right: Math.min(right, box.right),
            top: Math.max(top, above),
            bottom: Math.min(bottom, below),
          }))
          .filter((one) => one.right - one.left > 2 && one.bottom - one.top > 2)
          .map((one) => new DOMRect(one.left, one.top, one.right - one.left, one.bottom - one.top));
      }
      if (/hidden|clip/.test(style.overflowY) && !scrolls && !(around instanceof SVGElement)) {
        const box = around.getBoundingClientRect();
        const bottom = Math.max(...boxes.map((one) => one.bottom));
        if (bottom > box.bottom + 3 && box.height > 1 && !around.hasAttribute('title'))
          found.add(`cut below: ${words(node)} in ${around.tagName.toLowerCase()}.${around.className}`);
      }
    }
    if (boxes.length === 0) continue;
    if (!scrolls && boxes.some((box) => box.right > innerWidth + 1 || box.left < -1))
      found.add(`leaves the page: ${words(node)}`);
    if (
      element instanceof SVGElement &&
      /…[›\s]*$/.test(node.textContent!) &&
      !element.querySelector('title')
    )
      found.add(`cut off: ${words(node)}`);
    pieces.push({ element, text: words(node), boxes, layer });
  }

  for (const [i, a] of pieces.entries())
    for (const b of pieces.slice(i + 1)) {
      if (a.layer !== b.layer || a.element.contains(b.element) || b.element.contains(a.element)) continue;
      for (const p of a.boxes)
        for (const q of b.boxes) {
          const across = Math.min(p.right, q.right) - Math.max(p.left, q.left);
          const down = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
          // A line's box is higher than its letters.
          if (across > 2 && down > Math.min(p.height, q.height) * 0.35)
            found.add(`${a.text} lies over ${b.text}`);
        }
    }
  return [...found];
}

export const layoutFaults = (page: Page): Promise<string[]> => page.evaluate(faults);
