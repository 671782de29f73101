/** Tasks over 50 ms on the page's thread, as the browser reports them, in the built app. */
import { chromium, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import { ensureBrowser, launchArguments } from '../tools/browser.mjs';
import { print } from './measure.ts';

const PORT = 4188;
export const ADDRESS = `http://localhost:${PORT}/`;

interface LongTasks {
  /** Durations in ms. */
  longTasks: number[];
}

/** Builds the app, serves it and measures in one tab; a failure is said in a sentence. */
export async function inBuiltApp(measure: (tab: Page) => Promise<void>): Promise<void> {
  const { executablePath } = await ensureBrowser();
  await build({ logLevel: 'error' });
  const server = await preview({ logLevel: 'error', preview: { host: 'localhost', port: PORT } });
  const browser = await chromium.launch({ args: launchArguments, ...(executablePath && { executablePath }) });
  try {
    const tab = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    await tab.addInitScript(() => {
      const seen = window as unknown as LongTasks;
      seen.longTasks = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.longTasks.push(entry.duration);
      }).observe({ type: 'longtask' });
    });
    await measure(tab);
  } catch (error) {
    print(`The page could not be measured: ${(error as Error).message.split('\n')[0]}`);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** How many long tasks since the last call, and the longest; starts counting anew. */
export async function takeTasks(tab: Page): Promise<[count: string, longest: string]> {
  // What the browser has seen is reported a little later.
  await tab.waitForTimeout(300);
  const tasks = await tab.evaluate(() => (window as unknown as LongTasks).longTasks.splice(0));
  return [String(tasks.length), tasks.length > 0 ? `${Math.max(...tasks).toFixed(0)} ms` : '–'];
}

/** Every strategy has spent its budget. */
export const settled = (tab: Page) =>
  tab.waitForFunction(
    () =>
      document.querySelectorAll('[data-testid^=panel-]').length > 0 &&
      document.querySelectorAll('[data-testid^=panel-]:not([data-status=done])').length === 0,
    undefined,
    { timeout: 180_000 },
  );
