/**
 * Playwright's `test`, for the app as it is built: no page may break its policy (`tools/policy.ts`) or ask another origin for
 * anything. Whatever a test is about, it fails where one does.
 */
import { expect, test as base, type BrowserContext } from '@playwright/test';

export * from '@playwright/test';

/** How browsers say in their console that a policy was broken. */
const BROKEN = /Content.Security.Policy|Trusted ?(Type|HTML|Script)/i;

function watch(context: BrowserContext, broken: string[]): void {
  context.on('console', (message) => {
    if (BROKEN.test(message.text())) broken.push(message.text());
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    // What a page has made itself has no origin of its own.
    if (/^https?:$/.test(url.protocol) && url.hostname !== 'localhost') broken.push(`asked for ${url.href}`);
  });
}

/** Whether the test that runs has the app kept in the browser; see `serviceWorkers` in `playwright.config.ts`. */
let kept = false;

export const test = base.extend<{ broken: string[] }, { everyContext: string[] }>({
  everyContext: [
    async ({ browser }, use) => {
      const broken: string[] = [];
      const make = browser.newContext.bind(browser);
      browser.newContext = async (...options) => {
        const context = await make(...options);
        watch(context, broken);
        // As in a browser that has none: one that Playwright blocks says so in the console.
        if (!kept)
          await context.addInitScript(() =>
            Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined }),
          );
        return context;
      };
      await use(broken);
    },
    { scope: 'worker', auto: true },
  ],
  /** What broke the policy since the test began; who has looked may empty it. */
  broken: [
    async ({ everyContext, serviceWorkers }, use) => {
      kept = serviceWorkers !== 'block';
      everyContext.length = 0;
      await use(everyContext);
      expect(everyContext).toEqual([]);
    },
    { auto: true },
  ],
});
