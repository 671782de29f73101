/** Tasks over 50 ms on the page's thread, as the browser reports them, in the built app. */
import type { Page } from '@playwright/test';
import { noteLongTasks, withBuilds, type Build } from './builds.ts';
import { print } from './measure.ts';

const PORT = 4188;
export const ADDRESS = `http://localhost:${PORT}/`;

export interface OpenBuild extends Build {
  tab: Page;
}

/** A tab of each build, the earlier one last; a failure is said in a sentence. */
export async function inBuilds(
  parent: string | undefined,
  measure: (builds: OpenBuild[]) => Promise<void>,
): Promise<void> {
  try {
    await withBuilds(PORT, parent, async (builds, browser) => {
      const open: OpenBuild[] = [];
      for (const build of builds) {
        const tab = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
        await noteLongTasks(tab);
        open.push({ ...build, tab });
      }
      await measure(open);
    });
  } catch (error) {
    print(`The page could not be measured: ${(error as Error).message.split('\n')[0]}`);
  }
}

/** Builds the app, serves it and measures in one tab; a failure is said in a sentence. */
export const inBuiltApp = (measure: (tab: Page) => Promise<void>): Promise<void> =>
  inBuilds(undefined, ([{ tab }]) => measure(tab));

/** Every strategy has spent its budget. */
export const settled = (tab: Page) =>
  tab.waitForFunction(
    () =>
      document.querySelectorAll('[data-testid^=panel-]').length > 0 &&
      document.querySelectorAll('[data-testid^=panel-]:not([data-status=done])').length === 0,
    undefined,
    { timeout: 180_000 },
  );
