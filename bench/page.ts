/** Whether the page stays usable: tasks over 50 ms on its thread while five strategies run and the clock plays. */
import { chromium, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import { ensureBrowser, launchArguments } from '../tools/browser.mjs';
import { heading, print, table } from './measure.ts';

const OBJECTIVES = ['forrester', 'branin', 'gbr-diabetes', 'hartmann6'];
const BUDGET = 60;

interface LongTasks {
  /** Durations in ms of the tasks over 50 ms that the browser reported. */
  longTasks: number[];
}

export async function page(): Promise<void> {
  heading(`Long tasks on the page's thread: five strategies, ${BUDGET} trials, the clock at 8×`);
  const { executablePath } = await ensureBrowser();
  await build({ logLevel: 'error' });
  const server = await preview({ logLevel: 'error', preview: { host: 'localhost', port: 4188 } });
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
    const rows = [['', 'until computed', 'until played', 'tasks over 50 ms', 'longest']];
    for (const objective of OBJECTIVES) rows.push(await measure(tab, objective));
    table(rows);
  } catch (error) {
    print(`The page could not be measured: ${(error as Error).message.split('\n')[0]}`);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Loads a trivial experiment first: what is measured is running, not loading. */
async function measure(tab: Page, objective: string): Promise<string[]> {
  await tab.goto('http://localhost:4188/#/lab?objective=quadratic&budget=1');
  await tab.reload();
  await settled(tab);
  await tab.getByTestId('transport').getByRole('combobox').selectOption('8');
  await tab.evaluate(() => ((window as unknown as LongTasks).longTasks = []));
  const started = Date.now();
  await tab.evaluate(
    (query) => (location.hash = query),
    `#/lab?objective=${objective}&budget=${BUDGET}&seed=1`,
  );
  await tab.getByTestId('panel-random').and(tab.locator('[data-trial="0"]')).waitFor();
  await tab.getByTestId('transport').getByRole('button', { name: /play/i }).click();
  await settled(tab);
  const computed = Date.now() - started;
  await tab.locator(`[data-testid=transport][data-trial="${BUDGET}"]`).waitFor({ timeout: 120_000 });
  const played = Date.now() - started;
  const tasks = await tab.evaluate(() => (window as unknown as LongTasks).longTasks);
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const longest = tasks.length > 0 ? `${Math.max(...tasks).toFixed(0)} ms` : 'none over 50 ms';
  return [objective, seconds(computed), seconds(played), String(tasks.length), longest];
}

const settled = (tab: Page) =>
  tab.waitForFunction(
    () =>
      document.querySelectorAll('[data-testid^=panel-]').length > 0 &&
      document.querySelectorAll('[data-testid^=panel-]:not([data-status=done])').length === 0,
    undefined,
    { timeout: 180_000 },
  );
