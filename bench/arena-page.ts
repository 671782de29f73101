/** The built Arena in a browser, its long tasks counted: what the sections on it share. */
import { chromium, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import { ensureBrowser, launchArguments } from '../tools/browser.mjs';

const PORT = 4189;

interface LongTasks {
  /** Durations in ms of the tasks over 50 ms that the browser reported. */
  longTasks: number[];
}

/** Serves the app while `work` runs. @param open gives a fresh Arena, in a browser of its own */
export async function withArena(work: (open: () => Promise<Page>) => Promise<void>): Promise<void> {
  const { executablePath } = await ensureBrowser();
  await build({ logLevel: 'error' });
  const server = await preview({ logLevel: 'error', preview: { host: 'localhost', port: PORT } });
  const browser = await chromium.launch({ args: launchArguments, ...(executablePath && { executablePath }) });
  try {
    await work(async () => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      const tab = await context.newPage();
      await tab.addInitScript(() => {
        const seen = window as unknown as LongTasks;
        seen.longTasks = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) seen.longTasks.push(entry.duration);
        }).observe({ type: 'longtask' });
      });
      await tab.goto(`http://localhost:${PORT}/#/arena?lang=en`);
      await tab.locator('[data-testid=study][data-status=empty]').waitFor();
      return tab;
    });
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Durations in ms of the long tasks since the last call. */
export async function takeTasks(tab: Page): Promise<number[]> {
  // What the browser has seen is reported a little later.
  await tab.waitForTimeout(300);
  return tab.evaluate(() => (window as unknown as LongTasks).longTasks.splice(0));
}

/** How many, and the longest: two cells of a table. */
export const counted = (tasks: readonly number[]): [count: string, longest: string] => [
  String(tasks.length),
  tasks.length > 0 ? `${Math.max(...tasks).toFixed(0)} ms` : '–',
];
