/**
 * Lighthouse on the built app: every page, by its desktop and its mobile profile, and as one and the same phone, however fast
 * the machine is. The tool is installed when it is asked for.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { ensureBrowser, launchArguments } from '../tools/browser.mjs';
import { serveCompressed } from './arrival/serve.ts';
import { heading, median, print, table } from './measure.ts';
import { comingOnAPhone, type Coming } from './phone.ts';

/** The last that runs on Node 20. Of 190 MB, so no dependency: whoever measures has it in the cache. */
const VERSION = '12.8.2';
const CACHE = join('node_modules', '.cache', `lighthouse-${VERSION}`);
const DEBUGGING = 4193;

const PAGES = {
  'front door': '#/',
  lab: '#/lab',
  'lab, 2 knobs': '#/lab?objective=branin',
  arena: '#/arena',
  'arena, hours': '#/arena/hours',
  'arena, dimensions': '#/arena/dimensions',
  assumptions: '#/assumptions',
  learn: '#/learn',
  chapter: '#/learn/random',
  play: '#/play',
  class: '#/class',
};
/**
 * It slows the processor by four, which is meant for a machine of 1,500 to 2,000 by its own measure (docs/throttling.md,
 * “Calibrating the CPU slowdown”): that makes a phone of the middle. A slower machine is slowed by less for the same phone.
 */
const SLOWER = 4;
const MEANT_FOR = 1750;
const slowed = (benchmark: number) => Math.max(1, (SLOWER * benchmark) / MEANT_FOR);
/** Of a phone to each page, without Lighthouse. */
const VISITS = 3;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof CATEGORIES)[number];

/** What is read of its report. */
interface Report {
  /** Of the machine, while it was measured. */
  environment: { benchmarkIndex: number };
  categories: Record<Category, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<
    string,
    { title: string; score: number | null; numericValue?: number; scoreDisplayMode: string }
  >;
}

export async function lighthouse(): Promise<void> {
  heading(`Lighthouse ${VERSION}: scores of 100`);
  const cli = installed();
  if (!cli) {
    print(
      `Lighthouse could not be installed; \`npm install --prefix ${CACHE} lighthouse@${VERSION}\` says why.`,
    );
    return;
  }
  const { executablePath } = await ensureBrowser();
  await build({ logLevel: 'error' });
  const server = await serveCompressed('dist');
  const browser = await chromium.launch({
    args: [...launchArguments, `--remote-debugging-port=${DEBUGGING}`],
    ...(executablePath && { executablePath }),
  });
  try {
    /** How fast the machine was at each page, as the mobile profile found it. */
    const benchmarks = new Map<string, number>();
    for (const profile of ['desktop', 'mobile', 'mobile, calibrated'] as const) {
      const rows = [[profile, ...CATEGORIES, 'first picture*', 'blocked', 'shift', 'machine', 'slower']];
      const missed = new Map<string, Set<string>>();
      for (const [name, hash] of Object.entries(PAGES)) {
        const slower = profile === 'mobile, calibrated' ? slowed(benchmarks.get(name)!) : SLOWER;
        const report = await audited(
          cli,
          `${server.address}${hash}`,
          profile === 'desktop' ? ['--preset=desktop'] : [`--throttling.cpuSlowdownMultiplier=${slower}`],
        );
        const { audits, categories, environment } = report;
        benchmarks.set(name, environment.benchmarkIndex);
        const of = (id: string) => audits[id]?.numericValue ?? NaN;
        rows.push([
          name,
          ...CATEGORIES.map((id) => `${Math.round(100 * (categories[id].score ?? NaN))}`),
          `${(of('largest-contentful-paint') / 1000).toFixed(1)} s`,
          `${of('total-blocking-time').toFixed(0)} ms`,
          of('cumulative-layout-shift').toFixed(3),
          environment.benchmarkIndex.toFixed(0),
          profile === 'desktop' ? '' : `× ${slower.toFixed(1)}`,
        ]);
        for (const title of lacking(report)) missed.set(title, (missed.get(title) ?? new Set()).add(name));
      }
      table(rows);
      for (const [title, names] of missed) print(`  ${title}: ${[...names].join(', ')}`);
    }
    print(`× ${SLOWER} is meant for a machine of ${MEANT_FOR}; calibrated, each page has the same phone.`);
    print('* The largest contentful paint.');
    const visits = [['a phone, not recorded', 'first', 'largest', 'blocked', `least and most of ${VISITS}`]];
    for (const [name, hash] of Object.entries(PAGES)) {
      const seen: Coming[] = [];
      for (let visit = 0; visit < VISITS; visit++)
        seen.push(await comingOnAPhone(browser, `${server.address}${hash}`));
      const blocked = seen.map((one) => one.blocked);
      visits.push([
        name,
        ...(['first', 'largest'] as const).map(
          (what) => `${(median(seen.map((one) => one[what])) / 1000).toFixed(1)} s`,
        ),
        `${median(blocked).toFixed(0)} ms`,
        `${Math.min(...blocked).toFixed(0)} … ${Math.max(...blocked).toFixed(0)} ms`,
      ]);
    }
    table(visits);
    print('The processor four times as slow, by the browser itself; the network as it is.');
  } catch (error) {
    print(`The pages could not be measured: ${(error as Error).message.split('\n')[0]}`);
  } finally {
    await browser.close();
    server.close();
  }
}

/** Titles of what costs points, performance apart: that is in the columns. */
const lacking = ({ categories, audits }: Report): string[] =>
  CATEGORIES.slice(1).flatMap((id) =>
    categories[id].auditRefs
      .filter(({ id: audit, weight }) => weight > 0 && (audits[audit].score ?? 1) < 1)
      .map(({ id: audit }) => audits[audit].title),
  );

/** @returns its command, installed where it was not there; undefined where that fails */
function installed(): string | undefined {
  const cli = join(CACHE, 'node_modules', 'lighthouse', 'cli', 'index.js');
  if (!existsSync(cli)) {
    print('Installing Lighthouse …');
    spawnSync(
      'npm',
      ['install', '--prefix', CACHE, '--no-save', '--no-audit', '--no-fund', `lighthouse@${VERSION}`],
      { stdio: 'ignore', shell: process.platform === 'win32' },
    );
  }
  return existsSync(cli) ? cli : undefined;
}

function audited(cli: string, url: string, options: readonly string[]): Promise<Report> {
  const child = spawn(process.execPath, [
    ...[cli, url, `--port=${DEBUGGING}`, '--output=json', '--quiet', '--no-enable-error-reporting'],
    `--only-categories=${CATEGORIES.join(',')}`,
    ...options,
  ]);
  let said = '';
  let wrong = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (said += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (wrong += text));
  return new Promise((resolve, reject) =>
    child.on('close', (code) => {
      if (code !== 0) reject(new Error(wrong.trim() || `Lighthouse ended with ${code}.`));
      else resolve(JSON.parse(said) as Report);
    }),
  );
}
