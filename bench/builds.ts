/** The built app, and where asked for an earlier build beside it: both served at once, to be measured in turns. */
import { chromium, type Browser, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import { ensureBrowser, launchArguments } from '../tools/browser.mjs';
import { median, print } from './measure.ts';

export interface Build {
  title: string;
  /** With the closing slash. */
  address: string;
}

/** What one measurement found of a build; the same names for every build. */
export type Measured = Record<string, number>;

interface LongTasks {
  /** Durations in ms of the tasks over 50 ms that the browser reported. */
  longTasks: number[];
}

/**
 * Builds the app, and serves it as long as `work` takes.
 * @param port of this build; the earlier one has the next
 * @param parent a folder with the build of an earlier commit
 */
export async function withBuilds(
  port: number,
  parent: string | undefined,
  work: (builds: Build[], browser: Browser) => Promise<void>,
): Promise<void> {
  const { executablePath } = await ensureBrowser();
  await build({ logLevel: 'error' });
  const folders = [['this build', 'dist'] as const, ...(parent ? [['before', parent] as const] : [])];
  const servers = await Promise.all(
    folders.map(([, outDir], i) =>
      preview({
        logLevel: 'error',
        build: { outDir },
        preview: { host: 'localhost', port: port + i, strictPort: true },
      }),
    ),
  );
  const browser = await chromium.launch({ args: launchArguments, ...(executablePath && { executablePath }) });
  try {
    const builds = folders.map(([title], i) => ({ title, address: `http://localhost:${port + i}/` }));
    await work(builds, browser);
  } finally {
    await browser.close();
    await Promise.all(servers.map((server) => server.close()));
  }
}

/** Notes the long tasks of whatever is opened in it. */
export const noteLongTasks = (tab: Page): Promise<unknown> =>
  tab.addInitScript(() => {
    const seen = window as unknown as LongTasks;
    seen.longTasks = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.longTasks.push(entry.duration);
    }).observe({ type: 'longtask' });
  });

/** The app is kept for use without a network, where this build does that: fetching it takes a worker some seconds. */
export const kept = (tab: Page): Promise<void> =>
  tab.evaluate(async () => {
    // An earlier build has no version, and keeps nothing.
    if (document.querySelector('meta[name=version]')) await navigator.serviceWorker.ready;
  });

/** Durations in ms of the long tasks since the last call. */
export async function takeTasks(tab: Page): Promise<number[]> {
  // What the browser has seen is reported a little later.
  await tab.waitForTimeout(300);
  return tab.evaluate(() => (window as unknown as LongTasks).longTasks.splice(0));
}

/** In another order every other round: whoever is first finds the machine cold. */
export const inTurns = <T>(builds: readonly T[], round: number): readonly T[] =>
  round % 2 === 0 ? builds : builds.toReversed();

/** How many, and the longest: two cells of a table. */
export const counted = (tasks: readonly number[]): [count: string, longest: string] => [
  String(tasks.length),
  tasks.length > 0 ? `${Math.max(...tasks).toFixed(0)} ms` : '–',
];

export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/**
 * The lines that say whether this build is worse: of every measure the median over pairs that were measured one after the
 * other, this build's over the other's, each 1 ms longer so that nothing over nothing is 1; and all pairs' sums. A pair with
 * one long task or none has a ratio of fifty or a fiftieth: of few pairs the sums say more.
 */
export function printRatios(pairs: readonly (readonly [mine: Measured, before: Measured])[]): void {
  if (pairs.length === 0) return;
  const said = Object.keys(pairs[0][0]).map((name) => {
    const ratios = pairs.map(([mine, before]) => (mine[name] + 1e-3) / (before[name] + 1e-3));
    return `${name} ${median(ratios).toFixed(2)}×`;
  });
  print(`This build / before (medians of ${pairs.length} pairs in turns): ${said.join(', ')}`);
  const sums = Object.keys(pairs[0][0]).map((name) => {
    const [mine, before] = [0, 1].map((which) => sumOf(pairs.map((pair) => pair[which][name])));
    return `${name} ${mine.toFixed(2)} / ${before.toFixed(2)} s = ${((mine + 1e-3) / (before + 1e-3)).toFixed(2)}×`;
  });
  print(`Sums of all pairs: ${sums.join(', ')}`);
}
