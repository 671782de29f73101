import type { Page } from './test.ts';

/** A sweep: `npm test` leaves it out, see `tools/thorough.ts`. */
export const THOROUGH = { tag: '@thorough' };

/**
 * Goes to a place of the app, as by a link. A page that is open already is not loaded again: that is most of what a visit
 * costs. Once this returns, the app has taken the new address in.
 */
export async function visit(page: Page, hash: string) {
  if (!page.url().startsWith('http')) {
    // Code and texts for pages that nobody has asked for come at leisure: most of a second. Here they come when asked for;
    // `arrival.spec.ts` and whoever goes there without this waits for them.
    await page.addInitScript(() => (window.requestIdleCallback = () => 0));
    await page.goto(`/${hash}`);
    return;
  }
  await page.evaluate(
    (to) =>
      new Promise<void>((resolve) => {
        const before = location.href;
        addEventListener('hashchange', () => setTimeout(resolve), { once: true });
        location.hash = to;
        if (location.href === before) resolve();
      }),
    hash,
  );
  // What its problem needs may still be on its way: until it is there, the page is as it was.
  await page.locator('main:not([aria-busy=true])').waitFor();
}
