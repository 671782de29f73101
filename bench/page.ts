/** Whether the page stays usable: tasks over 50 ms on its thread while five strategies run and the clock plays. */
import { chromium, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import { ensureBrowser, launchArguments } from '../tools/browser.mjs';
import { heading, print, table } from './measure.ts';

const OBJECTIVES = ['forrester', 'branin', 'gbr-diabetes', 'hartmann6'];
const BUDGET = 60;
const PORT = 4188;

interface LongTasks {
  /** Durations in ms of the tasks over 50 ms that the browser reported. */
  longTasks: number[];
}

export async function page(): Promise<void> {
  heading(`Long tasks on the page's thread: five strategies, ${BUDGET} trials; then playing them at 8×`);
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
    const rows = [['', 'computed in', 'tasks > 50 ms', 'longest', 'while playing', 'longest']];
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
  await tab.goto(`http://localhost:${PORT}/#/lab?objective=quadratic&budget=1`);
  await tab.reload();
  await settled(tab);
  await tab.getByTestId('transport').getByRole('combobox').selectOption('8');
  await takeTasks(tab);
  const started = Date.now();
  await tab.evaluate(
    (hash) => (location.hash = hash),
    `#/lab?objective=${objective}&budget=${BUDGET}&seed=1`,
  );
  await tab.waitForFunction(
    (budget) =>
      document.querySelector('[data-testid=transport] input')?.getAttribute('max') === String(budget),
    BUDGET,
  );
  await settled(tab);
  const computed = Date.now() - started;
  const computing = await takeTasks(tab);
  await tab.getByTestId('transport').getByRole('button', { name: /play/i }).click();
  await tab.locator(`[data-testid=transport][data-trial="${BUDGET}"]`).waitFor({ timeout: 120_000 });
  return [objective, `${(computed / 1000).toFixed(1)} s`, ...computing, ...(await takeTasks(tab))];
}

/** How many long tasks since the last call, and the longest; starts counting anew. */
async function takeTasks(tab: Page): Promise<[count: string, longest: string]> {
  // What the browser has seen is reported a little later.
  await tab.waitForTimeout(300);
  const tasks = await tab.evaluate(() => (window as unknown as LongTasks).longTasks.splice(0));
  return [String(tasks.length), tasks.length > 0 ? `${Math.max(...tasks).toFixed(0)} ms` : '–'];
}

const settled = (tab: Page) =>
  tab.waitForFunction(
    () =>
      document.querySelectorAll('[data-testid^=panel-]').length > 0 &&
      document.querySelectorAll('[data-testid^=panel-]:not([data-status=done])').length === 0,
    undefined,
    { timeout: 180_000 },
  );
