/** A study in the page, keeper and charts included, beside the same runs in as many plain Node processes. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { ensureBrowser, launchArguments } from '../tools/browser.mjs';
import { heading, print, table } from './measure.ts';

const PORT = 4189;
const WORKERS = 2;
const AT_LEAST = 0.85;
const STUDY = {
  problems: ['forrester', 'branin', 'hartmann6', 'knn-cancer'],
  strategies: ['grid', 'binary', 'random', 'bayes', 'tpe', 'cma-es'],
  budget: 40,
  repeats: 60,
  seed: 1,
};

export async function arena(): Promise<void> {
  heading(`The Arena: a study on ${WORKERS} workers of the page, beside ${WORKERS} plain Node processes`);
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const path = join(folder, 'study.json');
  writeFileSync(path, JSON.stringify(STUDY));
  try {
    // Twice each, in turns: what the machine does besides hits both alike.
    const rows = [['', 'page', 'Node', 'page / Node', 'at least', 'tasks > 50 ms', 'longest']];
    for (let round = 1; round <= 2; round++) {
      const node = await inProcesses(path);
      const { seconds, tasks } = await inPage(path);
      const longest = tasks.length > 0 ? `${Math.max(...tasks).toFixed(0)} ms` : '–';
      const share = (value: number) => `${(100 * value).toFixed(0)} %`;
      rows.push([
        `round ${round}`,
        `${seconds.toFixed(1)} s`,
        `${node.toFixed(1)} s`,
        share(node / seconds),
        share(AT_LEAST),
        String(tasks.length),
        longest,
      ]);
    }
    table(rows);
  } catch (error) {
    print(`The Arena could not be measured: ${(error as Error).message.split('\n')[0]}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Seconds from the first process's first run to the last one's last: loading is not counted. */
async function inProcesses(path: string): Promise<number> {
  const tsx = createRequire(import.meta.url).resolve('tsx/cli');
  const script = fileURLToPath(new URL('study-process.ts', import.meta.url));
  const spans = await Promise.all(
    Array.from({ length: WORKERS }, (_, i) => {
      const child = spawn(process.execPath, [tsx, script, path, String(i + 1), String(WORKERS)]);
      let said = '';
      child.stdout.on('data', (text) => (said += text));
      return new Promise<{ started: number; ended: number }>((resolve, reject) =>
        child.on('close', (code) =>
          code === 0 ? resolve(JSON.parse(said)) : reject(new Error(`a Node process ended with ${code}`)),
        ),
      );
    }),
  );
  return (
    (Math.max(...spans.map(({ ended }) => ended)) - Math.min(...spans.map(({ started }) => started))) / 1000
  );
}

/** Seconds from the press of the button until the study is complete, and the page's long tasks meanwhile. */
async function inPage(path: string): Promise<{ seconds: number; tasks: number[] }> {
  const { executablePath } = await ensureBrowser();
  await build({ logLevel: 'error' });
  const server = await preview({ logLevel: 'error', preview: { host: 'localhost', port: PORT } });
  const browser = await chromium.launch({ args: launchArguments, ...(executablePath && { executablePath }) });
  try {
    const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await tab.addInitScript(() => {
      const seen = window as unknown as { longTasks: number[] };
      seen.longTasks = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.longTasks.push(entry.duration);
      }).observe({ type: 'longtask' });
    });
    await tab.goto(`http://localhost:${PORT}/#/arena?lang=en`);
    const study = tab.getByTestId('study');
    await study.locator(':scope[data-status=empty]').waitFor();
    // Warm: workers are started, the charts' code is there.
    await tab.getByRole('button', { name: 'Run the study' }).waitFor();
    await tab.getByTestId('results-file').setInputFiles(path);
    await tab.waitForTimeout(1000);
    await tab.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks.splice(0));
    const seconds = await tab.evaluate(async () => {
      const bar = document.querySelector<HTMLElement>('[data-testid=study]')!;
      const started = performance.now();
      const ended = new Promise<number>((resolve) =>
        new MutationObserver(() => bar.dataset.status === 'done' && resolve(performance.now())).observe(bar, {
          attributes: true,
        }),
      );
      bar.querySelector<HTMLButtonElement>('button.primary')!.click();
      return ((await ended) - started) / 1000;
    });
    await tab.waitForTimeout(500);
    const tasks = await tab.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
    return { seconds, tasks };
  } finally {
    await browser.close();
    await server.close();
  }
}
