import type { Page } from '@playwright/test';

/**
 * Goes to a place of the app, as by a link. A page that is open already is not loaded again: that is most of what a visit
 * costs. Once this returns, the app has taken the new address in.
 */
export async function visit(page: Page, hash: string) {
  if (!page.url().startsWith('http')) {
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
}
