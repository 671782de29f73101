/** The built Arena in a browser, its long tasks counted: what the sections on it share. */
import type { Page } from '@playwright/test';
import { kept, noteLongTasks, withBuilds } from './builds.ts';

const PORT = 4191;

export interface OpenArena {
  title: string;
  /** A fresh Arena, in a browser of its own. */
  open: () => Promise<Page>;
}

/**
 * Serves the app while `work` runs.
 * @param parent a folder with the build of an earlier commit, which comes last
 */
export const withArena = (
  parent: string | undefined,
  work: (arenas: OpenArena[]) => Promise<void>,
): Promise<void> =>
  withBuilds(PORT, parent, (builds, browser) =>
    work(
      builds.map(({ title, address }) => ({
        title,
        open: async () => {
          const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
          const tab = await context.newPage();
          await noteLongTasks(tab);
          await tab.goto(`${address}#/arena?lang=en`);
          await tab.locator('[data-testid=study][data-status=empty]').waitFor();
          await kept(tab);
          return tab;
        },
      })),
    ),
  );
