/** Whether a page is set up before it gives its workers work: they would take the cores from it. */
import type { Page } from './test.ts';

/** Keeps what is seen on the page. */
type Watching = Window & { drawnFirst?: boolean };

/**
 * Watches, from before the page is opened.
 * @param request what workers are asked for
 * @param drawing a part of the page, by its selector
 * @returns tells whether the part was there when workers were first asked; undefined before
 */
export async function drawnFirst(page: Page, request: string, drawing: string) {
  await page.addInitScript(
    ([asked, part]) => {
      const { postMessage } = Worker.prototype;
      Worker.prototype.postMessage = function (...given: [{ request?: string }]) {
        const there = document.querySelector(part) !== null;
        if (given[0].request === asked) (window as Watching).drawnFirst ??= there;
        postMessage.apply(this, given);
      };
    },
    [request, drawing] as const,
  );
  return () => page.evaluate(() => (window as Watching).drawnFirst);
}
